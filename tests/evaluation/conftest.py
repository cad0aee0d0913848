"""The labelled sets, asked once of the trained model in this process."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from rasa.utils.log_utils import configure_structlog

from bot.conversation import Guide
from bot.evaluation.cases import Case, Turn, read_cases
from bot.evaluation.score import Outcome
from bot.evaluation.typos import with_slips
from bot.nlu.evaluate import Asker
from bot.service.training import ensure_model
from bot.settings import ROOT

HERE = Path(__file__).parent
SETS = (
    "questions.jsonl",
    "dialogues.jsonl",
    "second_questions.jsonl",
    "second_dialogues.jsonl",
    "third_questions.jsonl",
    "third_dialogues.jsonl",
    "fourth_questions.jsonl",
    "fourth_dialogues.jsonl",
    "fifth_questions.jsonl",
    "fifth_dialogues.jsonl",
    "sample_questions.jsonl",
    "sample_dialogues.jsonl",
)


def outcome(labels: str, answer: str, confidence: float = 0.8, options: str = "", **names: str) -> Outcome:
    """What a question with these labels was answered with; several labels or options stand in one text."""
    turn = Turn("what is it", tuple(labels.split(" | ")), **names)
    return Outcome(turn, answer, tuple(options.split()), confidence, "overview", confidence)


@pytest.fixture(scope="session")
def cases() -> dict[str, list[Case]]:
    """The cases of each set."""
    return {name: read_cases(HERE / name) for name in SETS}


@pytest.fixture(scope="session")
def ask() -> Callable[[list[Case]], list[Outcome]]:
    """Ask the trained model; train first when that is needed. Rasa would print each question that it reads."""
    configure_structlog(logging.ERROR)
    return Asker(ensure_model(ROOT), Guide.from_files()).outcomes


@pytest.fixture(scope="session")
def asked(ask, cases) -> dict[str, list[Outcome]]:
    """What each set was answered with."""
    return {name: ask(of) for name, of in cases.items()}


@pytest.fixture(scope="session")
def slipped(ask, cases) -> dict[str, list[Outcome]]:
    """What each set was answered with when each question had a slip of the fingers in it."""
    return {name: ask([with_slips(case) for case in of]) for name, of in cases.items()}
