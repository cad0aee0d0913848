"""Changes of Rasa's behaviour that no subclass named in a configuration file can make.

``apply`` is called where a channel module is imported, which is in the server process only. Each patch has
its reason here and a test that fails when Rasa no longer needs it.
"""

from __future__ import annotations

import sys
from asyncio import AbstractEventLoop
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import ValidationError
from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from rasa.core import agent, processor
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.utils.endpoints import EndpointConfig

from bot.channels import action_calls, rasa_stages
from bot.channels.model_runner import ModelRunner
from bot.channels.store import StrictTrackerStore
from bot.service.seal import SealError, check
from bot.service.settled import settle
from bot.settings import current


def apply() -> None:
    """Put the patches in place; doing it again changes nothing."""
    RemoteAction._validate_action_result = _validate_action_result  # noqa: SLF001 - that is the patch
    Event.resolve_by_type = staticmethod(_event_class)
    RemoteAction._action_call_format = action_calls.call_format  # noqa: SLF001
    EndpointConfig.session = action_calls.lend_session
    Domain.is_empty = _is_empty
    processor.DaskGraphRunner = ModelRunner
    processor.copy = _ToLog
    rasa_stages.apply()
    Agent._create_tracker_store = staticmethod(_tracker_store)  # noqa: SLF001
    agent.load_agent = load_sealed


_SCHEMA = RemoteAction.action_response_format_spec()
_VALIDATOR = validator_for(_SCHEMA)(_SCHEMA)


# Rasa looks through all event classes, inspecting each, for every event of a conversation that it loads: 60
# to 80 microseconds an event, with six events a turn. The classes are fixed once Rasa is imported.
_event_class = lru_cache(maxsize=256)(Event.resolve_by_type)


_EMPTY = Domain.empty().as_dict()


def _is_empty(domain: Domain) -> bool:
    """Return whether there is nothing in ``domain``. Rasa makes an empty one to compare, for each message."""
    return bool(domain.as_dict() == _EMPTY)


class _ToLog:
    """Stands in for the module ``copy`` in Rasa's processor, which copies only what it logs at DEBUG.

    It does so at any level: each answer and parse is copied in depth, a third of a millisecond a turn.
    """

    @staticmethod
    def deepcopy(thing: object) -> object:
        return thing


_wrapped_store = Agent._create_tracker_store  # noqa: SLF001


def _tracker_store(store: TrackerStore | None, domain: Domain) -> TrackerStore:
    """Return the store that the agent uses: ours as it is.

    Rasa wraps each store (``Agent._create_tracker_store``). The wrapper, ``FailSafeTrackerStore``, makes an
    empty talk of one that cannot be read, whose turn is then not stored but answered all the same, and keeps
    what cannot be written in the memory of this process, where nothing reads it again.
    """
    if not isinstance(store, StrictTrackerStore):
        return _wrapped_store(store, domain)
    store.domain = domain
    return store


_load_agent = agent.load_agent


async def load_sealed(
    model_path: str | None = None,
    model_server: EndpointConfig | None = None,
    remote_storage: str | None = None,
    endpoints: AvailableEndpoints | None = None,
    loop: AbstractEventLoop | None = None,
) -> agent.Agent:
    """Load the agent of the server, from a model whose seal is good; else end the process and say why.

    Rasa loads what it is given. A model from a server or a remote storage has no seal, so none is fetched.
    """
    if model_server or remote_storage or (endpoints and endpoints.model):
        sys.exit("Waymark serves a model of models/ only, none from a server or a remote storage.")
    if model_path and Path(model_path).is_file():
        try:
            check(Path(model_path), current().model_secret)
        except SealError as error:
            sys.exit(str(error))
    loaded = await _load_agent(model_path=model_path, endpoints=endpoints, loop=loop)
    settle()
    return loaded


def _validate_action_result(_action: RemoteAction, result: dict[str, Any]) -> bool:
    """Check what the action server sent against Rasa's schema.

    Rasa calls ``jsonschema.validate``, which checks the schema itself again for each action: 35 ms of
    computing an action, where 0.4 ms are enough with a validator that is built once. What our action sends
    is seen to be right without it. Raises ``ValidationError`` like Rasa's own.
    """
    if _sets_slots(result):
        return True
    error: ValidationError | None = best_match(_VALIDATOR.iter_errors(result))
    if error is not None:
        error.message += ". The action server's response is not what Rasa expects of an action."
        raise error
    return True


def _sets_slots(result: Any) -> bool:  # noqa: ANN401 - whatever the action server sent
    """Return whether ``result`` is plainly messages and slots that are set, which fits the schema."""
    return (
        isinstance(result, dict)
        and all(isinstance(result.get(part), list) for part in ("events", "responses"))
        and all(isinstance(response, dict) for response in result["responses"])
        and all(_is_slot_set(event) for event in result["events"])
    )


def _is_slot_set(event: Any) -> bool:  # noqa: ANN401 - as above
    return (
        isinstance(event, dict)
        and event.get("event") == "slot"
        and isinstance(event.get("name"), str)
        and event.get("timestamp") is None
        and event.keys() <= {"event", "name", "value", "timestamp"}
        and "value" in event
    )
