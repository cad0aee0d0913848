from __future__ import annotations

from bot.guided.moment import Moment
from bot.guided.state import Guided
from bot.profile.person import Person
from bot.understanding.context import Context
from bot.understanding.question import Question
from tests.guided.conftest import TODAY

PMP = "tool/eligibility/pmp"


def test_only_what_people_say_of_themselves_is_kept(talk):
    talk.say("can a pmo analyst with 3 years become a project manager", "transition")
    assert talk.context.person == Person()


def test_a_button_tells_nothing_of_a_person():
    assert Moment(Question("i have a bachelor", pressed=PMP), Context(), TODAY).person_after() == Person()
    assert Moment(Question("i have a bachelor"), Context(), TODAY).person_after().education == "bachelor"


def test_the_same_message_within_another_talk():
    moment = Moment(Question("yes"), Context(), TODAY)
    assert moment.within(Guided("plan")).guided == Guided("plan")
    assert moment.guided is None
