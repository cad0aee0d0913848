"""Tells whether a confidence means what it says: of turns answered with 0.8, eight in ten should be right."""

from __future__ import annotations

from dataclasses import dataclass

from bot.evaluation.score import Outcome, share

BINS = 10


@dataclass(frozen=True)
class Bin:
    """The turns whose confidence lies from ``low`` to below ``high``, in the last bin also at 1.

    ``confidence`` is their mean, ``right`` the share whose likeliest reading was right.
    """

    low: float
    high: float
    turns: int
    confidence: float
    right: float


def reliability(outcomes: list[Outcome], bins: int = BINS) -> list[Bin]:
    """Return the reliability table over equal bins of the replies' confidence; empty bins are left out."""
    inside: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        inside.setdefault(min(int(outcome.confidence * bins), bins - 1), []).append(outcome)
    return [
        Bin(
            low=place / bins,
            high=(place + 1) / bins,
            turns=len(found),
            confidence=sum(o.confidence for o in found) / len(found),
            right=share(o.guessed for o in found),
        )
        for place, found in sorted(inside.items())
    ]


def calibration_error(table: list[Bin]) -> float:
    """Return the expected calibration error: how far confidence and share right lie apart, a turn on average.

    Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015.
    """
    turns = sum(row.turns for row in table)
    return sum(row.turns * abs(row.confidence - row.right) for row in table) / turns if turns else 0.0
