"""What the bot says, posted: answers with files, status, closed menus, sentences when something fails."""

from __future__ import annotations

import asyncio
import logging

import aiohttp
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.messages import Message
from bot.channels.slack import texts
from bot.channels.slack.blocks import LONGEST_TEXT
from bot.channels.slack.clients import fault, impatient
from bot.channels.slack.files import Files
from bot.channels.slack.inquiry import Menu
from bot.channels.slack.pace import Pace
from bot.channels.slack.place import Place
from bot.channels.slack.render import Post, closed, posts, sentence
from bot.channels.slack.words import cut, harmless

SLACK_ERRORS = (SlackClientError, aiohttp.ClientError, asyncio.TimeoutError)
_STATUS_SECONDS = 2.0

logger = logging.getLogger(__name__)


class Poster:
    """Posts to a place with a client that has its token. Methods raise ``SLACK_ERRORS`` unless they say."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._pace = Pace()

    async def answer(self, client: AsyncWebClient, place: Place, message: Message) -> None:
        """Post ``message`` and the files that belong to it."""
        for post in posts(message, place.conversation):
            await self.post(client, place, post)
        try:
            await self._files.upload(client, place, message["answer"] or {})
        except SLACK_ERRORS as error:
            logger.error("A file could not be uploaded: %s", fault(error))  # noqa: TRY400 - texts stay out of logs
            await self.post(client, place, sentence(texts.NO_FILE))

    async def post(self, client: AsyncWebClient, place: Place, post: Post) -> str:
        """Post to a place and return the time stamp, which is the message's id."""
        await self._pace.wait(place.channel)
        reply = await client.chat_postMessage(
            channel=place.channel, thread_ts=place.thread, **post.arguments()
        )
        return str(reply["ts"])

    async def status(self, client: AsyncWebClient, place: Place) -> None:
        """Show that the bot is at work. Nothing waits for this long, and nothing fails with it."""
        if place.thread is None:
            return
        call = impatient(client).assistant_threads_setStatus(
            channel_id=place.channel, thread_ts=place.thread, status=texts.STATUS
        )
        try:
            await asyncio.wait_for(call, _STATUS_SECONDS)
        except SLACK_ERRORS as error:
            logger.info("The status could not be shown: %s", fault(error))

    async def close_menu(self, client: AsyncWebClient, place: Place, menu: Menu, user: str) -> None:
        """Take the buttons off a message and say there what was chosen. Failures are only logged."""
        note = texts.CHOSE.format(user=user, title=harmless(menu.title))
        try:
            await client.chat_update(
                channel=place.channel,
                ts=menu.ts,
                text=f"{cut(menu.text, LONGEST_TEXT)}\n{note}",
                blocks=closed(menu.blocks, note),
            )
        except SLACK_ERRORS as error:
            logger.error("A menu could not be closed: %s", fault(error))  # noqa: TRY400

    async def apologise(self, client: AsyncWebClient, place: Place, text: str) -> None:
        """Post one sentence; when that fails too, it is logged."""
        try:
            await self.post(client, place, sentence(text))
        except SLACK_ERRORS as error:
            logger.error("An apology could not be posted: %s", fault(error))  # noqa: TRY400
