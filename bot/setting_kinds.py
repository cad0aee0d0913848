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


def beginning(prefix: str) -> Kind:
    """Return the kind of secrets that begin with ``prefix``; none is ``None``."""

    def read(text: str) -> str | None:
        if text and not text.startswith(prefix):
            raise ValueError
        return text or None

    return Kind(read, f"a token that begins with {prefix}", secret=True)


def one_of(*words: str) -> Kind:
    """Return the kind that is one of ``words``."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(text)
        return text

    return Kind(read, f"one of: {', '.join(words)}")


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


def _url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(text)
    return f"{text.rstrip('/')}/"


def _optional_url(text: str) -> str | None:
    return _url(text) if text else None


def _redis(text: str) -> str | None:
    if text and urlsplit(text).scheme not in {"redis", "rediss", "unix"}:
        raise ValueError
    return text or None


def _words(text: str) -> frozenset[str]:
    words = frozenset(part.strip() for part in text.split(",") if part.strip())
    if any(not word.isalnum() for word in words):
        raise ValueError(text)
    return words


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
TEXT = Kind(lambda text: text or None, "the text that Slack shows for it", secret=True)
WORDS = Kind(_words, "ids such as C0123456789, with commas between them")
URL = Kind(_url, "an address that begins with http:// or https://")
OPTIONAL_URL = Kind(_optional_url, URL.should_be)
REDIS = Kind(_redis, "a Redis URL such as redis://127.0.0.1:6379/0", secret=True)
