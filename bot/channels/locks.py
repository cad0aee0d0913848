"""The lock of a conversation: turns of one conversation run one after the other, on all servers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from rasa.core.lock_store import LockStore
from rasa.utils.endpoints import EndpointConfig

from bot.channels.advisory import AdvisoryLocks
from bot.channels.database import is_postgres


class ConversationLocks(LockStore):
    """The lock store for the database at the endpoint's ``url``. ``endpoints.yml`` names it by class path.

    With PostgreSQL several servers may share the database, so the lock is PostgreSQL's; else one process
    serves and the lock is in its memory.

    Why not Rasa's (3.6.21, ``rasa/core/lock_store.py``): who waits looks once a second; a lock in use for
    longer than 60 seconds is taken away, and who waits for longer loses the message; and the lock in Redis is
    read, changed and written back, so that of 30 simultaneous pairs on two servers 9 lost a message.
    """

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        self._here: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._shared = AdvisoryLocks(endpoint_config.url) if is_postgres(endpoint_config.url) else None

    @asynccontextmanager
    async def lock(self, conversation_id: str, *_lifetimes: float) -> AsyncIterator[None]:
        """Hold the lock of a conversation. There is no lifetime: it ends with the turn, or with the process.

        Raises ``LockError`` when another server holds it for too long, and SQLAlchemy's errors.
        """
        here = self._here.setdefault(conversation_id, asyncio.Lock())
        async with here:
            if self._shared is None:
                yield
                return
            async with self._shared.hold(conversation_id):
                yield
