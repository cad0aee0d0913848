from __future__ import annotations

import pytest

from bot.eligibility.assess import assess
from bot.eligibility.levels import levels, named_level
from bot.knowledge.loader import load
from bot.profile.person import Person
from tests.eligibility.cases import TODAY

KNOWLEDGE = load()


@pytest.mark.parametrize(
    ("text", "credential", "level"),
    [
        ("am i eligible for ipma level c", "ipma", "Level C"),
        ("ipma b?", "ipma", "Level B"),
        ("can i sit psm 2", "psm", "PSM II"),
        ("PSM III please", "psm", "PSM III"),
        ("prince2 practitioner", "prince2", "Practitioner"),
        ("advanced csm", "csm", "A-CSM"),
        ("the a-csm", "csm", "A-CSM"),
        ("csm", "csm", "CSM"),
        ("safe rte", "safe", "SAFe Release Train Engineer (RTE)"),
        ("safe scrum master", "safe", "SAFe Scrum Master (SSM)"),
        ("am i ready for chartered status", "apm", "ChPP"),
        ("apm pmq", "apm", "PMQ"),
        ("six sigma green belt", "six_sigma", "Green belt (ASQ)"),
        ("iassc green belt", "six_sigma", "Yellow, green or black belt (IASSC)"),
        ("am i eligible for ipma", "ipma", None),
        ("check pmp", "pmp", None),
    ],
)
def test_a_level_is_understood_by_what_people_call_it(text, credential, level):
    assert named_level(text, credential, KNOWLEDGE) == level


def test_levels_come_in_order_and_the_first_is_checked():
    assert levels("ipma", KNOWLEDGE) == ("Level D", "Level C", "Level B", "Level A")
    assert levels("pmp", KNOWLEDGE) == ()
    verdict = assess("ipma", Person(), KNOWLEDGE, TODAY)
    assert (verdict.level, verdict.other_levels) == ("Level D", ("Level C", "Level B", "Level A"))


@pytest.mark.parametrize(("credential", "level"), [("nonsense", None), ("ipma", "Level Z")])
def test_what_is_not_known_is_refused(credential, level):
    with pytest.raises(KeyError):
        assess(credential, Person(), KNOWLEDGE, TODAY, level)
