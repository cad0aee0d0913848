"""The report of an evaluation run, in lines of plain text."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from bot.evaluation.reliability import calibration_error, reliability
from bot.evaluation.score import (
    TURNS,
    Outcome,
    confusions,
    false_refusals,
    over_matches,
    share,
    share_by,
    summary,
)

MOST_CONFUSIONS = 20


def report(runs: Mapping[str, list[Outcome]]) -> str:
    """Return the report on ``runs``, a run for each set by name: figures, groups, calibration, misses."""
    found = list(chain.from_iterable(runs.values()))
    sets = {name: (len(of), share(o.right for o in of)) for name, of in runs.items()}
    sections = (
        _figures(found),
        _shares("by set", sets if len(sets) > 1 else {}),
        _shares("by family of answers", share_by(found, lambda turn: turn.family)),
        _shares("by group", share_by(found, lambda turn: turn.group)),
        _shares("by kind of dialogue", share_by(found, lambda turn: turn.kind)),
        _calibration(found),
        _confusions(found),
        _listed("refused by mistake", false_refusals(found)),
        _listed("taken by another family with great confidence", over_matches(found)),
        _listed("misses", [outcome for outcome in found if not outcome.right]),
    )
    return "\n\n".join("\n".join(lines) for lines in sections if lines)


def typo_report(plain: list[Outcome], slipped: list[Outcome]) -> str:
    """Return a table of the headline figures as asked, with one slip a question, and the drop between."""
    before, after = summary(plain), summary(slipped)
    before.pop(TURNS)
    lines = [f"{'with one slip a question':40} {'before':>8} {'after':>8} {'drop':>8}"]
    lines += [
        f"{label:40} {value:8.1%} {after[label]:8.1%} {value - after[label]:+8.1%}"
        for label, value in before.items()
    ]
    lost = [new for old, new in zip(plain, slipped, strict=True) if old.right and not new.right]
    return "\n".join((*lines, "", *_listed("lost by a slip", lost)))


def _figures(found: list[Outcome]) -> list[str]:
    figures = summary(found)
    lines = [f"{TURNS:40} {figures.pop(TURNS):8.0f}"]
    return lines + [f"{label:40} {value:8.1%}" for label, value in figures.items()]


def _shares(title: str, shares: Mapping[str, tuple[int, float]]) -> list[str]:
    lines = [f"  {name:28} {count:5}  {value:6.1%}" for name, (count, value) in shares.items()]
    return [f"{title} (turns, share right)", *lines] if lines else []


def _calibration(found: list[Outcome]) -> list[str]:
    table = reliability(found)
    return [
        "calibration (confidence, turns, mean confidence, share right; asked back, the first choice counts)",
        *(
            f"  {row.low:.1f} to {row.high:.1f} {row.turns:5}  {row.confidence:6.1%}  {row.right:6.1%}"
            for row in table
        ),
        f"  expected calibration error {calibration_error(table):.1%}",
    ]


def _confusions(found: list[Outcome]) -> list[str]:
    pairs = confusions(found)[:MOST_CONFUSIONS]
    return [
        "confusions (expected, given, times)",
        *(f"  {expected} -> {given}  {count}" for expected, given, count in pairs),
    ]


def _listed(title: str, outcomes: list[Outcome]) -> list[str]:
    return [f"{title}: {len(outcomes)}", *map(_line, outcomes)]


def _line(outcome: Outcome) -> str:
    wanted = " | ".join(outcome.turn.labels)
    given = outcome.answer + (f" [{', '.join(outcome.options)}]" if outcome.options else "")
    signs = f"{outcome.confidence:.2f}; {outcome.intent} {outcome.likelihood:.2f}"
    return f"  {outcome.turn.text!r}: wanted {wanted}, gave {given} ({signs})"
