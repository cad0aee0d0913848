"""What hostile requests are made of: odd words, commands, values, types, addresses, and what is no HTTP."""

from __future__ import annotations

import random

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

PIECES = (
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
COMMANDS = ("restart", "back", "session_start", 'inform{"context": {"answered": "x"}}', 'answer{"id": "x"}')
PAYLOADS = (
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
VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 7, 1.5, 10**4000, 2**64, "", [], {}, ["hi"], {"text": "hi"}, [[[]]]),
    *({"$ref": "#"}, {"__proto__": {}}, "\ud800", "\udfff hi", "a\ud800b"),
)
TYPES = (
    *(
        "text/plain",
        "application/xml",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
    ),
    *("application/json; charset=utf-16", "application/json; charset=nonsense", "", "\xff", "x" * 3000),
)
ADDRESSES = (
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


def text(chance: random.Random) -> str:
    """Return odd words, up to some more than may be sent."""
    shape = chance.randrange(4)
    if shape == 0:  # one thing, many times: what a careless regular expression chokes on
        piece = chance.choice(
            (*PIECES, "a", "1", "(", "@", "a@", "1 ", "a.", "-", "or ", "1-", "not ", "x" * 50)
        )
        return (piece * 4000)[: chance.choice((50, 500, 3999, 4000, 4001))]
    if shape == 1:
        return "".join(chr(_character(chance)) for _ in range(chance.randrange(1, 200)))
    separator = chance.choice(("", " ", ", "))
    return separator.join(chance.choice(PIECES) for _ in range(chance.randrange(1, 60)))


def _character(chance: random.Random) -> int:
    """Return a code point; lone surrogates have tests of their own kind."""
    found = chance.choice((chance.randrange(0x20), chance.randrange(0x3000), chance.randrange(0x110000)))
    return 0x41 if 0xD800 <= found < 0xE000 else found  # noqa: PLR2004 - the surrogates
