from __future__ import annotations

import inspect
import subprocess
import sys

import jsonschema
import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from rasa.core import run
from rasa.core.actions.action import RemoteAction
from rasa.shared.core import events
from rasa.shared.core.events import Event
from rasa.shared.utils import common
from rasa.utils.endpoints import EndpointConfig

from bot.channels import rasa_patches
from bot.service.seal import seal

VALID = [
    {},
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "name": "context", "value": {"a": [1]}}], "responses": [{"text": "hello"}]},
    {"events": [{"event": "slot", "timestamp": None, "name": "context", "value": None}], "responses": []},
    {"events": [{"event": "slot", "timestamp": 1.5, "name": "a", "value": 1, "more": 1}], "responses": []},
]
INVALID = [
    {"events": {}},
    {"events": [{"no": "event"}]},
    {"events": [{"event": "slot", "name": "context"}], "responses": []},
    {"events": [{"event": "slot", "name": 1, "value": 1}], "responses": []},
    {"events": [{"event": "slot", "name": "context", "value": 1, "metadata": 1}], "responses": []},
    {"events": [{"event": "slot", "name": "context", "value": 1, "timestamp": "now"}], "responses": []},
    {"events": [{"event": "slot", "name": "context", "value": 1}], "responses": ["text"]},
    {"responses": ["text"]},
    {"responses": {"text": "hello"}},
    [],
]
ACTION = RemoteAction("action_answer", None)


def stock(result: object) -> None:
    """What ``RemoteAction._validate_action_result`` does in Rasa 3.6.21."""
    jsonschema.validate(result, RemoteAction.action_response_format_spec())


def in_fresh_python(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.strip()


@pytest.mark.parametrize("result", VALID)
def test_valid_results_pass(result):
    stock(result)
    assert rasa_patches._validate_action_result(ACTION, result) is True


@pytest.mark.parametrize("result", INVALID)
def test_invalid_results_are_refused_as_rasa_refuses_them(result):
    with pytest.raises(jsonschema.ValidationError):
        stock(result)
    with pytest.raises(jsonschema.ValidationError, match="not what Rasa expects"):
        rasa_patches._validate_action_result(ACTION, result)


def test_what_our_action_sends_needs_no_validator(monkeypatch):
    monkeypatch.setattr(rasa_patches, "_VALIDATOR", None)
    slot = {"event": "slot", "timestamp": None, "name": "context", "value": {"a": [1]}}
    assert rasa_patches._validate_action_result(ACTION, {"events": [slot], "responses": [{"text": "hello"}]})


def test_schema_is_not_checked_again(monkeypatch):
    checked = []
    kind = validator_for(RemoteAction.action_response_format_spec())
    monkeypatch.setattr(kind, "check_schema", lambda *_args, **_kwargs: checked.append(1))
    rasa_patches._validate_action_result(ACTION, VALID[4])
    assert checked == []


def test_rasa_still_checks_its_schema_for_every_action():
    """When this fails, Rasa no longer needs the patch of the validation: remove it."""
    counted = in_fresh_python(
        "from jsonschema import Draft202012Validator as kind\n"
        "from rasa.core.actions.action import RemoteAction\n"
        "count, check = [], kind.check_schema\n"
        "kind.check_schema = lambda schema, **options: (count.append(1), check(schema, **options))\n"
        "action = RemoteAction('action_answer', None)\n"
        "for _ in range(3): action._validate_action_result({})\n"
        "print(len(count))"
    )
    assert counted.splitlines()[-1] == "3"
    assert validator_for(RemoteAction.action_response_format_spec()) is Draft202012Validator


def test_rasa_still_looks_through_all_event_classes_for_every_event():
    """When this fails, Rasa no longer needs the patch of the event classes: remove it."""
    counted = in_fresh_python(
        "from rasa.shared.core.events import Event\n"
        "from rasa.shared.utils import common\n"
        "count, look = [], common.all_subclasses\n"
        "common.all_subclasses = lambda kind: (count.append(1) if kind is Event else 0, look(kind))[1]\n"
        "for _ in range(3): Event.resolve_by_type('user')\n"
        "print(len(count))"
    )
    assert counted.splitlines()[-1] == "3"


def test_every_event_class_is_found_as_before():
    kinds = common.all_subclasses(Event)
    for name in {kind.type_name for kind in kinds}:
        assert rasa_patches._event_class(name) is next(kind for kind in kinds if kind.type_name == name)
    assert rasa_patches._event_class("unheard of", events.UserUttered) is events.UserUttered
    with pytest.raises(ValueError, match="unheard of"):
        rasa_patches._event_class("unheard of")


@pytest.mark.parametrize("channel", ["bot.channels.shell", "bot.channels.web_chat"])
def test_each_channel_brings_the_patches(channel):
    names = in_fresh_python(
        f"import {channel}\n"
        "from rasa.core.actions.action import RemoteAction\n"
        "from rasa.shared.core.events import Event\n"
        "print(RemoteAction._validate_action_result.__module__, hasattr(Event.resolve_by_type, 'cache_info'))"
    )
    assert names.splitlines()[-1] == "bot.channels.rasa_patches True"


class LoadedError(Exception):
    """Rasa's own loading was reached."""


@pytest.fixture
def rasa_loads(monkeypatch):
    async def load(**_: object) -> None:
        raise LoadedError

    monkeypatch.setattr(rasa_patches, "_load_agent", load)


async def test_a_sealed_model_is_handed_to_rasa(tmp_path, rasa_loads):
    model = tmp_path / "m.tar.gz"
    model.write_bytes(b"trained")
    seal(model, None)
    with pytest.raises(LoadedError):
        await rasa_patches.load_sealed(model_path=str(model))


@pytest.mark.parametrize("change", [b"", b"changed"])
async def test_a_model_that_is_not_what_was_trained_is_not(tmp_path, rasa_loads, change):
    model = tmp_path / "m.tar.gz"
    model.write_bytes(b"trained")
    if change:
        seal(model, None)
        model.write_bytes(change)
    with pytest.raises(SystemExit, match="make train"):
        await rasa_patches.load_sealed(model_path=str(model))


@pytest.mark.parametrize(
    "source", [{"model_server": EndpointConfig("http://models.example")}, {"remote_storage": "aws"}]
)
async def test_models_from_elsewhere_are_not_fetched(rasa_loads, source):
    with pytest.raises(SystemExit, match="none from a server"):
        await rasa_patches.load_sealed(**source)


def test_rasa_alone_would_load_any_model():
    """When this fails, Rasa's server loads its agent elsewhere, and the patch must go there."""
    assert "agent.load_agent(" in inspect.getsource(run.load_agent_on_start)
    assert run.agent.load_agent is rasa_patches.load_sealed
