"""The labelled sets: enough questions, right labels, everything asked for, nothing of them in the training data."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, permutations
from pathlib import Path

import pytest

from bot.answer_id import CREDENTIAL_ASPECTS, REFUSALS, ROLE_ASPECTS, SMALLTALK, AnswerId, compare
from bot.evaluation.cases import Turn, read_cases
from bot.knowledge.checks.training import read_examples
from bot.knowledge.loader import DEFAULT_ROOT
from tests.content.promised_ids import CREDENTIALS, ROLES, TOPICS
from tests.evaluation.stock_phrases import ASKED_TWICE, TRAINED_TOO

HERE = Path(__file__).parent
# The fewest cases of each set: single questions, and dialogues of two to five turns.
QUESTIONS = {
    "questions.jsonl": 400,
    "second_questions.jsonl": 400,
    "third_questions.jsonl": 250,
    "fourth_questions.jsonl": 200,
    "fifth_questions.jsonl": 250,
    "sample_questions.jsonl": 100,
}
DIALOGUES = {
    "dialogues.jsonl": 40,
    "second_dialogues.jsonl": 40,
    "third_dialogues.jsonl": 40,
    "fourth_dialogues.jsonl": 30,
    "fifth_dialogues.jsonl": 40,
    "sample_dialogues.jsonl": 10,
}
# Those that were written with an eye on everything that Waymark answers.
COMPLETE = "questions.jsonl"
TURNS = range(2, 7)

CAREER_IDS = (
    *(f"role/{name}/{aspect}" for name in ROLES for aspect in ROLE_ASPECTS),
    *(f"credential/{name}/{aspect}" for name in CREDENTIALS for aspect in CREDENTIAL_ASPECTS),
    *(f"transition/{start}/{goal}" for start, goal in permutations((*ROLES, "outside"), 2)),
    *(str(compare(a, b)) for names in (ROLES, CREDENTIALS) for a, b in combinations(names, 2)),
    *(f"topic/{name}" for name in TOPICS),
)
OTHER_IDS = (
    *(f"tool/eligibility/{name}" for name in CREDENTIALS),
    "tool/map",
    "tool/plan",
    "tool/profile",
    *(f"smalltalk/{kind}" for kind in SMALLTALK),
    *(f"out_of_scope/{reason}" for reason in REFUSALS),
)
ASKED_FOR = (
    *(f"role/{name}/*" for name in ROLES),
    *(f"role/*/{aspect}" for aspect in ROLE_ASPECTS),
    *(f"credential/{name}/*" for name in CREDENTIALS),
    *(f"credential/*/{aspect}" for aspect in CREDENTIAL_ASPECTS),
    *(f"topic/{name}" for name in TOPICS),
    *(f"smalltalk/{kind}" for kind in SMALLTALK),
    *(f"out_of_scope/{reason}" for reason in REFUSALS),
)
# The samples write "other*" beside "outside" for a person from another profession.
SECOND_NAME_FOR_OUTSIDE = "transition/other*/"
ANNOTATION = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})")


def turns(name: str) -> list[Turn]:
    """All turns of a set, in order."""
    return [turn for case in read_cases(HERE / name) for turn in case.turns]


def bare(text: str) -> str:
    """``text`` without case, punctuation and the marks of entities, as two questions are compared."""
    plain = ANNOTATION.sub(r"\1", text).casefold()
    return " ".join(re.findall(r"\w+", plain)) or plain.strip()


def repeated(texts: list[str]) -> list[str]:
    """The texts that stand more than once."""
    return [text for text, count in Counter(map(bare, texts)).items() if count > 1]


def names_an_answer(label: str) -> bool:
    """Whether at least one id that exists is accepted by ``label`` alone."""
    if label.startswith(SECOND_NAME_FOR_OUTSIDE):
        label = label.replace("other*", "outside", 1)
    return any(Turn("", (label,)).accepts(answer) for answer in (*CAREER_IDS, *OTHER_IDS))


@pytest.fixture(scope="module")
def trained() -> frozenset[str]:
    """Every training example, bare."""
    examples = frozenset(bare(example.text) for example in read_examples(DEFAULT_ROOT.parent))
    assert examples, "no training example was found"
    return examples


def test_ids_are_written_by_the_rules():
    for text in (*CAREER_IDS, *OTHER_IDS):
        assert str(AnswerId.parse(text)) == text


def test_every_set_is_held_to_the_rules():
    assert {*QUESTIONS, *DIALOGUES} == {path.name for path in HERE.glob("*.jsonl")}


@pytest.mark.parametrize(("name", "fewest"), QUESTIONS.items())
def test_there_are_enough_questions(name, fewest):
    cases = read_cases(HERE / name)
    assert len(cases) >= fewest
    assert {len(case.turns) for case in cases} == {1}


@pytest.mark.parametrize(("name", "fewest"), DIALOGUES.items())
def test_there_are_enough_dialogues(name, fewest):
    cases = read_cases(HERE / name)
    assert len(cases) >= fewest
    assert {len(case.turns) for case in cases} <= set(TURNS)


@pytest.mark.parametrize("name", [*QUESTIONS, *DIALOGUES])
def test_every_turn_has_words_and_labels_that_exist(name):
    assert turns(name)
    for turn in turns(name):
        assert turn.text.strip(), turn
        assert turn.labels, turn.text
        wrong = [label for label in turn.labels if not names_an_answer(label)]
        assert not wrong, f"{turn.text!r}: {wrong}"


@pytest.mark.parametrize(
    "label",
    [
        "role/plumber/salary",
        "role/pmo/pay",
        "topic/pm",
        "compare/pmp/capm",
        "smalltalk/joke",
        "advice",
        "xyz*",
    ],
)
def test_a_label_that_names_nothing_is_found(label):
    assert not names_an_answer(label)


@pytest.mark.parametrize("wanted", ASKED_FOR)
def test_everything_is_asked_for(wanted):
    """The first label is the one that was meant first; ``pmo*`` in it means the PMO, level not said."""
    meant = [turn.labels[0].replace("pmo*", "pmo") for turn in turns(COMPLETE)]
    assert any(Turn("", (wanted,)).accepts(label) for label in meant)


def test_no_question_is_asked_twice():
    for name in QUESTIONS:
        assert not repeated([turn.text for turn in turns(name)])
    singles = [turn.text for name in QUESTIONS for turn in turns(name)]
    assert set(repeated(singles)) == ASKED_TWICE


def test_no_dialogue_is_held_twice():
    talks = [
        " / ".join(turn.text for turn in case.turns) for name in DIALOGUES for case in read_cases(HERE / name)
    ]
    assert not repeated(talks)


def copied(name: str, trained: frozenset[str]) -> set[str]:
    """What of a set stands in the training data; a lone word, such as the "yes" of a dialogue, may."""
    return {bare(turn.text) for turn in turns(name) if " " in bare(turn.text)} & trained


@pytest.mark.parametrize("name", [*QUESTIONS, *DIALOGUES])
def test_no_question_stands_in_the_training_data(name, trained):
    allowed = TRAINED_TOO if name.startswith(("second_", "third_", "fourth_", "fifth_")) else frozenset()
    assert copied(name, trained) - allowed == set()


def test_no_more_phrases_are_excused_than_are_shared(trained):
    shared = {text for name in (*QUESTIONS, *DIALOGUES) for text in copied(name, trained)}
    assert shared == TRAINED_TOO
