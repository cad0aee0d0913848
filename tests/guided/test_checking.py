from __future__ import annotations

PMP = "tool/eligibility/pmp"


def test_a_check_asks_one_question_at_a_time_and_ends_in_a_verdict(talk):
    assert talk.ask("am i eligible for pmp") == PMP
    assert "education" in talk.last.text
    talk.say("bachelor")
    assert "leading projects" in talk.last.text
    talk.say("about 4 yrs")
    assert "training" in talk.last.text
    answer = talk.say("35 PDUs from udemy")
    assert answer.text.startswith("Yes")
    assert answer.sources
    assert "\u2713" in answer.text


def test_buttons_say_the_answers(talk):
    talk.say("check pmp for me")
    talk.press("Bachelor's or higher")
    answer = talk.press("None")
    assert answer.id == PMP
    assert answer.text.startswith("Not yet")
    assert "26 November 2029" in answer.text


def test_why_is_told_and_the_question_stays(talk):
    talk.say("am i eligible for pmp")
    answer = talk.say("why do you ask?")
    assert "education" in answer.text
    assert talk.context.guided.asking == "education"


def test_a_level_that_is_named_is_checked(talk):
    talk.say("am i eligible for ipma level c")
    assert talk.context.guided.level == "Level C"


def test_an_open_credential_needs_no_question(talk):
    assert talk.say("am i eligible for psm").text.startswith("Yes, the PSM I is open to everyone")


def test_years_or_months_is_asked_for_a_number_between(talk):
    talk.say("am i eligible for pmp")
    talk.say("bachelor")
    assert talk.say("20").text == "Do you mean 20 months or 20 years?"
    assert talk.titles == ["20 months", "20 years", "Skip"]
    assert talk.context.guided.asking == "months/leading_projects"
    assert "training" in talk.press("20 years").text
    assert talk.context.person.months("leading_projects") == 240
