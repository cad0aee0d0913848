"""The one action behind every question: tracker in, answer out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timezone

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from bot import settings
from bot.answers.answer import Answer, Choice
from bot.channels.tokens import secret_of
from bot.conversation import Guide
from bot.knowledge.base import Knowledge
from bot.live.board import Board
from bot.live.holder import Live
from bot.planning.ticket import make_ticket
from bot.resume.codes import Codes
from bot.understanding.context import Context
from bot.understanding.parsed import PRESSED_INTENT, question_from

CONTEXT_SLOT = "context"
MASKED = (
    "I did not keep the address or number that you wrote: I have no use for it. "
    "Please leave such things out here."
)


class ActionAnswer(Action):
    """Answers the latest message from the knowledge and keeps what the talk is about in a slot."""

    def __init__(self) -> None:
        chosen = settings.current()
        secret = secret_of(chosen)
        codes = Codes(chosen.database_url)

        def guide(knowledge: Knowledge) -> Guide:
            return Guide(knowledge, codes, sign=lambda request: make_ticket(request, secret))

        self._live = Live("actions", guide, Board(chosen.var_dir))
        self._live.watch()

    def name(self) -> str:
        """Return the name under which rules call the action."""
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Send one message that carries the whole answer; return the new context of the talk."""
        del domain
        today = datetime.now(tz=timezone.utc).date()
        context = Context.from_slot(tracker.get_slot(CONTEXT_SLOT))
        message = tracker.latest_message
        answer, context = self._live.now.reply(question_from(message), context, today, tracker.sender_id)
        if (message.get("metadata") or {}).get("masked"):
            answer = replace(answer, text=f"{answer.text}\n\n{MASKED}")
        dispatcher.utter_message(text=answer.text, buttons=buttons(answer), answer=answer.to_dict())
        return [SlotSet(CONTEXT_SLOT, context.to_slot())]


def buttons(answer: Answer) -> list[dict[str, str]]:
    """Return all that the answer offers, as Rasa buttons."""
    return [{"title": choice.title, "payload": payload(choice)} for choice in answer.choices]


def payload(choice: Choice) -> str:
    """Return the payload that asks for exactly this answer."""
    said = {"say": choice.say} if choice.say is not None else {}
    return f"/{PRESSED_INTENT}{json.dumps({'id': choice.id} | said)}"
