"""All settings that there are, by what they are for, in the order of ``.env.example``."""

from __future__ import annotations

from bot.options.chat import CHAT
from bot.options.insights import INSIGHTS
from bot.options.limits import LIMITS
from bot.options.option import PREFIX, Option
from bot.options.service import SERVICE
from bot.options.slack import SLACK
from bot.options.watching import WATCHING

__all__ = ["OPTIONS", "PREFIX", "Option"]

OPTIONS: tuple[Option, ...] = (*SERVICE, *CHAT, *LIMITS, *INSIGHTS, *SLACK, *WATCHING)
