"""Intent, names and the talk so far give an answer id: tables of turns through the whole understanding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.context import Context
from bot.understanding.question import Question
from tests.understanding.talks import after, talk


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("can PMO become PM", "transition", "transition/pmo/project_manager"),
        ("can a project manager become a pmo", "transition", "transition/project_manager/pmo"),
        ("do I need PMP", "need", "credential/pmp/need"),
        ("do i need a pmp to become a project manager", "need", "credential/pmp/need"),
        ("what does a scrum master cost", "cost", "role/scrum_master/salary"),
        ("how do i become a pmp", "entry", "credential/pmp/how_to_get"),
        ("difference between pm and pmo", "compare", "compare/pmo/project_manager"),
        ("should i get pmp or capm", "need", "compare/capm/pmp"),
        ("i have the capm, how long to study for pmp", "study_time", "credential/pmp/study_time"),
        ("i'm a business analyst and want to be a project manager what skills do i need", "skills",
         "transition/business_analyst/project_manager"),
        ("how do i become a program manager", "transition", "role/program_manager/entry"),
        ("where can i go from project coordinator", "transition", "role/project_coordinator/next_steps"),
        ("where do i start if i want to run projects", "entry", "role/project_manager/entry"),
        ("should i get certified", "need", "topic/which_certification"),
        ("no degree, any chance", "topic_no_degree", "topic/no_degree"),
        ("hi", "smalltalk_greet", "smalltalk/greet"),
        ("weather tomorrow", "out_of_scope_unrelated", "out_of_scope/unrelated"),
    ],
)  # fmt: skip
def test_first_turn(ask, text, intent, expected):
    assert str(ask(text, intent).id) == expected


@pytest.mark.parametrize(
    ("before", "text", "intent", "expected"),
    [
        ("credential/pmp/need", "how much does it cost", "cost", "credential/pmp/cost"),
        ("credential/pmp/cost", "and capm?", "overview", "credential/capm/cost"),
        ("credential/pmp/cost", "what about the capm then", "need", "credential/capm/cost"),
        ("role/project_manager/salary", "scrum master?", "overview", "role/scrum_master/salary"),
        ("transition/pmo/project_manager", "no, i meant programme manager", "overview",
         "transition/pmo/program_manager"),
        ("credential/capm/cost", "back to the pmp", "overview", "credential/pmp/overview"),
        ("compare/capm/pmp", "or capm or the prince2", "compare", "compare/capm/prince2"),
        ("credential/pmp/cost", "tell me more", "tell_more", "credential/pmp/cost"),
        ("role/pmo_analyst/overview", "what does it pay", "salary", "role/pmo_analyst/salary"),
        ("transition/pmo/project_manager", "how long would that take", "study_time",
         "transition/pmo/project_manager"),
        ("topic/apprenticeship", "do they pay you", "salary", "topic/apprenticeship"),
        ("topic/job_market", "and scrum masters?", "overview", "role/scrum_master/outlook"),
    ],
)  # fmt: skip
def test_second_turn(ask, before, text, intent, expected):
    assert str(ask(text, intent, context=talk(before)).id) == expected


def test_which_is_easier_compares_the_two_last_subjects(ask):
    resolution = ask(
        "which one is easier", "compare", context=talk("credential/pmp/cost", "credential/capm/cost")
    )
    assert str(resolution.id) == "compare/capm/pmp"
    assert resolution.angle == "easier"


def test_a_profession_named_gives_the_way_from_outside(ask):
    resolution = ask("can a teacher become a project manager", "transition")
    assert str(resolution.id) == "transition/outside/project_manager"
    assert resolution.profession == "teacher"


def test_short_names_count_by_the_talk(ask):
    context = talk("role/construction_project_manager/salary")
    resolution = ask("IT?", "out_of_scope_gibberish", 0.3, context=context)
    assert str(resolution.id) == "role/it_project_manager/salary"
    assert resolution.named == ("it_project_manager",)


@pytest.mark.parametrize(
    ("text", "confidence", "context", "expected"),
    [
        ("the money question", 0.5, Context(), "topic/salary_negotiation"),
        ("the money question", 0.45, Context(), "clarify"),
        # A message that leans on the talk needs less, and so does one that names something.
        ("and the money then", 0.45, talk("role/pmo/overview"), "topic/salary_negotiation"),
        ("pmo money", 0.45, Context(), "topic/salary_negotiation"),
        ("pmo money", 0.35, Context(), "clarify"),
    ],
)
def test_how_sure_an_answer_must_be(ask, text, confidence, context, expected):
    assert str(ask(text, "topic_salary_negotiation", confidence, context=context).id) == expected


def test_no_intent_is_no_question(resolver):
    assert str(resolver.resolve(Question("xq"), Context()).id) == "out_of_scope/gibberish"


@pytest.mark.parametrize(
    ("pressed", "expected"),
    [
        ("credential/pmp/cost", "credential/pmp/cost"),
        ("compare/capm/pmp", "compare/capm/pmp"),
        ("credential/none/cost", "out_of_scope/unrelated"),
        ("tool/none", "out_of_scope/unrelated"),
        ("%%%", "out_of_scope/gibberish"),
        ("", "out_of_scope/gibberish"),
    ],
)
def test_a_pressed_button_names_its_answer(resolver, pressed, expected):
    assert str(resolver.resolve(Question("", pressed=pressed), Context()).id) == expected


PIECES = st.sampled_from(
    ("pmp", "capm", "pmo", "project manager", "teacher", "from", "to", "the first", "the second", "the other one",
     "all three", "back to", "not", "or", "which is easier", "it", "IT", "and", "?", "other way round", "that move")
)  # fmt: skip
INTENTS = st.sampled_from(
    ("overview", "cost", "salary", "transition", "compare", "tell_more", "topic_masters", "smalltalk_affirm",
     "out_of_scope_other_career", "nlu_fallback")
)  # fmt: skip
ANSWERS = st.sampled_from(
    ("credential/pmp/cost", "credential/capm/exam", "role/pmo/salary", "compare/capm/pmp", "topic/job_market",
     "transition/pmo/project_manager", "transition/outside/pmo", "clarify", "smalltalk/greet")
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=5), INTENTS, st.floats(0, 1), st.lists(ANSWERS, max_size=3), st.integers(0, 2)
)
def test_whatever_is_said_gets_an_answer_that_exists(
    knowledge, ask, pieces, intent, confidence, answers, unsure
):
    context = Context(unsure=unsure)
    for answer in answers:
        context = after(answer, offered=("credential/pmp/cost",), context=context)
    resolution = ask(" ".join(pieces), intent, confidence, context=context)
    for answer in (resolution.id, *resolution.options, *resolution.others):
        assert answer.kind == "clarify" or knowledge.can_answer(answer), answer


def test_rules_go_by_the_right_spelling(resolver, read):
    typed, right = read("teh otjer way roudn", "transition"), read("the other way round", "transition")
    context = talk("transition/pmo/project_manager")
    assert str(resolver.resolve(replace(typed, put_right=(right.text, right.mentions)), context).id) == (
        "transition/project_manager/pmo"
    )


def test_a_move_asked_about_again_is_told_at_length(ask):
    context = talk("transition/pmo/project_manager")
    again = ask("and how long does it take", "study_time", context=context)
    assert (str(again.id), again.more) == ("transition/pmo/project_manager", True)
    other = ask("can a pmo become a scrum master", "transition", context=context)
    assert other.more is False


def test_what_the_words_show_is_sure(ask):
    others = (("topic_masters", 0.4), ("topic_no_degree", 0.3))
    assert ask("can PMO become PM", "transition", 0.55, others=others).options == ()
