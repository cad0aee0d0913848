"""A message is answered once: sent again under the same id, it gets the answer that is stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_ASKED: ContextVar[tuple[str, str] | None] = ContextVar("asked", default=None)


class AlreadyAnswered(Exception):  # noqa: N818 - says what happened, as TimeoutError does
    """The message was answered before; ``messages`` are what Rasa said, as for ``send_response``."""

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        super().__init__("answered before")
        self.messages = messages


@contextmanager
def asking(conversation: str, message_id: str) -> Iterator[None]:
    """Say which message is being answered, to the store, which Rasa gives the conversation only.

    The store looks it up when Rasa reads the talk: that is within the conversation's lock, after any turn
    that is under way here or on another server.
    """
    token = _ASKED.set((conversation, message_id))
    try:
        yield
    finally:
        _ASKED.reset(token)


def asked(conversation: str) -> str | None:
    """Return the id of the message that is being answered in ``conversation``, if that was said."""
    found = _ASKED.get()
    return found[1] if found and found[0] == conversation else None
