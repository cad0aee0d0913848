"""Checks of what entries say of one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.answer_id import REFUSALS, SMALLTALK, AnswerId
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.knowledge.problems import Problem

FEWEST_FOLLOW_UPS = 2


def names_are_known(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Transitions join roles that exist, comparisons two roles or two credentials that exist."""
    for start, goal in knowledge.transitions:
        source = knowledge.files[f"transitions/{start}"]
        if start not in knowledge.roles and start != OUTSIDE:
            yield source.problem((), f"'{start}' is no role", "Name the file after a role, or 'outside'")
        if goal not in knowledge.roles:
            cure = f"Use one of: {', '.join(knowledge.roles)}"
            yield source.problem(("to", goal), f"'{goal}' is no role", cure)
        elif goal == start:
            yield source.problem(("to", goal), "a move to the same role", "Remove it")
    for a, b in knowledge.comparisons:
        if not knowledge.can_answer(AnswerId("compare", (a, b))):
            cure = "Name the file after two roles or two credentials that have entries"
            message = f"'{a}' and '{b}' are not two roles or two credentials"
            yield knowledge.files[f"comparisons/{a}-{b}"].problem((), message, cure)
    for name, profession in knowledge.professions.items():
        for number, role in enumerate(profession.best_first_roles):
            if role not in knowledge.roles:
                place = ("professions", name, "best_first_roles", number)
                source = knowledge.files["transitions/outside"]
                yield source.problem(
                    place, f"'{role}' is no role", "Use the name of a file in knowledge/roles"
                )


def follow_ups_lead_on(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every passage offers two or more follow-ups; each leads to an answer, none to the passage itself."""
    for located in knowledge.passages():
        source = knowledge.files[located.home]
        listed = [str(item) for item in located.passage.follow_ups]
        if len(set(listed)) < FEWEST_FOLLOW_UPS:
            message = f"fewer than {FEWEST_FOLLOW_UPS} follow-ups"
            yield source.problem((*located.key, "follow_ups"), message, "Add what a person would ask next")
        for number, text in enumerate(listed):
            fault = _follow_up_fault(knowledge, located.id, text)
            if fault:
                cure = (
                    "Name an answer that exists (bot/answer_id.py has the grammar, the file names the rest)"
                )
                yield source.problem((*located.key, "follow_ups", number), fault, cure)


def _follow_up_fault(knowledge: Knowledge, here: AnswerId, text: str) -> str | None:
    try:
        answer = AnswerId.parse(text)
    except ValueError as error:
        return str(error)
    if answer == here:
        return f"'{text}' leads back to this very answer"
    if not knowledge.can_answer(answer):
        return f"'{text}' leads to no entry"
    return None


def phrases_are_complete(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Small talk and refusals each have exactly the phrases that the ids name, and lead on to answers."""
    for file, kind, names in (("smalltalk", "smalltalk", SMALLTALK), ("refusals", "out_of_scope", REFUSALS)):
        source = knowledge.files.get(file)
        if source is None or not isinstance(source.data, dict):
            continue
        wanted = {f"{kind}/{name}" for name in names}
        written = {str(key) for key in source.data}
        for missing in sorted(wanted - written):
            yield source.problem((), f"'{missing}' is missing", "Add it; the other entries show its shape")
        for extra in sorted(written - wanted):
            yield source.problem((extra,), f"'{extra}' is no {kind} id", "Correct its name or remove it")
    for name, phrase in knowledge.phrases.items():
        source = knowledge.files["refusals" if name.startswith("out_of_scope/") else "smalltalk"]
        for number, text in enumerate(phrase.follow_ups):
            fault = _follow_up_fault(knowledge, AnswerId.parse(name), text)
            if fault:
                yield source.problem((name, "follow_ups", number), fault, "Name an answer that exists")
