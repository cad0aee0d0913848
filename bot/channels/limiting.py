"""How much may come in a minute or an hour: of one conversation, and from one address.

Counting is the library limits' own, with a moving window: in this process, or in Redis where the settings
name one, which all servers then share. An address is counted under a keyed hash, so that none is stored.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import math
import time
from ipaddress import IPv6Address, ip_address, ip_network

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import MovingWindowRateLimiter
from sanic.request import Request

from bot.channels.errors import ChatError
from bot.channels.origins import API
from bot.secret import secret_of
from bot.settings import Settings

# Redis that does not answer must not hold up the chat.
_REDIS_SECONDS = 1.0
# One household or office has a whole network of this size.
_IPV6_NETWORK = 64
_TWO_MINUTES = 120
_FILES = ("/chat/map.", "/chat/plan/")

logger = logging.getLogger(__name__)


class Limits:
    """The limits of the settings. Every method raises :class:`ChatError` ``too_fast`` above a limit."""

    def __init__(self, settings: Settings) -> None:
        self._secret = secret_of(settings).encode()
        self._proxies = settings.proxies
        self._talk_messages = _a_minute(settings.talk_messages, "talk-messages")
        self._messages = _a_minute(settings.address_messages, "messages")
        self._requests = _a_minute(settings.address_requests, "requests")
        self._talks = _an_hour(settings.address_talks, "talks")
        self._here = MovingWindowRateLimiter(MemoryStorage())
        self._shared = _in_redis(settings.redis_url) if settings.redis_url else None

    async def admit(self, request: Request) -> None:
        """Count a request against the limits of its address: a middleware for the whole app."""
        limit = self._of(request)
        if limit is not None:
            await self._count(limit, address_of(request, self._proxies))

    async def message(self, conversation: str) -> None:
        """Count a message against the limit of its conversation."""
        if self._talk_messages is not None:
            await self._count(self._talk_messages, conversation)

    def _of(self, request: Request) -> RateLimitItem | None:
        if request.path == f"{API}messages":
            return self._messages
        if request.path == f"{API}conversations":
            return self._talks
        return self._requests if request.path.startswith((API, *_FILES)) else None

    async def _count(self, limit: RateLimitItem, who: str) -> None:
        key = hmac.new(self._secret, who.encode(), "sha256").hexdigest()[:32]
        seconds = await self._wait(limit, key)
        if seconds:
            raise ChatError("too_fast", seconds=seconds, wait=spoken(seconds))

    async def _wait(self, limit: RateLimitItem, key: str) -> int:
        """Count; return 0, or after how many seconds there is room. This process counts when Redis fails."""
        if self._shared is not None:
            try:
                return await asyncio.to_thread(_hit, self._shared, limit, key)
            except StorageError as error:
                logger.warning("Counting requests in Redis failed: %s", type(error.storage_error).__name__)
        return _hit(self._here, limit, key)


def _hit(limiter: MovingWindowRateLimiter, limit: RateLimitItem, key: str) -> int:
    if limiter.hit(limit, key):
        return 0
    return max(1, math.ceil(limiter.get_window_stats(limit, key).reset_time - time.time()))


def spoken(seconds: int) -> str:
    """Return a time as it is said: in seconds, above two minutes in minutes."""
    if seconds > _TWO_MINUTES:
        return f"{math.ceil(seconds / 60)} minutes"
    return f"{seconds} second{'s' if seconds != 1 else ''}"


def address_of(request: Request, proxies: int) -> str:
    """Return the client's address; of an IPv6 address its network.

    ``proxies`` is how many of our own stand before us: so many entries from the end of ``X-Forwarded-For`` is
    what the outermost of them saw. What stands before that entry can be anybody's invention.
    """
    written = (request.remote_addr if proxies else "") or request.ip
    try:
        address = ip_address(written.strip("[]"))
    except ValueError:
        return written
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped
        return str(inner or ip_network((address, _IPV6_NETWORK), strict=False))
    return str(address)


def _a_minute(count: int, name: str) -> RateLimitItem | None:
    return RateLimitItemPerMinute(count, namespace=name) if count else None


def _an_hour(count: int, name: str) -> RateLimitItem | None:
    return RateLimitItemPerHour(count, namespace=name) if count else None


def _in_redis(url: str) -> MovingWindowRateLimiter:
    storage = RedisStorage(
        url.replace("unix://", "redis+unix://", 1) if url.startswith("unix") else url,
        wrap_exceptions=True,
        key_prefix="waymark-limits",
        socket_timeout=_REDIS_SECONDS,
        socket_connect_timeout=_REDIS_SECONDS,
    )
    return MovingWindowRateLimiter(storage)
