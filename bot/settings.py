"""The settings of the service, read once from the environment and from ``.env``.

``bot.options`` is the whole truth: what can be set, what is assumed when it is not, what a value should be.
``.env.example`` is written from it (``python -m bot.settings > .env.example``). The environment wins over
``.env``; an empty value counts as not set.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from bot.options import OPTIONS
from bot.slack_gaps import slack_gaps

ROOT = Path(__file__).resolve().parents[1]


class SettingsError(ValueError):
    """Settings are wrong. The message names each wrong variable and says what it should be."""


@dataclass(frozen=True)
class Settings:
    """The settings, checked.

    ``token_secret`` is ``None`` when the service makes and keeps its own in ``var_dir``. ``message_limit``
    counts characters, ``body_limit`` bytes, ``token_days``, ``retention_days`` and ``unanswered_days`` days,
    ``turn_seconds`` seconds. Slack is served when ``slack_bot_token`` or ``slack_client_id`` is there.
    """

    host: str
    port: int
    action_port: int
    action_host: str
    action_url: str | None
    action_secret: str | None
    model_secret: str | None
    var_dir: Path
    database_url: str
    token_secret: str | None
    token_days: int
    allowed_origins: frozenset[str]
    message_limit: int
    body_limit: int
    turn_seconds: int
    turns_waiting: int
    talk_messages: int
    address_messages: int
    address_talks: int
    address_requests: int
    proxies: int
    unanswered_days: int
    slack_bot_token: str | None
    slack_signing_secret: str | None
    slack_app_token: str | None
    slack_client_id: str | None
    slack_client_secret: str | None
    slack_direct_talks: str
    slack_quiet_channels: frozenset[str]
    slack_api_url: str
    redis_url: str | None
    metrics: str
    log_format: str
    log_words: str
    retention_days: int


def load(environ: Mapping[str, str] | None = None, env_file: Path | None = ROOT / ".env") -> Settings:
    """Read the settings from ``environ`` (the process's own by default) and ``env_file``.

    Raises :class:`SettingsError` that names every wrong variable at once.
    """
    from_file = {name: text or "" for name, text in dotenv_values(env_file).items()} if env_file else {}
    texts = {**from_file, **(os.environ if environ is None else environ)}
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for option in OPTIONS:
        text = texts.get(option.variable, "").strip() or option.default
        try:
            values[option.name] = option.kind.read(text)
        except ValueError:
            shown = "not what it should be:" if option.kind.secret else f"'{text}', but should be"
            wrong.append(f"{option.variable} is {shown} {option.kind.should_be}.")
    wrong += slack_gaps(values)
    if wrong:
        raise SettingsError("\n".join(wrong))
    var_dir = ROOT / values["var_dir"]
    database_url = values["database_url"] or f"sqlite:///{var_dir / 'waymark.db'}"
    return Settings(**{**values, "var_dir": var_dir, "database_url": database_url})


@lru_cache(maxsize=1)
def current() -> Settings:
    """Return the settings of this process, read at the first call."""
    return load()


def example() -> str:
    """Return the text of ``.env.example``: every option with its meaning, commented out at its default."""
    head = "# Copy this file to .env and take the # off the lines that you change.\n"
    return head + "".join(
        f"\n# {option.meaning}\n# It should be {option.kind.should_be}.\n"
        f"# {option.variable}={option.default}\n"
        for option in OPTIONS
    )


if __name__ == "__main__":
    sys.stdout.write(example())
