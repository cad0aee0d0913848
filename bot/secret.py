"""The keys: of what people carry (conversation tokens, links to plans), and between our own processes."""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path

from bot.setting_kinds import LEAST_SECRET
from bot.settings import Settings


def secret_of(settings: Settings) -> str:
    """Return the signing key: the one that is set, else the one in ``token-secret``, made if need be.

    All processes with the same settings get the same key. Raises ``ValueError`` for a kept key that is too
    short, ``OSError`` when the var directory cannot be used.
    """
    return settings.token_secret or _kept_secret(settings.var_dir / "token-secret")


def action_key(settings: Settings) -> str:
    """Return what the chat shows to the action server. It tells nothing of the key that it is made from.

    Raises as :func:`secret_of`.
    """
    secret = settings.action_secret or secret_of(settings)
    return hmac.new(secret.encode(), b"waymark action server", "sha256").hexdigest()


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
