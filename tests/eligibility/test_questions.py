from __future__ import annotations

from datetime import date
from functools import reduce
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.eligibility.asking import ask, why
from bot.eligibility.assess import assess
from bot.eligibility.questions import next_question
from bot.knowledge.loader import load
from bot.profile.kinds import UNSAID
from bot.profile.person import Course, Person, Spell
from bot.profile.reading import read_person
from bot.understanding.mentions import MentionFinder
from tests.eligibility.cases import PM35, TODAY, who
from tests.profile.people import LEVELS, persons

KNOWLEDGE = load()
FINDER = MentionFinder.from_knowledge(KNOWLEDGE)
MOST_QUESTIONS, MOST_TURNS = 8, 16


def asked(place, person):
    return next_question(place[0], person, KNOWLEDGE, TODAY, place[1])


def reply(person, question, words):
    return person.merged(read_person(words, FINDER.find(words), question.name, TODAY))


@pytest.mark.parametrize(
    ("credential", "level", "person", "name"),
    [
        ("pmp", None, who(), "education"),
        ("pmp", None, who("bachelor"), "months/leading_projects"),
        ("pmp", None, who("bachelor", leading_projects=40), "hours/project_management"),
        ("pmp", None, who("bachelor", leading_projects=40, training=PM35), None),
        # No education opens the PMP with less than 24 months, but the date depends on it.
        ("pmp", None, who(leading_projects=12), "education"),
        # Training cannot change a no, nor its date.
        ("pmp", None, who("bachelor", leading_projects=12), None),
        # Nothing makes up for a school diploma.
        ("pmp", None, who("none"), None),
        ("pmp", None, who("bachelor", holds=["capm"], leading_projects=40), None),
        ("capm", None, who("secondary"), "hours/project_management"),
        ("pgmp", None, who("bachelor"), "months/leading_projects"),
        ("pgmp", None, who("bachelor", leading_projects=0), "months/programme_management"),
        ("pmi_acp", None, who("secondary", agile=6), "hours/agile"),
        ("pmi_acp", None, who("secondary", agile=6, training=[("agile", 21)]), "holds/pmp"),
        ("prince2", None, who(), None),
        ("prince2", "Practitioner", who(), "holds/prince2+prince2_agile+pmp+capm+ipma"),
        ("csm", None, who(), None),
        ("csm", "A-CSM", who(), "months/scrum_master"),
        ("csm", "A-CSM", who(scrum_master=12), "course/a_csm_course"),
        ("apm", "ChPP", who(), "demand/complex_projects"),
        ("apm", "ChPP", who(denied=["complex_projects"]), None),
        ("ipma", "Level C", who(leading_projects=12), "months/assisting_complex_projects"),
        ("six_sigma", "Black belt (ASQ)", who(), "months/process_improvement"),
    ],
)
def test_the_one_thing_that_matters_most_is_asked(credential, level, person, name):
    question = asked((credential, level), person)
    assert (question.name if question else None) == name


def test_what_was_declined_or_is_not_known_is_passed_over():
    person = Person(declined=("education",), unsure=("months/leading_projects",))
    assert asked(("pmp", None), person).name == "hours/project_management"


ANSWERS = [
    "none",
    "no",
    "yes",
    "not sure",
    "prefer not to say",
    "3 years",
    "7 years",
    "since 2015",
    "40 hours",
    "2 hours",
    "bachelor",
    "high school",
    "GAC accredited degree",
    "I hold the CAPM",
    "i have the pmp",
]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(LEVELS),
    persons(),
    st.lists(st.sampled_from([*ANSWERS, *range(6)]), min_size=MOST_TURNS, max_size=MOST_TURNS),
)
def test_asking_ends_and_no_question_comes_a_third_time(place, person, answers):
    """Whatever is answered, by a button (a number) or in words. What is no answer is taken as not known.

    An answer about something else may bring up another question first, and leave its own open.
    """
    names = []
    for answer in answers:
        question = asked(place, person)
        if question is None:
            break
        assert names.count(question.name) < 2
        names.append(question.name)
        buttons = ask(question, KNOWLEDGE).buttons
        words = answer if isinstance(answer, str) else buttons[answer % len(buttons)].value
        after = reply(person, question, words)
        still = asked(place, after)
        if still is not None and still.name == question.name:
            after = after.merged(Person(unsure=(question.name,)))
        person = after
    assert asked(place, person) is None
    assert len(set(names)) <= MOST_QUESTIONS


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(LEVELS), persons())
def test_every_button_settles_its_question(place, person):
    question = asked(place, person)
    if question is None:
        return
    for button in ask(question, KNOWLEDGE).buttons:
        after = asked(place, reply(person, question, button.value))
        assert after is None or after.name != question.name, button


def others(place, person, question):
    """Return what else would be asked if nobody could answer anything."""
    found, silent = [], person.merged(Person(unsure=(question.name,)))
    while (following := asked(place, silent)) is not None:
        found.append(following)
        silent = silent.merged(Person(unsure=(following.name,)))
    return found


def possible(question):
    """Return answers on either side of each rule."""
    kind = question.about[0] if question.about else ""
    if question.subject == "education":
        return [Person(education="none"), *(Person(education=name) for name in question.educations)]
    if question.subject == "months":
        return [Person(experience=(Spell(kind, months),)) for months in (0, *question.amounts)]
    if question.subject == "hours":
        return [Person(training=(Course(kind, hours),)) for hours in (0, *question.amounts)]
    if question.subject == "holds":
        return [Person(holds=(kind,)), Person(denied=tuple(f"holds/{slug}" for slug in question.about))]
    return [Person(confirmed=(kind,)), Person(denied=(kind,))]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LEVELS), persons())
def test_nothing_is_asked_that_cannot_change_the_verdict(place, person):
    """For some answers to the other questions, two answers to this one give different verdicts.

    Without months of unnamed work: they stand in for a kind until one is named, which opens a question that
    nobody could list before.
    """
    assume(not person.spells(UNSAID))
    question = asked(place, person)
    if question is None:
        return
    for answers in product(*(possible(other) for other in others(place, person, question))):
        known = reduce(Person.merged, answers, person)
        ends = [
            assess(place[0], known.merged(facts), KNOWLEDGE, TODAY, place[1]) for facts in possible(question)
        ]
        if len({(end.status, end.earliest) for end in ends}) > 1:
            return
    pytest.fail(f"{question.name} decides nothing")


@pytest.mark.parametrize("place", LEVELS, ids=str)
def test_questions_are_short_and_say_why(place):
    person = Person()
    while (question := asked(place, person)) is not None:
        put = ask(question, KNOWLEDGE)
        assert put.text.count("?") == 1
        assert len(put.text.split()) <= 35
        assert 2 <= len(put.buttons) <= 7
        assert all(len(button.title) <= 30 for button in put.buttons)
        assert why(question, KNOWLEDGE).split(". ")[0]
        person = person.merged(Person(unsure=(question.name,)))


def test_a_whole_talk():
    person = reply(
        Person(), next_question("pmp", Person(), KNOWLEDGE, TODAY), "i have a bachelor and 4 years"
    )
    question = asked(("pmp", None), person)
    assert question.name == "hours/project_management"
    person = reply(person, question, "why do you ask")
    assert asked(("pmp", None), person) == question
    person = reply(person, question, "35 PDUs from udemy")
    verdict = assess("pmp", person, KNOWLEDGE, TODAY)
    assert (verdict.status, verdict.earliest) == ("eligible", date(2026, 11, 26))
