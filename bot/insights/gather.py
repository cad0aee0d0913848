"""Brings the queue up to date and reads all that a report is made from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.insights.families import Encode, name_families
from bot.insights.queue import Queue
from bot.insights.reasons import Unanswered, unanswered_in
from bot.insights.turns import Turn, read_talks
from bot.insights.votes import Vote, read_votes


@dataclass(frozen=True)
class Material:
    """All talks in the store, all votes, and the queue, which goes back further."""

    talks: list[list[Turn]]
    votes: list[Vote]
    queue: list[Unanswered]


def keep_questions(engine: sa.engine.Engine, ended_by: datetime, now: datetime, keep: timedelta) -> None:
    """Put the unanswered questions of talks that ended by a time into the queue, before those are deleted.

    Questions older than ``keep`` are dropped. Raises SQLAlchemy's errors.
    """
    votes: dict[str | None, list[Vote]] = defaultdict(list)
    for vote in read_votes(engine):
        votes[vote.conversation].append(vote)
    queue, oldest = Queue(engine), now - keep
    for talk in read_talks(engine, ended_by):
        found = unanswered_in(talk, votes.get(talk[0].conversation, ()), now)
        queue.put(item for item in found if item.at >= oldest)
    queue.prune(oldest)


def gather(engine: sa.engine.Engine, now: datetime, keep: timedelta, encode: Encode | None) -> Material:
    """Put new unanswered questions into the queue, drop those older than ``keep``, and return everything.

    Doing it again changes nothing. Without ``encode`` new questions stay ungrouped until the next time.
    Raises SQLAlchemy's errors.
    """
    talks, votes = list(read_talks(engine)), read_votes(engine)
    of: dict[str | None, list[Vote]] = defaultdict(list)
    for vote in votes:
        of[vote.conversation].append(vote)
    queue = Queue(engine)
    found = (item for talk in talks for item in unanswered_in(talk, of.get(talk[0].conversation, ()), now))
    oldest = now - keep
    queue.put(item for item in found if item.at >= oldest)
    queue.prune(oldest)
    if encode is not None:
        queue.name_families(name_families(queue.all(), encode))
    return Material(talks, votes, queue.all())
