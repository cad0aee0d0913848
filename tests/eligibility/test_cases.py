from __future__ import annotations

import pytest

from bot.eligibility.assess import assess
from tests.eligibility.cases import CASES, TODAY


@pytest.mark.parametrize("case", CASES, ids=str)
def test_cases_worked_by_hand(case, knowledge):
    verdict = assess(case.credential, case.person, knowledge, TODAY, case.level)
    assert verdict.status == case.status
    assert verdict.missing_months == case.months
    assert sum(line.missing_hours or 0 for line in verdict.lines) == case.hours
    assert verdict.earliest == case.earliest
    assert verdict.nearest == case.nearest
    assert case.fact in {line.fact for line in verdict.lines}


@pytest.mark.parametrize("fact", sorted({case.fact for case in CASES}))
def test_the_rules_stand_in_the_knowledge(fact, knowledge):
    home, _, name = fact.rpartition(".")
    known = knowledge.facts[home][name]
    assert known.source in knowledge.sources
    assert name in knowledge.credentials[home.partition("/")[2]].rule_facts()


def test_every_credential_has_cases(knowledge):
    assert len(CASES) >= 70
    assert {case.credential for case in CASES} == set(knowledge.credentials)


def test_every_rule_decides_a_case(knowledge):
    decided = {(case.credential, case.level) for case in CASES}
    for slug, credential in knowledge.credentials.items():
        names = list(dict.fromkeys(path.level for path in credential.eligibility_paths))
        assert {(slug, None if number == 0 else str(name)) for number, name in enumerate(names)} <= decided
