"""Changes of Rasa's behaviour that no subclass named in a configuration file can make.

``apply`` is called where a channel module is imported, which is in the server process only. Each patch has
its reason here and a test that fails when Rasa no longer needs it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema import ValidationError
from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event

from bot.channels import rasa_stages
from bot.channels.store import StrictTrackerStore


def apply() -> None:
    """Put the patches in place; doing it again changes nothing."""
    RemoteAction._validate_action_result = _validate_action_result  # noqa: SLF001 - that is the patch
    Event.resolve_by_type = staticmethod(_event_class)
    rasa_stages.apply()
    Agent._create_tracker_store = staticmethod(_tracker_store)  # noqa: SLF001


_SCHEMA = RemoteAction.action_response_format_spec()
_VALIDATOR = validator_for(_SCHEMA)(_SCHEMA)


# Rasa looks through all event classes, inspecting each, for every event of a conversation that it loads: 60
# to 80 microseconds an event, with six events a turn. The classes are fixed once Rasa is imported.
_event_class = lru_cache(maxsize=256)(Event.resolve_by_type)


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


def _validate_action_result(_action: RemoteAction, result: dict[str, Any]) -> bool:
    """Check what the action server sent against Rasa's schema.

    Rasa calls ``jsonschema.validate``, which checks the schema itself again for each action: 35 ms of
    computing an action, where 0.4 ms are enough with a validator that is built once. Raises
    ``ValidationError`` like Rasa's own.
    """
    error: ValidationError | None = best_match(_VALIDATOR.iter_errors(result))
    if error is not None:
        error.message += ". The action server's response is not what Rasa expects of an action."
        raise error
    return True
