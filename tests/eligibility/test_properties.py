"""What holds for every person and every credential."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.eligibility.assess import assess
from bot.eligibility.counting import meets_education
from bot.knowledge.loader import load
from bot.profile.person import Course, Person, Spell
from tests.eligibility.cases import TODAY
from tests.profile.people import CREDENTIALS, EDUCATIONS, courses, near, placed, spells

KNOWLEDGE = load()
many = settings(max_examples=300, deadline=None)


def check(place, person, today=TODAY):
    return assess(place[0], person, KNOWLEDGE, today, place[1])


@many
@given(placed(), spells())
def test_more_experience_never_turns_a_yes_into_a_no(placed_person, spell):
    place, person = placed_person
    if check(place, person).is_yes:
        assert check(place, person.with_(experience=(*person.experience, spell))).is_yes


@many
@given(placed(), courses(), st.sampled_from(CREDENTIALS))
def test_more_training_and_certificates_never_turn_a_yes_into_a_no(placed_person, course, slug):
    place, person = placed_person
    if check(place, person).is_yes:
        assert check(place, person.with_(training=(*person.training, course))).is_yes
        assert check(place, person.with_(holds=(*person.holds, slug))).is_yes


@many
@given(placed(), st.sampled_from(EDUCATIONS))
def test_a_higher_education_never_turns_a_yes_into_a_no(placed_person, education):
    place, person = placed_person
    higher = person.education is None or meets_education(education, person.education)
    if higher and check(place, person).is_yes:
        assert check(place, person.with_(education=education)).is_yes


@many
@given(placed(), spells(), st.integers(1, 60))
def test_longer_spells_at_a_higher_share_never_count_less(placed_person, spell, more):
    place, person = placed_person
    before = person.with_(experience=(*person.experience, spell))
    after = person.with_(
        experience=(*person.experience, replace(spell, months=spell.months + more, share=1.0))
    )
    if check(place, before).is_yes:
        assert check(place, after).is_yes


@many
@given(placed())
def test_the_verdict_agrees_with_its_lines(placed_person):
    place, person = placed_person
    verdict = check(place, person)
    states = {line.state for line in verdict.lines}
    assert (verdict.status == "eligible") <= (states == {"enough"})
    assert (verdict.status == "not_yet") == ("missing" in states and verdict.status != "open_to_all")
    for line in verdict.lines:
        assert (line.missing_months is not None) == (line.subject == "months" and line.state == "missing")
        assert line.missing_months is None or line.missing_months > 0
        assert line.missing_hours is None or line.state == "missing"


def going_on(verdict, person, today):
    """Return the person on the day that the verdict promises, having worked full time and done the training."""
    months = relativedelta(verdict.earliest, today).years * 12 + relativedelta(verdict.earliest, today).months
    added, start = [], today
    for item in verdict.path.experience:
        if not item.months:
            continue
        if not verdict.path.apart:
            added.append(Spell(str(item.kind), months, today))
            continue
        line = next(line for line in verdict.lines if line.demand == f"months/{item.kind}")
        share = min(months, (line.missing_months or 0))
        added.append(Spell(str(item.kind), share, start))
        start += relativedelta(months=share)
    training = verdict.path.training
    courses = (Course(str(training.kind), training.hours),) if training else ()
    return person.with_(experience=(*person.experience, *added), training=(*person.training, *courses))


@many
@given(placed(), st.dates(date(2026, 1, 1), date(2030, 12, 28)))
def test_on_the_earliest_date_all_is_met(placed_person, today):
    place, person = placed_person
    verdict = check(place, person, today)
    if verdict.earliest is None or verdict.path.apart:
        return
    later = check(place, going_on(verdict, person, today), verdict.earliest)
    assert later.is_yes


@many
@given(st.integers(0, 120), st.integers(0, 120))
def test_months_that_may_not_overlap_are_waited_for_one_after_the_other(projects, programmes):
    person = Person(
        education="bachelor",
        experience=(Spell("leading_projects", projects), Spell("programme_management", programmes)),
        training=(Course("programme_management", 21),),
    )
    verdict = check(("pgmp", None), person)
    missing = max(0, 36 - projects) + max(0, 36 - programmes)
    assert verdict.missing_months == missing
    assert verdict.earliest == TODAY + relativedelta(months=missing)
    assert check(("pgmp", None), going_on(verdict, person, TODAY), verdict.earliest).is_yes


@many
@given(placed())
def test_a_day_sooner_is_too_soon(placed_person):
    """The month before the earliest date is not enough, unless the training sets the date."""
    place, person = placed_person
    verdict = check(place, person)
    months = [item for item in verdict.path.experience if item.months]
    if (
        verdict.earliest in (None, TODAY)
        or not verdict.missing_months
        or verdict.path.apart
        or person.weekly_hours
    ):
        return
    sooner = verdict.earliest - relativedelta(months=1)
    worked = relativedelta(sooner, TODAY).years * 12 + relativedelta(sooner, TODAY).months
    added = tuple(Spell(str(item.kind), worked, TODAY) for item in months)
    then = person.with_(experience=(*person.experience, *added))
    lines = {line.demand: line.state for line in check(place, then, sooner).lines}
    path = check(place, then, sooner).path
    assert path != verdict.path or any(lines[f"months/{item.kind}"] == "missing" for item in months)


def test_persons_close_to_the_rules_are_often_on_either_side():
    """The properties above would say little if nobody met the rules."""
    seen = []
    settings(max_examples=200, deadline=None, database=None)(
        given(near())(lambda pair: seen.append(check(*pair).status))
    )()
    assert seen.count("eligible") > 20
    assert seen.count("not_yet") > 20
