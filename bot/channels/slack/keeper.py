"""Keeps the inbox: renews the leases of what is at work, and takes up what a dead process left."""

from __future__ import annotations

import asyncio
import logging

from bot.channels.errors import describe
from bot.channels.slack.desk import Desk
from bot.channels.slack.inbox import LEASE_SECONDS, Inbox
from bot.channels.slack.inquiry import Inquiry

ROUND_SECONDS = LEASE_SECONDS / 3

logger = logging.getLogger(__name__)


async def keep(desk: Desk, inbox: Inbox) -> None:
    """Look after the inbox until cancelled."""
    while True:
        try:
            await _look(desk, inbox)
        except Exception as error:  # noqa: BLE001 - a store that fails for a while must not end this
            logger.error("Slack's inbox could not be looked after: %s", describe(error))  # noqa: TRY400
        await asyncio.sleep(ROUND_SECONDS)


async def _look(desk: Desk, inbox: Inbox) -> None:
    if desk.at_work:
        await inbox.renew(list(desk.at_work))
    for entry in await inbox.abandoned():
        if entry.id in desk.answered:
            await inbox.done(entry.id)
            desk.answered.discard(entry.id)
        elif entry.id not in desk.at_work:
            desk.start(entry.id, Inquiry.from_json(entry.body))
