"""All that is wrong with the knowledge and the training data of a project, in one list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.knowledge.checks import check
from bot.knowledge.checks.training import check_training
from bot.knowledge.loader import load_leniently
from bot.knowledge.problems import Problem


def all_problems(project: Path, today: date) -> list[Problem]:
    """Return every fault and warning of ``project``'s knowledge and training data as of ``today``.

    Files that cannot be read hide what depends on them: then only the faults of shape are returned.
    """
    knowledge, shape = load_leniently(project / "knowledge")
    if knowledge.unreadable:
        return shape
    return sorted({*shape, *check(knowledge, today), *check_training(project, knowledge)})
