"""``python -m bot.nlu.evaluate SET.jsonl``: asks the trained model every question of a labelled set."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
from datetime import datetime, timezone
from pathlib import Path

from rasa.core.agent import Agent
from rasa.model import get_latest_model
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.log_utils import configure_structlog

from bot.conversation import Guide
from bot.evaluation.cases import Case, read_cases
from bot.evaluation.score import Outcome, by_group, calibration, confusions, summary
from bot.understanding.context import Context
from bot.understanding.parsed import question_from

MODELS = Path("models")


async def outcomes(cases: list[Case], agent: Agent, guide: Guide) -> list[Outcome]:
    """Return what each turn of each case is answered with; each case is a talk of its own."""
    today = datetime.now(tz=timezone.utc).date()
    found = []
    for case in cases:
        context = Context()
        for turn in case.turns:
            question = question_from(await agent.parse_message(turn.text))
            answer, context = guide.reply(question, context, today)
            intent, confidence = question.intents[0] if question.intents else ("none", 0.0)
            options = tuple(choice.id for choice in answer.options)
            found.append(Outcome(turn, answer.id, options, intent, confidence))
    return found


def report(found: list[Outcome]) -> str:
    """Return the report in lines of plain text: figures, groups, calibration, confusions, misses."""
    figures = summary(found)
    lines = [f"{'turns':40} {figures.pop('turns'):8.0f}"]
    lines += [f"{label:40} {value:8.1%}" for label, value in figures.items()]
    lines += ["", "by kind of question"]
    lines += [f"  {name:20} {count:5}  {value:6.1%}" for name, (count, value) in by_group(found).items()]
    lines += ["", "calibration (confidence, turns, share right)"]
    lines += [
        f"  {low:.1f} to {high:.1f} {count:5}  {value:6.1%}" for low, high, count, value in calibration(found)
    ]
    lines += ["", "confusions (expected, given, times)"]
    lines += [f"  {expected} -> {given}  {count}" for expected, given, count in confusions(found)[:20]]
    lines += ["", "misses"]
    lines += [_miss(outcome) for outcome in found if not outcome.right]
    return "\n".join(lines)


def _miss(outcome: Outcome) -> str:
    wanted = " | ".join(outcome.turn.labels)
    given = outcome.answer + (f" [{', '.join(outcome.options)}]" if outcome.options else "")
    return (
        f"  {outcome.turn.text!r}: wanted {wanted}, gave {given} ({outcome.intent} {outcome.confidence:.2f})"
    )


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns 0, or 2 when the set or the model cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m bot.nlu.evaluate", description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path, help="JSON lines with q and label, or turns")
    parser.add_argument("--json", action="store_true", help="print the headline figures as JSON")
    options = parser.parse_args(arguments)
    configure_logging_and_warnings(logging.ERROR)
    configure_structlog(logging.ERROR)
    model = get_latest_model(str(MODELS))
    if model is None:
        print("There is no trained model: run 'make train' first.", file=sys.stderr)
        return 2
    try:
        cases = [case for path in options.sets for case in read_cases(path)]
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    found = asyncio.run(outcomes(cases, Agent.load(model), Guide.from_files()))
    print(json.dumps(summary(found), indent=2) if options.json else report(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
