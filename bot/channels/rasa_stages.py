"""Where Rasa's parts of a turn are measured, and where a failed action gets a name.

Rasa has no hook round its stages, hence patches (``rasa_patches.apply`` puts them in place). Each calls what
was there before, so that they go together with other changes of Rasa. Outside a turn they measure nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

import aiohttp
from jsonschema import ValidationError
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.processor import MessageProcessor
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from bot.settings import current
from bot.watching import turn

# actions/server.py reads these.
REQUEST_HEADER = "X-Waymark-Request"
TALK_HEADER = "X-Waymark-Talk"
_MARK = "_waymark_stage"


def apply() -> None:
    """Put the patches in place; doing it again changes nothing."""
    _wrap(MessageProcessor, "_parse_message_with_graph", lambda stock: _timed(stock, "nlu"))
    _wrap(MessageProcessor, "_predict_next_with_tracker", lambda stock: _timed(stock, "policies"))
    _wrap(MessageProcessor, "get_tracker", lambda stock: _timed_wait(stock, "store"))
    _wrap(MessageProcessor, "save_tracker", lambda stock: _timed_wait(stock, "store"))
    _wrap(RemoteAction, "run", _named_faults)
    _wrap(EndpointConfig, "request", _impatient)


def _wrap(owner: type, name: str, wrapper: Callable[[Any], Any]) -> None:
    stock = getattr(owner, name)
    if not hasattr(stock, _MARK):
        wrapped = wraps(stock)(wrapper(stock))
        setattr(wrapped, _MARK, True)
        setattr(owner, name, wrapped)


def _timed(stock: Callable[..., Any], stage: str) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - Rasa's own, whatever they are
        with turn.stage(stage):
            return stock(*arguments, **named)

    return timed


def _timed_wait(stock: Callable[..., Awaitable[Any]], stage: str) -> Callable[..., Awaitable[Any]]:
    async def timed(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as above
        with turn.stage(stage):
            return await stock(*arguments, **named)

    return timed


def _named_faults(stock: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """Note why an action failed: the processor logs it, goes on as if it had run, and says nothing.

    A rejection (HTTP 400) is for forms, of which there are none. Rasa would take it for a reason to run its
    fallback, which asks the person for other words, though it was not the words that failed.
    """

    async def run(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as above
        with turn.stage("action"):
            try:
                return await stock(*arguments, **named)
            except ActionExecutionRejection as rejection:
                turn.fault("action_failed")
                raise RasaException("The action server refused to run the action.") from rejection
            except Exception as error:
                turn.fault(_kind(error))
                raise

    return run


def _impatient(stock: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """Tell the action server which turn it works for, and wait for it no longer than the person does.

    Rasa waits for five minutes and holds the talk's lock so long, so that whoever sends the question again
    waits in vain once more.
    """

    async def request(endpoint: EndpointConfig, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as above
        if running := turn.running():
            marks = {REQUEST_HEADER: running.request, TALK_HEADER: running.talk}
            named = {**named, "headers": {**marks, **named.get("headers", {})}}
        if "timeout" in named:
            named["timeout"] = aiohttp.ClientTimeout(total=current().turn_seconds)
        return await stock(endpoint, *arguments, **named)

    return request


def _kind(error: BaseException) -> str:
    """Return the fault that an action's exception stands for. Rasa wraps most of what really happened."""
    cause = error.__cause__ or error.__context__ or error
    if isinstance(error, asyncio.TimeoutError) or isinstance(cause, asyncio.TimeoutError):
        return "action_slow"
    if isinstance(cause, aiohttp.ClientConnectionError):
        return "action_down"
    if isinstance(cause, ClientResponseError):
        return "action_failed"
    if isinstance(error, (ValidationError, ValueError, TypeError, AttributeError, KeyError)):
        return "action_rubbish"
    return "action_failed"
