"""Requests that mean no good, made up from a seed: broken, huge, deep, mistyped, forged, or just odd."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.hostile_pieces import (
    ADDRESSES,
    COMMANDS,
    MESSAGES,
    NO_HTTP,
    PAYLOADS,
    TYPES,
    VALUES,
    WIRES,
    text,
)


class Hostile(NamedTuple):
    """One request. ``headers`` come on top of the usual ones.

    ``chunks`` is the body in pieces, if it comes so; ``raw`` is what is sent in place of a request.
    """

    kind: str
    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    chunks: tuple[bytes, ...] = ()
    raw: bytes = b""


def hostile(chance: random.Random) -> Hostile:
    """Return a request of any kind."""
    kind = chance.choice(("words", "words", *KINDS))
    return KINDS[kind](chance)


def _message(kind: str, body: bytes, **headers: str) -> Hostile:
    return Hostile(
        kind, "POST", MESSAGES, {name.replace("_", "-"): text for name, text in headers.items()}, body
    )


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


def _words(chance: random.Random) -> Hostile:
    return _message("words", _json({"text": text(chance)}))


def _command(chance: random.Random) -> Hostile:
    front = chance.choice(("/", "//", " /", "\u200b/", "\x00/", "\ufeff /", "/\u202e/"))
    return _message("command", _json({"text": front + chance.choice(COMMANDS)}))


def _button(chance: random.Random) -> Hostile:
    return _message("button", _json({"payload": chance.choice((*PAYLOADS, text(chance)))}))


def _types(chance: random.Random) -> Hostile:
    field = chance.choice(("text", "payload", "metadata", "sender"))
    value = chance.choice(({field: chance.choice(VALUES)}, chance.choice(VALUES)))
    return _message("types", _json(value))


def _numbers(chance: random.Random) -> Hostile:
    number = chance.choice(
        ("NaN", "Infinity", "-Infinity", "1e400", "-0", "1E+999999999", "9" * 5000, "0" * 9)
    )
    return _message("numbers", f'{{"text": {number}}}'.encode())


def _deep(chance: random.Random) -> Hostile:
    depth = chance.choice((10, 500, 995, 5000, 16_000))
    opening, closing = chance.choice((("[", "]"), ('{"a":', "}")))
    depth //= len(opening)
    ends = chance.choice((f"{opening * depth}1{closing * depth}", opening * depth))
    return _message("deep", f'{{"text": {ends}}}'.encode())


def _twice(chance: random.Random) -> Hostile:
    first, second = (json.dumps(chance.choice(("hi", "/restart", None, 7, []))) for _ in range(2))
    return _message("twice", f'{{"text": {first}, "text": {second}, "text\\u0000": 1}}'.encode())


def _encoded(chance: random.Random) -> Hostile:
    codec = chance.choice(("utf-16", "utf-32", "utf-16-le", "utf-8-sig", "cp037", "utf-7"))
    return _message("encoding", json.dumps({"text": "pmp cost"}).encode(codec))


def _mutated(chance: random.Random) -> Hostile:
    body = bytearray(_json({"text": "how much is the pmp, caf\u00e9"}))
    for _ in range(chance.randrange(1, 6)):
        body[chance.randrange(len(body))] = chance.randrange(256)
    return _message("mutated", bytes(body[: chance.randrange(1, len(body) + 1)]))


def _noise(chance: random.Random) -> Hostile:
    return _message("noise", chance.randbytes(chance.choice((1, 10, 1000, 32_768))))


def _typed(chance: random.Random) -> Hostile:
    body = chance.choice((_json({"text": "hi"}), b"text=hi", b"--x\r\n\r\nhi\r\n--x--", b""))
    return _message("content type", body, Content_Type=chance.choice(TYPES))


def _packed(chance: random.Random) -> Hostile:
    body = zlib.compress(_json({"text": "x" * chance.choice((10, 10_000_000))}))
    return _message("packed", body, Content_Encoding=chance.choice(("gzip", "deflate", "br", "zip")))


def _large(chance: random.Random) -> Hostile:
    return _message("large", _json({"text": "x" * chance.choice((32_700, 33_000, 100_000, 1_000_000))}))


def _chunked(chance: random.Random) -> Hostile:
    whole = _json({"text": text(chance)})
    size = chance.choice((1, 7, 1000)) if len(whole) < 1000 else 1000  # noqa: PLR2004
    chunks = tuple(whole[start : start + size] for start in range(0, len(whole), size))
    return _message("chunked", b"")._replace(chunks=chunks)


def _vote(chance: random.Random) -> Hostile:
    answer = chance.choice((*VALUES, "topic/cv_tips", "a/../b", "x/" * 500, text(chance)))
    vote = chance.choice((*VALUES, "up", "down"))
    body = _json({"answer": answer, "vote": vote, "reason": chance.choice((*VALUES, "wrong"))})
    return Hostile("vote", "POST", "/chat/api/feedback", {}, body)


def _token(chance: random.Random) -> Hostile:
    forged = "eyJhbGciOiJub25lIn0.eyJzdWIiOiAiYSJ9."
    token = chance.choice(
        (f"Bearer {forged}", "Bearer", "Basic eDp4", "Bearer \xff", "x" * 5000, "Bearer a.b.c")
    )
    method, path = chance.choice((("POST", MESSAGES), ("GET", "/chat/api/history")))
    return Hostile("token", method, path, {"Authorization": token}, b'{"text": "hi"}')


def _address(chance: random.Random) -> Hostile:
    rest = chance.choice(
        ("%00", "%ff", "%2e%2e%2f" * 20, "a" * 3000, "%ED%A0%80", "x.md", "x.ics", "..", "[]", "%")
    )
    method = chance.choice(("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"))
    return Hostile("address", method, chance.choice(ADDRESSES) + rest, {}, b"")


def _headers(chance: random.Random) -> Hostile:
    name = chance.choice(
        ("Origin", "Host", "Accept", "Accept-Encoding", "If-None-Match", "X-Forwarded-For", "Cookie")
    )
    value = chance.choice(
        ("", "null", "\xff\xfe", "*", "http://[", "a" * 3000, "text/event-stream", "q=;;,,=")
    )
    return Hostile("headers", "POST", MESSAGES, {name: value}, b'{"text": "hi"}')


def _no_http(chance: random.Random) -> Hostile:
    return Hostile(NO_HTTP, "POST", "", {}, b"", raw=chance.choice(WIRES))


KINDS: dict[str, Callable[[random.Random], Hostile]] = {
    "words": _words,
    "command": _command,
    "button": _button,
    "types": _types,
    "numbers": _numbers,
    "deep": _deep,
    "twice": _twice,
    "encoding": _encoded,
    "mutated": _mutated,
    "noise": _noise,
    "content type": _typed,
    "packed": _packed,
    "large": _large,
    "chunked": _chunked,
    "vote": _vote,
    "token": _token,
    "address": _address,
    "headers": _headers,
    NO_HTTP: _no_http,
}
