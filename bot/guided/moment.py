"""One message of a talk, with all that deciding about it takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.guided.signs import speaks_of_me
from bot.guided.state import Guided
from bot.profile.person import Person
from bot.profile.reading import read_person
from bot.understanding.context import Context
from bot.understanding.question import Question


@dataclass(frozen=True)
class Moment:
    """A message, the talk before it and the day.

    ``asker`` names the conversation, to count its tries at codes.
    """

    question: Question
    context: Context
    today: date
    asker: str = ""

    @property
    def text(self) -> str:
        """Return the words of the message, empty for a button without words."""
        return self.question.text

    @property
    def person(self) -> Person:
        """Return what was known of the person before the message."""
        return self.context.person

    @property
    def guided(self) -> Guided | None:
        """Return the guided talk that was begun before the message."""
        return self.context.guided

    def read(self, expecting: str | None = None) -> Person:
        """Return what the message alone tells; ``expecting`` names the question that it may answer."""
        return read_person(self.text, self.question.mentions, expecting, self.today)

    def person_after(self) -> Person:
        """Return the person with what an ordinary message tells of them; a button tells nothing."""
        if self.question.pressed is not None or not speaks_of_me(self.text):
            return self.person
        return self.person.merged(self.read())

    def within(self, guided: Guided | None) -> Moment:
        """Return the same message, said within another guided talk."""
        return replace(self, context=replace(self.context, guided=guided))
