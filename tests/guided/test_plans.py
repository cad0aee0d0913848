from __future__ import annotations


def test_a_plan_asks_for_what_it_does_not_know(talk):
    assert talk.ask("make me a plan") == "tool/plan"
    assert "get to" in talk.last.text
    talk.press("Programme manager")
    assert "Where are you now" in talk.last.text
    answer = talk.say("business analyst")
    assert "You could be a programme manager between" in answer.text
    assert answer.table.rows[0][0] == "Done"
    assert [item.url for item in answer.downloads] == [
        "/chat/plan/ticket-program_manager.md",
        "/chat/plan/ticket-program_manager.ics",
    ]
    assert answer.sources


def test_what_is_known_is_used(talk):
    talk.say("i'm a pmo analyst with 3 years and want to become a programme manager", "transition")
    assert talk.say("make me a plan").text.startswith("You could be a programme manager")


def test_a_goal_in_the_wish_counts(talk):
    talk.say("i am a project manager", "overview")
    assert "PMO director" in talk.say("make me a plan to become a pmo director").text


def test_a_profession_is_a_start_from_outside(talk):
    talk.say("make me a plan to become a project manager")
    assert "You could be a project manager" in talk.say("i'm a teacher").text


def test_another_pace_is_told_with_its_difference(talk):
    talk.say("make me a plan to become a project manager")
    talk.say("project coordinator")
    answer = talk.say("what if i study 10 hours a week")
    assert answer.id == "tool/plan"
    assert "10 hours" in answer.text
    assert talk.context.person.weekly_hours == 10


def test_the_plan_can_be_left(talk):
    talk.say("make me a plan")
    talk.say("stop")
    assert talk.context.guided is None


def test_why_is_told(talk):
    talk.say("make me a plan")
    assert "depend on where you start" in talk.say("why do you ask").text


def test_a_credential_can_be_the_goal(talk):
    talk.say("i am a project coordinator", "overview")
    assert "PMP" in talk.say("make me a plan to get the pmp").text
