"""Without a mouse, with a screen reader: keys, focus, roles, what is read out, and axe's findings."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from bot.settings import ROOT
from bot.web_bundle import bundle
from tests.channels.service import Says
from tests.web.browser import INPUT, THEIRS, Page
from tests.web.conftest import FakeService

AXE = (bundle(ROOT) / "dev" / "axe.min.js").read_text("utf-8") if (bundle(ROOT) / "dev").is_dir() else ""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SOURCES = [{"title": "Fees", "publisher": "PMI", "url": "https://example.org/fees", "as_of": "2026-07-02"}]


async def script(text: str) -> Says:
    if text == "fail":
        return
    yield {
        "text": f"About {text}, **with** [a link](https://example.org).\n\n- one\n- two",
        "buttons": [{"title": "And then?", "payload": "/x"}],
        "answer": {
            "id": "topic/x",
            "text": "",
            "more": "There is more.",
            "table": {"columns": ["", "Member"], "rows": [["Exam", "USD 405"]]},
            "picture": {"url": "/chat/map.png", "dark_url": "/chat/map.png?theme=dark", "alt": "A map"},
            "sources": SOURCES,
        },
    }


@pytest.fixture
def page(host_page: Page, fake_service: FakeService) -> Page:
    fake_service.agent.script = script
    return host_page


def focused(page: Page) -> str:
    """What the focus is on, by its name or its words."""
    return page.script(
        "const it = deep.active(); return it.getAttribute('aria-label') || deep.text(it).trim() || it.className || it.nodeName"
    )


def tab_to(page: Page, words: str, *, back: bool = False) -> None:
    for _ in range(40):
        if focused(page) == words:
            return
        if back:
            ActionChains(page.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        else:
            page.keys(Keys.TAB)
    pytest.fail(f"the focus never came to {words!r}")


def test_everything_can_be_done_with_the_keyboard(page: Page, fake_service: FakeService) -> None:
    page.open().until(lambda: page.texts(".launcher"))
    page.script("document.getElementById('before').focus()")
    page.keys(Keys.TAB)
    assert focused(page) == "Ask Waymark"
    page.keys(Keys.ENTER)
    page.ready().until(lambda: page.script("return deep.active().matches(arguments[0])", INPUT))
    page.one(INPUT).send_keys("line one" + Keys.SHIFT + Keys.ENTER + Keys.SHIFT + "line two")
    page.keys(Keys.ENTER)
    page.settle(1)
    assert page.said[0] == "line one\nline two"
    assert page.script("return deep.active().matches(arguments[0])", INPUT), "one can go on typing"
    tab_to(page, "And then?", back=True)
    page.keys(Keys.ENTER)
    page.settle(2)
    assert fake_service.agent.received[1] == "/x"
    tab_to(page, "This helps", back=True)
    page.keys(Keys.ENTER)
    page.until(lambda: "Thank you. You can change your mind." in page.texts(".vote-status"))
    tab_to(page, "Options")
    page.keys(Keys.ENTER)
    page.until(lambda: "New conversation" in page.texts("cds-custom-overflow-menu-item"))
    page.keys(Keys.ESCAPE)
    page.until(lambda: not page.all("cds-custom-overflow-menu-body"))
    assert page.all(".frame"), "Esc closes the menu alone"
    page.keys(Keys.ESCAPE)
    page.until(lambda: not page.all(".frame"))
    assert focused(page) == "Ask Waymark"


@pytest.mark.parametrize("place", [INPUT, ".cds-custom--btn--tertiary", ".sources summary"])
def test_escape_closes_from_anywhere_and_the_focus_goes_back(page: Page, place: str) -> None:
    page.open().until(lambda: page.texts(".launcher"))
    page.script("document.getElementById('before').focus(); Waymark.open()")
    page.ready().ask("pay")
    page.script("deep.all(arguments[0]).find(deep.seen).focus()", place)
    page.keys(Keys.ESCAPE)
    page.until(lambda: not page.all(".frame"))
    assert page.script("return document.activeElement.id") == "before"


def test_the_panel_is_a_named_dialog_with_one_log(page: Page) -> None:
    page.open().launch().ask("pay")
    frame = page.one(".frame")
    assert (frame.aria_role, frame.accessible_name) == ("dialog", "Waymark")
    assert len(page.all("[role=log]")) == 1
    assert page.one("[role=log]").accessible_name == "Conversation"
    assert len(page.all("[role=dialog]")) == 0, "no other dialog is in the way"


HEAR = """
window.heard = [];
const watch = (root) => {
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest("[aria-live]:not([aria-live=off]), [role=status], [role=alert]");
      if (!region) continue;
      const said = [...addedNodes].map((node) => node.textContent).join(" ").trim() || (target.nodeType === 3 ? target.data : "");
      if (said) heard.push(said);
    }
  }).observe(root, { childList: true, subtree: true, characterData: true });
  for (const node of root.querySelectorAll("*")) if (node.shadowRoot) watch(node.shadowRoot);
};
watch(document);
"""


LIVE = "return deep.all('[aria-live=polite]').map((node) => node.textContent)"


def test_each_answer_is_read_out_exactly_once(page: Page) -> None:
    page.open().launch().ask("first")
    page.until(lambda: any("About first" in text for text in page.script(LIVE)), 3)
    page.script(HEAR)
    page.ask("second")
    page.until(lambda: any("About second" in words for words in page.script("return heard")), 3)
    page.ask("third")
    page.until(lambda: any("About third" in words for words in page.script("return heard")), 3)
    heard = page.script("return heard")
    for said in ("About second", "About third"):
        assert sum(words.count(said) for words in heard) == 1, heard
    assert any("Waymark said" in words for words in heard)
    assert not any("About first" in words for words in heard)


def test_a_failure_is_read_out(page: Page) -> None:
    page.open().launch().ask("first")
    page.script(HEAR)
    page.type("fail")
    page.keys(Keys.ENTER)
    page.until(lambda: any("send it again" in words for words in page.script("return heard")), 5)


def findings(page: Page) -> list[dict[str, Any]]:
    page.script(AXE + ";window.axe = axe;")
    found = page.driver.execute_async_script(
        "const done = arguments[1]; axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then(done)",
        RULES,
    )
    return [
        {"rule": one["id"], "impact": one["impact"], "nodes": [node["html"][:200] for node in one["nodes"]]}
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(page: Page, scheme: str) -> None:
    page.open(scheme=scheme).until(lambda: page.texts(".launcher"))
    assert findings(page) == []
    page.launch()
    assert findings(page) == [], "home"
    page.ask("pay")
    page.click(".sources summary")
    page.type("fail")
    page.keys(Keys.ENTER)
    page.until(lambda: page.all(".failure"))
    page.click(".thumb:nth-child(2)")
    page.until(lambda: page.all(".cds-aichat--tag-list-button"))
    assert findings(page) == [], "talk"


def test_motion_stops_for_those_who_want_none(page: Page) -> None:
    page.open()
    page.prefer("light", motion="reduce")
    page.launch()
    page.type("slow")
    page.keys(Keys.ENTER)
    page.settle(1)
    moving = page.script(
        """
        const long = (text) => text.split(",").some((part) => parseFloat(part) > 0.05);
        return deep.all("waymark-chat, .launcher, .frame, .start, .cds-custom-aichat--message, .home")
          .filter((node) => long(getComputedStyle(node).animationDuration) || long(getComputedStyle(node).transitionDuration))
          .map((node) => node.className);
        """
    )
    assert moving == []
    assert len(page.all(THEIRS)) == 1
