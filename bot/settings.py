"""The settings of the service, read once from the environment and from ``.env``.

``OPTIONS`` is the whole truth: what can be set, what is assumed when it is not, and what a value should be.
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
from typing import Any, NamedTuple

from dotenv import dotenv_values

from bot import setting_kinds as kinds
from bot.slack_gaps import slack_gaps

ROOT = Path(__file__).resolve().parents[1]
PREFIX = "WAYMARK_"


class SettingsError(ValueError):
    """Settings are wrong. The message names each wrong variable and says what it should be."""


@dataclass(frozen=True)
class Settings:
    """The settings, checked.

    ``token_secret`` is ``None`` when the service makes and keeps its own in ``var_dir``. ``message_limit``
    counts characters, ``body_limit`` bytes, ``token_days`` days and ``turn_seconds`` seconds. Slack is served
    when ``slack_bot_token`` or ``slack_client_id`` is there.
    """

    host: str
    port: int
    action_port: int
    var_dir: Path
    database_url: str
    token_secret: str | None
    token_days: int
    allowed_origins: frozenset[str]
    message_limit: int
    body_limit: int
    turn_seconds: int
    slack_bot_token: str | None
    slack_signing_secret: str | None
    slack_app_token: str | None
    slack_client_id: str | None
    slack_client_secret: str | None
    slack_direct_talks: str
    slack_quiet_channels: frozenset[str]
    slack_api_url: str
    redis_url: str | None


class Option(NamedTuple):
    """One setting: its name in :class:`Settings`, the text assumed when not set, its kind and its meaning."""

    name: str
    default: str
    kind: kinds.Kind
    meaning: str

    @property
    def variable(self) -> str:
        """Return the name of the environment variable."""
        return PREFIX + self.name.upper()


OPTIONS: tuple[Option, ...] = (
    Option("host", "127.0.0.1", kinds.HOST, "Address of the chat."),
    Option("port", "5005", kinds.PORT, "Port of the chat."),
    Option("action_port", "5055", kinds.PORT, "Port of the action server, on loopback."),
    Option("var_dir", "var", kinds.DIRECTORY, "Where the service keeps what it makes while it runs."),
    Option(
        "database_url",
        "",
        kinds.DATABASE,
        "Database of conversations and feedback. When not set: SQLite, in waymark.db of the var directory.",
    ),
    Option(
        "token_secret",
        "",
        kinds.SECRET,
        "Key that signs tokens and links to plans. "
        "When not set: a random one, in token-secret of the var directory.",
    ),
    Option(
        "token_days",
        "30",
        kinds.whole(1, 365, "days"),
        "How long a person can come back to a conversation.",
    ),
    Option("allowed_origins", "", kinds.ORIGINS, "Other sites whose pages may talk to the chat."),
    Option(
        "message_limit",
        "4000",
        kinds.whole(100, 20_000, "characters"),
        "Longest message that is passed on.",
    ),
    Option("body_limit", "32768", kinds.whole(1024, 1_048_576, "bytes"), "Largest request body."),
    Option(
        "turn_seconds",
        "25",
        kinds.whole(1, 300, "seconds"),
        "How long a person waits for an answer before being told to try again.",
    ),
    Option(
        "slack_bot_token",
        "",
        kinds.beginning("xoxb-"),
        "Slack (docs/slack.md), one workspace: the Bot User OAuth Token.",
    ),
    Option(
        "slack_signing_secret",
        "",
        kinds.TEXT,
        "Slack: the Signing Secret, which proves requests to be Slack's.",
    ),
    Option(
        "slack_app_token",
        "",
        kinds.beginning("xapp-"),
        "Slack: the app-level token, for Socket Mode, which needs no public address.",
    ),
    Option(
        "slack_client_id", "", kinds.TEXT, "Slack, many workspaces: the Client ID; /slack/install installs."
    ),
    Option("slack_client_secret", "", kinds.TEXT, "Slack, many workspaces: the Client Secret."),
    Option(
        "slack_direct_talks",
        "thread",
        kinds.one_of("thread", "channel"),
        "Slack: what is one talk in direct messages, each thread or all of them.",
    ),
    Option("slack_quiet_channels", "", kinds.WORDS, "Slack: channels in which nothing is ever answered."),
    Option(
        "slack_api_url",
        "https://slack.com/api/",
        kinds.URL,
        "Slack: where its Web API is (GovSlack has another).",
    ),
    Option(
        "redis_url", "", kinds.REDIS, "Redis in which Slack's events are kept instead of in the database."
    ),
)


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
