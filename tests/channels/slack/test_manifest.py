from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.channels.slack import texts
from bot.channels.slack.oauth import SCOPES
from bot.channels.slack.questions import SHORTCUT
from bot.settings import OPTIONS, ROOT
from tests.channels.slack.manifest_schema import MANIFEST

TEXT = (ROOT / "deploy" / "slack-manifest.yaml").read_text()
SHIPPED: dict[str, Any] = yaml.safe_load(TEXT)


def faults(manifest: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft7Validator(MANIFEST).iter_errors(manifest)]


def test_slack_takes_the_manifest() -> None:
    """Check 18."""
    Draft7Validator.check_schema(MANIFEST)
    assert faults(SHIPPED) == []


def test_for_socket_mode_the_marked_lines_go() -> None:
    kept = [line for line in TEXT.splitlines() if "Socket Mode: leave this line out" not in line]
    manifest = yaml.safe_load(
        "\n".join(kept).replace("socket_mode_enabled: false", "socket_mode_enabled: true")
    )
    assert faults(manifest) == []
    assert "slack/events" not in str(manifest)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("features", "shortcuts", 0, "name"), "Ask Waymark about this one"),
        (("features", "agent_view", "agent_description"), "x" * 301),
        (
            ("features", "agent_view", "suggested_prompts"),
            [{"title": str(n), "message": "x"} for n in range(5)],
        ),
        (("features", "slash_commands", 0, "command"), "waymark"),
        (("features", "assistant_view"), {"assistant_description": "the old way"}),
        (("display_information", "name"), "x" * 36),
        (("settings", "interactivity"), {"request_url": "https://HOST/slack/events"}),
        (("settings", "event_subscriptions", "request_url"), "http://HOST"),
        (("settings", "event_subscriptions", "bot_events"), ["message.im", "message.im"]),
        (("settings", "socket_mode"), False),
        (("oauth_config", "scopes", "bot"), ["chat:write" * 6]),
        (("oauth_config", "scopes", "bots"), ["chat:write"]),
        (("display_information", "background_color"), "#12345"),
        (("display_information", "long_description"), "too short"),
        (("_metadata", "major_version"), 1),
    ],
)
def test_what_slack_refuses_is_found(path: tuple[Any, ...], value: object) -> None:
    manifest = copy.deepcopy(SHIPPED)
    place: Any = manifest
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert faults(manifest) != []


def test_it_asks_for_what_the_code_uses_and_no_more() -> None:
    assert tuple(SHIPPED["oauth_config"]["scopes"]["bot"]) == SCOPES
    assert [shortcut["callback_id"] for shortcut in SHIPPED["features"]["shortcuts"]] == [SHORTCUT]
    prompts = [prompt["message"] for prompt in SHIPPED["features"]["agent_view"]["suggested_prompts"]]
    assert prompts == list(texts.STARTERS[:4])
    assert set(SHIPPED["settings"]["event_subscriptions"]["bot_events"]) == {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "message.channels",
        "message.groups",
        "message.im",
        "tokens_revoked",
    }


def test_every_address_is_one_that_is_served() -> None:
    addresses = {part.split()[0] for part in TEXT.split("https://HOST")[1:]}
    assert addresses == {"/slack/events", "/slack/oauth_redirect"}


def test_the_guide_names_every_setting() -> None:
    guide = (ROOT / "docs" / "slack.md").read_text()
    named = [option.variable for option in OPTIONS if option.name.startswith(("slack_", "redis_"))]
    assert len(named) == 9
    assert [variable for variable in named if f"`{variable}`" not in guide] == []
