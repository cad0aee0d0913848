"""``python -m bot.nlu.evaluate SET.jsonl ...``: asks the trained model every question of labelled sets."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import Iterable
from datetime import datetime, timezone
from itertools import chain
from pathlib import Path

from rasa.core.agent import Agent
from rasa.model import get_latest_model
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.log_utils import configure_structlog

from bot.conversation import Guide
from bot.evaluation.cases import Case, read_cases
from bot.evaluation.intents import intents_report
from bot.evaluation.report import report, typo_report
from bot.evaluation.score import Outcome, summary
from bot.evaluation.typos import with_slips
from bot.knowledge.checks.training import read_examples
from bot.nlu.cross_validation import cross_validated
from bot.settings import ROOT
from bot.understanding.context import Context
from bot.understanding.parsed import question_from

MODELS = ROOT / "models"


class Asker:
    """The trained model and the knowledge in this process, without server and store."""

    def __init__(self, model: Path, guide: Guide) -> None:
        self._agent = Agent.load(str(model))
        self._guide = guide

    def outcomes(self, cases: Iterable[Case]) -> list[Outcome]:
        """Return what each turn of each case is answered with; each case is a talk of its own."""
        return asyncio.run(self._ask_all(cases))

    async def _ask_all(self, cases: Iterable[Case]) -> list[Outcome]:
        today = datetime.now(tz=timezone.utc).date()
        found = []
        for case in cases:
            context = Context()
            for turn in case.turns:
                question = question_from(await self._agent.parse_message(turn.text))
                answer, context = self._guide.reply(question, context, today)
                intent, likelihood = question.intents[0] if question.intents else ("none", 0.0)
                options = tuple(choice.id for choice in answer.options)
                found.append(Outcome(turn, answer.id, options, answer.confidence, intent, likelihood))
        return found


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns 0, or 2 when a set or the model cannot be read."""
    options = _options(arguments)
    configure_logging_and_warnings(logging.ERROR)
    configure_structlog(logging.ERROR)
    try:
        sets = {str(path): read_cases(path) for path in options.sets}
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    if options.cross_validate:
        print(intents_report(*cross_validated(read_examples(ROOT))))
    if not sets:
        return 0
    model = get_latest_model(str(MODELS))
    if model is None:
        print("There is no trained model: run 'make train' first.", file=sys.stderr)
        return 2
    _print_answers(sets, Asker(Path(model), Guide.from_files()), typos=options.typos, as_json=options.json)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.nlu.evaluate", description=__doc__)
    parser.add_argument("sets", nargs="*", type=Path, help="JSON lines with q and label, or turns")
    parser.add_argument("--json", action="store_true", help="print the headline figures as JSON")
    parser.add_argument("--typos", action="store_true", help="ask again with one slip in each question")
    parser.add_argument(
        "--cross-validate", action="store_true", help="report on the training data (trains five times)"
    )
    options = parser.parse_args(arguments)
    if not (options.sets or options.cross_validate):
        parser.error("name a labelled set, or give --cross-validate")
    return options


def _print_answers(sets: dict[str, list[Case]], asker: Asker, *, typos: bool, as_json: bool) -> None:
    runs = {name: asker.outcomes(cases) for name, cases in sets.items()}
    plain = list(chain.from_iterable(runs.values()))
    slipped = asker.outcomes(map(with_slips, chain.from_iterable(sets.values()))) if typos else []
    if as_json:
        figures = {"as asked": summary(plain)} | ({"with one slip": summary(slipped)} if typos else {})
        print(json.dumps(figures, indent=2))
        return
    print(report(runs))
    if typos:
        print(f"\n{typo_report(plain, slipped)}")


if __name__ == "__main__":
    sys.exit(main())
