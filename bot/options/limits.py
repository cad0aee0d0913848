"""The settings that keep one visitor from taking the service away from the others."""

from __future__ import annotations

from bot import setting_kinds as kinds
from bot.options.option import Option

_MOST = 1_000_000

LIMITS: tuple[Option, ...] = (
    Option(
        "talk_messages",
        "20",
        kinds.whole(0, _MOST, "messages a minute"),
        "How fast one conversation may go; 0 is no limit, here and in the next three. "
        "Counted in Redis where WAYMARK_REDIS_URL is set, so that several servers share the count.",
    ),
    Option(
        "address_messages",
        "120",
        kinds.whole(0, _MOST, "messages a minute"),
        "How many messages may come from one address, all its conversations together.",
    ),
    Option(
        "address_talks",
        "100",
        kinds.whole(0, _MOST, "conversations an hour"),
        "How many conversations may be started from one address.",
    ),
    Option(
        "address_requests",
        "600",
        kinds.whole(0, _MOST, "requests a minute"),
        "How many other requests (history, votes, maps, plans) may come from one address.",
    ),
    Option(
        "proxies",
        "0",
        kinds.whole(0, 10, "proxies"),
        "How many proxies of yours stand before the chat. With 0 X-Forwarded-For is not believed.",
    ),
)
