"""Intent, names and the talk so far give an answer id: tables of turns, without Rasa."""

from __future__ import annotations

import pytest

from bot.answer_id import AnswerId
from bot.understanding.context import Context
from bot.understanding.mentions import MentionFinder
from bot.understanding.question import Question
from bot.understanding.resolve import Resolver


@pytest.fixture(scope="module")
def finder(knowledge):
    return MentionFinder.from_knowledge(knowledge)


@pytest.fixture(scope="module")
def resolver(knowledge):
    return Resolver(knowledge)


@pytest.fixture
def ask(resolver, finder):
    def resolve(text, intent="overview", confidence=0.9, context=None, others=()):
        ranking = ((intent, confidence), *others)
        question = Question(text, ranking, tuple(finder.find(text)))
        return resolver.resolve(question, context or Context())

    return resolve


def after(answer, aspect=None, offered=(), context=None):
    return (context or Context()).after(AnswerId.parse(answer), aspect, offered)


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
    ("before", "aspect", "text", "intent", "expected"),
    [
        ("credential/pmp/need", "need", "how much does it cost", "cost", "credential/pmp/cost"),
        ("credential/pmp/cost", "cost", "and capm?", "overview", "credential/capm/cost"),
        ("credential/pmp/cost", "cost", "what about the capm then", "need", "credential/capm/cost"),
        ("role/project_manager/salary", "salary", "scrum master?", "overview", "role/scrum_master/salary"),
        ("transition/pmo/project_manager", "transition", "no, i meant programme manager", "overview",
         "transition/pmo/program_manager"),
        ("credential/capm/cost", "cost", "back to the pmp", "overview", "credential/pmp/overview"),
        ("compare/capm/pmp", "compare", "or capm or the prince2", "compare", "compare/capm/prince2"),
        ("credential/pmp/cost", "cost", "tell me more", "tell_more", "credential/pmp/cost"),
        ("role/pmo_analyst/overview", "overview", "what does it pay", "salary", "role/pmo_analyst/salary"),
    ],
)  # fmt: skip
def test_second_turn(ask, before, aspect, text, intent, expected):
    assert str(ask(text, intent, context=after(before, aspect)).id) == expected


def test_which_is_easier_compares_the_two_last_subjects(ask):
    context = after("credential/capm/cost", "cost", context=after("credential/pmp/cost", "cost"))
    resolution = ask("which one is easier", "compare", context=context)
    assert str(resolution.id) == "compare/capm/pmp"
    assert resolution.angle == "easier"


def test_the_first_one_is_the_one_named_first(ask):
    context = after("credential/pmi_acp/study_time", "study_time", context=after("credential/pmp/study_time"))
    assert (
        str(ask("how many questions in the first one", "exam", context=context).id) == "credential/pmp/exam"
    )
    assert (
        str(ask("how many questions in the second one", "exam", context=context).id)
        == "credential/pmi_acp/exam"
    )


def test_yes_takes_the_follow_up_offered_first(ask):
    context = after("credential/pmp/need", "need", offered=("credential/pmp/cost", "compare/capm/pmp"))
    assert str(ask("yes", "smalltalk_affirm", context=context).id) == "credential/pmp/cost"


def test_yes_with_nothing_offered_is_small_talk(ask):
    assert str(ask("yes", "smalltalk_affirm").id) == "smalltalk/affirm"


def test_small_talk_in_between_keeps_the_subject(ask):
    context = after("smalltalk/thanks", context=after("credential/pmp/cost", "cost"))
    assert str(ask("and capm?", context=context).id) == "credential/capm/cost"


def test_a_profession_is_kept_for_the_next_goal(ask):
    context = Context(profession="teacher")
    assert (
        str(ask("can i become a scrum master", "transition", context=context).id)
        == "transition/outside/scrum_master"
    )


def test_a_profession_named_gives_the_way_from_outside(ask):
    resolution = ask("can a teacher become a project manager", "transition")
    assert str(resolution.id) == "transition/outside/project_manager"
    assert resolution.profession == "teacher"


def test_a_price_without_a_subject_is_asked_back(ask):
    resolution = ask("how much is the exam", "cost")
    assert str(resolution.id) == "clarify"
    assert [str(option) for option in resolution.options] == [
        "credential/pmp/cost", "credential/capm/cost", "credential/prince2/cost",
    ]  # fmt: skip


def test_doubt_offers_the_likeliest_readings(ask):
    others = (("topic_masters", 0.3), ("out_of_scope_method", 0.2), ("topic_degree_choice", 0.2))
    resolution = ask("the university thing", "topic_no_degree", 0.42, others=others)
    assert str(resolution.id) == "clarify"
    assert [str(o) for o in resolution.options] == ["topic/no_degree", "topic/masters", "topic/degree_choice"]


def test_nothing_likely_is_declined(ask):
    assert str(ask("blue seven kettle", "topic_no_degree", 0.1).id) == "out_of_scope/unrelated"


