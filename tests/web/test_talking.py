"""Asking and being answered: order, streaming, waiting, follow-up buttons."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.channels.service import Says
from tests.web.browser import CHIP, INPUT, MINE, THEIRS, Page
from tests.web.conftest import FakeService

MANY = [{"title": f"Follow-up number {number} of twenty", "payload": f"/x{number}"} for number in range(20)]


async def script(text: str) -> Says:
    if text == "two":
        yield {"text": "First."}
        await asyncio.sleep(1.5)
        yield {"text": "Second."}
        yield {"text": "Third."}
    elif text == "slow":
        await asyncio.sleep(1)
        yield {"text": "Here I am."}
    elif text == "empty":
        await asyncio.sleep(0.5)
        yield {"text": "", "buttons": [{"title": "Only a button", "payload": "/x"}]}
    elif text == "nothing":
        await asyncio.sleep(0.5)
    elif text == "many":
        yield {"text": "Choose.", "buttons": MANY}
    else:
        yield {
            "text": f"About {text}.",
            "buttons": [{"title": "And then?", "payload": '/answer{"id": "x"}'}],
            "answer": {"id": "topic/x", "text": f"About {text}.", "more": "There is more."},
        }


@pytest.fixture
def page(chat_page: Page, fake_service: FakeService) -> Page:
    fake_service.agent.script = script
    return chat_page.open().ready()


def test_several_bubbles_come_in_order_and_the_first_at_once(page: Page) -> None:
    page.type("two")
    started = time.monotonic()
    page.enter()
    page.until(lambda: page.said == ["two", "First."])
    assert time.monotonic() - started < 1
    assert page.busy, "the answer goes on, and that can be seen"
    page.settle(3)
    assert page.said == ["two", "First.", "Second.", "Third."]
    assert page.complaints() == []


@pytest.mark.parametrize("text", ["slow", "empty", "nothing"])
def test_waiting_is_shown_and_ends_whatever_comes(page: Page, text: str) -> None:
    page.type(text)
    page.enter()
    page.until(lambda: page.busy, 0.9)
    page.until(lambda: not page.busy, 3)
    page.until(lambda: page.all(f"{THEIRS}, .failure, {CHIP}"))


def test_a_second_question_waits_for_the_first(page: Page, fake_service: FakeService) -> None:
    page.type("slow")
    page.enter()
    page.until(lambda: page.busy)
    page.type("early")
    page.enter()
    page.settle(2)
    assert fake_service.agent.received == ["slow", "early"]
    assert page.texts(THEIRS) == ["Here I am.", "About early."]


def test_a_follow_up_sends_its_payload_and_shows_its_title(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    assert page.chips == ["Tell me more", "And then?"]
    page.press("And then?")
    assert page.texts(MINE) == ["pay", "And then?"]
    page.press("Tell me more")
    assert fake_service.agent.received == ["pay", '/answer{"id": "x"}', "Tell me more"]
    assert page.chips == ["Tell me more", "And then?"], "only those of the last answer can be pressed"


def test_follow_ups_come_back_with_a_reload(page: Page, fake_service: FakeService) -> None:
    page.ask("pay")
    page.press("And then?")
    before = page.said
    page.driver.refresh()
    page.ready().settle(2)
    assert page.said == before
    assert page.chips == ["Tell me more", "And then?"]
    page.press("And then?")
    assert fake_service.agent.received == ["pay", '/answer{"id": "x"}', '/answer{"id": "x"}']


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_twenty_follow_ups_stay_within_the_page(page: Page, width: int) -> None:
    page.open(width=width).ready()
    page.ask("many")
    assert len(page.chips) == 20
    for chip in page.all(CHIP):
        assert chip.rect["x"] >= 0
        assert chip.rect["x"] + chip.rect["width"] <= width
    assert page.script("return document.documentElement.scrollWidth") == width


def test_words_typed_are_shown_as_they_are_and_arrive_so(page: Page, fake_service: FakeService) -> None:
    typed = "a_b_c *x* <b>y</b> [z](https://a.example) `q` &amp;"
    page.ask(typed)
    assert page.said[0] == typed
    assert fake_service.agent.received == [typed]
    page.driver.refresh()
    page.ready().settle(1)
    assert page.said[0] == typed


def test_what_is_empty_is_not_sent(page: Page, fake_service: FakeService) -> None:
    page.type("   ")
    page.enter()
    page.ask("pay")
    assert fake_service.agent.received == ["pay"]
    assert page.script("return deep.text(arguments[0]).trim()", page.one(INPUT)) == ""
