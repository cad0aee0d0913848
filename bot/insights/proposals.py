"""Which of people's own words may become training examples; a person decides over what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

# How the model reads a text: the likeliest intent and its calibrated confidence.
Read = Callable[[str], tuple[str, float]]

# From here the model answers with an intent (bot.understanding.resolve.ANSWER).
SURE = 0.5
# Letters that two texts share, of 100, from which they are one text with a slip.
SAME = 93.0
_FEWEST_WORDS, _MOST_WORDS = 2, 40
_NOT_IN_SCOPE = ("out_of_scope_",)


@dataclass(frozen=True)
class Proposal:
    """A text from the queue. ``refused`` says why it is no example, None when it is proposed.

    ``note`` is what to look at before it is taken.
    """

    text: str
    refused: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Known:
    """What is there already: training examples with their intents, and texts that measure the model."""

    examples: Sequence[tuple[str, str]]
    measured: Sequence[str]


def propose(texts: Iterable[str], intent: str, known: Known, read: Read) -> list[Proposal]:
    """Judge ``texts`` as examples of ``intent``, in their order.

    Refused are texts that are too short or too long, hold something that was masked, stand there already (or
    nearly), measure the model, or are surely another intent in the trained model: such an example would take
    questions away from that one.
    """
    trained = {plain(text): of for text, of in known.examples}
    measured = {plain(text) for text in known.measured}
    kept: list[str] = []
    found = []
    for text in texts:
        proposal = _judge(text, intent, (trained, measured, kept), read)
        if proposal.refused is None:
            kept.append(plain(text))
        found.append(proposal)
    return found


def plain(text: str) -> str:
    """Return ``text`` as examples are compared: no capitals, single spaces, no mark at the end."""
    return " ".join(text.casefold().split()).rstrip("?!. ")


def _judge(text: str, intent: str, there: tuple[dict[str, str], set[str], list[str]], read: Read) -> Proposal:
    trained, measured, kept = there
    here = plain(text)
    refused = _shape(text)
    if refused is None and _near(here, kept):
        refused = "nearly the same as one that is proposed already"
    if refused is None and _near(here, measured):
        refused = "stands in a labelled set: trained with it, the set would measure nothing"
    twin = _near(here, trained) if refused is None else None
    if twin and not trained[twin].startswith(_NOT_IN_SCOPE):
        refused = f"stands under {trained[twin]} already: '{twin}'"
    if refused is not None:
        return Proposal(text, refused)
    read_as, confidence = read(text)
    if read_as != intent and confidence >= SURE and not read_as.startswith(_NOT_IN_SCOPE):
        return Proposal(text, f"is read as {read_as} ({confidence:.2f}): it would take questions from there")
    note = f"take '{twin}' out of {trained[twin]}" if twin else None
    return Proposal(text, note=note)


def _shape(text: str) -> str | None:
    words = len(text.split())
    if "[" in text:
        return "holds something personal that was masked"
    if words < _FEWEST_WORDS:
        return "a single word says too little"
    if words > _MOST_WORDS:
        return f"longer than {_MOST_WORDS} words"
    return None


def _near(text: str, others: Iterable[str]) -> str | None:
    found = process.extractOne(text, list(others), scorer=fuzz.ratio, score_cutoff=SAME)
    return str(found[0]) if found else None
