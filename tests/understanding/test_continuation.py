from __future__ import annotations

import pytest

from bot.understanding.continuation import refers_back, topic_of_talk
from tests.understanding.talks import talk

APPRENTICESHIP = "topic_apprenticeship"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do they pay you", True),
        ("and in germany, for nurses over 40", True),
        ("how much money", True),
        ("is a degree worth the money nowadays", False),
    ],
)
def test_what_leans_on_the_talk(text, expected):
    assert refers_back(text) is expected


@pytest.mark.parametrize(
    ("topic", "text", "ranking", "expected"),
    [
        # The topic covers what is asked.
        ("apprenticeship", "do they pay you", [("salary", 0.9)], "topic/apprenticeship"),
        ("time_to_become_pm", "and how many years with a degree", [("overview", 0.9)], "topic/time_to_become_pm"),
        # Its own intent is not far behind, or too far.
        ("apprenticeship", "is it good", [("outlook", 0.6), (APPRENTICESHIP, 0.3)], "topic/apprenticeship"),
        ("apprenticeship", "is it good", [("topic_masters", 0.9), (APPRENTICESHIP, 0.3)], "None"),
        ("apprenticeship", "is it good", [("topic_masters", 0.4), (APPRENTICESHIP, 0.1)], "None"),
        # What it does not cover is asked of the role that it is about.
        ("pmo_value", "what do they earn", [("salary", 0.9)], "role/pmo/salary"),
        ("pmo_value", "do they cost a lot", [("cost", 0.9)], "None"),
        # Small talk counts only when it is sure.
        ("apprenticeship", "ok and the pay", [("smalltalk_affirm", 0.5), ("salary", 0.4)], "topic/apprenticeship"),
        ("apprenticeship", "ok then", [("smalltalk_affirm", 0.9), ("salary", 0.1)], "None"),
        # A name, or words enough, make a question of its own.
        ("apprenticeship", "do they pay scrum masters", [("salary", 0.9)], "None"),
        ("apprenticeship", "what is the average salary in london", [("salary", 0.9)], "None"),
    ],
)  # fmt: skip
def test_going_on_with_a_topic(knowledge, read, topic, text, ranking, expected):
    (intent, confidence), *others = ranking
    question = read(text, intent, confidence, others)
    assert str(topic_of_talk(question, talk(f"topic/{topic}"), knowledge)) == expected


def test_only_a_topic_is_gone_on_with(knowledge, read):
    assert topic_of_talk(read("do they pay you", "salary"), talk("role/pmo/overview"), knowledge) is None
