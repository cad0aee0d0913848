"""All parts of the Slack channel, put together when the server starts and taken apart when it stops."""

from __future__ import annotations

import asyncio
import re

import aiohttp
from sanic import Sanic
from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.channels.incoming import OnNewMessage
from bot.channels.slack import checks
from bot.channels.slack.chores import Chores
from bot.channels.slack.clients import Clients, OneTeam, impatient, new_client
from bot.channels.slack.deliveries import Deliveries
from bot.channels.slack.desk import Desk
from bot.channels.slack.files import Files
from bot.channels.slack.front import Front
from bot.channels.slack.home import Home
from bot.channels.slack.inbox import Inbox
from bot.channels.slack.keeper import keep
from bot.channels.slack.lifecycle import Lifecycle
from bot.channels.slack.memory import Memory
from bot.channels.slack.oauth import ManyTeams, flow
from bot.channels.slack.output import SlackOutput
from bot.channels.slack.posting import Poster
from bot.channels.slack.presses import Presses
from bot.channels.slack.questions import Questions
from bot.channels.slack.rasa_turn import RasaTurns
from bot.channels.slack.redis_inbox import RedisInbox
from bot.channels.slack.rush import Rush
from bot.channels.slack.socket_mode import Socket
from bot.channels.slack.sql_inbox import SqlInbox
from bot.channels.turns import Turns
from bot.live.shared import live_knowledge
from bot.secret import secret_of
from bot.settings import Settings

_LAST_WORDS_SECONDS = 5.0


class Workplace:
    """The running parts. It is made within the server's event loop."""

    def __init__(self, settings: Settings, on_new_message: OnNewMessage, app: Sanic) -> None:
        self._settings = settings
        self._chores = Chores()
        self._session = aiohttp.ClientSession()
        base = new_client(settings.slack_api_url, self._session)
        teams = ManyTeams(settings, base) if settings.slack_client_id else None
        one = new_client(settings.slack_api_url, self._session, settings.slack_bot_token)
        clients = Clients(base, teams or OneTeam(one))
        self._inbox: Inbox = (
            RedisInbox(settings.redis_url) if settings.redis_url else SqlInbox(settings.database_url)
        )
        knowledge = live_knowledge(settings.var_dir)
        memory = Memory(settings, lambda: getattr(app.ctx, "agent", None))
        poster = Poster(Files(secret_of(settings), knowledge))
        rush = Rush()
        rasa = RasaTurns(on_new_message, settings, memory, rush)
        self._desk = Desk(clients, self._inbox, poster, rasa, Turns(settings.turn_seconds), rush)
        bolt = AsyncApp(
            name="waymark",
            signing_secret=settings.slack_signing_secret or "",
            client=base,
            authorize=clients.authorize,  # type: ignore[arg-type]  # Bolt takes its own kind too
            oauth_flow=flow(settings, base, teams) if teams else None,
            request_verification_enabled=False,  # the front has done it
        )
        questions = Questions(self._desk)
        for listener in (
            Presses(self._desk, clients, memory, self._chores),
            questions,
            Home(clients, memory, questions, self._chores, knowledge),
            Lifecycle(memory, teams.installations if teams else None),
        ):
            listener.listen(bolt)
        bolt.action(re.compile(""))(_acknowledge)  # such as a button that is a link
        deliveries = Deliveries(settings, bolt, self._desk, self._inbox, self._chores)
        self.output = SlackOutput(clients, poster)
        self.front = Front(bolt, deliveries, rush, settings.slack_signing_secret)
        token = settings.slack_app_token
        self._socket = Socket(token, base, bolt, deliveries, rush) if token else None
        self._one = one

    async def check(self) -> None:
        """Ask Slack whether the tokens are good. Raises :class:`bot.channels.slack.checks.TokenRefused`."""
        if self._settings.slack_bot_token:
            await checks.check_bot_token(impatient(self._one))
        if self._settings.slack_app_token:
            await checks.check_app_token(impatient(self._one), self._settings.slack_app_token)

    async def begin(self) -> None:
        """Start what runs by itself."""
        if self._socket:
            self._chores.start(self._socket.open())
        self._chores.start(keep(self._desk, self._inbox))

    async def close(self) -> None:
        """End what runs, with a moment for what is nearly answered; the rest stays in the inbox."""
        if self._socket:
            await self._socket.close()
        self._chores.cancel()
        if self._desk.at_work:
            await asyncio.wait(self._desk.at_work.values(), timeout=_LAST_WORDS_SECONDS)
        for task in list(self._desk.at_work.values()):
            task.cancel()
        await self._inbox.close()
        await self._session.close()


async def _acknowledge(ack: AsyncAck) -> None:
    await ack()
