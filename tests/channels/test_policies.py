"""The server's policies beside Rasa's own, trained on the same rules: they must predict the same."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.core.policies import memoization, policy, rule_policy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.generator import TrainingDataGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph

from bot.channels import policies
from bot.settings import ROOT

OURS = Domain.load(ROOT / "domain.yml")
# Rules that are not plain: the beginning of a talk, a slot, two actions, an entity.
ODD_DOMAIN = Domain.from_yaml(
    "intents: [ask, greet]\n"
    "entities: [role]\n"
    "slots: {known: {type: bool, mappings: [{type: custom}]}}\n"
    "actions: [action_answer, action_begin]\n"
)
BEGINNING = """
- rule: beginning
  conversation_start: true
  steps: [{intent: greet}, {action: action_begin}]
- rule: after
  steps: [{intent: ask}, {action: action_answer}]
"""
SLOT = """
- rule: known
  condition: [{slot_was_set: [{known: true}]}]
  steps: [{intent: ask}, {action: action_begin}]
- rule: unknown
  condition: [{slot_was_set: [{known: null}]}]
  steps: [{intent: ask}, {action: action_answer}]
"""
LONG = """
- rule: two
  steps: [{intent: ask}, {action: action_answer}, {action: action_begin}]
- rule: one
  steps: [{intent: greet}, {action: action_begin}]
"""


def trained(folder: Path, domain: Domain, rules: str) -> tuple[policy.Policy, policy.Policy]:
    """Return Rasa's policy, trained on ``rules``, and ours with what it has learned."""
    steps = YAMLStoryReader(domain).read_from_string(f'version: "3.1"\nrules:{rules}')
    trackers = TrainingDataGenerator(StoryGraph(steps), domain, use_story_concatenation=False).generate()
    stock = rule_policy.RulePolicy(*made_of(rule_policy.RulePolicy, folder))
    stock.train(trackers, domain)
    return stock, policies.RulePolicy(*made_of(rule_policy.RulePolicy, folder), lookup=stock.lookup)


def made_of(kind: type[policy.Policy], folder: Path) -> tuple[Any, ...]:
    storage = LocalModelStorage.create(folder)
    return kind.get_default_config(), storage, Resource("policy"), ExecutionContext(GraphSchema({}))


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    rules = (ROOT / "data" / "rules.yml").read_text(encoding="utf-8").split("\nrules:")[1]
    return trained(tmp_path_factory.mktemp("ours"), OURS, rules)


@pytest.fixture(scope="module", params=[BEGINNING, SLOT, LONG], ids=["beginning", "slot", "long"])
def odd(request, tmp_path_factory):
    return trained(tmp_path_factory.mktemp("odd"), ODD_DOMAIN, request.param)


def said(intent: str | None, **more: Any) -> UserUttered:
    return UserUttered("words", {"name": intent, "confidence": 0.9} if intent else {}, **more)


def begun(*events: Event) -> list[Event]:
    return [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        ActionExecuted("action_listen"),
        *events,
    ]


def turn(intent: str) -> list[Event]:
    """Return what a turn leaves behind."""
    return [
        said(intent),
        DefinePrevUserUtteredFeaturization(use_text_for_featurization=False),
        ActionExecuted("action_answer"),
        BotUttered("an answer"),
        SlotSet("context", {"a": 1}),
        ActionExecuted("action_listen"),
    ]


def agree(pair: tuple[policy.Policy, policy.Policy], domain: Domain, events: list[Event]) -> bool:
    """Return whether both predict the same."""
    stock, ours = (
        one.predict_action_probabilities(
            DialogueStateTracker.from_events("someone", copy.deepcopy(events), domain.slots), domain
        )
        for one in pair
    )
    return vars(stock) == vars(ours)


