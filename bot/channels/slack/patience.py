"""Waiting for a store that is down: what was acknowledged to Slack stays in the inbox till it is answered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from rasa.core.lock_store import LockError
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.channels.errors import describe

# Two minutes in all. A database that is started again is back within seconds; after a longer fault people
# have gone, and an apology is better than an answer to a question of the past.
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
_FAULTS = (SQLAlchemyError, LockError, OSError)

_Found = TypeVar("_Found")

logger = logging.getLogger(__name__)


async def patiently(work: Callable[[], Awaitable[_Found]]) -> _Found:
    """Return what ``work`` returns; while the store fails, begin it anew after a pause.

    A turn may be begun anew: it is stored whole or not at all, and answered from the store when it is there.
    Raises what ``work`` raises at last, and at once what is not the store's.
    """
    for pause in PAUSES:
        try:
            return await work()
        except Exception as error:
            if not is_fault_of_store(error):
                raise
            logger.error("The store failed, a turn waits: %s", describe(error))  # noqa: TRY400 - texts stay out
        await asyncio.sleep(pause)
    return await work()


def is_fault_of_store(error: BaseException) -> bool:
    """Tell whether ``error``, or what it was raised from, is the store's."""
    return isinstance(error, _FAULTS) or isinstance(error.__cause__, _FAULTS)
