"""The settings of metrics, logs and of how long talks are kept (docs/operations.md)."""

from __future__ import annotations

from bot import setting_kinds as kinds
from bot.options.option import Option

WATCHING: tuple[Option, ...] = (
    Option(
        "metrics",
        "loopback",
        kinds.one_of("off", "loopback", "private", "all"),
        "Who may read /metrics: nobody, this machine, private networks too, or everybody.",
    ),
    Option(
        "log_format",
        "text",
        kinds.one_of("text", "json"),
        "How the log is written; json is one object a line, with a line for each turn.",
    ),
    Option(
        "log_words",
        "off",
        kinds.one_of("off", "on"),
        "Whether the log shows what people write (masked), for a search for a fault.",
    ),
    Option(
        "retention_days",
        "90",
        kinds.whole(1, 3650, "days"),
        "How long talks and votes are kept after the last message.",
    ),
)
