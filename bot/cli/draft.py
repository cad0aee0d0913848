"""``waymark draft``: from a family of unanswered questions to the stub of an entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from bot.answer_id import AnswerId
from bot.cli.ask import model_at_hand
from bot.cli.common import Slug, as_json_option, print_json, today, told
from bot.cli.store import material
from bot.evaluation.cases import read_cases
from bot.insights.drafts import Draft, credential_draft, examples_draft, slug_of, topic_draft
from bot.insights.figures import Family, families
from bot.insights.proposals import Known, Proposal, propose
from bot.insights.reasons import REASONS
from bot.knowledge.base import Knowledge
from bot.knowledge.checks.training import read_examples
from bot.knowledge.loader import load
from bot.settings import ROOT
from bot.settings import load as load_settings
from bot.understanding.parsed import question_from

MOST_LISTED = 20
MOST_EXAMPLES = 200


@click.command()
@click.argument("family", required=False, metavar="[ID]")
@click.option("--slug", type=Slug(), help="The name of the topic. When not given: made from the words.")
@click.option("--as", "kind", type=click.Choice(["topic", "credential"]), default="topic", show_default=True)
@click.option("--for", "answer", help="Add examples to this answer instead of a new topic.")
@as_json_option
@told
def command(family: str | None, slug: str | None, kind: str, answer: str | None, *, as_json: bool) -> None:
    r"""Make the stub of an entry from a family of unanswered questions (ID, as the report names it).

    Written are an entry with blanks, people's words as examples, and the steps to make it live, all below
    var/drafts; nothing in knowledge/ or data/ changes. Words that stand there already, or that the model
    reads as something else, are not proposed. Without an ID the families are listed.

    \b
    Examples:
      ./waymark draft
      ./waymark draft u-3fa91c --slug change_management
      ./waymark draft u-3fa91c --slug prosci --as credential
      ./waymark draft u-3fa91c --for topic/pm_tools
    """
    settings = load_settings()
    known = families(material(settings).queue)
    if family is None:
        _list(known, as_json=as_json)
        return
    chosen = next((item for item in known if item.name == family), None)
    if chosen is None:
        raise click.ClickException(f"There is no family '{family}'. `./waymark draft` lists them.")
    knowledge = load(ROOT / "knowledge")
    draft, proposals = _draft(chosen, slug, kind if answer is None else answer, knowledge)
    folder = settings.var_dir / "drafts" / chosen.name
    _write(folder, draft)
    if as_json:
        print_json({"folder": str(folder), "proposals": [vars(item) for item in proposals]})
        return
    kept = sum(item.refused is None for item in proposals)
    if proposals:
        click.echo(f"{kept} examples proposed, {len(proposals) - kept} not.")
    click.echo(f"What to do next: {folder}/README.md")


def _draft(family: Family, slug: str | None, kind: str, knowledge: Knowledge) -> tuple[Draft, list[Proposal]]:
    """Return the draft, and what became of people's words; ``kind`` may be an answer id too."""
    name = slug or slug_of(family.examples)
    if (kind == "topic" and name in knowledge.topics) or (
        kind == "credential" and knowledge.is_subject(name)
    ):
        raise click.UsageError(f"The {kind} '{name}' is there: choose another --slug, or use --for.")
    if kind == "credential":
        return credential_draft(family, name, knowledge, today()), []
    intent = f"topic_{name}" if kind == "topic" else _intent_of(kind, knowledge)
    proposals = propose(family.examples[:MOST_EXAMPLES], intent, _known(), _reader())
    if kind != "topic":
        return examples_draft(family, intent, proposals), proposals
    return topic_draft(family, name, proposals, knowledge, today()), proposals


def _intent_of(answer: str, knowledge: Knowledge) -> str:
    """Return the intent whose examples lead to ``answer``."""
    try:
        parsed = AnswerId.parse(answer)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not knowledge.can_answer(parsed):
        raise click.UsageError(f"There is no answer '{answer}'.")
    if parsed.kind in ("role", "credential"):
        return parsed.parts[1]
    return {"transition": "transition", "compare": "compare"}.get(
        parsed.kind, "_".join((parsed.kind, *parsed.parts))
    )


def _known() -> Known:
    sets = sorted((ROOT / "tests" / "evaluation").glob("*.jsonl"))
    return Known(
        [(example.text, example.intent) for example in read_examples(ROOT)],
        [turn.text for path in sets for case in read_cases(path) for turn in case.turns],
    )


def _reader() -> Callable[[str], tuple[str, float]]:
    from bot.channels.model_reader import ModelReader  # noqa: PLC0415 - takes two seconds

    reader = ModelReader(model_at_hand(ROOT))

    def read(text: str) -> tuple[str, float]:
        intents = question_from(reader.read(text)).intents
        return intents[0] if intents else ("none", 0.0)

    return read


def _write(folder: Path, draft: Draft) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in draft.files.items():
        (folder / name).write_text(content, encoding="utf-8")


def _list(known: tuple[Family, ...], *, as_json: bool) -> None:
    if as_json:
        print_json([vars(family) for family in known])
        return
    for family in known[:MOST_LISTED]:
        reasons = ", ".join(f"{REASONS[name]} {count}" for name, count in family.reasons)
        click.echo(f"{family.name}  {family.count:5}  {family.examples[0]}  ({reasons})")
    click.echo(f"{len(known)} families" if known else "There are no unanswered questions.")
