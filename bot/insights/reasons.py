"""Which questions count as unanswered, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.insights.turns import FAILED, Turn
from bot.insights.votes import Vote

# From the surest sign to the weakest: a question that shows several is kept under the first.
THUMBS_DOWN, BROKEN, REFUSED, NOT_TAKEN, LEFT = "thumbs_down", "failed", "refused", "not_taken", "left"
REASONS = {
    THUMBS_DOWN: "thumbs down",
    BROKEN: "the turn failed",
    REFUSED: "declined",
    NOT_TAKEN: "asked back, nothing chosen",
    LEFT: "left after a doubtful answer",
}
# Refusals of what is no question at all.
_NO_QUESTION = ("out_of_scope/attack", "out_of_scope/gibberish", "out_of_scope/other_language")
# Below this a reply is doubtful enough that leaving after it says something; sure answers end talks too.
DOUBT = 0.6
# A talk that rests this long is over.
OVER_AFTER = timedelta(hours=1)
_LONGEST = 300


@dataclass(frozen=True)
class Unanswered:
    """A question without a good answer.

    ``event`` names the turn. ``words`` are the person's, with personal data masked. ``reason`` is one of
    ``REASONS``, ``detail`` the reason given with a thumb down. ``family`` is empty until it is grouped.
    """

    event: str
    at: datetime
    channel: str
    conversation: str
    words: str
    answer: str
    reason: str
    detail: str | None = None
    family: str = ""


def unanswered_in(talk: Sequence[Turn], votes: Sequence[Vote], now: datetime) -> Iterator[Unanswered]:
    """Yield the unanswered questions of ``talk``; ``votes`` are those given in it."""
    for place, turn in enumerate(talk):
        # What is said within a guided talk ("yes", "5 years") answers a question and asks none.
        if turn.words is None or not turn.words.strip() or turn.kind == "tool":
            continue
        following = talk[place + 1] if place + 1 < len(talk) else None
        down = next((vote for vote in votes if not vote.up and _meant(vote, talk) is turn), None)
        reason = THUMBS_DOWN if down else _reason(turn, following, now)
        if reason:
            yield Unanswered(
                turn.event,
                turn.at,
                turn.channel,
                turn.conversation,
                turn.words.strip()[:_LONGEST],
                turn.answer,
                reason,
                down.reason if down else None,
            )


def _meant(vote: Vote, talk: Sequence[Turn]) -> Turn | None:
    """Return the turn whose answer ``vote`` is about: the last one with it before the vote."""
    given = [turn for turn in talk if turn.answer == vote.answer]
    before = [turn for turn in given if turn.at <= vote.at]
    return before[-1] if before else next(iter(given), None)


def _reason(turn: Turn, following: Turn | None, now: datetime) -> str | None:
    if turn.kind == "out_of_scope":
        return None if turn.answer in _NO_QUESTION else REFUSED
    over = following is None and now - turn.at > OVER_AFTER
    if turn.answer == FAILED:  # one that is being answered right now has no answer either
        return BROKEN if over or following is not None else None
    if turn.kind == "clarify":
        taken = following is not None and following.answer in turn.options
        return NOT_TAKEN if not taken and (following is not None or over) else None
    return LEFT if over and turn.confidence < DOUBT else None
