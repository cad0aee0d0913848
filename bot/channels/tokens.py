"""Conversation tokens: signed, expiring proof that a conversation is the caller's own (JWT, HS256)."""

from __future__ import annotations

import re
import secrets
import time
from datetime import datetime, timedelta, timezone
from functools import lru_cache

import jwt

from bot.channels.errors import ChatError
from bot.secret import secret_of

__all__ = ["AUDIENCE", "Tokens", "new_conversation", "secret_of"]

AUDIENCE = "waymark-chat"
_ALGORITHM = "HS256"
# Tokens that are remembered, some hundred bytes each: those of the talks that go on.
_PROVEN = 1024
_CONVERSATION = re.compile(r"[0-9a-f]{32}")
_BEARER = re.compile(r"Bearer +([\w.~+/=-]+)", re.ASCII | re.IGNORECASE)


def new_conversation() -> str:
    """Return an id that nobody can guess: 128 random bits in hexadecimal."""
    return secrets.token_hex(16)


class Tokens:
    """Makes and checks tokens. A token holds the conversation's id, when it was made and when it ends."""

    def __init__(self, secret: str, days: int) -> None:
        self._secret = secret
        self._lifetime = timedelta(days=days)
        # A talk shows its token with each message: that it is ours stays so, only its end comes.
        self._proven = lru_cache(maxsize=_PROVEN)(self._prove)

    def issue(self, conversation: str) -> str:
        """Return a token for ``conversation``."""
        now = datetime.now(timezone.utc)
        claims = {"sub": conversation, "aud": AUDIENCE, "iat": now, "exp": now + self._lifetime}
        return jwt.encode(claims, self._secret, algorithm=_ALGORITHM)

    def conversation(self, authorization: str | None) -> str:
        """Return the conversation that an ``Authorization`` header speaks for.

        Raises :class:`ChatError` ``token_expired`` for one that was ours, ``unauthorised`` for all else.
        """
        bearer = _BEARER.fullmatch(authorization or "")
        if not bearer:
            raise ChatError("unauthorised")
        conversation, end = self._proven(bearer.group(1))
        if end <= time.time():
            raise ChatError("token_expired")
        return conversation

    def _prove(self, token: str) -> tuple[str, float]:
        """Return the conversation of a token and when it ends (Unix time). Raises as ``conversation``."""
        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=[_ALGORITHM],
                audience=AUDIENCE,
                # A clock that is set back, or differs between servers, must not make ours "not valid yet".
                options={"require": ["sub", "aud", "iat", "exp"], "verify_iat": False},
            )
        except jwt.ExpiredSignatureError as error:
            raise ChatError("token_expired") from error
        except jwt.InvalidTokenError as error:
            raise ChatError("unauthorised") from error
        conversation = claims["sub"]
        if not isinstance(conversation, str) or not _CONVERSATION.fullmatch(conversation):
            raise ChatError("unauthorised")
        return conversation, float(claims["exp"])
