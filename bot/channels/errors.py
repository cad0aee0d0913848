"""The one shape of an error: ``{"error": {"code": ..., "message": ...}}`` with a sentence that helps."""

from __future__ import annotations

import json
from functools import partial

from sanic import response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels import texts
from bot.watching import metrics
from bot.watching.faults import describe

__all__ = ["RETRY_SECONDS", "ChatError", "answer", "describe", "dumps", "from_exception", "refuse"]

RETRY_SECONDS = 5

_KINDS: dict[str, tuple[int, str]] = {
    "bad_request": (400, texts.BAD_REQUEST),
    "bad_json": (400, texts.BAD_JSON),
    "bad_body": (400, texts.BAD_BODY),
    "bad_message_id": (400, texts.BAD_MESSAGE_ID),
    "bad_characters": (400, texts.BAD_CHARACTERS),
    "bad_feedback": (400, texts.BAD_FEEDBACK),
    "bad_last": (400, texts.BAD_LAST),
    "bad_map": (400, texts.BAD_MAP),
    "unknown_button": (400, texts.UNKNOWN_BUTTON),
    "unauthorised": (401, texts.UNAUTHORISED),
    "token_expired": (401, texts.TALK_EXPIRED),
    "origin_refused": (403, texts.ORIGIN_REFUSED),
    "not_found": (404, texts.NOT_FOUND),
    "method_not_allowed": (405, texts.METHOD_NOT_ALLOWED),
    "too_large": (413, texts.TOO_LARGE),
    "too_fast": (429, texts.TOO_FAST),
    "busy": (429, texts.BUSY),
    "internal": (500, texts.INTERNAL),
    "not_forgettable": (501, texts.NOT_FORGETTABLE),
    "unavailable": (503, texts.UNAVAILABLE),
    "not_ready": (503, texts.NOT_READY),
}
_HEADERS = {
    401: {"WWW-Authenticate": "Bearer"},
    503: {"Retry-After": str(RETRY_SECONDS)},
}
_CODE_OF_STATUS = {404: "not_found", 405: "method_not_allowed", 413: "too_large", 503: "unavailable"}

dumps = partial(json.dumps, ensure_ascii=False)


class ChatError(Exception):
    """A refusal or a failure that the client is told of. ``code`` is one of the codes of this module.

    ``values`` fill the placeholders of the code's sentence; ``seconds`` among them is when to try again.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.status, sentence = _KINDS[code]
        self.message = sentence.format(**values) if values else sentence
        self.headers = dict(_HEADERS.get(self.status, {}))
        if "seconds" in values:
            self.headers["Retry-After"] = str(values["seconds"])

    @property
    def body(self) -> dict[str, dict[str, str]]:
        """Return the error as the client gets it."""
        return {"error": {"code": self.code, "message": self.message}}


def answer(body: object, status: int = 200, headers: dict[str, str] | None = None) -> HTTPResponse:
    """Return ``body`` as JSON."""
    return response.json(body, status=status, headers=headers, dumps=dumps)


def refuse(error: ChatError) -> HTTPResponse:
    """Return the HTTP response that tells of ``error``, and count it."""
    metrics.TURNED_AWAY.labels(error.code).inc()
    return answer(error.body, error.status, error.headers)


def from_exception(request: Request, error: Exception, body_limit: int) -> ChatError:
    """Return what the client is told of any exception: never the exception's own text."""
    if isinstance(error, ChatError):
        return error
    status = getattr(error, "status_code", 500) if isinstance(error, SanicException) else 500
    fallback = "bad_request" if 400 <= status < 500 else "internal"  # noqa: PLR2004 - HTTP's client errors
    return ChatError(_CODE_OF_STATUS.get(status, fallback), method=request.method, limit=body_limit)
