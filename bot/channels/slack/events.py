"""Which of Slack's events want an answer, and what is asked in them."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.channels.guard import clean_text
from bot.channels.slack.inquiry import Inquiry
from bot.channels.slack.place import Place
from bot.channels.slack.words import typed
from bot.profile.masking import masked
from bot.settings import Settings

# Subtypes of messages in which a person says something; edits, joins, topics and the like are no questions.
_SAID = {None, "file_share", "thread_broadcast", "me_message"}


async def inquiry_of(envelope: dict[str, Any], settings: Settings) -> Inquiry | None:
    """Return what ``envelope``, an ``event_callback`` of Slack's, asks; None when it asks nothing.

    In channels an event ``message`` counts only inside a thread, as what follows a talk there: a first
    question comes as ``app_mention``, which Slack sends beside the ``message``.
    """
    event = envelope.get("event")
    if not isinstance(event, dict) or not _is_said_by_a_person(event):
        return None
    own_id = bot_user(envelope)
    direct = event.get("channel_type") == "im"
    mention = event["type"] == "app_mention"
    thread = event.get("thread_ts")
    if event["channel"] in settings.slack_quiet_channels:
        return None
    if not (direct or mention or (thread and not _is_said_to_another(event, own_id))):
        return None
    one_talk = direct and settings.slack_direct_talks == "channel"
    # A long text full of numbers takes a second to look through.
    text, found = await asyncio.to_thread(masked, clean_text(typed(event.get("text") or "", own_id)))
    return Inquiry(
        place=place_of(envelope, event["channel"], thread or (None if one_talk else event["ts"])),
        user=event["user"],
        keys=(f"message:{event['channel']}:{event['ts']}", *event_key(envelope)),
        text=text,
        masked=found,
        following=not direct and not mention,
    )


def event_key(envelope: dict[str, Any]) -> tuple[str, ...]:
    """Return the key of an event, by which a second delivery is known; none for an event without an id."""
    return (f"event:{envelope['event_id']}",) if envelope.get("event_id") else ()


def bot_user(envelope: dict[str, Any]) -> str | None:
    """Return the user id of the bot that an event was sent to. The installer's may stand before it."""
    authorizations = envelope.get("authorizations") or []
    return next((item.get("user_id") for item in authorizations if item.get("is_bot")), None)


def place_of(envelope: dict[str, Any], channel: str, thread: str | None) -> Place:
    """Return the place, with the team that has the app: in a shared channel, not the author's."""
    authorization: dict[str, Any] = next(iter(envelope.get("authorizations") or []), {})
    team = authorization.get("team_id") or envelope.get("team_id") or ""
    for_all = authorization.get("is_enterprise_install")
    enterprise = (authorization.get("enterprise_id") or envelope.get("enterprise_id")) if for_all else None
    return Place(team, channel, thread, enterprise)


def _is_said_by_a_person(event: dict[str, Any]) -> bool:
    whole = all(event.get(name) for name in ("user", "channel", "ts"))
    kind = event.get("type") in {"message", "app_mention"} and event.get("subtype") in _SAID
    return kind and whole and not event.get("bot_id") and not event.get("hidden")


def _is_said_to_another(event: dict[str, Any], own_id: str | None) -> bool:
    text = (event.get("text") or "").lstrip()
    return text.startswith("<@") and not text.startswith((f"<@{own_id}>", f"<@{own_id}|"))
