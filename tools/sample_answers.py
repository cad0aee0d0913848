"""Prints random answers with the facts that they rest on, for a reader with fresh eyes.

``python tools/sample_answers.py --seed 7 --count 40`` draws the same answers every time.
"""

from __future__ import annotations

import argparse
import random
import sys
from datetime import datetime, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.answers.compose import Composer
from bot.knowledge.base import Knowledge, Located, references
from bot.knowledge.loader import load
from bot.understanding.question import Resolution


def shown(located: Located, composer: Composer, knowledge: Knowledge) -> str:
    """Return one answer as plain text: what is said, and each fact with its source."""
    today = datetime.now(tz=timezone.utc).date()
    answer = composer.compose(Resolution(located.id, 1.0, "sample"), today)
    parts = [f"## {answer.id}  (knowledge/{located.home}.yml)", answer.text]
    if answer.more:
        parts += ["-- more --", answer.more]
    if answer.table:
        parts += [" | ".join(row) for row in (answer.table.columns, *answer.table.rows)]
    parts += ["-- facts --"]
    for reference in references(located.passage):
        fact = knowledge.fact(reference, located.home)
        source = knowledge.sources[fact.source]
        value = f" = {fact.value}" if fact.value else ""
        note = f" [{fact.note}]" if fact.note else ""
        dates = f"as of {fact.as_of or 'undated'}, {fact.confidence}"
        parts.append(f"* {fact.say}{value} ({source.title}, {source.publisher}; {dates}){note}")
    return "\n".join(parts)


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=40)
    options = parser.parse_args()
    knowledge = load()
    composer = Composer(knowledge)
    every = sorted(knowledge.passages(), key=lambda located: str(located.id))
    for located in random.Random(options.seed).sample(every, options.count):  # noqa: S311 - no secret
        print(shown(located, composer, knowledge), end="\n\n")


if __name__ == "__main__":
    main()
