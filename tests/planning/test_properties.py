"""What holds for every plan, whoever asks for it: tried on the shipped knowledge with made-up persons."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.loader import load
from bot.planning.make import make_plan
from bot.planning.plan import months_between
from bot.planning.wording import MOST_WORDS, in_chat, side_by_side
from bot.profile.person import Course, Person, Spell

KNOWLEDGE = load()
TODAY = date(2026, 11, 26)
ROLES, CREDENTIALS = sorted(KNOWLEDGE.roles), sorted(KNOWLEDGE.credentials)
KINDS = ("leading_projects", "project_work", "programme_management", "agile", "risk", "business_analysis")
EDUCATION = (None, "none", "secondary", "associate", "bachelor", "bachelor_gac", "master", "master_gac")

people = st.builds(
    Person,
    role=st.one_of(st.none(), st.sampled_from(ROLES)),
    education=st.sampled_from(EDUCATION),
    experience=st.lists(
        st.builds(
            Spell,
            kind=st.sampled_from(KINDS),
            months=st.integers(0, 240),
            started=st.one_of(st.none(), st.dates(date(2000, 1, 1), TODAY)),
            share=st.sampled_from([1.0, 0.5]),
        ),
        max_size=3,
    ).map(tuple),
    training=st.lists(
        st.builds(Course, kind=st.sampled_from(("project_management", "agile")), hours=st.integers(0, 60)),
        max_size=2,
    ).map(tuple),
    holds=st.lists(st.sampled_from(CREDENTIALS), max_size=2, unique=True).map(tuple),
    country=st.sampled_from([None, "United Kingdom", "United States", "Germany", "Norway", "Narnia"]),
    weekly_hours=st.one_of(st.none(), st.floats(0.5, 40)),
)
goals = st.sampled_from([*ROLES, *CREDENTIALS])
days = st.dates(date(2026, 1, 1), date(2029, 12, 31))
many = settings(max_examples=60, deadline=None)


@many
@given(people, goals, days)
def test_a_plan_has_ways_or_says_why_not(person, goal, today):
    plan = make_plan(person, goal, KNOWLEDGE, today)
    assert bool(plan.alternatives) != bool(plan.obstacle)
    assert [name for way in plan.alternatives for name in way.names] in ([], ["fastest", "cheapest"])


@many
@given(people, goals, days)
def test_steps_are_in_the_order_of_their_dates(person, goal, today):
    for way in make_plan(person, goal, KNOWLEDGE, today).alternatives:
        ends = [(step.ends.earliest, step.ends.latest) for step in way.steps]
        assert ends == sorted(ends)
        for step in way.steps:
            assert today <= step.starts <= step.ends.earliest <= step.ends.latest
        assert way.steps[-1].subject == goal


@many
@given(people, goals, st.floats(0.5, 40), st.floats(0.1, 20))
def test_more_hours_a_week_never_make_it_later(person, goal, hours, more):
    slow = make_plan(person.with_(weekly_hours=hours), goal, KNOWLEDGE, TODAY).alternatives
    fast = make_plan(person.with_(weekly_hours=hours + more), goal, KNOWLEDGE, TODAY).alternatives
    assert len(fast) > 0 if slow else not fast
    for name in ("fastest", "cheapest"):
        before, after = ([way for way in ways if name in way.names] for ways in (slow, fast))
        for old, new in zip(before, after, strict=True):
            assert new.done.latest <= old.done.latest
            if new.credentials == old.credentials:
                assert new.done.earliest <= old.done.earliest


@many
@given(people, goals, days)
def test_the_costs_add_up(person, goal, today):
    for way in make_plan(person, goal, KNOWLEDGE, today).alternatives:
        sums: dict[str, list[Decimal]] = {}
        for step in way.steps:
            if step.cost is not None:
                assert step.kind == "credential"
                assert step.cost.least <= step.cost.most
                total = sums.setdefault(step.cost.currency, [Decimal(0), Decimal(0)])
                total[0] += step.cost.least
                total[1] += step.cost.most
        assert {cost.currency: [cost.least, cost.most] for cost in way.costs} == sums


@many
@given(people, goals, days)
def test_the_cheapest_never_costs_more_and_the_fastest_never_takes_longer(person, goal, today):
    plan = make_plan(person, goal, KNOWLEDGE, today)
    if len(plan.alternatives) < 2:
        return
    fastest, cheapest = plan.alternatives
    dear = {cost.currency: cost.most for cost in fastest.costs}
    for cost in cheapest.costs:
        assert cost.most <= dear[cost.currency]
    assert fastest.done.latest <= cheapest.done.latest
    assert len(fastest.credentials) == len(cheapest.credentials)


@many
@given(people, goals, days)
def test_every_figure_names_facts_that_exist(person, goal, today):
    for way in make_plan(person, goal, KNOWLEDGE, today).alternatives:
        for step in way.steps:
            assert all(KNOWLEDGE.has_fact(name, "") for name in step.facts)
            assert step.facts or (step.amount is None and step.cost is None)


@many
@given(people, goals, days)
def test_nothing_is_taken_twice_or_again(person, goal, today):
    for way in make_plan(person, goal, KNOWLEDGE, today).alternatives:
        ids = [step.id for step in way.steps]
        assert len(ids) == len(set(ids))
        if goal in KNOWLEDGE.roles:
            assert not set(way.credentials) & set(person.holds)


@many
@given(people, goals, days)
def test_the_chat_text_is_short_and_answers_first(person, goal, today):
    plan = make_plan(person, goal, KNOWLEDGE, today)
    text = in_chat(plan, KNOWLEDGE)
    assert 0 < len(text.split()) <= MOST_WORDS
    assert plan.obstacle or text.startswith("You could ")
    grid = side_by_side(plan, KNOWLEDGE)
    assert (grid is None) == (plan.obstacle is not None)
    assert grid is None or all(len(row) == len(grid.columns) for row in grid.rows)


@many
@given(people, goals)
def test_the_plan_is_pure(person, goal):
    assert make_plan(person, goal, KNOWLEDGE, TODAY) == make_plan(person, goal, KNOWLEDGE, TODAY)


@given(days, days)
def test_months_between_counts_begun_months(start, end):
    months = months_between(start, end)
    assert months >= 0
    assert (months == 0) == (end <= start)
    assert 27 * (months - 1) <= max(0, (end - start).days) <= 31 * months


@pytest.mark.parametrize("goal", ["plumber", "", "topic/masters"])
def test_an_unknown_goal_is_an_error(goal):
    with pytest.raises(KeyError):
        make_plan(Person(), goal, KNOWLEDGE, TODAY)
