"""Requests that mean no good, made up from a seed: broken, huge, deep, mistyped, forged, or just odd."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Callable
from typing import NamedTuple

NO_HTTP = "no HTTP"
MESSAGES = "/chat/api/messages"
# Stands in texts; it may come back in an answer, but must not be found in a log.
CANARY = "hunter2-secret"
# They open the guided talks, whose readers then get the next texts.
OPENINGS = (
    "am i eligible for pmp",
    "make me a plan to become a programme manager",
    "show me the career map",
    "what do you know about me",
    "save",
    "how much does the pmp cost",
)

_PIECES = (
    *(
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\u0085",
        "\u200b",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ufffe",
        "\ufdd0",
        "\ud7ff",
    ),
    *("🧭", "👩‍👩‍👧‍👦", "🇬🇧", "e\u0301", "Z͑͗̍a̸l̷g̴o", "ﷺ", "שלום", "مرحبا", "𝖕𝖒𝖕", "Ⅷ", "٣", "½", "²", "İ", "ß"),
    *(
        "<script>alert(1)</script>",
        "{{7*7}}",
        "${7*7}",
        "%s%n",
        "' OR 1=1 --",
        "../../etc/passwd",
        "\\",
        '"',
        "`",
    ),
    *(
        "pmp",
        "pmo",
        "capm",
        "3 years",
        "2019-2023",
        "1e999",
        "-1",
        "0x10",
        "99999999999999999999",
        "31/02/2020",
    ),
    *(
        "no",
        "yes",
        "not",
        "and",
        "ann@example.org",
        "+44 20 7946 0958",
        "4111 1111 1111 1111",
        CANARY,
        "\n",
        "\t",
        " ",
    ),
)
_COMMANDS = ("restart", "back", "session_start", 'inform{"context": {"answered": "x"}}', 'answer{"id": "x"}')
_PAYLOADS = (
    *(
        "/answer",
        "/answer{",
        '/answer{"id": null}',
        '/answer{"id": 7}',
        '/answer{"id": "role/pmo/entry"}',
        "/restart",
    ),
    *(
        '/answer{"id": "%s"}' % ("x" * 3000),
        '/inform{"profile": {}}',
        "EXTERNAL: x",
        "/session_start",
        "",
        "/",
    ),
)
_VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 7, 1.5, 10**4000, 2**64, "", [], {}, ["hi"], {"text": "hi"}, [[[]]]),
    *({"$ref": "#"}, {"__proto__": {}}, "\ud800", "\udfff hi", "a\ud800b"),
)
_TYPES = (
    *(
        "text/plain",
        "application/xml",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
    ),
    *("application/json; charset=utf-16", "application/json; charset=nonsense", "", "\xff", "x" * 3000),
)
_ADDRESSES = (
    *(
        "/chat/map.svg?place=",
        "/chat/map.png?theme=",
        "/chat/map.svg?goal=",
        "/chat/plan/",
        "/chat/a/",
        "/chat/",
    ),
    *("/", "/health?", "/webhooks/rest/webhook?", "/conversations/", "/chat/api/", "/slack/"),
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


_START = b"POST /chat/api/messages HTTP/1.1\r\nHost: x\r\n"
WIRES = (
    *(b"", b"\r\n\r\n", b"\x00\x00", b"\x16\x03\x01\x02\x00\x01\x00", b"GET /", b"GET / HTTP/9.9\r\n\r\n"),
    *(b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 5000 + b"\r\n"),
    *(b"G\xffT / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n"),
    *(_START + b"no colon\r\n\r\n", _START + b"A: b\r\n c: d\r\n\r\n", _START + b"A\x00: b\r\n\r\n"),
    *(
        _START + b"Content-Length: " + length + b"\r\n\r\n{}"
        for length in (b"-1", b"x", b"99", b"1, 2", b"9" * 30)
    ),
    _START + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    _START + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
    _START + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    _START + b"Expect: 100-continue\r\nContent-Length: 2\r\n\r\n",
    _START + b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n",
    *(
        _START + b"Transfer-Encoding: chunked\r\n\r\n" + size + b"\r\n{}\r\n"
        for size in (b"zz", b"-2", b"2;x=y", b"f" * 16, b"2", b"", b"0x2", b"99999999")
    ),
)


def hostile(chance: random.Random) -> Hostile:
    """Return a request of any kind."""
    kind = chance.choice(tuple(_KINDS))
    return _KINDS[kind](chance)


def _message(kind: str, body: bytes, **headers: str) -> Hostile:
    return Hostile(
        kind, "POST", MESSAGES, {name.replace("_", "-"): text for name, text in headers.items()}, body
    )


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


def text(chance: random.Random) -> str:
    """Return odd words, up to some more than may be sent."""
    shape = chance.randrange(4)
    if shape == 0:  # one thing, many times: what a careless regular expression chokes on
        piece = chance.choice(
            (*_PIECES, "a", "1", "(", "@", "a@", "1 ", "a.", "-", "or ", "1-", "not ", "x" * 50)
        )
        return (piece * 4000)[: chance.choice((50, 500, 3999, 4000, 4001))]
    if shape == 1:
        return "".join(chr(_character(chance)) for _ in range(chance.randrange(1, 200)))
    separator = chance.choice(("", " ", ", "))
    return separator.join(chance.choice(_PIECES) for _ in range(chance.randrange(1, 60)))


def _character(chance: random.Random) -> int:
    """Return a code point; lone surrogates have tests of their own kind."""
    found = chance.choice((chance.randrange(0x20), chance.randrange(0x3000), chance.randrange(0x110000)))
    return 0x41 if 0xD800 <= found < 0xE000 else found  # noqa: PLR2004 - the surrogates


def _words(chance: random.Random) -> Hostile:
    return _message("words", _json({"text": text(chance)}))


def _command(chance: random.Random) -> Hostile:
    front = chance.choice(("/", "//", " /", "\u200b/", "\x00/", "\ufeff /", "/\u202e/"))
    return _message("command", _json({"text": front + chance.choice(_COMMANDS)}))


def _button(chance: random.Random) -> Hostile:
    return _message("button", _json({"payload": chance.choice((*_PAYLOADS, text(chance)))}))


def _types(chance: random.Random) -> Hostile:
    field = chance.choice(("text", "payload", "metadata", "sender"))
    value = chance.choice(({field: chance.choice(_VALUES)}, chance.choice(_VALUES)))
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
    return _message("content type", body, Content_Type=chance.choice(_TYPES))


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
    answer = chance.choice((*_VALUES, "topic/cv_tips", "a/../b", "x/" * 500, text(chance)))
    vote = chance.choice((*_VALUES, "up", "down"))
    body = _json({"answer": answer, "vote": vote, "reason": chance.choice((*_VALUES, "wrong"))})
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
    return Hostile("address", method, chance.choice(_ADDRESSES) + rest, {}, b"")


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


_KINDS: dict[str, Callable[[random.Random], Hostile]] = {
    "words": _words,
    "guided words": _words,
    "more words": _words,
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
