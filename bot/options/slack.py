"""The settings of Slack (docs/slack.md)."""

from __future__ import annotations

from bot import setting_kinds as kinds
from bot.options.option import Option

SLACK: tuple[Option, ...] = (
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
        "redis_url",
        "",
        kinds.REDIS,
        "Redis in which Slack's events are kept instead of in the database, and requests are counted.",
    ),
)
