from __future__ import annotations

from bot.understanding.mention import Mention
from bot.understanding.parsed import question_from

ENTITY = {"entity": "role", "value": "pmo", "start": 5, "end": 8, "confidence_entity": 0.9, "role": "from"}
PARSE = {
    "text": "from pmo",
    "intent": {"name": "transition"},
    "intent_ranking": [{"name": "transition", "confidence": 0.8}, {"name": None, "confidence": 0.1}],
    "entities": [ENTITY, {"entity": "id", "value": "x"}],
}


def test_a_parse_becomes_a_question():
    question = question_from(PARSE)
    assert question.text == "from pmo"
    assert question.intents == (("transition", 0.8),)
    assert question.mentions == (Mention("role", "pmo", 5, 8, "", 0.9, "from"),)
    assert question.pressed is None
    assert question.clauses == ()


def test_clauses_are_read_like_messages():
    (clause,) = question_from({"text": "x", "clauses": [PARSE]}).clauses
    assert clause == question_from(PARSE)


def test_a_pressed_button_carries_an_id():
    pressed = {"intent": {"name": "answer"}, "entities": [{"entity": "id", "value": "topic/masters"}]}
    assert question_from(pressed).pressed == "topic/masters"
    assert question_from(pressed | {"entities": []}).pressed == ""


def test_an_empty_parse_is_an_empty_question():
    question = question_from({})
    assert (question.text, question.intents, question.mentions) == ("", (), ())


def test_a_misspelt_message_comes_with_its_right_spelling():
    right = {"text": "comes from pmo", "entities": [ENTITY | {"start": 11, "end": 14}]}
    question = question_from(PARSE | {"put_right": right})
    assert question.text == "from pmo"
    assert question.put_right == ("comes from pmo", (Mention("role", "pmo", 11, 14, "", 0.9, "from"),))
    assert question_from(PARSE | {"put_right": None}).put_right is None
