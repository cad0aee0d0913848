from __future__ import annotations

from datetime import date

import pytest

from bot.answer_id import AnswerId
from bot.answers.compose import Composer
from bot.knowledge.loader import load
from bot.understanding.question import Resolution
from tests.conftest import fact

TODAY = date(2026, 11, 23)


def compose(knowledge, answer, today=TODAY, answered=(), unsure=0, **resolution):
    found = Resolution(AnswerId.parse(answer), 0.9, "test", **resolution)
    return Composer(knowledge).compose(found, today, answered, unsure)


def test_other_readings_stand_after_what_to_ask_next(small):
    options = (AnswerId.parse("credential/clay/cost"), AnswerId.parse("topic/start"))
    answer = compose(small, "credential/oil/cost", options=options)
    assert answer.options[0].title == "I meant: What does CLAY cost?"
    assert answer.choices == (*answer.follow_ups, *answer.options)
    assert len(answer.follow_ups) <= 3
    assert not {choice.id for choice in answer.follow_ups} & {str(option) for option in options}


def test_figures_come_from_facts(small):
    assert compose(small, "credential/oil/cost").text == "The oil costs USD 10."


def test_a_fact_of_another_file_can_be_quoted(files, write):
    files["topics/start.yml"]["answer"] = "Start with {credentials/oil.fee}."
    assert compose(load(write()), "topic/start").text == "Start with USD 10."


def test_sources_carry_title_publisher_address_and_date(small):
    (source,) = compose(small, "credential/oil/cost").sources
    assert (source.title, source.publisher) == ("Guide", "House")
    assert (source.url, source.as_of, source.checked_on) == (
        "https://example.org/guide",
        "2026-01-15",
        "2026-02-01",
    )


def test_an_undated_page_shows_the_day_of_the_check(files, write):
    undated = fact("x")
    del undated["as_of"]
    files["topics/start.yml"]["facts"]["known"] = undated
    (source,) = compose(load(write()), "topic/start").sources
    assert source.as_of == "2026-02-01"


def test_a_page_is_listed_once_with_its_newest_date(files, write):
    files["credentials/oil.yml"]["facts"]["known"] = fact("x", as_of="2026-02")
    files["credentials/oil.yml"]["cost"]["grounds"] = ["known"]
    (source,) = compose(load(write()), "credential/oil/cost").sources
    assert source.as_of == "2026-02"


def test_an_overdue_fact_is_admitted(files, write):
    files["topics/start.yml"]["facts"]["known"] = fact("x", review_by="2026-11-01")
    assert "due for a check on 2026-11-01" in compose(load(write()), "topic/start").text
    assert "due for a check" not in compose(load(write()), "topic/start", date(2026, 10, 31)).text


def test_follow_ups_never_offer_what_was_just_answered(small):
    offered = [
        choice.id for choice in compose(small, "credential/oil/cost", answered=("topic/start",)).follow_ups
    ]
    assert "topic/start" not in offered
    assert "credential/oil/cost" not in offered
    assert len(offered) >= 2
    assert len(offered) == len(set(offered))


def test_follow_ups_are_worded_as_questions(small):
    titles = {choice.id: choice.title for choice in compose(small, "credential/oil/cost").follow_ups}
    assert titles["topic/start"] == "Where do I start?"
    assert titles["credential/oil/overview"] == "What is OIL?"


def test_a_german_question_is_answered_in_english_and_told_so(knowledge):
    answer = compose(knowledge, "topic/pmo_definition", language="de")
    assert answer.text.startswith("Ich kann nur auf Englisch antworten: ")


def test_another_language_is_declined_in_it(knowledge):
    answer = compose(knowledge, "out_of_scope/other_language", language="de")
    assert answer.id == "out_of_scope/other_language"
    assert answer.text.startswith("Leider spreche ich nur Englisch.")
    assert {"What is a PMO?"} <= {choice.title for choice in answer.follow_ups}


@pytest.mark.parametrize("language", [None, "sw"])
def test_a_language_without_a_text_is_declined_in_english(knowledge, language):
    text = compose(knowledge, "out_of_scope/other_language", language=language).text
    assert text.startswith("I am sorry, I only speak English.")


