"""In doubt the assistant asks back; it never tells a wrong answer with certainty."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import Talk, fits, offered

HUMAN = "smalltalk/human_handoff"

# The words are clear, the certificate is missing.
WITHOUT_A_SUBJECT = ("how much is it", "does it expire", "what about the exam", "am i eligible", "is it hard")
VAGUE = (*WITHOUT_A_SUBJECT, "which one", "i want to know more about that job", "what do they want from me")
SECOND_VAGUE = {
    "how much is it": "hm dunno",
    "does it expire": "the usual one i mean",
    "what do they want from me": "no idea how to say it",
    "is it hard": "the thing",
}

NONSENSE = ("flurble wibble snorp", "qwertz uiop", "zzzz", "the the the the", "lorem ipsum dolor sit amet")
FAR_AWAY = (
    "best pizza in rome",
    "how do i bake sourdough",
    "who won the world cup 2022",
    "what is 17 times 23",
    "capital of australia",
    "fix my washing machine",
    "my dog ate my homework",
    "bitcoin price",
    "what time does the library close",
    "how tall is mount everest",
)
NO_SUBSTANCE = "out_of_scope/* | clarify | smalltalk/*"


@pytest.mark.parametrize("text", VAGUE)
def test_a_vague_message_is_asked_back(talk, text):
    message = talk.say(text)
    assert message["answer"]["id"] == "clarify"
    options = message["answer"]["options"]
    assert 2 <= len(options) <= 3
    assert len({option["id"] for option in options}) == len(options)
    assert all(option["title"].endswith("?") for option in options)
    assert [button["title"] for button in message["buttons"]] == [option["title"] for option in options]


def test_an_option_leads_where_it_says(talk):
    talk.say("how much is it")
    wanted = offered(talk.last)[1]
    assert talk.press(1)["answer"]["id"] == wanted
    assert talk.ask("and does it expire") == wanted.replace("/cost", "/renewal")


@pytest.mark.parametrize(
    ("text", "place"),
    [("2", 1), ("the second one", 1), ("option 1", 0), ("the first please", 0), ("number three", 2),
     ("the last one", 2), ("#2", 1)],
)  # fmt: skip
def test_an_option_is_picked_by_its_place(talk, text, place):
    options = offered(talk.say("how much is it"))
    assert talk.ask(text) == options[place]


@pytest.mark.parametrize(
    ("text", "credential"),
    [("capm", "capm"), ("the capm one", "capm"), ("pmp please", "pmp"), ("the prince one", "prince2"),
     ("i mean the CAPM", "capm"), ("csm", "csm")],
)  # fmt: skip
def test_an_option_is_picked_by_its_name(talk, text, credential):
    """What was asked stays asked, also for one that was not among the options."""
    talk.goes(("how much is it", "clarify"), (text, f"credential/{credential}/cost"))


@pytest.mark.parametrize("place", [0, 1])
def test_an_option_is_picked_by_its_own_words(talk, place):
    option = talk.say("what do they want from me")["answer"]["options"][place]
    assert talk.ask(option["title"]) == option["id"]


def test_a_clear_question_instead_of_a_pick_is_answered(talk):
    talk.goes(
        ("how much is it", "clarify"),
        ("what does a scrum master do", "role/scrum_master/duties"),
        ("what do they earn", "role/scrum_master/salary"),
    )


@pytest.mark.parametrize("first", SECOND_VAGUE)
def test_unsure_twice_offers_other_ways_and_a_person(talk, first):
    assert talk.ask(first) == "clarify"
    message = talk.say(SECOND_VAGUE[first])
    choices = offered(message)
    assert HUMAN in choices
    assert any(fits(choice, "topic/* | role/* | credential/* | smalltalk/help") for choice in choices)
    assert fits(message["answer"]["id"], NO_SUBSTANCE)


def test_doubt_is_over_after_an_answer(talk):
    talk.goes(("how much is it", "clarify"), ("what is the job market like", "topic/job_market"))
    talk.goes(("does it expire", "clarify"))
    assert HUMAN not in offered(talk.last)


@pytest.mark.parametrize("text", [*NONSENSE, *FAR_AWAY])
def test_no_answer_of_substance_to_what_is_none_of_its_business(talk, text):
    talk.goes((text, NO_SUBSTANCE))


@pytest.mark.parametrize("text", [*NONSENSE, *FAR_AWAY])
def test_nor_in_the_middle_of_a_talk(talk, text):
    talk.goes(("what does the pmp cost", "credential/pmp/cost"), (text, NO_SUBSTANCE))


def test_a_low_confidence_is_never_called_an_answer(talk, service):
    """Asked back, the message says so: its confidence is below that of a clear question."""
    clear = talk.say("what does the pmp cost")["answer"]["confidence"]
    vague = Talk(service.url).say("i want to know more about that job")["answer"]
    assert vague["id"] == "clarify"
    assert vague["confidence"] < clear
