"""One turn in Slack: an inquiry is taken once, put to Rasa, and the answer is posted where it was asked."""

from __future__ import annotations

import asyncio
import logging

from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.errors import ChatError, describe
from bot.channels.slack import texts
from bot.channels.slack.clients import Clients, fault
from bot.channels.slack.direct import in_direct_messages
from bot.channels.slack.inbox import Inbox
from bot.channels.slack.inquiry import Inquiry
from bot.channels.slack.patience import patiently
from bot.channels.slack.posting import SLACK_ERRORS, Poster
from bot.channels.slack.rasa_turn import RasaTurns, SlowTurn
from bot.channels.slack.rush import Rush
from bot.channels.turns import Turns

_SENTENCES = {"unknown_button": texts.OLD_BUTTON}

logger = logging.getLogger(__name__)


class Desk:
    """Answers inquiries, each in a task of its own that is kept until it is done.

    ``at_work`` are the tasks by their entry in the inbox; ``answered`` are entries that are done, but could
    not be taken out because the store failed.
    """

    def __init__(
        self, clients: Clients, inbox: Inbox, poster: Poster, rasa: RasaTurns, turns: Turns, rush: Rush
    ) -> None:
        self._clients = clients
        self._inbox = inbox
        self._poster = poster
        self._rasa = rasa
        self._turns = turns
        self._rush = rush
        self.at_work: dict[str, asyncio.Task[None]] = {}
        self.answered: set[str] = set()

    async def take(self, inquiry: Inquiry) -> None:
        """Keep ``inquiry`` and start to answer it; one that was taken before is left alone.

        It is safe to acknowledge once this returns. Raises what the inbox raises; Slack asks again then.
        """
        entry = await self._inbox.claim(inquiry.keys, inquiry.to_json())
        if entry is not None:
            self.start(entry, inquiry)

    def start(self, entry: str, inquiry: Inquiry) -> None:
        """Answer an inquiry that is in the inbox as ``entry``."""
        task = asyncio.create_task(self._finish(entry, inquiry))
        self.at_work[entry] = task
        task.add_done_callback(lambda _task: self.at_work.pop(entry, None))

    async def _finish(self, entry: str, inquiry: Inquiry) -> None:
        """Answer, and take the inquiry out of the inbox.

        It stays there when the task is cancelled, or when Slack cannot be reached before Rasa was asked: it
        is tried again when its lease has run out.
        """
        await self._rush.over()
        try:
            client = await self._clients.of(inquiry.place)
        except SLACK_ERRORS as error:
            logger.error("Slack cannot be reached (%s); an inquiry waits.", fault(error))  # noqa: TRY400
            return
        try:
            await self._answer(client, inquiry)
        # Whatever happens, the person reads a sentence and the entry is not tried for ever.
        except Exception as error:  # noqa: BLE001
            logger.error("An inquiry in Slack was not answered: %s", describe(error))  # noqa: TRY400
        await self._take_out(entry)

    async def _take_out(self, entry: str) -> None:
        """Take an answered inquiry out of the inbox; the keeper does it later when the store fails now."""
        self.answered.add(entry)
        try:
            await self._inbox.done(entry)
        except Exception as error:  # noqa: BLE001 - each kind of store has errors of its own
            logger.error("An answered inquiry stays in the inbox: %s", describe(error))  # noqa: TRY400
        else:
            self.answered.discard(entry)

    async def _answer(self, client: AsyncWebClient | None, inquiry: Inquiry) -> None:
        if client is None:
            logger.info("Nobody has installed the app in %s (any more).", inquiry.place.team)
            return
        if inquiry.private:
            inquiry = await in_direct_messages(client, self._poster, inquiry)
        async with self._turns.order(inquiry.place.conversation):
            await self._turn(client, inquiry)

    async def _turn(self, client: AsyncWebClient, inquiry: Inquiry) -> None:
        place = inquiry.place
        if inquiry.following and not await patiently(lambda: self._rasa.under_way(place.conversation)):
            return
        if inquiry.menu:
            await self._poster.close_menu(client, place, inquiry.menu, inquiry.user)
        await self._poster.status(client, place)
        try:
            for message in await patiently(lambda: self._rasa.run(inquiry)):
                await self._poster.answer(client, place, message)
        except ChatError as refusal:
            await self._poster.apologise(client, place, _SENTENCES.get(refusal.code, texts.FAILED))
        except SlowTurn:
            await self._poster.apologise(client, place, texts.SLOW)
        except Exception as error:  # noqa: BLE001 - see _finish
            logger.error("A turn of %s failed: %s", place.conversation, fault(error))  # noqa: TRY400
            await self._poster.apologise(client, place, texts.FAILED)
