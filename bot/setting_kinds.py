"""The kinds of value that a setting can have: how each is read from text and what it should be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

LEAST_SECRET = 32


class Kind(NamedTuple):
    """How a text becomes a value, and the words that say what it should be.

    ``read`` raises ``ValueError`` for a text that it cannot take. A ``secret`` is never shown in a message.
    """

    read: Callable[[str], Any]
    should_be: str
    secret: bool = False


def whole(least: int, most: int, unit: str = "") -> Kind:
    """Return the kind of whole numbers from ``least`` to ``most``, both included."""

    def read(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            raise ValueError(text)
        return number

    return Kind(read, f"a whole number {unit and f'of {unit} '}from {least} to {most}")


def _host(text: str) -> str:
    if "/" in text or " " in text:
        raise ValueError(text)
    return text


def _secret(text: str) -> str | None:
    if text and len(text) < LEAST_SECRET:
        raise ValueError
    return text or None


def _database(text: str) -> str | None:
    if text and not urlsplit(text).scheme:
        raise ValueError(text)
    return text or None


def _origins(text: str) -> frozenset[str]:
    return frozenset(_origin(part.strip()) for part in text.split(",") if part.strip())


def _origin(text: str) -> str:
    parts = urlsplit(text)
    bare = f"{parts.scheme}://{parts.netloc}"
    if parts.scheme not in {"http", "https"} or not parts.hostname or "*" in text or text.rstrip("/") != bare:
        raise ValueError(text)
    return bare.lower()


PORT = whole(1, 65535)
HOST = Kind(_host, "a host name or an IP address")
DIRECTORY = Kind(str, "a directory")
DATABASE = Kind(
    _database, "an SQLAlchemy database URL such as postgresql://user:password@host/name", secret=True
)
SECRET = Kind(_secret, f"a random text of at least {LEAST_SECRET} characters", secret=True)
ORIGINS = Kind(
    _origins, "origins such as https://www.example.org, with commas between them, without paths and without *"
)
