"""``waymark check``: the same as ``make check``; with ``--json`` the faults as data."""

from __future__ import annotations

import sys
from typing import Any

import click

from bot.cli.common import as_json_option, print_json, today
from bot.knowledge.faults import all_problems
from bot.knowledge.problems import Problem
from bot.service.validation import validate
from bot.settings import ROOT


@click.command()
@click.option("--knowledge", "only_knowledge", is_flag=True, help="Leave out Rasa's own slow check.")
@as_json_option
def command(*, only_knowledge: bool, as_json: bool) -> None:
    r"""Check the knowledge and the training data; each fault names file, line and cure.

    The exit code is 0 when nothing is wrong; a review that is due only warns.

    \b
    Examples:
      ./waymark check
      ./waymark check --knowledge --json
    """
    problems = all_problems(ROOT, today())
    faults = [problem for problem in problems if not problem.warning]
    if as_json:
        print_json([as_data(problem) for problem in problems])
    else:
        for problem in problems:
            click.echo(str(problem))
        click.echo(f"{len(faults)} faults, {len(problems) - len(faults)} warnings")
    refused = 0 if only_knowledge or as_json else validate(ROOT)
    sys.exit(1 if faults or refused else 0)


def as_data(problem: Problem) -> dict[str, Any]:
    """Return ``problem`` as plain data, its file as seen from the project's folder."""
    return {
        "file": str(problem.file.relative_to(ROOT)),
        "line": problem.line,
        "key": problem.key,
        "message": problem.message,
        "cure": problem.cure,
        "warning": problem.warning,
    }
