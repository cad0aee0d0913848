"""``waymark review``: the facts that are due to be read again."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import click

from bot.cli.common import as_json_option, print_json, today, told
from bot.knowledge.loader import load
from bot.knowledge.review import DueSource, due, to_calendar
from bot.settings import ROOT


@click.command()
@click.option(
    "--days", default=90, show_default=True, type=click.IntRange(0, 3650), help="How far to look ahead."
)
@click.option(
    "--ics", type=click.Path(dir_okay=False, path_type=Path), help="Write a calendar (iCalendar) too."
)
@as_json_option
@told
def command(*, days: int, ics: Path | None, as_json: bool) -> None:
    r"""List the facts whose review is due within some days, or overdue, by the page to read.

    \b
    Examples:
      ./waymark review
      ./waymark review --days 90 --ics reviews.ics
    """
    sources = due(load(ROOT / "knowledge"), today() + timedelta(days=days))
    if ics and sources:
        ics.write_bytes(to_calendar(sources, today()))
    if as_json:
        print_json([asdict(source) for source in sources])
        return
    for source in sources:
        click.echo("\n".join(_lines(source)))
    facts = sum(len(source.facts) for source in sources)
    click.echo(f"{facts} facts from {len(sources)} pages are due within {days} days.")
    if ics:
        click.echo(f"Calendar: {ics}" if sources else "No calendar was written: it would have no event.")


def _lines(source: DueSource) -> list[str]:
    late = " OVERDUE" if source.review_by < today() else ""
    head = f"{source.review_by}{late}  {source.publisher}: {source.title}\n            {source.url}"
    facts = (
        f"  {fact.review_by}  {fact.place}  {fact.say}: {fact.value or '(no value)'}" for fact in source.facts
    )
    return [head, *facts, ""]
