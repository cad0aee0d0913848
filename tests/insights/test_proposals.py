from __future__ import annotations

from bot.insights.proposals import Known, propose

KNOWN = Known(
    [("is a masters worth it", "topic_masters"), ("best pizza in leeds", "out_of_scope_unrelated")],
    ["how do i learn jira"],
)


def read(text: str) -> tuple[str, float]:
    return {"pmp price please": ("cost", 0.93), "jira for pms": ("topic_pm_tools", 0.31)}.get(
        text, ("out_of_scope_unrelated", 0.9)
    )


def judged(*texts: str) -> dict[str, str | None]:
    return {item.text: item.refused for item in propose(texts, "topic_jira", KNOWN, read)}


def test_own_words_that_stand_nowhere_are_proposed():
    assert judged("should i get a jira certificate", "jira for pms") == {
        "should i get a jira certificate": None,
        "jira for pms": None,
    }


def test_an_example_that_stands_under_another_intent_is_refused_with_its_name():
    assert "topic_masters" in judged("Is a masters worth it?")["Is a masters worth it?"]
    assert "topic_masters" in judged("is a master's worth it")["is a master's worth it"]


def test_what_the_model_surely_reads_as_another_intent_would_take_its_questions():
    assert "cost (0.93)" in judged("pmp price please")["pmp price please"]


def test_labelled_questions_are_never_trained():
    assert "labelled set" in judged("How do I learn Jira?")["How do I learn Jira?"]


def test_nearly_the_same_is_proposed_once():
    first, second = judged("what does a jira course cost", "what does a jira course costs").values()
    assert first is None
    assert "already" in second


def test_masked_short_and_long_texts_are_refused():
    texts = ("mail me at [e-mail address]", "jira", "jira " * 41)
    assert all(judged(*texts).values())


def test_an_example_of_a_refusal_is_proposed_with_the_note_to_take_it_out_there():
    (item,) = propose(["best pizza in leeds"], "topic_pizza", KNOWN, read)
    assert item.refused is None
    assert "out_of_scope_unrelated" in item.note
