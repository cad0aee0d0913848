"""The inbox: what was acknowledged to Slack and is not answered yet, and what was seen before.

Slack sends an event again when the answer to its request is late or lost, and sends one message as several
events. So each comes with keys, and who claims a key first answers. An entry stays until it is done, under a
lease that its process renews; when a process dies, its leases run out and another, or the same one started
again, takes the entries over.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

LEASE_SECONDS = 15.0
KEPT_SECONDS = 24 * 3600.0  # Slack repeats for some minutes only
MOST_TRIES = 3  # an entry that ends the process each time is given up


class Entry(NamedTuple):
    """An entry of the inbox: its id and what is to be answered."""

    id: str
    body: str


class Inbox(Protocol):
    """What both kinds of inbox do. They raise ``OSError`` or their library's errors when the store fails."""

    async def claim(self, keys: Sequence[str], body: str) -> str | None:
        """Put ``body`` in and return its id; None when one of ``keys`` was claimed before."""

    async def seen(self, keys: Sequence[str]) -> bool:
        """Claim ``keys`` without an entry; tell whether one of them was claimed before."""

    async def renew(self, ids: Sequence[str]) -> None:
        """Prolong the leases of ``ids``."""

    async def done(self, entry: str) -> None:
        """Take an entry out; its keys stay for a day."""

    async def abandoned(self) -> list[Entry]:
        """Take over the entries whose leases have run out, oldest first."""

    async def close(self) -> None:
        """Let go of the store."""
