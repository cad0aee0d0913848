"""``waymark insights``: the report on what people ask."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import click

from bot.cli.common import Day, as_json_option, print_json, today, told
from bot.cli.store import material
from bot.insights.figures import Figures, Span, count
from bot.knowledge.loader import load
from bot.settings import ROOT
from bot.settings import load as load_settings

DEFAULT_DAYS = 30


@click.command()
@click.option("--from", "first", type=Day(), help="First day. When not given: 29 days before the last.")
@click.option("--to", "last", type=Day(), help="Last day, included. When not given: today.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@as_json_option
@told
def command(first: date | None, last: date | None, out: Path | None, *, as_json: bool) -> None:
    r"""Write one page on what people asked: how much, what, how well it was answered, what was missing.

    The page needs no other file and no network. New questions without a good answer are put into the queue on
    the way, where they stay longer than the talks themselves.

    \b
    Examples:
      ./waymark insights
      ./waymark insights --from 2026-11-01 --to 2026-11-30 --out november.html
      ./waymark insights --json
    """
    last = last or today()
    first = first or last - timedelta(days=DEFAULT_DAYS - 1)
    if first > last:
        raise click.UsageError("The first day (--from) lies after the last one (--to).")
    settings = load_settings()
    found = material(settings)
    figures = count(found.talks, found.votes, found.queue, Span(first, last))
    if as_json:
        print_json(_plain(figures))
        return
    from bot.insights.page import page  # noqa: PLC0415 - imports matplotlib

    out = out or settings.var_dir / "insights" / f"insights-{first}-to-{last}.html"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page(figures, load(ROOT / "knowledge"), datetime.now(timezone.utc)), encoding="utf-8")
    click.echo(
        f"{figures.talks:,} talks, {figures.turns:,} questions, {figures.unanswered:,} without a good answer"
    )
    click.echo(f"Report: {out}")


def _plain(figures: Figures) -> dict[str, object]:
    """Return the figures with days as text, also where they are keys."""
    data = asdict(figures)
    for name in ("by_day", "latency_by_day"):
        data[name] = {str(day): value for day, value in data[name].items()}
    return data
