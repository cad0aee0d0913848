"""What a page can tell the widget to do, and what it hears of it."""

from __future__ import annotations

import pytest

from tests.web.browser import INPUT, Page

LISTEN = """
window.heard = [];
for (const name of ["open", "close", "ready", "message", "reset"])
  document.addEventListener(`waymark:${name}`, ({ detail }) => heard.push([name, detail]));
"""


@pytest.fixture
def page(host_page: Page) -> Page:
    page = host_page.open()
    page.until(lambda: page.texts(".launcher"))
    page.script(LISTEN)
    return page


def heard(page: Page) -> list[str]:
    return [name for name, _ in page.script("return heard")]


def wait_for(page: Page, call: str) -> object:
    code = (
        "const done = arguments[0]; Promise.resolve("
        + call
        + ").then(() => done(true), (e) => done(String(e)))"
    )
    return page.driver.execute_async_script(code)


def test_it_opens_sends_and_closes_and_tells_of_it(page: Page) -> None:
    assert wait_for(page, "Waymark.open()") is True
    assert page.all(INPUT)
    assert heard(page) == ["open", "ready"]
    assert wait_for(page, "Waymark.send('what is a PMO')") is True
    page.settle(1)
    assert page.script("return heard.slice(2)") == [
        ["message", {"from": "user", "text": "what is a PMO"}],
        ["message", {"from": "bot", "text": "You said: what is a PMO", "answer": None}],
    ]
    page.script("Waymark.close()")
    page.until(lambda: page.texts(".launcher"))
    assert page.all(".frame") == []
    assert heard(page)[-1] == "close"


def test_a_message_can_be_sent_before_it_was_opened(page: Page) -> None:
    assert wait_for(page, "Waymark.send('hello')") is True
    page.settle(1)
    assert page.said == ["hello", "You said: hello"]


def test_reset_starts_a_new_conversation(page: Page) -> None:
    wait_for(page, "Waymark.send('hello')")
    page.settle(1)
    assert wait_for(page, "Waymark.reset()") is True
    page.until(lambda: page.said == [] and page.all(".home"))
    assert heard(page)[-1] == "reset"
    wait_for(page, "Waymark.send('again')")
    page.settle(1)
    assert page.said == ["again", "You said: again"]


def test_destroy_leaves_nothing_behind(page: Page) -> None:
    before = page.script(
        "return [document.documentElement.outerHTML.length, document.querySelectorAll('*').length]"
    )
    wait_for(page, "Waymark.send('hello')")
    page.settle(1)
    page.script("Waymark.destroy()")
    assert page.script("return document.querySelector('waymark-chat')") is None
    assert page.script("return window.Waymark") is None
    after = page.script("return document.querySelectorAll('*').length")
    assert after == before[1] - 1
    assert page.complaints() == []


def test_a_second_script_tag_does_nothing(page: Page) -> None:
    page.script(
        "const again = document.createElement('script'); again.src = document.querySelector('script[src]').src;"
        "again.onload = () => { window.twice = true; }; document.body.append(again);"
    )
    page.until(lambda: page.script("return window.twice"))
    assert page.script("return document.querySelectorAll('waymark-chat').length") == 1


def test_the_panel_is_open_again_after_a_reload_if_it_was(page: Page) -> None:
    wait_for(page, "Waymark.send('hello')")
    page.settle(1)
    page.driver.refresh()
    page.ready().settle(1)
    assert page.said == ["hello", "You said: hello"]
    page.script("Waymark.close()")
    page.driver.refresh()
    page.until(lambda: page.texts(".launcher"))
    assert page.all(".frame") == []
