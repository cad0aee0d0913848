"""What is kept where, and for how long.

Only the columns that tell the age are named: the tables belong to the parts that fill them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

import sqlalchemy as sa  # type: ignore[import-untyped]

_DAY = timedelta(days=1)

# A talk goes as a whole, when its last event is too old.
EVENTS = sa.table(
    "events", sa.column("id"), sa.column("sender_id", sa.String), sa.column("timestamp", sa.Float)
)

# Tables that go with a talk, and the column that names it.
OF_TALKS = (sa.table("turns", sa.column("conversation", sa.String)),)


class Rule(NamedTuple):
    """Rows of ``table`` go when ``column`` is at or before the limit that ``limit`` makes of a time.

    ``kept`` is for how long they stay, None for as long as the setting says. ``key`` tells rows apart.
    """

    table: str
    key: str
    column: str
    limit: Callable[[datetime], object]
    kept: timedelta | None = None


def _naive(time: datetime) -> datetime:
    return time.astimezone(timezone.utc).replace(tzinfo=None)


RULES = (
    Rule("feedback", "id", "at", _naive),
    Rule("slack_talks", "conversation", "at", datetime.timestamp),
    Rule("slack_inbox", "id", "at", datetime.timestamp),
    Rule("slack_seen", "key", "at", datetime.timestamp, _DAY),  # Slack repeats for some minutes only
    Rule("resume_codes", "digest", "expires", _naive, timedelta(0)),
    Rule("resume_tries", "id", "at", _naive, _DAY),
)
