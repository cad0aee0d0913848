"""What an app manifest may hold, as a JSON schema in our own words.

The keys and limits are those of Slack's manifest reference and of its published schema, version 2
(github.com/slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json), as far as our manifest uses them;
what is not listed here is refused.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def text(most: int, least: int = 1, pattern: str = "") -> Schema:
    return {
        "type": "string",
        "minLength": least,
        "maxLength": most,
        **({"pattern": pattern} if pattern else {}),
    }


def record(required: str = "", **fields: Schema) -> Schema:
    return {
        "type": "object",
        "properties": fields,
        "required": required.split(),
        "additionalProperties": False,
    }


def many(item: Schema, most: int, least: int = 1) -> Schema:
    return {"type": "array", "items": item, "minItems": least, "maxItems": most, "uniqueItems": True}


YES_NO: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": "integer"}
URL = text(3000, pattern="^https://")
PROMPT = record("title message", title=text(75), message=text(300))

FEATURES = record(
    app_home=record(
        home_tab_enabled=YES_NO, messages_tab_enabled=YES_NO, messages_tab_read_only_enabled=YES_NO
    ),
    bot_user=record("display_name", display_name=text(80), always_online=YES_NO),
    agent_view=record(agent_description=text(300), suggested_prompts=many(PROMPT, 4)),
    slash_commands=many(
        record(
            "command description",
            command=text(32, 2, "^/"),
            url=URL,
            description=text(2000),
            usage_hint=text(1000),
            should_escape=YES_NO,
        ),
        50,
    ),
    shortcuts=many(
        record(
            "name type callback_id description",
            name=text(24),
            type={"enum": ["message", "global"]},
            callback_id=text(255),
            description=text(150),
        ),
        10,
    ),
)
SETTINGS = record(
    event_subscriptions=record(request_url=URL, bot_events=many(text(50), 100)),
    interactivity=record("is_enabled", is_enabled=YES_NO, request_url=URL),
    org_deploy_enabled=YES_NO,
    socket_mode_enabled=YES_NO,
    token_rotation_enabled=YES_NO,
)
MANIFEST = record(
    "_metadata display_information features oauth_config settings",
    _metadata=record("major_version", major_version={"const": 2}, minor_version=NUMBER),
    display_information=record(
        "name",
        name=text(35),
        description=text(140),
        background_color=text(7, 4, "^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$"),
    ),
    features=FEATURES,
    oauth_config=record(redirect_urls=many(text(2500), 1000), scopes=record(bot=many(text(50), 255, 0))),
    settings=SETTINGS,
)