def test_a_known_name_is_never_declined_in_doubt(ask):
    resolution = ask(
        "pmp blah wobble", "out_of_scope_unrelated", 0.3, others=(("overview", 0.2), ("cost", 0.1))
    )
    assert str(resolution.id) == "clarify"
    assert str(resolution.options[0]) == "credential/pmp/overview"


@pytest.mark.parametrize("text", ["", "😀😀", "12345", "...", "\u200b"])
def test_text_without_letters_is_no_question(ask, text):
    assert str(ask(text).id) == "out_of_scope/gibberish"


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


def test_the_other_way_round_turns_a_move(ask):
    context = after("transition/project_manager/pmo", "transition")
    resolution = ask("no the other way round", "smalltalk_deny", context=context)
    assert str(resolution.id) == "transition/pmo/project_manager"


@pytest.mark.parametrize("text", ["which pays more", "so which of those two", "which one is harder"])
def test_two_things_of_the_talk_are_compared_without_names(ask, text):
    context = after(
        "role/scrum_master/salary", "salary", context=after("role/product_owner/salary", "salary")
    )
    assert str(ask(text, "salary", context=context).id) == "compare/product_owner/scrum_master"


def test_a_name_taken_back_does_not_count(ask):
    context = after("credential/pmp/study_time", "study_time")
    assert str(ask("not the pmp, the capm", context=context).id) == "credential/capm/study_time"


def test_a_soft_start_keeps_the_aspect(ask):
    context = after("role/scrum_master/salary", "salary")
    assert str(ask("and agile coaches, just curious", context=context).id) == "role/agile_coach/salary"


def test_names_set_against_each_other_are_compared_whatever_the_intent(ask):
    assert str(ask("ipma or pmp in germany", "need").id) == "compare/ipma/pmp"


def test_both_ends_of_a_move_win_over_the_intent(ask):
    assert str(ask("can PMO become PM", "topic_pmo_definition").id) == "transition/pmo/project_manager"


@pytest.mark.parametrize(
    "text", ["I want to die, my project failed", "thinking of suicide", "i might hurt myself"]
)
def test_someone_in_danger_is_sent_to_help_first(ask, text):
    resolution = ask(text, "topic_burnout_or_stress")
    assert str(resolution.id) == "out_of_scope/advice"
    assert resolution.urgent


@pytest.mark.parametrize(
    "text", ["プロジェクトマネージャーになるには", "как стать менеджером проектов", "कैसे बनें"]
)
def test_another_script_is_another_language(ask, text):
    assert str(ask(text, "out_of_scope_gibberish").id) == "out_of_scope/other_language"


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("was ist ein pmo", "topic_pmo_definition", "de"),
        ("cuanto cuesta el pmp", "cost", "es"),
        ("csm oder psm, hm", "out_of_scope_other_language", "de"),
        ("zxcv", "out_of_scope_other_language", None),
        ("ምን ማለት ነው", "overview", "am"),
    ],
)
def test_the_reply_to_another_language_knows_which(ask, text, intent, language):
    resolution = ask(text, intent)
    assert (str(resolution.id), resolution.language) == ("out_of_scope/other_language", language)


def test_a_foreign_title_in_an_english_question_is_answered(ask):
    resolution = ask("is Projektleiter the same as project manager", "overview")
    assert str(resolution.id) == "role/project_manager/overview"
    assert resolution.language is None


@pytest.mark.parametrize(
    "text", ["ich will sterben", "no puedo mas, quiero morir", "我想自杀", "хочу умереть"]
)
def test_danger_is_seen_in_other_languages(ask, text):
    assert ask(text, "out_of_scope_other_language").urgent


def test_a_profession_and_a_role_alone_are_a_move(ask):
    assert str(ask("accountant -> pmo?", "transition").id) == "transition/outside/pmo"


@pytest.mark.parametrize(("text", "number"), [("the second one", 1), ("first", 0), ("2", 1), ("option 3", 2)])
def test_a_place_picks_what_was_offered(ask, text, number):
    offered = ("credential/pmp/cost", "credential/capm/cost", "credential/prince2/cost")
    context = Context(offered=offered)
    assert str(ask(text, "smalltalk_deny", context=context).id) == offered[number]


def test_what_is_x_is_a_question_of_its_own(ask):
    context = after("compare/pmp/prince2", "compare")
    assert str(ask("what is a pmo", "overview", context=context).id) == "role/pmo/overview"


def test_against_compares_with_what_was_talked_about(ask):
    context = after("credential/safe/cost", "cost")
    assert str(ask("vs pmi-acp", "overview", context=context).id) == "compare/pmi_acp/safe"


def test_how_long_after_a_move_is_about_the_move(ask):
    context = after("transition/pmo/project_manager", "transition")
    assert (
        str(ask("how long would that take", "study_time", context=context).id)
        == "transition/pmo/project_manager"
    )
