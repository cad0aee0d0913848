"""``waymark ask``: questions asked of the files as they are now, with why each answer was chosen."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.common import as_json_option, print_json, today, told
from bot.cli.explain import Explained, Explainer, lines
from bot.knowledge.loader import load
from bot.service.model import current_model
from bot.settings import ROOT
from bot.understanding.parsed import question_from
from bot.understanding.question import Question

_OLD = (
    "The trained model is older than names, examples or code: names are found as the files have them, "
    "new examples count after `make train`."
)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUESTION...")
@click.option("--id", "by_id", is_flag=True, help="The words are answer ids: no model is needed.")
@as_json_option
@told
def command(words: tuple[str, ...], *, by_id: bool, as_json: bool) -> None:
    r"""Ask, and see the answer, its id, where it is written and why it was chosen.

    Several questions are one talk. Nothing is stored and no service has to run. The knowledge is read as it
    is in the files now: this is the way to look at a change before it is live.

    \b
    Examples:
      ./waymark ask "how much is the pmp" "and capm?"
      ./waymark ask --id credential/pmp/cost topic/masters
    """
    explainer = Explainer(load(ROOT / "knowledge"), today())
    questions = [Question(text="", pressed=word) for word in words] if by_id else _read(words)
    turns = [explainer.ask(question) for question in questions]
    if as_json:
        print_json([turn.to_dict() for turn in turns])
        return
    for word, turn in zip(words, turns, strict=True):
        click.echo(f"> {word}\n")
        click.echo("\n".join(lines(turn)))
        click.echo(f"\n{_shown(turn)}\n")


def _read(words: tuple[str, ...]) -> list[Question]:
    from bot.channels.model_reader import ModelReader  # noqa: PLC0415 - takes two seconds

    reader = ModelReader(model_at_hand(ROOT))
    return [question_from(reader.read(text)) for text in words]


def model_at_hand(root: Path) -> Path:
    """Return the model of the files as they are, else the newest that there is, and say so on standard error.

    Raises ``click.ClickException`` when there is none at all.
    """
    model = current_model(root)
    if model.is_file():
        return model
    trained = sorted((root / "models").glob("waymark-*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not trained:
        raise click.ClickException("There is no trained model: run `make train`, or ask by --id.")
    click.echo(_OLD, err=True)
    return trained[-1]


def _shown(turn: Explained) -> str:
    from bot.channels.messages import Button, Message  # noqa: PLC0415 - imports Rasa
    from bot.channels.plain_text import plain  # noqa: PLC0415

    buttons = [Button(title=choice.title, payload=choice.id) for choice in turn.answer.choices]
    return plain(Message(text=turn.answer.text, buttons=buttons, image=None, answer=turn.answer.to_dict()))
