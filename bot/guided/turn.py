"""One turn of a guided talk: what is said, and where the talk stands after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Choice, Download, Grid, Picture, SourceLine
from bot.guided.state import Guided
from bot.profile.person import Person

if TYPE_CHECKING:
    from bot.understanding.context import Context


@dataclass(frozen=True)
class Turn:
    """A reply with the person and the state after it.

    ``topic`` are the subjects that the talk is now about. ``context`` replaces the context of the talk, when a saved
    one is taken up.
    """

    answer: Answer
    person: Person
    guided: Guided | None
    topic: tuple[str, ...] = ()
    context: Context | None = None


def reply(
    answer_id: str,
    text: str,
    choices: Iterable[Choice] = (),
    *,
    table: Grid | None = None,
    sources: tuple[SourceLine, ...] = (),
    picture: Picture | None = None,
    downloads: tuple[Download, ...] = (),
    more: str | None = None,
    forget: bool = False,
) -> Answer:
    """Return an answer of a guided talk. It never doubts: its words come from rules and from the person."""
    return Answer(
        id=answer_id,
        text=text,
        more=more,
        table=table,
        picture=picture,
        downloads=downloads,
        sources=sources,
        follow_ups=tuple(choices),
        forget=forget,
    )
