"""One script tag on a page of another origin: what it shows, what it fetches, and what it leaves alone."""

from __future__ import annotations

import json
import time
from urllib.parse import urlencode, urlsplit

import pytest
import requests

from tests.channels.service import Says
from tests.web.browser import INPUT, MINE, THEIRS, Page
from tests.web.colours import contrast
from tests.web.conftest import FakeService

BLOCKED = """
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError") } });
"""
VIOLATIONS = """
Object.defineProperty(window, "violations", { value: [] });
addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective), true);
"""
LOADED = "return performance.getEntriesByType('resource').map((it) => it.name)"


async def script(text: str) -> Says:
    yield {
        "text": f"About **{text}**.",
        "buttons": [{"title": "And then?", "payload": "/x"}],
        "answer": {
            "id": "topic/x",
            "text": "",
            "picture": {"url": "/chat/map.png", "dark_url": "/chat/map.png?theme=dark", "alt": "A map"},
            "sources": [{"title": "A page", "url": "https://example.org/", "as_of": "2026"}],
        },
    }


@pytest.fixture
def page(host_page: Page, fake_service: FakeService) -> Page:
    fake_service.agent.script = script
    return host_page


def with_(**query: str) -> str:
    return "/?" + urlencode({name.replace("_", "-"): value for name, value in query.items()})


def at_the_start(page: Page, source: str):
    return page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})


def test_the_launcher_is_there_within_a_second(page: Page) -> None:
    started = time.monotonic()
    page.open()
    page.until(lambda: page.texts(".launcher") == ["Ask Waymark"], 1)
    assert time.monotonic() - started < 1
    page.launch().ask("pay")
    assert page.said == ["pay", "About pay."]
    assert page.complaints() == []


def test_the_first_load_is_small_and_the_rest_comes_when_one_reaches_for_it(page: Page) -> None:
    page.open().one(".launcher")
    time.sleep(1)  # a page that has just been opened has other things to load
    [ours] = [name for name in page.script(LOADED) if "/chat" in name]
    assert urlsplit(ours).path == "/chat/embed.js"
    sent = requests.head(ours, headers={"Accept-Encoding": "gzip"}, timeout=5).headers
    assert (sent["Content-Encoding"], int(sent["Content-Length"]) <= 10_000) == ("gzip", True)
    page.script(
        "deep.all('.launcher')[0].dispatchEvent(new PointerEvent('pointerover', {bubbles: true, composed: true}))"
    )
    page.until(lambda: any(name.endswith("/panel.js") for name in page.script(LOADED)))
    assert page.all(INPUT) == []


def test_nothing_comes_from_anywhere_else(page: Page, fake_service: FakeService) -> None:
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.open(path=with_(csp="1")).launch().ask("pay")
    page.until(lambda: page.script("return deep.all('.picture img')[0].naturalWidth") > 0)
    loaded = page.script(LOADED)
    assert len(loaded) > 5
    assert {urlsplit(name).netloc for name in loaded} == {urlsplit(fake_service.base).netloc}


def test_it_works_under_a_strict_policy_without_a_violation(page: Page) -> None:
    installed = at_the_start(page, VIOLATIONS)
    try:
        page.open(path=with_(csp="1")).launch().ask("pay")
        page.press("And then?")
        for part in (".sources summary", ".picture", ".over .quiet", "cds-custom-overflow-menu"):
            page.click(part)
        assert page.script("return violations") == []
    finally:
        page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", installed)
    assert page.complaints() == []


def test_it_works_where_storage_is_blocked(page: Page) -> None:
    installed = at_the_start(page, BLOCKED)
    try:
        page.open().launch().ask("pay")
        page.press("And then?")
    finally:
        page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", installed)
    assert page.texts(MINE) == ["pay", "And then?"]
    assert page.complaints() == []


LOOKS = """
const of = (selector) => {
  const node = deep.all(selector).filter(deep.seen)[0];
  const { color, backgroundColor, fontSize, fontFamily, letterSpacing, textTransform, transform, display } = getComputedStyle(node);
  const { width, height } = node.getBoundingClientRect();
  return { color, backgroundColor, fontSize, fontFamily, letterSpacing, textTransform, transform, display, width, height };
};
return arguments[0].map(of);
"""


def test_hostile_styles_of_the_page_change_nothing(page: Page) -> None:
    seen = []
    for path in ("/", with_(hostile="1")):
        page.open(path=path)
        page.until(lambda: page.texts(".launcher") == ["Ask Waymark"])
        looks = page.script(LOOKS, [".launcher"])
        page.launch().ask("pay")
        page.until(lambda: page.script("return deep.all('.picture img')[0].naturalWidth") > 0)
        page.script("deep.all('.sources')[0].open = true")
        parts = [".frame", MINE, THEIRS, ".cds-custom--btn", ".sources a", INPUT, ".note", ".picture img"]
        seen.append(looks + page.script(LOOKS, parts))
        page.script("localStorage.clear(); sessionStorage.clear()")
    kind, hostile = seen
    assert kind == hostile


def test_the_page_s_own_globals_styles_and_width_are_left_alone(page: Page) -> None:
    # Selenium leaves names of its own.
    state = """
    return { globals: Object.keys(window).filter((name) => !/^(cdc_|ret_|se_)/.test(name)), sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets.length,
      width: document.documentElement.scrollWidth, head: document.head.innerHTML, html: document.documentElement.attributes.length,
      body: [...document.body.children].map((node) => node.nodeName), style: document.body.getAttribute("style"),
      cookies: document.cookie, fonts: [...document.fonts].length,
      prototypes: [Element, HTMLElement, NodeList, Date].map((it) => Object.keys(it.prototype).length) };
    """
    page.open(path="/?tall")
    page.until(lambda: page.texts(".launcher"))
    before = json.dumps(page.script(state))
    page.launch().ask("pay")
    after = page.script(state)
    assert json.dumps(after) == before
    assert "WAYMARK-CHAT" in after["body"]
    assert "Waymark" in after["globals"]


def test_attributes_set_title_colour_side_greeting_and_questions(
    page: Page, fake_service: FakeService
) -> None:
    page.open(
        path=with_(
            data_title="Pathfinder",
            data_color="#7a1f4b",
            data_position="left",
            data_greeting="How can I help?",
            data_questions="What is a PMO? | Is the PMP hard?",
        )
    )
    launcher = page.one(".launcher")
    assert page.texts(".launcher") == ["Ask Pathfinder"]
    assert launcher.rect["x"] < 100
    assert (
        page.script("return getComputedStyle(arguments[0]).backgroundColor", launcher) == "rgb(122, 31, 75)"
    )
    page.launch()
    assert page.one(".frame").accessible_name == "Pathfinder"
    assert page.texts(".greeting") == ["How can I help?"]
    assert page.texts(".start") == ["What is a PMO?", "Is the PMP hard?"]
    page.all(".start")[1].click()
    page.settle(1)
    assert fake_service.agent.received == ["Is the PMP hard?"]


@pytest.mark.parametrize(
    "colour", ["url(x)", "red;}*{display:none", "nonsense", "currentcolor", "#ffe97a", "rgb(0 0 0 / 10%)"]
)
def test_no_colour_makes_it_unreadable_or_breaks_it(page: Page, colour: str) -> None:
    page.open(path=with_(data_color=colour))
    launcher = page.one(".launcher")
    ink, paper = page.script(
        "const { color, backgroundColor } = getComputedStyle(arguments[0]); return [color, backgroundColor]",
        launcher,
    )
    assert contrast(ink, paper) >= 4.5
