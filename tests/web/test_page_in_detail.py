"""The page against a service whose words the test writes: rare answers, failures, other devices."""

from __future__ import annotations

import asyncio

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.keys import Keys

from tests.channels.service import Says
from tests.web.browser import Page
from tests.web.conftest import FakeService

SOURCES = [
    {
        "title": "Fees",
        "publisher": "PMI",
        "url": "https://example.org/fees",
        "as_of": "2026-07-02",
        "checked_on": "2026-11-22",
    },
    {"title": "Undated", "publisher": "APM", "url": "https://example.org/apm", "as_of": None},
    {"title": "Trap", "publisher": "x", "url": "javascript:window.hacked = 1", "as_of": "2026"},
]
HOSTILE = (
    '<img src=x onerror="window.hacked=1"> <script>window.hacked=1</script> <svg onload="window.hacked=1"> '
    "[press](javascript:window.hacked=1) **<b>bold</b>** &amp; "
) + "long" * 300


def answer(text: str, **data: object) -> dict:
    base = {"id": "topic/x", "text": text, "more": None, "table": None, "sources": [], "options": []}
    return {"text": text, "answer": {**base, **data}}


async def script(text: str) -> Says:
    if text == "fail":
        return
    if text == "slow":
        await asyncio.sleep(1)
    if text == "table":
        table = {"columns": ["", "Member", "Other"], "rows": [["Exam", "USD 405", "USD 575"]]}
        yield answer("Here are the fees.", table=table, sources=SOURCES)
    elif text == "link":
        yield answer("Go to [the library](https://example.org/lib) or [here](javascript:window.hacked=1).")
    elif text == "hostile":
        table = {"columns": [HOSTILE, ""], "rows": [[HOSTILE, HOSTILE]]}
        yield {
            **answer(
                HOSTILE, table=table, sources=[{"title": HOSTILE, "publisher": HOSTILE, "url": "https://a.b"}]
            ),
            "buttons": [{"title": HOSTILE, "payload": "/x"}],
        }
    elif text == "two":
        yield {"text": "First."}
        await asyncio.sleep(0.2)
        yield {"text": "Second."}
    else:
        yield {
            **answer(f"About {text}.\n\n- one\n- **two**\n\nEnd", more="There is more."),
            "buttons": [{"title": "And then?", "payload": '/answer{"id": "x"}'}],
        }


@pytest.fixture
def page(fake_service: FakeService, browser: WebDriver) -> Page:
    fake_service.agent.script = script
    return Page(browser, fake_service.base).open()


def test_a_starting_question_can_be_pressed(page: Page, fake_service: FakeService) -> None:
    title = page.chips[0]
    page.press(title)
    assert page.said[0] == title
    assert fake_service.agent.received == [title]
    assert not page.one("#welcome").is_displayed()


