"""The report as one page that needs nothing else: no script, no other file, no address of anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.insights import sections
from bot.insights.figures import ANSWERED, ASKED_BACK, DECLINED, OUTCOMES, Figures
from bot.insights.markup import day_of, percent
from bot.knowledge.base import Knowledge

_CSS = Path(__file__).with_name("report.css")


def page(figures: Figures, knowledge: Knowledge, made: datetime) -> str:
    """Return the report as HTML. ``made`` is when, in UTC."""
    span = f"{day_of(figures.span.first)} to {day_of(figures.span.last)}"
    parts: tuple[tuple[str, str, str, Callable[[Figures, Knowledge], str]], ...] = (
        ("volume", "Questions over time", "Every message is one question; days are in UTC.", sections.volume),
        ("unanswered", "Questions without a good answer", _ABOUT_FAMILIES, sections.families),
        ("top", "What is asked most", "Answers given, the most frequent first.", sections.top),
        ("quality", "Answers by feedback", "Answers with votes, most thumbs down first.", sections.quality),
        ("declined", "What was declined, and why", "Refusals by their reason.", sections.declined),
        ("guided", "Guided talks", "How far people went; each talk counts once.", sections.guided),
        (
            "latency",
            "Time to an answer",
            "From the message to the answer, within the service.",
            sections.latency,
        ),
    )
    links = "".join(f'<a href="#{name}">{title}</a>' for name, title, _, _ in parts)
    body = "".join(
        f'<section id="{name}"><h2>{title}</h2><p>{about}</p>{show(figures, knowledge)}</section>'
        for name, title, about, show in parts
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Waymark: {span}</title><style>{_CSS.read_text(encoding='utf-8')}</style></head><body>"
        f"<header><h1>What people asked</h1><p>{span}</p><nav>{links}</nav>{_headline(figures)}</header>"
        f"<main>{body}</main><footer>Made on {made:%d %B %Y at %H:%M} UTC. Words are shown with personal "
        "data masked. Talks that were forgotten, or are older than what is kept, are not in here.</footer>"
        "</body></html>\n"
    )


_ABOUT_FAMILIES = (
    "Declined, asked back and nothing chosen, given a thumb down, or left after a doubtful answer; grouped "
    "by likeness. The command makes the stub of an entry."
)


def _headline(figures: Figures) -> str:
    up = sum(rating.up for rating in figures.ratings.values())
    votes = up + sum(rating.down for rating in figures.ratings.values())
    shares = {name: percent(figures.outcomes.get(name, 0), figures.turns) for name in OUTCOMES}
    median = f"{1000 * figures.latency[0]:.0f} ms" if figures.latency else "none"
    tiles = (
        ("talks", f"{figures.talks:,}"),
        ("questions", f"{figures.turns:,}"),
        (ANSWERED, shares[ANSWERED]),
        (ASKED_BACK, shares[ASKED_BACK]),
        (DECLINED, shares[DECLINED]),
        (f"thumbs up of {votes:,} votes", percent(up, votes)),
        ("without a good answer", f"{figures.unanswered:,}"),
        ("median time to an answer", median),
    )
    return f"<dl>{''.join(f'<div><dt>{label}</dt><dd>{value}</dd></div>' for label, value in tiles)}</dl>"
