from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.eligibility.assess import assess
from bot.eligibility.wording import name_of, verdict_sources, verdict_text
from bot.eligibility.words import day_in_words, listed, months_in_words
from bot.knowledge.loader import load
from bot.profile.kinds import UNSAID
from bot.profile.person import Person
from tests.eligibility.cases import CASES, PM35, TODAY, who
from tests.profile.people import LEVELS, persons

KNOWLEDGE = load()
# The address of a source is no word to read.
MOST_WORDS = 140


def text_of(credential, person, level=None):
    return verdict_text(assess(credential, person, KNOWLEDGE, TODAY, level), KNOWLEDGE)


def test_a_yes_shows_its_working():
    text = text_of("pmp", who("master", training=PM35, leading_projects=40))
    assert text.startswith("Yes, by what you told me you meet the rules for the PMP.")
    assert "- \u2713 at least a bachelor's degree: a master's degree" in text
    assert "- \u2713 36 months of leading projects in the last 10 years: 3 years and 4 months" in text
    assert "- \u2713 35 hours of project management training, or an active CAPM: 35 hours" in text
    assert "2026-09-26" in text


def test_a_no_says_what_is_missing_and_when_it_will_be_met():
    text = text_of("pmp", who("bachelor", training=PM35, leading_projects=24))
    assert text.startswith("Not yet: for the PMP you still need 1 year of leading projects.")
    assert "- \u2717 36 months of leading projects in the last 10 years: 2 years, 1 year missing" in text
    assert "If you go on full time, you could meet this on 26 November 2027." in text
    assert "Open to you already: CAPM." in text


def test_training_still_to_be_done_is_part_of_the_date():
    text = text_of("pmp", who("bachelor", leading_projects=24))
    assert "on 26 November 2027, with the training done by then." in text
    assert "- ? 35 hours of project management training, or an active CAPM: not told yet" in text


def test_what_is_not_known_is_named():
    text = text_of("pmp", who("bachelor", leading_projects=40))
    assert text.startswith(
        "I cannot tell yet whether you can take the PMP: I do not know your hours of project management training."
    )


def test_an_open_credential_says_so():
    assert text_of("psm", Person()).startswith("Yes, the PSM I is open to everyone.")
    assert text_of("csm", Person()).startswith(
        "Yes, the CSM is open to everyone. The course comes before the exam."
    )


def test_assumptions_are_told():
    assert "4 years (taken as leading projects)" in text_of("pmp", who("bachelor", **{UNSAID: 48}))
    half = who("bachelor", leading_projects=48)
    half = half.with_(experience=tuple(type(spell)(spell.kind, 48, None, 0.5) for spell in half.experience))
    assert "2 years (as full time)" in text_of("pmp", half)
    assert "at least 1 year" in text_of("pmi_pmocp", who("secondary", leading_projects=12))


def test_doubts_of_the_source_are_told_once():
    text = text_of("pgmp", who("bachelor", leading_projects=36, programme_management=36))
    assert text.count("other guides say 48") == 1


def test_other_levels_are_offered():
    assert "I can check the other levels too: Level C, Level B or Level A." in text_of("ipma", Person())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_verdict_is_short_and_answers_first(case):
    text = text_of(case.credential, case.person, case.level)
    first = {"eligible": "Yes", "open_to_all": "Yes", "not_yet": "Not yet", "unknown": "I cannot tell yet"}
    assert text.startswith(first[case.status])
    assert len(text.split()) <= MOST_WORDS
    assert "None" not in text
    assert "_" not in text.split("Rules from")[0]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(LEVELS), persons())
def test_any_verdict_can_be_told(place, person):
    verdict = assess(place[0], person, KNOWLEDGE, TODAY, place[1])
    assert verdict_text(verdict, KNOWLEDGE)
    assert verdict_sources(verdict)
    assert all(source.url and source.as_of for source in verdict_sources(verdict))


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (("pmp", None), "PMP"),
        (("prince2", "Practitioner"), "PRINCE2 Practitioner"),
        (("psm", "PSM I"), "PSM I"),
        (("csm", "A-CSM"), "A-CSM"),
        (("ipma", "Level C"), "IPMA level C"),
        (("apm", "ChPP"), "APM ChPP"),
        (("six_sigma", "Green belt (ASQ)"), "Six Sigma green belt (ASQ)"),
    ],
)
def test_names(place, name):
    assert name_of(*place, KNOWLEDGE) == name


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (1, "1 month"),
        (11, "11 months"),
        (12, "1 year"),
        (18, "18 months"),
        (24, "2 years"),
        (27, "2 years and 3 months"),
        (37, "3 years and 1 month"),
    ],
)
def test_months_in_words(months, words):
    assert months_in_words(months) == words


def test_days_and_lists_in_words():
    assert day_in_words(TODAY) == "26 November 2026"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b or c"
    assert listed([]) == ""
