from __future__ import annotations

import aiohttp
import pytest

from bot.channels.store import StrictTrackerStore
from bot.settings import Settings
from tests.channels.service import Chat, Says, ScriptedAgent, chatting, serving

PAYLOAD = '/answer{"id": "credential/pmp/renewal"}'


async def offering(text: str) -> Says:
    yield {"text": "Next?", "buttons": [{"title": "How do I renew it?", "payload": PAYLOAD}]}


async def test_a_given_button_is_taken_again_and_again(chat: Chat) -> None:
    chat.agent.script = offering
    await chat.messages(text="hi")
    await chat.messages(payload=PAYLOAD)
    await chat.messages(payload=PAYLOAD)
    assert chat.agent.received == ["hi", PAYLOAD, PAYLOAD]


@pytest.mark.parametrize(
    "forged", [PAYLOAD, "/restart", '/inform{"is_admin": true}', "hello", "", PAYLOAD.replace("pmp", "capm")]
)
async def test_a_button_that_was_not_given_is_refused_with_a_sentence(chat: Chat, forged: str) -> None:
    error = await chat.error(400, await chat.say(payload=forged))
    assert error["code"] == "unknown_button"
    assert "Type your question" in error["message"]
    assert chat.agent.received == []


async def test_a_button_near_to_a_given_one_is_refused(chat: Chat) -> None:
    chat.agent.script = offering
    await chat.messages(text="hi")
    for forged in (PAYLOAD + " ", " " + PAYLOAD, PAYLOAD.replace("pmp", "capm"), "How do I renew it?"):
        await chat.error(400, await chat.say(payload=forged))
    assert chat.agent.received == ["hi"]


async def test_a_button_of_another_conversation_is_refused(chat: Chat) -> None:
    chat.agent.script = offering
    await chat.messages(text="hi")
    other = await Chat(chat.http, chat.base, chat.agent).start()
    await chat.error(400, await other.say(payload=PAYLOAD))


async def test_a_person_who_says_a_payload_does_not_make_it_a_button(chat: Chat) -> None:
    await chat.messages(text=PAYLOAD)
    await chat.error(400, await chat.say(payload=PAYLOAD))


async def test_a_button_works_after_a_restart_of_the_service(
    settings: Settings, sql_agent: ScriptedAgent
) -> None:
    sql_agent.script = offering
    async with chatting(settings, sql_agent) as chat:
        await chat.messages(text="hi")
        token = chat.token
    store = StrictTrackerStore(sql_agent.tracker_store.domain, host=settings.database_url)
    reborn = ScriptedAgent(store, offering)
    async with serving(settings, reborn) as base, aiohttp.ClientSession() as http:
        chat = Chat(http, base, reborn)
        chat.token = token
        assert (await chat.messages(payload=PAYLOAD))[0]["text"] == "Next?"
        await chat.error(400, await chat.say(payload="/restart"))
    assert reborn.received == [PAYLOAD]


async def test_a_button_can_be_pressed_while_its_turn_is_still_being_saved(chat: Chat) -> None:
    """The stream hands the button out before Rasa saves the turn; the press waits for the saving."""
    chat.agent.script = offering
    async with chat.http.post(
        f"{chat.base}/chat/api/messages",
        json={"text": "hi"},
        headers={**chat.auth, "Accept": "text/event-stream"},
    ) as reply:
        await reply.content.readuntil(b"\n\n")
        assert (await chat.say(payload=PAYLOAD)).status == 200


SAYING = '/answer{"id": "tool/eligibility/pmp", "say": "bachelor\'s degree"}'


async def asking(text: str) -> Says:
    titles = {"again": "A bachelor, then"}
    yield {
        "text": "What did you finish?",
        "buttons": [
            {"title": titles.get(text, "Bachelor"), "payload": SAYING},
            {"title": "Master", "payload": SAYING.replace("bachelor", "master")},
        ],
    }


async def test_a_button_that_says_words_reaches_rasa_as_it_was_given(chat: Chat) -> None:
    chat.agent.script = asking
    await chat.messages(text="can i take the pmp")
    await chat.messages(payload=SAYING)
    assert chat.agent.received[-1] == SAYING
    assert chat.agent.metadata[-1] is None


async def test_words_that_no_button_says_are_refused(chat: Chat) -> None:
    chat.agent.script = asking
    await chat.messages(text="can i take the pmp")
    for forged in (
        SAYING.replace("bachelor's degree", "anything"),
        '/answer{"id": "tool/eligibility/pmp"}',
        SAYING.replace('", "say', '","say'),
        SAYING.replace("eligibility/pmp", "eligibility/capm"),
    ):
        await chat.error(400, await chat.say(payload=forged))
    assert len(chat.agent.received) == 1


async def test_the_history_shows_the_title_that_was_on_the_button_when_it_was_pressed(chat: Chat) -> None:
    chat.agent.script = asking
    await chat.messages(text="can i take the pmp")
    await chat.messages(payload=SAYING)
    await chat.messages(text="again")
    await chat.messages(payload=SAYING)
    assert [entry["text"] for entry in await chat.history()][::2] == [
        "can i take the pmp",
        "Bachelor",
        "again",
        "A bachelor, then",
    ]
