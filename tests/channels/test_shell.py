from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from bot.answers.answer import Answer
from bot.channels import shell, texts
from bot.channels.guard import Ask
from bot.channels.messages import Button


async def lines(*texts_typed: str) -> AsyncIterator[str]:
    for text in texts_typed:
        yield text


class Bot:
    """Stands in for Rasa: keeps what reached it and answers as the script says."""

    def __init__(self, *messages: dict) -> None:
        self.received: list[UserMessage] = []
        self.messages = messages

    async def __call__(self, message: UserMessage) -> None:
        self.received.append(message)
        for said in self.messages:
            await message.output_channel.send_response(message.sender_id, dict(said))

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.received]


async def converse(bot: Bot, typed: AsyncIterator[str], **more: Any) -> list[str]:
    """Hold the conversation; return the conversations that were to be forgotten."""
    forgotten: list[str] = []

    async def forget(conversation: str) -> None:
        forgotten.append(conversation)

    await shell.converse(bot, forget, typed, **more)
    return forgotten


BUTTONS = [{"title": "Cost", "payload": "/answer{}"}, {"title": "Steps", "payload": "how do I start"}]
ANSWER = {"text": "**Yes.**", "buttons": BUTTONS}
LETTERS = [Button(title="A", payload="a"), Button(title="B", payload="b")]


async def test_answer_is_printed_as_plain_text(capsys):
    await converse(Bot(ANSWER), lines("can a pmo become a pm"))
    shown = capsys.readouterr().out
    assert shown == f"{shell.GREETING}\n\nYes.\n\n[1] Cost\n[2] Steps\n\n"


async def test_number_sends_the_payload_of_that_button():
    bot = Bot(ANSWER)
    await converse(bot, lines("hello", "1", "2", "3"))
    assert bot.texts == ["hello", "/answer{}", "how do I start", "3"]


async def test_numbers_run_through_all_messages_of_a_turn(capsys):
    bot = Bot(ANSWER, {"text": "More?", "buttons": [{"title": "More", "payload": "/more"}]})
    await converse(bot, lines("hello", "3"))
    assert bot.texts == ["hello", "/more"]
    assert "[3] More" in capsys.readouterr().out


async def test_number_without_buttons_is_text():
    bot = Bot({"text": "Yes."})
    await converse(bot, lines("hello", "1"))
    assert bot.texts == ["hello", "1"]


@pytest.mark.parametrize("word", sorted(shell.LEAVE))
async def test_word_of_leaving_ends_the_conversation(word):
    bot = Bot(ANSWER)
    await converse(bot, lines("hello", f" {word} ", "never"))
    assert bot.texts == ["hello"]


async def test_rasas_own_commands_pass_and_empty_lines_do_not():
    bot = Bot(ANSWER)
    await converse(bot, lines("/restart", "", "   ", "hello"))
    assert bot.texts == ["/restart", "hello"]


async def test_all_messages_belong_to_one_conversation_and_the_next_has_another():
    bot = Bot(ANSWER)
    await converse(bot, lines("one", "two"))
    await converse(bot, lines("three"))
    first, second, third = (message.sender_id for message in bot.received)
    assert first == second != third
    assert {message.input_channel for message in bot.received} == {"shell"}


async def test_silence_and_failure_are_said_and_the_conversation_goes_on(capsys):
    bot = Bot()
    await converse(bot, lines("one", "two"))
    assert bot.texts == ["one", "two"]
    assert capsys.readouterr().out.count(texts.UNAVAILABLE) == 2


@pytest.mark.parametrize(("typed", "payload"), [("1", "a"), ("2", "b"), ("01", "a")])
def test_a_number_picks_its_button(typed, payload):
    assert shell.picked(typed, LETTERS) == Ask(None, payload)


@pytest.mark.parametrize("typed", ["0", "3", "-1", "1.", "a", ""])
def test_anything_else_is_text(typed):
    assert shell.picked(typed, LETTERS) == Ask(typed, None)


async def test_what_should_not_be_stored_is_masked_before_rasa_gets_it():
    bot = Bot(ANSWER)
    await converse(bot, lines("mail me at ann.lee@example.org", "how long for the pmp"))
    assert bot.texts == ["mail me at [e-mail address]", "how long for the pmp"]
    assert [message.metadata for message in bot.received] == [{"masked": True}, None]


async def test_a_typed_command_is_masked_and_a_picked_payload_is_not():
    payload = '/answer{"id": "tool/profile", "say": "ann.lee@example.org"}'
    bot = Bot({"text": "Which?", "buttons": [{"title": "This", "payload": payload}]})
    await converse(bot, lines("hello", "1", payload))
    assert bot.texts == ["hello", payload, payload.replace("ann.lee@example.org", "[e-mail address]")]


async def test_the_map_is_drawn_in_full_and_files_are_addresses(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    drawing = f" 5 | {'x' * 66}\n 4 | **  PM  **"
    picture = {"url": "/chat/map.png?goal=pm", "dark_url": "/x", "alt": "A map.", "text": drawing}
    files = ({"title": "The plan as a text", "url": "/chat/plan/a.b.c.md"},)
    answer = Answer("tool/map", "Here it is.").to_dict() | {"picture": picture, "downloads": files}
    await converse(
        Bot({"text": "Here it is.", "answer": answer}), lines("map"), address="http://127.0.0.1:5005"
    )
    shown = capsys.readouterr().out
    assert f"\n\nHere it is.\n\n{drawing}\n\n" in shown
    assert "\nPicture: http://127.0.0.1:5005/chat/map.png?goal=pm\n" in shown
    assert "\nThe plan as a text: http://127.0.0.1:5005/chat/plan/a.b.c.md\n" in shown


async def test_an_answer_that_says_so_has_the_conversation_forgotten(capsys):
    bot = Bot({"text": "It is deleted.", "answer": Answer("tool/profile", "x", forget=True).to_dict()})
    forgotten = await converse(bot, lines("forget me"))
    assert forgotten == [bot.received[0].sender_id]
    assert "It is deleted." in capsys.readouterr().out


async def test_nothing_is_forgotten_otherwise():
    bot = Bot({"text": "Yes.", "answer": Answer("topic/x", "Yes.").to_dict()})
    assert await converse(bot, lines("hello")) == []
