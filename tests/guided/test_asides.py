from __future__ import annotations

from bot.answers.answer import Answer, Choice
from bot.guided.asides import way_back, with_way_back
from bot.guided.state import Guided

PMP = "tool/eligibility/pmp"


def test_another_question_is_answered_and_leads_back(talk):
    talk.say("am i eligible for pmp")
    talk.say("bachelor")
    assert talk.ask("how much does it cost", "cost") == "credential/pmp/cost"
    assert talk.titles[-1] == "Back to the PMP check"
    assert "leading projects" in talk.press("Back to the PMP check").text


def test_no_open_question_needs_no_way_back(knowledge):
    assert way_back(None, knowledge) is None
    assert way_back(Guided("plan", "project_manager"), knowledge) is None
    assert way_back(Guided("plan", asking="goal"), knowledge) == Choice(
        "Back to my plan", "tool/plan", "go on"
    )


def test_the_way_back_stands_last():
    own, back = Choice("One", "topic/one"), Choice("Back", "tool/plan", "go on")
    answer = with_way_back(Answer("clarify", "Which?", follow_ups=(own,), options=(own,)), back)
    assert answer.options == answer.follow_ups == answer.choices == (own, back)
    perhaps = Choice("I meant: Two", "topic/two")
    answer = with_way_back(Answer("topic/x", "So.", follow_ups=(own,), options=(perhaps,)), back)
    assert answer.choices == (own, perhaps, back)
    assert with_way_back(answer, None) is answer