def test_a_written_move_tells_its_steps_and_time_under_more(small):
    answer = compose(small, "transition/painter/sculptor")
    assert answer.text == "Painters become sculptors."
    assert "- look\n- try\n- ask" in answer.more
    assert "Typical time: 1 to 2 years (a guide)." in answer.more


def test_an_estimated_time_is_called_one(files, write):
    files["transitions/painter.yml"]["to"]["sculptor"]["months"]["basis"] = "estimate: nobody counted"
    more = compose(load(write()), "transition/painter/sculptor").more
    assert "Typical time: 1 to 2 years. This is our estimate: nobody counted." in more


def test_tell_more_shows_the_longer_text(small):
    answer = compose(small, "transition/painter/sculptor", more=True)
    assert "First steps" in answer.text
    assert answer.more is None


def test_an_unwritten_move_is_a_computed_path_and_says_so(small):
    answer = compose(small, "transition/painter/curator")
    assert "painter → sculptor → curator" in answer.text
    assert "2 to 4 years" in answer.text
    assert "worked this path out" in answer.text
    assert len(answer.sources) == 1
    assert {choice.id for choice in answer.follow_ups} >= {
        "transition/painter/sculptor",
        "transition/sculptor/curator",
    }


def test_no_way_at_all_is_admitted(small):
    answer = compose(small, "transition/curator/painter")
    assert answer.text.startswith("I know no usual way from curator to painter.")
    assert answer.sources


def test_the_angle_of_a_comparison_comes_first(small):
    assert compose(small, "compare/clay/oil").text == "Clay is wet, oil is not."
    easier = compose(small, "compare/clay/oil", angle="easier")
    assert easier.text == "Clay is easier."
    assert "Clay is wet" in easier.more
    assert compose(small, "compare/clay/oil", angle="pay").text == "Clay is wet, oil is not."


def test_an_unwritten_comparison_is_a_table_of_both(small):
    answer = compose(small, "compare/painter/sculptor")
    assert answer.table.columns == ("", "Painter", "Sculptor")
    assert answer.table.rows[0] == ("In short", "painter in short", "sculptor in short")
    assert answer.sources


def test_an_aspect_that_no_one_wrote_is_admitted(small):
    answer = compose(small, "role/painter/salary")
    assert answer.id == "role/painter/salary"
    assert answer.text.startswith("I have no checked answer to that about painter yet.")
    assert answer.sources


def test_asking_back_offers_questions(small):
    options = (AnswerId.parse("credential/oil/cost"), AnswerId.parse("credential/clay/cost"))
    answer = compose(small, "clarify", options=options)
    assert [choice.title for choice in answer.options] == ["What does OIL cost?", "What does CLAY cost?"]


def test_a_single_reading_is_asked_for_as_one(small):
    answer = compose(small, "clarify", options=(AnswerId.parse("credential/oil/cost"),))
    assert "Do you mean this?" in answer.text


def test_in_doubt_twice_a_person_is_offered_too(small):
    options = (AnswerId.parse("credential/oil/cost"),)
    assert [c.id for c in compose(small, "clarify", options=options, unsure=1).options][
        -1
    ] == "smalltalk/human_handoff"


def test_a_refusal_names_a_better_place(small):
    answer = compose(small, "out_of_scope/other_career")
    assert "](https://nationalcareers.service.gov.uk" in answer.text
    assert answer.sources == ()


@pytest.mark.parametrize("start", ["hello", "goodbye"])
def test_plain_data_goes_to_the_channels(small, start):
    kind = {"hello": "smalltalk/greet", "goodbye": "smalltalk/goodbye"}[start]
    data = compose(small, kind).to_dict()
    assert data["id"] == kind
    assert set(data) == {
        "id", "text", "more", "table", "picture", "downloads", "sources", "follow_ups", "options", "confidence",
        "forget",
    }  # fmt: skip


def test_which_is_cheaper_tells_both_prices_first(knowledge):
    answer = compose(knowledge, "compare/capm/pmp", angle="cost")
    assert answer.text.count("USD") >= 2
    assert "CAPM" in answer.text
    assert "PMP" in answer.text


def test_someone_in_danger_gets_help_and_nothing_else(knowledge):
    answer = compose(knowledge, "out_of_scope/advice", urgent=True)
    assert "findahelpline.com" in answer.text
    assert "emergency number" in answer.text
    assert answer.follow_ups == ()
