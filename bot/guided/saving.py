"""Saving a talk under a short code, and taking it up elsewhere."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Choice
from bot.guided import about_me
from bot.guided.turn import Turn, reply
from bot.knowledge.base import Knowledge
from bot.resume.codes import Codes, TooManyTries, looks_like_code
from bot.understanding.context import Context

ID = "tool/profile"


class Saving:
    """Keeps what a talk is about and what a person said of themselves under codes."""

    def __init__(self, codes: Codes, knowledge: Knowledge) -> None:
        self._codes = codes
        self._knowledge = knowledge

    def saved(self, context: Context, asker: str) -> Turn:
        """Return the code under which the talk can be taken up within a week."""
        code = self._codes.save(replace(context, offered=(), unsure=0).to_slot(), owner=asker)
        text = (
            f'Your code is {code}. Type "resume {code}" in another browser or in Slack, within 7 days. It works once, '
            "and whoever has it can read what you told me: keep it to yourself."
        )
        choices = [
            Choice("What do you know about me?", about_me.ID),
            Choice("What do you keep about me?", "smalltalk/privacy"),
        ]
        return Turn(reply(ID, text, choices), context.person, context.guided)

    def forget(self, asker: str) -> None:
        """Delete what was saved in the talk of ``asker``."""
        self._codes.forget(asker)

    def resumed(self, text: str, context: Context, asker: str) -> Turn | None:
        """Return the turn that takes up a saved talk; None when ``text`` holds no code."""
        code = looks_like_code(text)
        if code is None:
            return None
        try:
            snapshot = self._codes.take(code, asker)
        except TooManyTries:
            told = "There were too many wrong codes. Please wait a quarter of an hour, then try again."
            return Turn(reply(ID, told, _ELSE), context.person, context.guided)
        if snapshot is None:
            told = "I know no such code. It may be mistyped, used already, or older than 7 days."
            return Turn(reply(ID, told, _ELSE), context.person, context.guided)
        saved = Context.from_slot(snapshot)
        before = "Welcome back. This is what you told me:"
        turn = about_me.told(saved.person, self._knowledge, before)
        return replace(turn, guided=saved.guided, topic=saved.subjects, context=saved)


_ELSE = (Choice("What can I ask you?", "smalltalk/help"),)