@pytest.mark.parametrize("intent", [*sorted(OURS.intents), "unheard_of", None])
def test_each_intent_is_answered_as_rasa_would(ours, intent):
    asked = begun(*turn("cost"), said(intent))
    assert agree(ours, OURS, asked)
    assert agree(ours, OURS, [*begun(), said(intent)])
    answered = [
        DefinePrevUserUtteredFeaturization(use_text_for_featurization=False),
        ActionExecuted("action_answer"),
        BotUttered("so"),
    ]
    assert agree(ours, OURS, [*asked, *answered])


def test_rules_are_found_without_rasas_own_search(ours, monkeypatch):
    monkeypatch.setattr(rule_policy.RulePolicy, "_predict", lambda *_: pytest.fail("searched"))
    domain, tracker = OURS, DialogueStateTracker.from_events("someone", begun(said("cost")), OURS.slots)
    found = ours[1].predict_action_probabilities(tracker, domain)
    assert domain.action_names_or_texts[found.max_confidence_index] == "action_answer"
    tracker.update(ActionExecuted("action_answer"))
    found = ours[1].predict_action_probabilities(tracker, domain)
    assert domain.action_names_or_texts[found.max_confidence_index] == "action_listen"


def test_a_prediction_is_the_callers_own(ours):
    """The ensemble writes into it when an action was rejected."""
    tracker = DialogueStateTracker.from_events("someone", begun(said("cost")), OURS.slots)
    first = ours[1].predict_action_probabilities(tracker, OURS)
    first.probabilities[first.max_confidence_index] = 0.0
    assert ours[1].predict_action_probabilities(tracker, OURS).max_confidence == 1.0


EVENTS = st.one_of(
    st.sampled_from(["ask", "greet", "cost", "overview", "restart", "back", "unheard_of"]).map(said),
    st.builds(said, st.just("ask"), entities=st.just([{"entity": "role", "value": "pmo", "role": "to"}])),
    st.sampled_from(
        ["action_listen", "action_answer", "action_begin", "action_back", "action_default_fallback"]
    ).map(ActionExecuted),
    st.builds(DefinePrevUserUtteredFeaturization, st.booleans()),
    st.builds(SlotSet, st.just("known"), st.booleans()),
    st.sampled_from(["cost", "ask", "greet"]).map(turn),
    st.sampled_from(
        [BotUttered("so"), SessionStarted(), Restarted(), ActionReverted(), UserUtteranceReverted()]
    ),
    st.sampled_from(["action_answer", None]).map(ActiveLoop),
)
TALKS = st.lists(EVENTS, max_size=8).map(
    lambda parts: [event for part in parts for event in (part if isinstance(part, list) else [part])]
)


@settings(max_examples=400)
@given(TALKS, st.booleans())
def test_any_talk_goes_on_as_rasa_would(ours, events, whole):
    known = [event for event in events if getattr(event, "action_name", "") != "action_begin"]
    assert agree(ours, OURS, begun(*known) if whole else known)


@settings(max_examples=150)
@given(TALKS, st.booleans())
def test_rules_of_any_kind_are_kept(odd, events, whole):
    assert agree(odd, ODD_DOMAIN, begun(*events) if whole else events)


def test_stories_are_remembered_as_by_rasa(tmp_path):
    """With none, the talk is not even looked at."""
    own = made_of(memoization.MemoizationPolicy, tmp_path)
    tracker = DialogueStateTracker.from_events("someone", begun(said("cost")), OURS.slots)
    stock = memoization.MemoizationPolicy(*own)
    states = stock._prediction_states(tracker, OURS)
    for lookup in ({}, {stock._create_feature_key(states): "action_answer"}):
        pair = (
            memoization.MemoizationPolicy(*own, lookup=lookup),
            policies.MemoizationPolicy(*own, lookup=lookup),
        )
        assert agree(pair, OURS, begun(said("cost")))
        found = pair[1].predict_action_probabilities(tracker, OURS)
        assert found.max_confidence == (1.0 if lookup else 0.0)
