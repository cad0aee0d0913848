"""The call of the action server: over a connection that is kept, with what an action reads and no more.

Rasa (3.6.21) opens a connection for each call and closes it, and sends all events of the tracker, each
message with its whole ranking of intents. That is most of what a call costs: 4 ms of the chat server's time
and one of the action server's. ``rasa_patches.apply`` puts these in Rasa's place.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakKeyDictionary

import aiohttp
import rasa
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig

# actions/server.py keeps a connection longer, so that it is never closed on a call that has just begun.
KEPT_SECONDS = 15.0

_stock_session = EndpointConfig.session
_sessions: WeakKeyDictionary[asyncio.AbstractEventLoop, aiohttp.ClientSession] = WeakKeyDictionary()


def call_format(action: RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
    """Return what is sent: as ``RemoteAction._action_call_format``, but ``events`` is empty.

    Ours reads the slots and the newest message; what it must know of the talk is in a slot (``context``).
    """
    body = {
        "next_action": action.name(),
        "sender_id": tracker.sender_id,
        "tracker": {**tracker.current_state(EventVerbosity.NONE), "events": []},
        "version": rasa.__version__,
    }
    selective = action._is_selective_domain_enabled()  # noqa: SLF001 - the setting of endpoints.yml
    if not selective or domain.does_custom_action_explicitly_need_domain(action.name()):
        body["domain"] = domain.as_dict()
    return body


@asynccontextmanager
async def lend_session(endpoint: EndpointConfig) -> AsyncIterator[aiohttp.ClientSession]:
    """Yield a session that stays open when the call is over.

    One serves all endpoints: Rasa puts headers and parameters into each request. Only an endpoint with a
    password has them in the session, and gets Rasa's own.
    """
    if endpoint.basic_auth:
        async with _stock_session(endpoint) as session:
            yield session
        return
    loop = asyncio.get_running_loop()
    session = _sessions.get(loop)
    if session is None or session.closed:
        session = _sessions[loop] = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(keepalive_timeout=KEPT_SECONDS),
            cookie_jar=aiohttp.DummyCookieJar(),
        )
    yield session


async def end_calls() -> None:
    """Close the connections that this event loop has kept."""
    session = _sessions.pop(asyncio.get_running_loop(), None)
    if session is not None:
        await session.close()
