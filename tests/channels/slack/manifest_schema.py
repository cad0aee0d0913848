"""What an app manifest may hold, as a JSON schema in our own words.

Keys and limits are those of Slack's published schema, version 2 (github.com/slackapi/manifest-schema, licence MIT,
``schemas/manifest.schema.2.0.0.json``), compared key by key with its commit 085a104 on 26 November 2026. No package
of a registry brings that file along, so nothing can be pinned instead.

It is stricter than the published one in this: sections and keys that Waymark does not use are refused (Marketplace,
hosted functions, MCP servers, IP ranges and the like); addresses begin with https, as their descriptions there say;
the pattern of the colour counts, which stands there under a word that no validator knows; and what ``OURS`` adds.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def text(most: int, least: int = 0, pattern: str = "") -> Schema:
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


def many(item: Schema, most: int | None = None, least: int = 0, *, unique: bool = False) -> Schema:
    limit = {} if most is None else {"maxItems": most}
    return {"type": "array", "items": item, "minItems": least, "uniqueItems": unique, **limit}


YES_NO: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": "integer"}
WORDS: Schema = {"type": "string"}
COLOUR = text(7, 4, "^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$")
ADDRESS = text(3500, pattern="^https://")
SCOPES = many(text(50), 255)
EVENTS = many(text(50), 100, unique=True)

COMMAND = record(
    "command description",
    command=text(32, 2, "^/"),
    url=text(3000, pattern="^https://"),
    description=text(2000, 1),
    usage_hint=text(1000, 1),
    should_escape=YES_NO,
)
SHORTCUT = record(
    "name type callback_id description",
    name=text(24, 1),
    type={"type": "string", "enum": ["message", "global"]},
    callback_id=text(255, 1),
    description=text(150, 1),
)
FEATURES = record(
    app_home=record(
        home_tab_enabled=YES_NO, messages_tab_enabled=YES_NO, messages_tab_read_only_enabled=YES_NO
    ),
    bot_user=record("display_name", display_name=text(80, 1), always_online=YES_NO),
    agent_view=record(
        agent_description=text(300),
        suggested_prompts=many(record("title message", title=WORDS, message=WORDS), 4),
        actions=many(record("name description", name=WORDS, description=WORDS)),
    ),
    slash_commands=many(COMMAND, 50, 1),
    shortcuts=many(SHORTCUT, 10, 1),
)
OAUTH = record(
    redirect_urls=many(text(2500), 1000, unique=True),
    scopes=record(bot=SCOPES, bot_optional=SCOPES, user=SCOPES, user_optional=SCOPES),
    token_management_enabled=YES_NO,
    pkce_enabled=YES_NO,
)
SETTINGS = record(
    event_subscriptions=record(
        request_url=ADDRESS,
        bot_events=EVENTS,
        user_events=EVENTS,
        metadata_subscriptions=many(
            record("app_id event_type", app_id=WORDS, event_type=text(50)), 20, 1, unique=True
        ),
    ),
    incoming_webhooks=record(incoming_webhooks_enabled=YES_NO),
    interactivity=record(
        "is_enabled", is_enabled=YES_NO, request_url=ADDRESS, message_menu_options_url=ADDRESS
    ),
    org_deploy_enabled=YES_NO,
    socket_mode_enabled=YES_NO,
    token_rotation_enabled=YES_NO,
    is_mcp_enabled=YES_NO,
)
PUBLISHED = record(
    "display_information",
    _metadata=record(schema_version=NUMBER, min_version=NUMBER, major_version=NUMBER, minor_version=NUMBER),
    display_information=record(
        "name",
        name=text(35, 1),
        description=text(140, 1),
        background_color=COLOUR,
        long_description=text(4000, 175),
    ),
    features=FEATURES,
    oauth_config=OAUTH,
    settings=SETTINGS,
)

# What Waymark needs beyond that: the version that the schema is for, all sections, prompts that fit on a phone.
PROMPTS: Schema = {
    "minItems": 1,
    "uniqueItems": True,
    "items": {"properties": {"title": text(75, 1), "message": text(300, 1)}},
}
OURS: Schema = {
    "required": ["_metadata", "features", "oauth_config", "settings"],
    "properties": {
        "_metadata": {"required": ["major_version"], "properties": {"major_version": {"const": 2}}},
        "features": {
            "required": ["agent_view", "app_home", "bot_user", "shortcuts", "slash_commands"],
            "properties": {
                "agent_view": {
                    "required": ["agent_description", "suggested_prompts"],
                    "properties": {"suggested_prompts": PROMPTS},
                }
            },
        },
    },
}
MANIFEST: Schema = {"allOf": [PUBLISHED, OURS]}
