"""What may come in: the body's size and shape, and the text that may reach Rasa."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any, NamedTuple

from sanic.request import Request

from bot.answer_id import AnswerId
from bot.channels.errors import ChatError

VOTES = ("up", "down")
REASONS = ("wrong", "outdated", "unclear", "not_my_question")
LONGEST_ID = 200
MOST_LAST = 1000
_MESSAGE_ID = re.compile(r"[\w.:-]{8,100}", re.ASCII)


class Ask(NamedTuple):
    """What a person sent: typed ``text``, or the ``payload`` of a button. The other one is ``None``.

    ``message_id`` is the client's own: the same id again in the same conversation is the same message.
    """

    text: str | None
    payload: str | None
    message_id: str | None = None


class Vote(NamedTuple):
    """A thumb on an answer; ``reason`` is one of ``REASONS``, for a thumb down only."""

    answer: str
    vote: str
    reason: str | None


async def read_body(request: Request, limit: int) -> bytes:
    """Return the body of a streaming request. Raises ``too_large`` as soon as it passes ``limit`` bytes."""
    body = bytearray()
    async for chunk in request.stream:
        body += chunk
        if len(body) > limit:
            raise ChatError("too_large", limit=limit)
    return bytes(body)


def read_ask(body: bytes) -> Ask:
    """Read a message's body. Raises ``bad_json``, ``bad_body``, ``bad_message_id`` or ``bad_characters``."""
    fields = _object(body, "bad_body")
    given = {name: fields[name] for name in ("text", "payload") if fields.get(name) is not None}
    if len(given) != 1 or not all(isinstance(value, str) for value in given.values()):
        raise ChatError("bad_body")
    for value in given.values():
        _whole_characters(value)
    return Ask(given.get("text"), given.get("payload"), _message_id(fields.get("message_id")))


def read_last(text: str | None) -> int | None:
    """Read how many entries of the history are wanted; ``None`` is all. Raises ``bad_last``."""
    if text is None:
        return None
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:6]) <= MOST_LAST:
        raise ChatError("bad_last", most=MOST_LAST)
    return int(text[:6])


def read_vote(body: bytes) -> Vote:
    """Read the body of feedback. Raises ``bad_json`` or ``bad_feedback``, which says what it should be."""
    reasons = ", ".join(REASONS)
    fields = _object(body, "bad_feedback", reasons=reasons)
    answer, vote, reason = (fields.get(name) for name in ("answer", "vote", "reason"))
    known_reason = reason is None or (vote == "down" and reason in REASONS)
    if not _is_answer_id(answer) or vote not in VOTES or not known_reason:
        raise ChatError("bad_feedback", reasons=reasons)
    return Vote(str(answer), str(vote), reason)


def _message_id(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not _MESSAGE_ID.fullmatch(value):
        raise ChatError("bad_message_id")
    return value


def clean_text(text: str) -> str:
    """Return ``text`` as plain words: no control characters, no way to begin a Rasa payload.

    Rasa takes a text that starts with ``/`` as a command, after it stripped white space. Every slash, space,
    control character and invisible format character is taken off the front, in any order and number.
    """
    words = "".join(character for character in text if character in "\n\t" or not _is_control(character))
    start = 0
    while start < len(words) and _leads_nowhere(words[start]):
        start += 1
    return words[start:].rstrip()


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc"


def _leads_nowhere(character: str) -> bool:
    return (
        character == "/" or character.isspace() or unicodedata.category(character) in {"Cf", "Zs", "Zl", "Zp"}
    )


def _object(body: bytes, code: str, **values: str) -> dict[str, Any]:
    try:
        fields = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ChatError("bad_json") from error
    if not isinstance(fields, dict):
        raise ChatError(code, **values)
    return fields


def _whole_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ChatError("bad_characters") from error


def _is_answer_id(value: object) -> bool:
    if (
        not isinstance(value, str)
        or len(value) > LONGEST_ID
        or not value.isascii()
        or not value.isprintable()
    ):
        return False
    try:
        AnswerId.parse(value)
    except ValueError:
        return False
    return True
