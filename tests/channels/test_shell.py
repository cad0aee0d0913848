from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from rasa.core.channels.channel import UserMessage

from bot.channels import shell, texts
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


BUTTONS = [{"title": "Cost", "payload": "/answer{}"}, {"title": "Steps", "payload": "how do I start"}]
ANSWER = {"text": "**Yes.**", "buttons": BUTTONS}


async def test_answer_is_printed_as_plain_text(capsys):
    await shell.converse(Bot(ANSWER), lines("can a pmo become a pm"))
    shown = capsys.readouterr().out
    assert shown == f"{shell.GREETING}\n\nYes.\n\n[1] Cost\n[2] Steps\n\n"


async def test_number_sends_the_payload_of_that_button():
    bot = Bot(ANSWER)
    await shell.converse(bot, lines("hello", "1", "2", "3"))
    assert bot.texts == ["hello", "/answer{}", "how do I start", "3"]


async def test_numbers_run_through_all_messages_of_a_turn(capsys):
    bot = Bot(ANSWER, {"text": "More?", "buttons": [{"title": "More", "payload": "/more"}]})
    await shell.converse(bot, lines("hello", "3"))
    assert bot.texts == ["hello", "/more"]
    assert "[3] More" in capsys.readouterr().out


async def test_number_without_buttons_is_text():
    bot = Bot({"text": "Yes."})
    await shell.converse(bot, lines("hello", "1"))
    assert bot.texts == ["hello", "1"]


@pytest.mark.parametrize("word", sorted(shell.LEAVE))
async def test_word_of_leaving_ends_the_conversation(word):
    bot = Bot(ANSWER)
    await shell.converse(bot, lines("hello", f" {word} ", "never"))
    assert bot.texts == ["hello"]


async def test_rasas_own_commands_pass_and_empty_lines_do_not():
    bot = Bot(ANSWER)
    await shell.converse(bot, lines("/restart", "", "   ", "hello"))
    assert bot.texts == ["/restart", "hello"]


async def test_all_messages_belong_to_one_conversation_and_the_next_has_another():
    bot = Bot(ANSWER)
    await shell.converse(bot, lines("one", "two"))
    await shell.converse(bot, lines("three"))
    first, second, third = (message.sender_id for message in bot.received)
    assert first == second != third
    assert {message.input_channel for message in bot.received} == {"shell"}


async def test_silence_and_failure_are_said_and_the_conversation_goes_on(capsys):
    bot = Bot()
    await shell.converse(bot, lines("one", "two"))
    assert bot.texts == ["one", "two"]
    assert capsys.readouterr().out.count(texts.UNAVAILABLE) == 2


@pytest.mark.parametrize(
    ("typed", "sent"),
    [("1", "a"), ("2", "b"), ("0", "0"), ("3", "3"), ("-1", "-1"), ("1.", "1."), ("a", "a")],
)
def test_picked(typed, sent):
    buttons = [Button(title="A", payload="a"), Button(title="B", payload="b")]
    assert shell.picked(typed, buttons) == sent
