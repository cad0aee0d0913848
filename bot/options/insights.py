"""The settings of looking back (docs/insights.md)."""

from __future__ import annotations

from bot import setting_kinds as kinds
from bot.options.option import Option

INSIGHTS: tuple[Option, ...] = (
    Option(
        "unanswered_days",
        "365",
        kinds.whole(1, 3650, "days"),
        "How long questions without a good answer are kept for editors (docs/insights.md).",
    ),
)
