"""The call of the action server over a real connection, beside what Rasa does by itself."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils import endpoints
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk import Tracker

from actions import server
from bot.channels import action_calls, rasa_patches
from tests.channels.local_server import on_a_free_port

_DOMAIN = (
    "intents: [ask]\nactions: [action_answer]\nslots: {context: {type: any, mappings: [{type: custom}]}}\n"
)
DOMAIN = Domain.from_yaml(_DOMAIN)
_RASAS_OWN = f"""
import json, sys
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
domain = Domain.from_yaml({_DOMAIN!r})
events = deserialise_events(json.loads(sys.argv[1]))
tracker = DialogueStateTracker.from_events("someone", events, domain.slots)
action = RemoteAction("action_answer", EndpointConfig("http://actions.example", **json.load(sys.stdin)))
print(json.dumps(action._action_call_format(tracker, domain)))
"""
TRACKER = DialogueStateTracker.from_events(
    "someone",
    [
        UserUttered("before", {"name": "ask"}),
        SlotSet("context", {"about": "pmp"}),
        UserUttered("now", {"name": "ask"}, parse_data={"text": "now", "intent_ranking": [{"name": "ask"}]}),
    ],
    DOMAIN.slots,
)

rasa_patches.apply()


class ActionServer:
    """Notes what it is sent, and over how many connections; ``hang_up`` closes each after its answer."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[tuple[Any, dict[str, str]]] = []
        self.connections: set[object] = set()
        self.hang_up = False

    async def webhook(self, request: web.Request) -> web.Response:
        self.calls.append((await request.json(), dict(request.headers)))
        self.connections.add(request.transport)
        reply = web.json_response({"events": [], "responses": []})
        if self.hang_up:
            reply.force_close()
        return reply


@pytest.fixture
async def actions() -> AsyncIterator[ActionServer]:
    found = ActionServer()
    app = web.Application()
    app.router.add_post("/webhook", found.webhook)
    async with on_a_free_port(app) as url:
        found.url = url
        yield found
        await action_calls.end_calls()


async def call(endpoint: EndpointConfig) -> None:
    action = RemoteAction("action_answer", endpoint)
    await action.run(CollectingOutputChannel(), TemplatedNaturalLanguageGenerator({}), TRACKER, DOMAIN)


async def test_calls_share_a_connection(actions):
    for _ in range(3):
        await call(EndpointConfig(actions.url))
    assert len(actions.calls) == 3
    assert len(actions.connections) == 1


async def test_a_connection_that_was_closed_is_made_anew(actions):
    actions.hang_up = True
    for _ in range(2):
        await call(EndpointConfig(actions.url))
    await action_calls.end_calls()
    await call(EndpointConfig(actions.url))
    assert len(actions.connections) == 3


async def test_nothing_of_the_past_is_sent_but_the_slots(actions):
    await call(EndpointConfig(actions.url, enable_selective_domain=True))
    [(body, _)] = actions.calls
    assert "domain" not in body
    assert body["tracker"]["events"] == []
    read = Tracker.from_dict(body["tracker"])
    assert (read.sender_id, read.get_slot("context")) == ("someone", {"about": "pmp"})
    assert read.latest_message["text"] == "now"
    assert read.latest_message["intent_ranking"] == [{"name": "ask"}]


@pytest.mark.parametrize("options", [{}, {"enable_selective_domain": True}])
def test_all_else_is_sent_as_rasa_sends_it(options):
    """In a fresh process nothing is patched, so what it prints is Rasa's own."""
    printed = subprocess.run(
        [sys.executable, "-c", _RASAS_OWN, json.dumps([event.as_dict() for event in TRACKER.events])],
        input=json.dumps(options),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    stock = json.loads(printed.splitlines()[-1])
    assert len(stock["tracker"].pop("events")) == 3
    action = RemoteAction("action_answer", EndpointConfig("http://actions.example", **options))
    ours = action_calls.call_format(action, TRACKER, DOMAIN)
    assert ours["tracker"].pop("events") == []
    assert json.loads(json.dumps(ours)) == stock


async def test_headers_and_passwords_of_the_settings_are_shown(actions):
    await call(EndpointConfig(actions.url, headers={"X-Waymark-Key": "key"}))
    await call(EndpointConfig(actions.url, basic_auth={"username": "me", "password": "secret"}))
    await call(EndpointConfig(actions.url))
    shown = [(headers.get("X-Waymark-Key"), headers.get("Authorization")) for _, headers in actions.calls]
    assert shown == [("key", None), (None, "Basic bWU6c2VjcmV0"), (None, None)]


def test_the_action_server_keeps_a_connection_longer_than_we_do():
    assert server.KEEP_SECONDS > action_calls.KEPT_SECONDS


def test_rasa_still_opens_a_session_for_each_call():
    """When this fails, Rasa's calls go another way, and the patches must go there."""
    request = inspect.unwrap(EndpointConfig.request)
    assert "async with self.session() as session:" in inspect.getsource(request)
    assert "_action_call_format(tracker, domain)" in inspect.getsource(inspect.unwrap(RemoteAction.run))
    assert "aiohttp.ClientSession(" in inspect.getsource(action_calls._stock_session)
    assert endpoints.EndpointConfig.session is action_calls.lend_session
