"""Readiness: a model is loaded, action server and store answer, and a rehearsal went well."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from urllib.parse import urlsplit, urlunsplit

import aiohttp
import sqlalchemy as sa  # type: ignore[import-untyped]
from rasa.core.agent import Agent
from rasa.core.tracker_store import SQLTrackerStore

from bot.channels.rehearsal import rehearse
from bot.channels.store import StrictTrackerStore
from bot.channels.talk import primary_store
from bot.watching import metrics

PATIENCE_SECONDS = 2.0


class Health:
    """Looks at the parts of the service; what it saw holds for ``keep_seconds``."""

    def __init__(self, action_port: int, keep_seconds: float = 2.0) -> None:
        self._default_actions = f"http://127.0.0.1:{action_port}/webhook"
        self._keep_seconds = keep_seconds
        self._looked_at = float("-inf")
        self._seen: dict[str, bool] = {}
        self._rehearsal: asyncio.Task[bool] | None = None
        self._lock = asyncio.Lock()

    async def checks(self, agent: Agent | None) -> dict[str, bool]:
        """Return whether the ``model``, the ``actions`` and the ``store`` are there.

        ``rehearsal`` is whether a rehearsal went well; it begins once the other parts are there.
        """
        async with self._lock:
            if time.monotonic() - self._looked_at > self._keep_seconds:
                actions, store = await asyncio.gather(self._actions(agent), _store(agent))
                self._seen = {
                    "model": agent is not None and agent.is_ready(),
                    "actions": actions,
                    "store": store,
                }
                parts_there = all(self._seen.values())
                self._seen["rehearsal"] = await self._rehearsed(agent)
                for part, there in self._seen.items():
                    metrics.UP.labels(part).set(there)
                # A start should not take longer than it must: while rehearsing, each question is a look.
                rehearsing = parts_there and not self._seen["rehearsal"]
                self._looked_at = float("-inf") if rehearsing else time.monotonic()
            return self._seen

    async def _rehearsed(self, agent: Agent | None) -> bool:
        """Tell whether the rehearsal went well; begin it, or begin it again, when that may help."""
        task = self._rehearsal
        failed = task is not None and task.done() and not task.result()
        if (task is None or failed) and agent is not None and all(self._seen.values()):
            task = self._rehearsal = asyncio.create_task(rehearse(agent))
        if task is None:
            return False
        # A task of its own: whoever asks may not want to wait so long.
        await asyncio.wait({task}, timeout=PATIENCE_SECONDS)
        return task.done() and task.result()

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
