"""What people do in Slack, sent to Waymark as Slack sends it: signed, in the documented shapes."""

from __future__ import annotations

import json
import time
from typing import Any
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import SignatureVerifier

from tests.channels.slack.buttons import number, press
from tests.channels.slack.fake import APP, BOT_USER, SECRET, TEAM, FakeSlack


class Sent:
    """Slack's side of HTTP. ``base`` is Waymark's address."""

    def __init__(self, http: aiohttp.ClientSession, base: str, fake: FakeSlack) -> None:
        self.http = http
        self.base = base
        self.fake = fake
        self.slowest = 0.0

    async def post(
        self, body: str, kind: str, secret: str | None = SECRET, age: float = 0, **headers: str
    ) -> aiohttp.ClientResponse:
        """Send a request signed ``age`` seconds ago with ``secret``, unsigned without one."""
        signed = {}
        if secret is not None:
            stamp = str(int(time.time() - age))
            signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
            signed = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": str(signature)}
        started = time.monotonic()
        reply = await self.http.post(
            f"{self.base}/slack/events",
            data=body.encode(),
            headers={"Content-Type": kind, **signed, **headers},
        )
        await reply.read()
        self.slowest = max(self.slowest, time.monotonic() - started)
        return reply

    async def event(self, envelope: dict[str, Any], **options: Any) -> aiohttp.ClientResponse:
        return await self.post(json.dumps(envelope), options.pop("kind", "application/json"), **options)

    async def form(self, fields: dict[str, str], **options: Any) -> aiohttp.ClientResponse:
        return await self.post(urlencode(fields), "application/x-www-form-urlencoded", **options)

    async def mention(self, text: str, **changes: Any) -> dict[str, Any]:
        """Mention the bot; return the event."""
        envelope = mention(text, **changes)
        assert (await self.event(envelope)).status == 200
        return dict(envelope["event"])

    async def direct(self, text: str, **changes: Any) -> dict[str, Any]:
        """Write to the bot in direct messages; return the event."""
        envelope = direct(text, **changes)
        assert (await self.event(envelope)).status == 200
        return dict(envelope["event"])

    async def press(self, post: dict[str, Any], button: int = 0, **changes: Any) -> aiohttp.ClientResponse:
        """Press a button of a message that the fake has."""
        return await self.form({"payload": json.dumps(press(self.fake, post, button, **changes))})

    async def command(self, text: str, **changes: Any) -> aiohttp.ClientResponse:
        return await self.form(command(self.fake, text, **changes))


def envelope(event: dict[str, Any], team: str = TEAM) -> dict[str, Any]:
    """Return an event as Slack sends it."""
    return {
        "token": "unused",
        "team_id": team,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{number():06d}",
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": team,
                "user_id": f"UBOT{team[1:]}",
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": "4-unused",
    }


def _message(kind: str, text: str, changes: dict[str, Any]) -> dict[str, Any]:
    ts = f"1690000000.{number():06d}"
    event = {"type": kind, "user": "U1", "text": text, "ts": ts, "event_ts": ts, "team": TEAM, **changes}
    return {name: value for name, value in event.items() if value is not None}


def mention(text: str, team: str = TEAM, **changes: Any) -> dict[str, Any]:
    """Return an ``app_mention``."""
    words = f"<@{BOT_USER.replace('1', team[1:])}> {text}"
    return envelope(_message("app_mention", words, {"channel": "C1", **changes}), team)


def direct(text: str, team: str = TEAM, **changes: Any) -> dict[str, Any]:
    """Return a direct message."""
    event = _message("message", text, {"channel": "D1", "channel_type": "im", **changes})
    return envelope(event, team)


def said(text: str, **changes: Any) -> dict[str, Any]:
    """Return a message of a channel."""
    return envelope(_message("message", text, {"channel": "C1", "channel_type": "channel", **changes}))


def command(fake: FakeSlack, text: str, **changes: str) -> dict[str, str]:
    """Return a slash command."""
    return {
        "token": "unused",
        "team_id": TEAM,
        "team_domain": "t1",
        "channel_id": "C1",
        "channel_name": "general",
        "user_id": "U1",
        "user_name": "ann",
        "command": "/waymark",
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": f"{fake.url}/response/{number()}",
        "trigger_id": f"1.2.{number()}",
        **changes,
    }
