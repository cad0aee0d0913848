"""The handlers of ``/chat/api/*`` and ``/health``."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial

from rasa.core.agent import Agent
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.channels import guard, talk
from bot.channels.admission import Admission
from bot.channels.errors import RETRY_SECONDS, ChatError, answer, dumps
from bot.channels.feedback import Feedback
from bot.channels.health import Health
from bot.channels.incoming import OnNewMessage, hand_over, user_message
from bot.channels.limiting import Limits
from bot.channels.messages import Collector, Message, empty_reply, long_reply
from bot.channels.tokens import Tokens, new_conversation
from bot.channels.turns import Turns
from bot.secret import secret_of
from bot.settings import Settings
from bot.watching import metrics

CHANNEL = "web"
EVENT_STREAM = "text/event-stream"


class ChatApi:
    """The API of the web chat. ``on_new_message`` is Rasa's way in."""

    def __init__(self, settings: Settings, on_new_message: OnNewMessage) -> None:
        self._settings = settings
        self.limits = Limits(settings)
        self._on_new_message = on_new_message
        self._tokens = Tokens(secret_of(settings), settings.token_days)
        self._turns = Turns(settings.turn_seconds)
        self._admission = Admission(settings.turns_waiting)
        self._feedback = Feedback(settings.database_url)
        self.health_checks = Health(settings.action_port)

    async def start(self, request: Request) -> HTTPResponse:
        """Start a conversation: 201 with its id and its token."""
        await guard.read_body(request, self._settings.body_limit)
        conversation = new_conversation()
        body = {"conversation": conversation, "token": self._tokens.issue(conversation)}
        return answer(body, 201)

    async def send(self, request: Request) -> HTTPResponse | None:
        """Take a message; answer with the bot's, all at once or as server-sent events."""
        conversation = self._conversation(request)
        await self.limits.message(conversation)
        ask = guard.read_ask(await guard.read_body(request, self._settings.body_limit))
        messages = self._messages(request, conversation, ask)
        if EVENT_STREAM in request.headers.getone("accept", ""):
            await _stream(request, messages)
            return None
        return answer({"messages": [message async for message in messages]})

    async def history(self, request: Request) -> HTTPResponse:
        """Answer with the talk so far, or with its ``last`` entries."""
        conversation = self._conversation(request)
        last = guard.read_last(request.args.get("last"))
        entries = await talk.newest(_agent(request), conversation, last)
        return answer({"conversation": conversation, "messages": entries})

    async def forget(self, request: Request) -> HTTPResponse:
        """Delete the conversation, and cut its votes loose from it: 204."""
        conversation = self._conversation(request)
        async with self._turns.order(conversation):
            await self._forget(_agent(request), conversation)
        return HTTPResponse(status=204)

    async def vote(self, request: Request) -> HTTPResponse:
        """Store a thumb on an answer: 201 with what was stored."""
        conversation = self._conversation(request)
        vote = guard.read_vote(await guard.read_body(request, self._settings.body_limit))
        await _database(self._feedback.record, CHANNEL, conversation, vote)
        metrics.count_vote(vote.vote, vote.reason)
        return answer(vote._asdict(), 201)

    async def health(self, request: Request) -> HTTPResponse:
        """Answer whether the service is alive and ready: 200, or 503 with the part that is not."""
        if self._turns.closed:
            raise ChatError("not_ready")
        checks = await self.health_checks.checks(getattr(request.app.ctx, "agent", None))
        headers = {"Cache-Control": "no-store"}
        if all(checks.values()):
            return answer({"status": "ready", "alive": True, "checks": checks}, headers=headers)
        body = {"status": "not ready", "alive": True, "checks": checks, **ChatError("not_ready").body}
        return answer(body, 503, {**headers, "Retry-After": str(RETRY_SECONDS)})

    async def live(self, request: Request) -> HTTPResponse:  # noqa: ARG002 - Sanic's signature
        """Answer that the process is alive, whatever its parts do: 200."""
        return answer({"status": "alive"}, headers={"Cache-Control": "no-store"})

    async def finish(self, seconds: float) -> None:
        """Let the turns in hand end, for ``seconds`` at most, and begin no more."""
        await self._turns.finish(seconds)

    async def _forget(self, agent: Agent, conversation: str) -> None:
        await talk.forget(agent, conversation)
        await _database(self._feedback.cut_link, conversation)

    def _conversation(self, request: Request) -> str:
        return self._tokens.conversation(request.headers.getone("authorization", None))

    async def _messages(self, request: Request, conversation: str, ask: guard.Ask) -> AsyncIterator[Message]:
        text = guard.clean_text(ask.text or "")
        limit = self._settings.message_limit
        if ask.payload is None and not text:
            yield empty_reply()
            return
        if len(text) > limit:
            yield long_reply(len(text), limit)
            return
        agent = _agent(request)

        async def work(collector: Collector) -> None:
            if ask.payload is not None and await talk.title_of(agent, conversation, ask.payload) is None:
                raise ChatError("unknown_button")
            said = ask._replace(text=text)
            message = await user_message(said, collector, conversation, CHANNEL)
            await hand_over(self._on_new_message, message, collector, partial(self._forget, agent))

        async for message in self._turns.run(conversation, self._admission.admit(work)):
            yield message


def _agent(request: Request) -> Agent:
    agent = getattr(request.app.ctx, "agent", None)
    if agent is None or not agent.is_ready():
        raise ChatError("unavailable")
    return agent


async def _database(work: Callable[..., None], *arguments: object) -> None:
    try:
        await asyncio.to_thread(work, *arguments)
    except (SQLAlchemyError, OSError) as error:
        raise ChatError("unavailable") from error


async def _stream(request: Request, messages: AsyncIterator[Message]) -> None:
    """Send ``messages`` one by one. What fails before the first is an ordinary HTTP error, later an event."""
    first = await messages.__anext__()
    reply = await request.respond(content_type=EVENT_STREAM, headers={"X-Accel-Buffering": "no"})
    await reply.send(_event("message", first))
    try:
        async for message in messages:
            await reply.send(_event("message", message))
    except ChatError as error:
        await reply.send(_event("error", error.body))
    else:
        await reply.send(_event("done", {}))
    await reply.eof()


def _event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {dumps(data)}\n\n"
