"""Saving a talk under a short code, and taking it up elsewhere."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Choice
from bot.guided import about_me
from bot.guided.turn import Turn
from bot.knowledge.base import Knowledge
from bot.resume.codes import Codes, TooManyTries, looks_like_code
from bot.understanding.context import Context

ID = about_me.ID
_WELCOME = "Welcome back. This is what you told me:"
_NO_SUCH_CODE = "I know no such code. It may be mistyped, used already, or older than 7 days."
_TOO_MANY = "There were too many wrong codes. Please wait a quarter of an hour, then try again."
_ELSE = (Choice("What can I ask you?", "smalltalk/help"),)
_ABOUT = (
    Choice("What do you know about me?", about_me.ID),
    Choice("What do you keep about me?", "smalltalk/privacy"),
)


class Saving:
    """Keeps what a talk is about and what a person said of themselves under codes."""

    def __init__(self, codes: Codes, knowledge: Knowledge) -> None:
        self._codes = codes
        self._knowledge = knowledge

    def saved(self, context: Context, asker: str) -> Turn:
        """Return the code under which the talk can be taken up within a week."""
        code = self._codes.save(replace(context, offered=(), unsure=0).to_slot(), owner=asker)
        text = (
            f'Your code is {code}. Type "resume {code}" in another browser or in Slack, within 7 days. '
            "It works once, and whoever has it can read what you told me: keep it to yourself."
        )
        return _said(text, _ABOUT, context)

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
            return _said(_TOO_MANY, _ELSE, context)
        if snapshot is None:
            return _said(_NO_SUCH_CODE, _ELSE, context)
        saved = Context.from_slot(snapshot)
        turn = about_me.told(saved.person, self._knowledge, _WELCOME)
        return replace(turn, guided=saved.guided, topic=saved.subjects, context=saved)


def _said(text: str, choices: tuple[Choice, ...], context: Context) -> Turn:
    """Return a turn that leaves the talk as it stands."""
    return Turn(Answer(ID, text, follow_ups=choices), context.person, context.guided)
