"""A talk goes on: after a reload, in another tab, after a restart of the server; and it can be ended."""

from __future__ import annotations

import pytest

from tests.channels.service import Says
from tests.web.browser import MINE, Page, give_eyes
from tests.web.conftest import FakeService


async def script(text: str) -> Says:
    if text == "forget":
        yield {"text": "It is deleted.", "answer": {"id": "tool/profile", "text": "", "forget": True}}
    else:
        yield {"text": f"About {text}.", "buttons": [{"title": "And then?", "payload": "/x"}]}


@pytest.fixture
def page(chat_page: Page, fake_service: FakeService) -> Page:
    fake_service.agent.script = script
    return chat_page.open().ready()


def stored(service: FakeService) -> dict:
    return service.agent.tracker_store._tracker_store.store


def choose(page: Page, title: str) -> None:
    """Choose from the menu in the header."""
    page.click(
        "cds-aichat-chat-header cds-custom-overflow-menu, .cds-aichat-chat-header-overflow-wrapper cds-custom-overflow-menu"
    )
    at = page.texts("cds-custom-overflow-menu-item").index(title)
    page.click("cds-custom-overflow-menu-item", at)


def test_the_talk_survives_a_restart_of_the_server(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    fake_service.stop()
    fake_service.start()
    page.ask("more")
    page.driver.refresh()
    page.ready().settle(2)
    assert page.said == ["pay", "About pay.", "more", "About more."]
    assert page.chips == ["And then?"]


# So that a tab learns nothing from being looked at again.
DEAF = "window.addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true)"


def test_two_tabs_stay_in_step(page: Page) -> None:
    page.ask("pay")
    page.script(DEAF)
    first = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    give_eyes(page.driver)
    second = page.driver.current_window_handle
    page.open().ready().settle(1)
    page.script(DEAF)
    page.ask("more")
    page.driver.switch_to.window(first)
    page.until(lambda: page.said == ["pay", "About pay.", "more", "About more."], 2)
    assert page.chips == ["And then?"]
    page.press("And then?")
    page.driver.switch_to.window(second)
    page.until(lambda: page.said[4:] == ["And then?", "About /x."], 2)
    choose(page, "New conversation")
    page.driver.switch_to.window(first)
    page.until(lambda: page.said == [] and page.all(".home"), 2)


def test_a_new_conversation_leaves_the_old_one_on_the_server(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    before = set(stored(fake_service))
    choose(page, "New conversation")
    page.until(lambda: page.all(".home"))
    assert page.said == []
    page.ask("anew")
    assert page.said == ["anew", "About anew."]
    page.driver.refresh()
    page.ready().settle(1)
    assert page.said == ["anew", "About anew."]
    assert before < set(stored(fake_service))


def test_delete_my_data_asks_first_and_then_deletes_it_on_the_server(
    page: Page, fake_service: FakeService
) -> None:
    stored(fake_service).clear()
    page.ask("pay")
    choose(page, "Delete my data")
    page.click(".question .quiet")
    page.until(lambda: not page.all(".question"))
    assert page.said == ["pay", "About pay."]
    assert len(stored(fake_service)) == 1
    choose(page, "Delete my data")
    page.click(".question .strong")
    page.until(lambda: page.all(".home"))
    assert page.said == []
    assert stored(fake_service) == {}
    page.driver.refresh()
    page.ready()
    assert page.all(".home")


def test_what_could_not_be_deleted_is_told(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    fake_service.stop()
    choose(page, "Delete my data")
    page.click(".question .strong")
    page.until(lambda: "could not be deleted" in " ".join(page.texts(".question p")))
    page.click(".question .quiet")
    assert page.said == ["pay", "About pay."]


def test_what_was_said_leaves_the_screen_when_the_talk_is_forgotten(page: Page) -> None:
    page.ask("something private")
    page.type("forget")
    page.enter()
    page.until(lambda: page.said == ["It is deleted."] and not page.busy)
    page.ask("anew")
    assert page.said == ["It is deleted.", "anew", "About anew."]
    page.driver.refresh()
    page.ready().settle(1)
    assert page.said == ["anew", "About anew."]


def test_a_talk_that_the_server_no_longer_knows_gives_way_to_a_new_one(page: Page) -> None:
    page.ask("pay")
    page.script("localStorage.setItem('waymark.token', 'not.a.token')")
    page.driver.refresh()
    page.ready()
    assert page.all(".home")
    page.ask("again")
    assert page.said[0] == "again"


def test_a_talk_that_expired_while_the_page_was_open_goes_on(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    page.script("localStorage.setItem('waymark.token', 'not.a.token')")
    page.press("And then?")
    assert page.texts(MINE) == ["pay", "And then?"]
    assert fake_service.agent.received == ["pay", "And then?"]
