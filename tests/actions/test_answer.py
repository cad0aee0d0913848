from __future__ import annotations

import asyncio

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answer import ActionAnswer
from bot.understanding.parsed import question_from


@pytest.fixture(scope="module")
def action():
    return ActionAnswer()


def run(action, message, context=None):
    tracker = Tracker(
        "talk",
        {"context": context},
        message,
        [],
        paused=False,
        followup_action=None,
        active_loop={},
        latest_action_name="action_listen",
    )
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker, {}))
    (sent,) = dispatcher.messages
    return sent, events


def message(text, intent, *entities, confidence=0.9):
    ranking = [{"name": intent, "confidence": confidence}]
    return {"text": text, "intent": ranking[0], "intent_ranking": ranking, "entities": list(entities)}


def entity(kind, value, start, end, role=None):
    found = {"entity": kind, "value": value, "start": start, "end": end}
    return found | ({"role": role} if role else {})


def test_one_message_carries_the_whole_answer(action):
    sent, events = run(action, message("pmp price", "cost", entity("credential", "pmp", 0, 3)))
    assert sent["answer"]["id"] == "credential/pmp/cost"
    assert sent["text"] == sent["answer"]["text"]
    assert len(sent["answer"]["sources"]) >= 2
    assert events[0]["name"] == "context"
    assert events[0]["value"]["answered"] == "credential/pmp/cost"


def test_buttons_ask_for_the_answers_they_name(action):
    sent, _ = run(action, message("pmp price", "cost", entity("credential", "pmp", 0, 3)))
    assert len(sent["buttons"]) >= 2
    first = sent["buttons"][0]
    assert first["payload"] == '/answer{"id": "%s"}' % sent["answer"]["follow_ups"][0]["id"]  # noqa: UP031


def test_the_slot_carries_the_talk_to_the_next_turn(action):
    _, events = run(action, message("pmp price", "cost", entity("credential", "pmp", 0, 3)))
    text = "and capm?"
    sent, _ = run(action, message(text, "overview", entity("credential", "capm", 4, 8)), events[0]["value"])
    assert sent["answer"]["id"] == "credential/capm/cost"


def test_a_pressed_button_is_understood():
    pressed = message("/answer", "answer", {"entity": "id", "value": "credential/pmp/cost"}, confidence=1.0)
    assert question_from(pressed).pressed == "credential/pmp/cost"


def test_a_message_without_any_parse_is_still_answered(action):
    sent, _ = run(action, {"text": "zzz"})
    assert sent["answer"]["id"] == "out_of_scope/gibberish"


def test_directions_of_roles_are_kept():
    text = "from pmo to pm"
    found = question_from(
        message(
            text,
            "transition",
            entity("role", "pmo", 5, 8, "from"),
            entity("role", "project_manager", 12, 14, "to"),
        )
    )
    assert (found.named("from"), found.named("to")) == ("pmo", "project_manager")
