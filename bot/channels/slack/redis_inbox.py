"""The inbox in Redis, for several servers that share one."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Sequence

from redis.asyncio import Redis

from bot.channels.slack.inbox import KEPT_SECONDS, LEASE_SECONDS, MOST_TRIES, Entry

_PREFIX = "waymark:slack:"
_LEASES, _BODIES, _TRIES = f"{_PREFIX}leases", f"{_PREFIX}bodies", f"{_PREFIX}tries"

# Each script runs as one step, so that two servers never get the same.
_CLAIM = """
for i = 1, #KEYS - 2 do
  if redis.call('EXISTS', KEYS[i]) == 1 then return 0 end
end
for i = 1, #KEYS - 2 do
  redis.call('SET', KEYS[i], '1', 'EX', ARGV[4])
end
if ARGV[2] ~= '' then
  redis.call('ZADD', KEYS[#KEYS - 1], ARGV[3], ARGV[1])
  redis.call('HSET', KEYS[#KEYS], ARGV[1], ARGV[2])
end
return 1
"""
_TAKE_OVER = """
local taken = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])) do
  local tries = redis.call('HINCRBY', KEYS[3], id, 1)
  if tries >= tonumber(ARGV[3]) then
    redis.call('ZREM', KEYS[1], id)
    redis.call('HDEL', KEYS[2], id)
    redis.call('HDEL', KEYS[3], id)
  else
    redis.call('ZADD', KEYS[1], ARGV[2], id)
    taken[#taken + 1] = id
    taken[#taken + 1] = redis.call('HGET', KEYS[2], id)
  end
end
return taken
"""


class RedisInbox:
    """The :class:`~bot.channels.slack.inbox.Inbox` in the Redis at ``url``; ``clock`` returns seconds."""

    def __init__(self, url: str, clock: Callable[[], float] = time.time) -> None:
        self._redis: Redis[str] = Redis.from_url(url, decode_responses=True)
        self._clock = clock

    async def claim(self, keys: Sequence[str], body: str) -> str | None:
        """Put ``body`` in and return its id; None when one of ``keys`` was claimed before."""
        return await self._claim(keys, body)

    async def seen(self, keys: Sequence[str]) -> bool:
        """Claim ``keys`` without an entry; tell whether one of them was claimed before."""
        return await self._claim(keys, "") is None

    async def renew(self, ids: Sequence[str]) -> None:
        """Prolong the leases of ``ids``."""
        until = self._clock() + LEASE_SECONDS
        if ids:
            await self._redis.zadd(_LEASES, dict.fromkeys(ids, until), xx=True)

    async def done(self, entry: str) -> None:
        """Take an entry out; its keys stay for a day."""
        async with self._redis.pipeline(transaction=True) as pipeline:
            await pipeline.zrem(_LEASES, entry).hdel(_BODIES, entry).hdel(_TRIES, entry).execute()

    async def abandoned(self) -> list[Entry]:
        """Take over the entries whose leases have run out, oldest first."""
        now = self._clock()
        values = (now, now + LEASE_SECONDS, MOST_TRIES)
        taken = await self._redis.eval(_TAKE_OVER, 3, _LEASES, _BODIES, _TRIES, *values)
        return [Entry(*pair) for pair in zip(taken[::2], taken[1::2], strict=True)]

    async def close(self) -> None:
        """Close the connections."""
        await self._redis.close()

    async def _claim(self, keys: Sequence[str], body: str) -> str | None:
        entry = uuid.uuid4().hex
        names = [*(f"{_PREFIX}seen:{key}" for key in keys), _LEASES, _BODIES]
        values = (entry, body, self._clock() + LEASE_SECONDS, int(KEPT_SECONDS))
        claimed = await self._redis.eval(_CLAIM, len(names), *names, *values)
        return entry if claimed else None
