"""Answers that compare two roles or two credentials."""

from __future__ import annotations

from bot.answer_id import AnswerId
from bot.answers.answer import Grid
from bot.answers.draft import Draft, written
from bot.answers.sources import cited, filled
from bot.answers.wording import capitalised, first_sentence, subject_name
from bot.knowledge.base import Knowledge, references
from bot.knowledge.models import Comparison
from bot.knowledge.passages import Fact

_ROLE_ROWS = {"salary": "Pay", "entry": "The way in", "next_steps": "What comes after"}
# What a comparison is asked for, and the aspect of both entries that answers it when nobody wrote a sentence.
_ASPECT_OF = {"cost": "cost", "time": "study_time", "pay": "salary"}
_CREDENTIAL_ROWS = {
    "eligibility": "Who can take it",
    "cost": "Cost",
    "exam": "Exam",
    "study_time": "Study time",
    "renewal": "Renewal",
}


def comparison_draft(answer: AnswerId, angle: str | None, knowledge: Knowledge) -> Draft:
    """Return the draft for ``compare/<a>/<b>``: the written comparison, or a table from the two entries.

    ``angle`` is what the question compares for; where the comparison has a sentence for it, it comes first.
    """
    located = knowledge.passage(answer)
    if located is None:
        return _computed(answer, knowledge)
    draft, comparison = written(located, knowledge), located.passage
    assert isinstance(comparison, Comparison)
    sentences = {str(name): text for name, text in comparison.angles.items()}
    if angle in sentences:
        return _led_by(filled(sentences[str(angle)], located.home, knowledge), draft)
    cells = [_cell(name, _ASPECT_OF.get(str(angle), ""), knowledge) for name in answer.parts]
    if all(text for text, _ in cells):
        draft.facts += [fact for _, facts in cells for fact in facts]
        return _led_by(" ".join(text for text, _ in cells), draft)
    return draft


def _led_by(sentence: str, draft: Draft) -> Draft:
    """Put ``sentence`` in front of a comparison; the rest moves behind "more"."""
    draft.more = "\n\n".join(part for part in (draft.text, draft.more) if part)
    draft.text = sentence
    return draft


def _computed(answer: AnswerId, knowledge: Knowledge) -> Draft:
    a, b = answer.parts
    roles = a in knowledge.roles
    rows = [("In short", _summary(a, knowledge), _summary(b, knowledge))]
    facts: list[Fact] = []
    for aspect, label in (_ROLE_ROWS if roles else _CREDENTIAL_ROWS).items():
        cells = []
        for name in (a, b):
            cell, grounds = _cell(name, aspect, knowledge)
            cells.append(cell)
            facts += grounds
        if all(cells):
            rows.append((label, cells[0], cells[1]))
    facts += [fact for name in (a, b) for fact in _cell(name, "overview", knowledge)[1]]
    first, second = subject_name(a, knowledge), subject_name(b, knowledge)
    text = (
        f"{capitalised(first)}: {_summary(a, knowledge)}. {capitalised(second)}: {_summary(b, knowledge)}. "
        f"I have put the two side by side from what I know of each; nobody has written a comparison yet."
    )
    kind = "role" if roles else "credential"
    listed = [f"{kind}/{name}/overview" for name in (a, b)]
    return Draft(
        text,
        table=Grid(("", capitalised(first), capitalised(second)), tuple(rows)),
        facts=facts,
        listed=listed,
    )


def _summary(name: str, knowledge: Knowledge) -> str:
    entry = knowledge.roles.get(name) or knowledge.credentials[name]
    return entry.summary.rstrip(".")


def _cell(name: str, aspect: str, knowledge: Knowledge) -> tuple[str, list[Fact]]:
    kind = "role" if name in knowledge.roles else "credential"
    located = knowledge.passage(AnswerId(kind, (name, aspect))) if aspect else None  # type: ignore[arg-type]
    if located is None:
        return "", []
    sentence = first_sentence(located.passage.answer)
    return (
        filled(sentence, located.home, knowledge),
        cited(references(located.passage)[:2], located.home, knowledge),
    )
