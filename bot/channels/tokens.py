"""Conversation tokens: signed, expiring proof that a conversation is the caller's own (JWT, HS256)."""

from __future__ import annotations

import os
import re
import secrets
from datetime import datetime, timedelta, timezone
from pathlib import Path

import jwt

from bot.channels.errors import ChatError
from bot.setting_kinds import LEAST_SECRET
from bot.settings import Settings

AUDIENCE = "waymark-chat"
_ALGORITHM = "HS256"
_CONVERSATION = re.compile(r"[0-9a-f]{32}")
_BEARER = re.compile(r"Bearer +([\w.~+/=-]+)", re.ASCII | re.IGNORECASE)


def new_conversation() -> str:
    """Return an id that nobody can guess: 128 random bits in hexadecimal."""
    return secrets.token_hex(16)


def secret_of(settings: Settings) -> str:
    """Return the signing key: the one that is set, else the one in ``token-secret``, made if need be."""
    return settings.token_secret or _kept_secret(settings.var_dir / "token-secret")


def _kept_secret(path: Path) -> str:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        os.link(draft, path)  # atomic, and refused when another process was first
    except FileExistsError:
        path.chmod(0o600)
    finally:
        draft.unlink()
    secret = path.read_text("ascii").strip()
    if len(secret) < LEAST_SECRET:
        raise ValueError(f"{path} should hold at least {LEAST_SECRET} characters; remove it to get a new key")
    return secret


class Tokens:
    """Makes and checks tokens. A token holds the conversation's id, when it was made and when it ends."""

    def __init__(self, secret: str, days: int) -> None:
        self._secret = secret
        self._lifetime = timedelta(days=days)

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
        try:
            claims = jwt.decode(
                bearer.group(1),
                self._secret,
                algorithms=[_ALGORITHM],
                audience=AUDIENCE,
                options={"require": ["sub", "aud", "iat", "exp"]},
            )
        except jwt.ExpiredSignatureError as error:
            raise ChatError("token_expired") from error
        except jwt.InvalidTokenError as error:
            raise ChatError("unauthorised") from error
        conversation = claims["sub"]
        if not isinstance(conversation, str) or not _CONVERSATION.fullmatch(conversation):
            raise ChatError("unauthorised")
        return conversation
