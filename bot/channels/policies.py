"""Rasa's policies as the server runs them: the same predictions, without replaying the talk for each.

Rasa (3.6.21) replays the talk for each policy, in ``RulePolicy`` once for words and once for intents, and
then tries every rule on every state: 5 ms a turn for two predictions that the newest states settle.
What these cannot tell by a short look they leave to Rasa's own, so whatever is in ``data/`` is predicted as
Rasa would. ``bot/channels/model_runner.py`` puts them in place of Rasa's, which ``config.yml`` names.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any, NamedTuple

from rasa.core.policies import memoization, rule_policy
from rasa.core.policies.policy import PolicyPrediction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

_WITHOUT_EFFECT = (BotUttered, SlotSet, DefinePrevUserUtteredFeaturization)


class Seen(NamedTuple):
    """A state of a talk as far as plain rules see it; ``None`` for what there is not."""

    action: str | None
    intent: str | None


class PlainRule(NamedTuple):
    """A rule about actions and intents only: its key in Rasa's lookup, and its states but for the newest."""

    key: str
    older: tuple[Seen, ...]


class MemoizationPolicy(memoization.MemoizationPolicy):
    """Rasa's, which does not look at the talk when there is no story to remember."""

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,  # noqa: ANN401 - Rasa's signature
    ) -> PolicyPrediction:
        """Predict the next action, or nothing."""
        if self.lookup:
            return super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)
        return self._prediction(self._default_predictions(domain))


class RulePolicy(rule_policy.RulePolicy):
    """Rasa's, which finds the rule by the newest states when all rules are plain."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - Rasa's own, whatever they are
        super().__init__(*arguments, **named)
        self._rules = _plain_rules(self.lookup)
        self._longest = 1 + max(
            (len(rule.older) for rules in self._rules.values() for rule in rules), default=0
        )

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,  # noqa: ANN401 - Rasa's signature
    ) -> PolicyPrediction:
        """Predict the next action."""
        key = self._rule_for(tracker)
        if key is None:
            return super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)
        action = self.lookup[rule_policy.RULES][key]
        return self._rule_prediction(self._prediction_result(action, tracker, domain), key)

    def _rule_for(self, tracker: DialogueStateTracker) -> str | None:
        """Return the key of the rule that decides what comes next; ``None`` when Rasa must look for it."""
        if not self._rules or any(isinstance(event, ActiveLoop) for event in tracker.events):
            return None
        newest, *older = newest_states(tracker, self._longest)
        if newest.intent in rule_policy.DEFAULT_ACTION_MAPPINGS or len(older) + 1 < self._longest:
            return None
        fitting = (
            rule.key for rule in self._rules.get(newest, ()) if rule.older == tuple(older[: len(rule.older)])
        )
        return max(fitting, key=len, default=None)


def newest_states(tracker: DialogueStateTracker, count: int) -> list[Seen]:
    """Return the newest ``count`` states of a talk, newest first; fewer when it has no more.

    A state is what there was before an action: the action before that, and the newest message. When something
    lies among them that takes back or changes what was before, there is one state only, of which nothing is
    known.
    """
    actions: list[str | None] = []
    intents: list[str | None] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered) and not event.use_text_for_featurization:
            intents += [event.intent_name] * (len(actions) + 1 - len(intents))
        elif isinstance(event, ActionExecuted):
            actions.append(event.action_name)
        elif isinstance(event, SessionStarted):
            break
        elif not isinstance(event, _WITHOUT_EFFECT):
            return [Seen(None, None)]
        if min(len(actions), len(intents)) >= count:
            break
    intents += [None] * (len(actions) + 1 - len(intents))
    return [Seen(*state) for state in zip([*actions, None], intents, strict=True)][:count]


def _plain_rules(lookup: dict[str, Any]) -> dict[Seen, list[PlainRule]]:
    """Return the rules by their newest state; none at all unless every one is plain.

    Plain rules name an action and an intent in each state: entities, slots, loops, words and the beginning of
    a talk have no effect on them.
    """
    found: dict[Seen, list[PlainRule]] = defaultdict(list)
    if lookup.get(rule_policy.RULES_FOR_LOOP_UNHAPPY_PATH):
        return {}
    for key in lookup.get(rule_policy.RULES, ()):
        states = [_seen(state) for state in json.loads(key)]
        if not all(states):
            return {}
        newest, *older = (state for state in reversed(states) if state)
        found[newest].append(PlainRule(key, tuple(older)))
    return dict(found)


def _seen(state: dict[str, dict[str, str]]) -> Seen | None:
    """Return a state of a rule, ``None`` when it is about more than an action and an intent."""
    action, intent = state.get("prev_action", {}).get("action_name"), state.get("user", {}).get("intent")
    whole = {"prev_action": {"action_name": action}, "user": {"intent": intent}}
    return Seen(action, intent) if state == whole and action and intent else None
