"""Readiness: a model is loaded, the action server answers, the tracker store can be read."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from urllib.parse import urlsplit, urlunsplit

import aiohttp
import sqlalchemy as sa  # type: ignore[import-untyped]
from rasa.core.agent import Agent
from rasa.core.tracker_store import SQLTrackerStore

from bot.channels.store import StrictTrackerStore
from bot.channels.talk import primary_store

PATIENCE_SECONDS = 2.0


class Health:
    """Looks at the parts of the service; what it saw holds for ``keep_seconds``."""

    def __init__(self, action_port: int, keep_seconds: float = 2.0) -> None:
        self._default_actions = f"http://127.0.0.1:{action_port}/webhook"
        self._keep_seconds = keep_seconds
        self._looked_at = float("-inf")
        self._seen: dict[str, bool] = {}
        self._lock = asyncio.Lock()

    async def checks(self, agent: Agent | None) -> dict[str, bool]:
        """Return whether the ``model``, the ``actions`` and the ``store`` are there."""
        async with self._lock:
            if time.monotonic() - self._looked_at > self._keep_seconds:
                actions, store = await asyncio.gather(self._actions(agent), _store(agent))
                self._seen = {
                    "model": agent is not None and agent.is_ready(),
                    "actions": actions,
                    "store": store,
                }
                self._looked_at = time.monotonic()
            return self._seen

    async def _actions(self, agent: Agent | None) -> bool:
        endpoint = agent.action_endpoint if agent else None
        address = urlsplit(endpoint.url if endpoint else self._default_actions)
        url = urlunsplit((address.scheme, address.netloc, "/health", "", ""))
        timeout = aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
        try:
            async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as reply:
                return reply.ok
        except (aiohttp.ClientError, asyncio.TimeoutError):
            return False


async def _store(agent: Agent | None) -> bool:
    if agent is None:
        return False
    store = primary_store(agent)
    if not isinstance(store, SQLTrackerStore):
        return store is not None
    try:
        look = store.touch if isinstance(store, StrictTrackerStore) else partial(_touch, store.engine)
        await asyncio.wait_for(asyncio.to_thread(look), PATIENCE_SECONDS)
    except (sa.exc.SQLAlchemyError, OSError, asyncio.TimeoutError):
        return False
    return True


def _touch(engine: sa.engine.Engine) -> None:
    with engine.connect() as connection:
        connection.execute(sa.text("SELECT 1 FROM events LIMIT 1"))
