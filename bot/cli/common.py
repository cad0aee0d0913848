"""What several commands need: printing data, days as options, faults as exit codes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime, timezone
from functools import wraps
from typing import TypeVar

import click
from typing_extensions import ParamSpec

from bot.knowledge.problems import KnowledgeError
from bot.settings import SettingsError

_SLUG = re.compile(r"[a-z0-9][a-z0-9_]*")

P = ParamSpec("P")
R = TypeVar("R")

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


class Day(click.ParamType[date]):
    """A day as an option: ``2026-11-30``."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; click tells the person what is wrong with another text."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is no day such as 2026-11-30.", param, ctx)


class Slug(click.ParamType[str]):
    """A name of an entry as an option: ``change_management``."""

    name = "name"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name; click tells the person what is wrong with another text."""
        if _SLUG.fullmatch(str(value)) is None:
            self.fail(f"'{value}' should have only a to z, 0 to 9 and _.", param, ctx)
        return str(value)


def print_json(data: object) -> None:
    """Print ``data`` for programs; days and times become ISO text."""
    click.echo(json.dumps(data, indent=2, ensure_ascii=False, default=str))


def today() -> date:
    """Return the day of now in UTC, as the answers use it."""
    return datetime.now(timezone.utc).date()


def told(work: Callable[P, R]) -> Callable[P, R]:
    """Say what the person can mend (settings, knowledge) as a sentence and exit code 1, without a trace."""

    @wraps(work)
    def telling(*arguments: P.args, **options: P.kwargs) -> R:
        try:
            return work(*arguments, **options)
        except (KnowledgeError, SettingsError) as error:
            raise click.ClickException(str(error)) from error

    return telling
