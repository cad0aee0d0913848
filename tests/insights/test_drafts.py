from __future__ import annotations

from datetime import date

import yaml

from bot.insights.drafts import BLANK, examples_draft, slug_of, topic_draft
from bot.insights.figures import Family
from bot.insights.proposals import Proposal
from bot.knowledge.checks.training import FEWEST_EXAMPLES
from bot.knowledge.models import Topic

FAMILY = Family(
    "u-1a2b3c",
    12,
    (("refused", 12),),
    ("is prosci worth it", "prosci exam\nprice"),
    (("out_of_scope/unrelated", 9), ("topic/pm_tools", 3), ("topic/gone", 1)),
    date(2026, 11, 20),
)
PROPOSALS = [
    Proposal("is prosci worth it"),
    Proposal("pmp price", "is read as cost"),
    Proposal("x y", note="look"),
]


def draft(knowledge):
    return topic_draft(FAMILY, "prosci", PROPOSALS, knowledge, date(2026, 11, 26))


def test_the_stub_has_the_shape_of_a_topic_and_blanks_to_fill(knowledge):
    text = draft(knowledge).files["prosci.yml"]
    topic = Topic.parse_obj(yaml.safe_load(text))
    assert BLANK in topic.answer
    assert topic.facts[BLANK].source == BLANK not in knowledge.sources
    assert topic.facts[BLANK].review_by == date(2027, 11, 26)
    assert "#   is prosci worth it\n#   prosci exam price\n" in text


def test_follow_ups_are_answers_that_exist(knowledge):
    topic = Topic.parse_obj(yaml.safe_load(draft(knowledge).files["prosci.yml"]))
    assert topic.follow_ups[0] == "topic/pm_tools"
    assert 2 <= len(topic.follow_ups) <= 4
    assert all(name.split("/")[1] in knowledge.topics for name in topic.follow_ups)


def test_examples_are_written_as_training_data_reads_them(knowledge):
    (block,) = yaml.safe_load(draft(knowledge).files["examples.yml"])
    assert block["intent"] == "topic_prosci"
    assert block["examples"].splitlines() == ["- is prosci worth it", "- x y"]


def test_the_steps_name_each_place_and_what_was_refused(knowledge):
    steps = draft(knowledge).files["README.md"]
    for part in (
        "knowledge/topics/prosci.yml",
        "data/nlu_topics.yml",
        "domain.yml",
        "data/rules.yml",
        "make check",
    ):
        assert part in steps
    assert "pmp price: is read as cost" in steps
    assert "x y: look" in steps
    assert f"Add {FEWEST_EXAMPLES - 2} more" in steps


def test_examples_alone_go_to_an_intent_that_is_there():
    files = examples_draft(FAMILY, "topic_pm_tools", PROPOSALS).files
    assert set(files) == {"examples.yml", "README.md"}
    assert "topic_pm_tools" in files["README.md"]


def test_a_name_is_made_of_the_words_that_most_questions_share():
    assert slug_of(["is prosci worth it", "prosci exam price", "the exam of prosci"]) == "prosci_exam"
    assert slug_of(["is it worth it?", "???"]) == "new_topic"
