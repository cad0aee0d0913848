from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

from bot.channels.guard import clean_text
from tests.channels.service import Chat, Says

COMMANDS = [
    "/restart",
    " /restart",
    "\u200b/restart",
    "\ufeff/restart",
    "//restart",
    "/ / /restart",
    "\n\t/restart",
    "\x00/restart",
    "\x1f/restart",
    "\x85/restart",
    "\u2028/\u00a0/restart",
    "\u202e/restart",
    "/\u00ad/restart",
    "\U000e0001/restart",
]


@pytest.mark.parametrize("typed", COMMANDS)
async def test_a_typed_command_reaches_rasa_as_plain_words(chat: Chat, typed: str) -> None:
    await chat.messages(text=typed)
    assert chat.agent.received == ["restart"]


async def test_a_typed_payload_of_a_given_button_is_words_too(chat: Chat) -> None:
    async def offer(text: str) -> Says:
        yield {"text": "Choose", "buttons": [{"title": "Go", "payload": "/go"}]}

    chat.agent.script = offer
    await chat.messages(text="hi")
    await chat.messages(text="/go")
    assert chat.agent.received[-1] == "go"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("what is a PMO / PMI?", "what is a PMO / PMI?"),
        ("  two\n\nlines  ", "two\n\nlines"),
        ("nul\x00 in\x07side", "nul inside"),
        ("می‌خواهم", "می‌خواهم"),  # a joiner inside a word is part of it
        ("👩‍💻 as PM", "👩‍💻 as PM"),
    ],
)
def test_words_stay_as_they_were_typed(typed: str, words: str) -> None:
    assert clean_text(typed) == words


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("/ \t\n\x00\x1f\x85\u200b\u2028\ufeff\xa0/{}a"), st.characters())
    )
)
def test_no_text_becomes_a_rasa_payload(typed: str) -> None:
    words = clean_text(typed)
    assert not words.strip().startswith(INTENT_MESSAGE_PREFIX)
    assert clean_text(words) == words
    message = Message({"text": words})
    assert YAMLStoryReader.unpack_regex_message(message) is message