def test_text_is_laid_out_and_follow_ups_can_be_pressed(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    assert [item.text for item in page.all(".bot li")] == ["one", "two"]
    assert page.one(".bot strong").text == "two"
    assert page.chips == ["Tell me more", "And then?"]
    page.press("And then?")
    assert page.said[2] == "And then?"
    page.press("Tell me more")
    assert fake_service.agent.received == ["pay", '/answer{"id": "x"}', "Tell me more"]
    assert page.chips == ["Tell me more", "And then?"]


def test_web_links_can_be_followed_and_others_are_text(page: Page) -> None:
    page.ask("link")
    (link,) = page.all(".bot p a")
    assert (link.text, link.get_attribute("href")) == ("the library", "https://example.org/lib")
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")
    assert "[here](javascript:window.hacked=1)" in page.one(".bot").text


def test_messages_come_one_by_one_in_their_order(page: Page) -> None:
    page.ask("two")
    assert page.said == ["two", "First.", "Second."]


def test_tables_are_tables_and_sources_are_dated_links(page: Page) -> None:
    page.ask("table")
    assert [cell.text for cell in page.all("tbody tr:last-child > *")] == ["Exam", "USD 405", "USD 575"]
    assert not page.one(".sources a").is_displayed()
    page.one(".sources summary").click()
    assert [link.get_attribute("href") for link in page.all(".sources a")] == [
        "https://example.org/fees",
        "https://example.org/apm",
    ]
    assert [line.text for line in page.all(".sources small")] == [
        "PMI · 2 July 2026 · checked 22 November 2026",
        "APM",
        "x · 2026",
    ]


def test_nothing_that_is_said_becomes_part_of_the_page(page: Page) -> None:
    page.ask("hostile")
    page.one(".sources summary").click()
    assert page.script("return window.hacked") is None
    assert page.all("#log img, #log script, #log svg, #log b, #log [onload]") == []
    assert "<script>" in page.said[1]
    assert [link.get_attribute("href") for link in page.all(".bot a")] == ["https://a.b/"]
    assert page.complaints() == []


def test_one_log_announces_what_is_said_and_the_speaker(page: Page) -> None:
    page.ask("pay")
    assert len(page.all("[role=log]")) == 1
    assert page.one("[role=log]").get_attribute("aria-live") == "polite"
    spoken = [message.get_attribute("textContent") for message in page.all("[role=log] .message")]
    assert spoken[0] == "You: pay"
    assert spoken[1].startswith("Waymark: About pay.")


def test_waiting_is_shown_and_a_second_question_waits(page: Page, fake_service: FakeService) -> None:
    page.type("slow")
    page.enter()
    page.until(lambda: page.busy)
    assert page.one("#typing [role=status]").get_attribute("textContent") == "Waymark is writing"
    page.type("early")
    page.enter()
    page.settle(1)
    assert page.one("#question").get_attribute("value") == "early"
    assert fake_service.agent.received == ["slow"]


def test_after_a_failure_the_same_question_can_be_tried_again(page: Page, fake_service: FakeService) -> None:
    page.ask("fail")
    failure = page.one(".failure")
    assert failure.get_attribute("role") == "alert"
    assert "send it again" in failure.text
    assert page.said == ["fail"]

    async def mended(text: str) -> Says:
        yield {"text": "Now I know."}

    fake_service.agent.script = mended
    failure.find_element("tag name", "button").click()
    page.settle(1)
    assert page.said == ["fail", "Now I know."]
    assert page.all(".failure") == []
    assert fake_service.agent.received == ["fail", "fail"]


def test_a_server_that_is_gone_is_told_and_the_question_kept(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    fake_service.stop()
    page.ask("more pay")
    assert page.said[-1] == "more pay"
    assert "could not reach the server" in page.one(".failure").text


def test_the_talk_survives_a_reload(page: Page) -> None:
    page.ask("pay")
    page.press("And then?")
    before = page.said
    page.driver.refresh()
    page.settle(2)
    assert page.said == before
    assert page.chips == ["Tell me more", "And then?"]
    page.press("And then?")
    assert len(page.said) == 6


def test_a_talk_that_the_server_no_longer_knows_gives_way_to_a_new_one(page: Page) -> None:
    page.ask("pay")
    page.script("localStorage.setItem('waymark.token', 'not.a.token')")
    page.driver.refresh()
    page.until(lambda: page.one("#welcome").is_displayed())
    page.ask("again")
    assert page.said[0] == "again"


def test_a_talk_that_expired_while_the_page_was_open_goes_on(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    page.script("localStorage.setItem('waymark.token', 'not.a.token')")
    page.press("And then?")
    assert page.said[2] == "And then?"
    assert fake_service.agent.received == ["pay", "And then?"]


def test_a_new_talk_deletes_the_old_one(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    page.one("#again").click()
    page.one("#keep").click()
    assert len(page.said) == 2
    page.one("#again").click()
    page.one("#delete").click()
    page.until(lambda: page.one("#welcome").is_displayed())
    assert page.said == []
    assert fake_service.agent.tracker_store._tracker_store.store == {}
    page.driver.refresh()
    page.ask("anew")
    assert page.said[0] == "anew"


def test_the_chat_works_without_storage(page: Page) -> None:
    blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    installed = page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": blocked})
    try:
        page.open()
        page.ask("pay")
        page.press("And then?")
    finally:
        page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", installed)
    assert len(page.said) == 4


def test_it_can_be_used_with_the_keyboard_alone(page: Page) -> None:
    page.until(lambda: page.driver.switch_to.active_element == page.one("#question"))
    page.type("line one" + Keys.SHIFT + Keys.ENTER + Keys.SHIFT + "line two")
    page.enter()
    page.settle(1)
    assert page.said[0] == "line one\nline two"
    assert page.driver.switch_to.active_element == page.one("#question")
    reached = []
    for _ in range(8):
        page.driver.switch_to.active_element.send_keys(Keys.SHIFT + Keys.TAB)
        reached.append(page.driver.switch_to.active_element.text)
    assert {"Tell me more", "And then?", "New talk"} <= set(reached)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 480)])
def test_a_small_screen_shows_it_all_without_scrolling_sideways(page: Page, width: int, height: int) -> None:
    page.open(width=width, height=height)
    page.ask("table")
    page.ask("hostile")
    assert page.script("return document.documentElement.scrollWidth") == width
    assert page.script("return document.documentElement.scrollHeight") <= height
    assert (
        page.script("const it = document.getElementById('talk'); return it.scrollWidth - it.clientWidth") == 0
    )
    size = page.script("return getComputedStyle(document.getElementById('question')).fontSize")
    assert float(size.removesuffix("px")) >= 16


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_in_light_and_dark(page: Page, scheme: str) -> None:
    """WCAG 2.1, 1.4.3: a contrast of 4.5 to 1 for text of normal size."""
    feature = {"name": "prefers-color-scheme", "value": scheme}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    page.ask("table")
    page.one(".sources summary").click()
    page.ask("pay")
    page.ask("fail")
    for selector in (
        "h1",
        "header p",
        ".mine",
        ".bot p",
        "thead th",
        ".sources a",
        ".sources small",
        "#note",
    ):
        assert contrast(page, selector) >= 4.5, selector
    for selector in (".failure p", ".failure button", "#send"):
        assert contrast(page, selector) >= 4.5, selector
    assert (luminance(page.script(BACKGROUND % "body")) < 0.2) is (scheme == "dark")


BACKGROUND = """
for (let node = document.querySelector('%s'); node; node = node.parentElement) {
  const colour = getComputedStyle(node).backgroundColor;
  if (colour !== 'rgba(0, 0, 0, 0)') return colour;
}
"""


def luminance(colour: str) -> float:
    """Return the relative luminance of ``rgb(r, g, b)``, as WCAG 2.1 defines it."""
    channels = [int(part) / 255 for part in colour.split("(")[1].rstrip(")").split(",")[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(page: Page, selector: str) -> float:
    ink = luminance(page.script(f"return getComputedStyle(document.querySelector('{selector}')).color"))
    paper = luminance(page.script(BACKGROUND % selector))
    return (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05)
