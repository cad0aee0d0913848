"""Chooses what to offer next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answer_id import AnswerId
from bot.answers.answer import Choice
from bot.answers.wording import question
from bot.knowledge.base import OUTSIDE, Knowledge

FEWEST = 2
MOST = 4

# What to offer about a subject when the entry names too little, the most asked first.
_ROLE_ORDER = ("entry", "salary", "duties", "skills", "next_steps", "outlook", "overview")
_CREDENTIAL_ORDER = ("eligibility", "cost", "need", "study_time", "exam", "renewal", "how_to_get", "overview")


def follow_ups(
    answer: AnswerId, listed: Iterable[str], knowledge: Knowledge, answered: Iterable[str] = ()
) -> tuple[Choice, ...]:
    """Return two to four follow-ups.

    The ones that the entry lists come first; more about the same subjects fills up. Nothing that was just
    answered (``answer`` itself or an id in ``answered``) is offered, and nothing that has no answer.
    """
    used = {str(answer), *answered}
    chosen: list[Choice] = []
    written = [*_tools(answer), *map(AnswerId.parse, listed)]
    for number, candidate in enumerate((*written, *_related(answer, knowledge))):
        if len(chosen) == MOST or (len(chosen) > FEWEST and number >= len(written)):
            break
        if str(candidate) not in used and knowledge.can_answer(candidate):
            used.add(str(candidate))
            chosen.append(Choice(question(candidate, knowledge), str(candidate)))
    return tuple(chosen)


def _tools(answer: AnswerId) -> Iterator[AnswerId]:
    """Yield the guided talks that an answer leads to before anything else."""
    if answer.kind == "credential" and answer.parts[1] in ("eligibility", "application"):
        yield AnswerId("tool", ("eligibility", answer.parts[0]))


def _related(answer: AnswerId, knowledge: Knowledge) -> Iterator[AnswerId]:
    subjects = answer.parts if answer.kind in ("transition", "compare") else answer.parts[:1]
    for name in reversed(subjects):
        if name in knowledge.roles:
            yield from (AnswerId("role", (name, aspect)) for aspect in _ROLE_ORDER)
        elif name in knowledge.credentials:
            yield from (AnswerId("credential", (name, aspect)) for aspect in _CREDENTIAL_ORDER)
    if answer.kind == "compare" and answer.parts[0] in knowledge.roles:
        yield AnswerId("transition", answer.parts)
    if answer.kind == "transition" and OUTSIDE not in answer.parts:
        yield AnswerId("compare", tuple(sorted(answer.parts)))
    if answer.kind in ("transition", "role"):
        yield AnswerId("tool", ("plan",))
    yield AnswerId("topic", ("career_ladder",))
    yield AnswerId("topic", ("which_certification",))
    yield AnswerId("smalltalk", ("help",))
