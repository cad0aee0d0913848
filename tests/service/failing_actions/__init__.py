"""Actions that go wrong, for the test of the action server."""

from __future__ import annotations

from rasa_sdk import Action
from rasa_sdk.interfaces import ActionExecutionRejection


class Raises(Action):
    def name(self) -> str:
        return "action_raises"

    def run(self, dispatcher, tracker, domain):
        raise ValueError(f"password=hunter2 {tracker.latest_message['text']}")


class Rejects(Action):
    def name(self) -> str:
        return "action_rejects"

    def run(self, dispatcher, tracker, domain):
        raise ActionExecutionRejection(self.name(), "not now")


class Works(Action):
    def name(self) -> str:
        return "action_works"

    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="done")
        return []
