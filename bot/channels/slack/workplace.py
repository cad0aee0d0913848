"""All parts of the Slack channel, put together when the server starts and taken apart when it stops."""

from __future__ import annotations

import logging
import re
from functools import lru_cache

import aiohttp
from sanic import Sanic
from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.channels.incoming import OnNewMessage
from bot.channels.slack.chores import Chores
from bot.channels.slack.clients import Clients, OneTeam, new_client
from bot.channels.slack.deliveries import Deliveries
from bot.channels.slack.desk import Desk
from bot.channels.slack.files import Files
from bot.channels.slack.front import Front
from bot.channels.slack.inbox import Inbox
from bot.channels.slack.keeper import keep
from bot.channels.slack.memory import Memory
from bot.channels.slack.posting import Poster
from bot.channels.slack.presses import Presses
from bot.channels.slack.questions import Questions
from bot.channels.slack.rasa_turn import RasaTurns
from bot.channels.slack.redis_inbox import RedisInbox
from bot.channels.slack.sql_inbox import SqlInbox
from bot.channels.turns import Turns
from bot.knowledge.loader import load
from bot.secret import secret_of
from bot.settings import Settings

logger = logging.getLogger(__name__)


class Workplace:
    """The running parts."""

    def __init__(
        self, settings: Settings, on_new_message: OnNewMessage, app: Sanic, session: aiohttp.ClientSession
    ) -> None:
        self._session = session
        base = new_client(settings.slack_api_url, session)
        authorize = OneTeam(new_client(settings.slack_api_url, session, settings.slack_bot_token))
        self.clients = Clients(base, authorize)
        self._chores = Chores()
        self._inbox: Inbox = (
            RedisInbox(settings.redis_url) if settings.redis_url else SqlInbox(settings.database_url)
        )
        memory = Memory(settings, lambda: getattr(app.ctx, "agent", None))
        poster = Poster(Files(secret_of(settings), lru_cache(maxsize=1)(load)))
        rasa = RasaTurns(on_new_message, settings, memory)
        self._desk = Desk(self.clients, self._inbox, poster, rasa, Turns(settings.turn_seconds))
        bolt = AsyncApp(
            name="waymark",
            signing_secret=settings.slack_signing_secret or "",
            client=base,
            authorize=authorize,  # type: ignore[arg-type]  # Bolt takes its own kind too, and means it
            request_verification_enabled=False,  # the front has done it
        )
        Presses(self._desk, memory, self._chores).listen(bolt)
        Questions(self._desk).listen(bolt)
        bolt.action(re.compile(""))(_acknowledge)  # such as a button that is a link
        deliveries = Deliveries(settings, bolt, self._desk, self._inbox, self._chores)
        self.front = Front(bolt, deliveries, settings.slack_signing_secret or " ")

    @classmethod
    async def open(cls, settings: Settings, on_new_message: OnNewMessage, app: Sanic) -> Workplace:
        """Put the parts together, within the server's event loop."""
        return cls(settings, on_new_message, app, aiohttp.ClientSession())

    async def begin(self, _app: Sanic) -> None:
        """Start what runs by itself."""
        self._chores.start(keep(self._desk, self._inbox))

    async def close(self) -> None:
        """End what runs; what is not answered stays in the inbox."""
        self._chores.cancel()
        for task in list(self._desk.at_work.values()):
            task.cancel()
        await self._inbox.close()
        await self._session.close()


async def _acknowledge(ack: AsyncAck) -> None:
    await ack()
