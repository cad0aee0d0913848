"""Thumbs and reasons on answers, in a table of their own beside the conversations.

One person's newest vote on an answer in a conversation counts. When a conversation is forgotten, its votes
stay as numbers: the link to the conversation is cut.
"""

from __future__ import annotations

from datetime import datetime, timezone

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.channels.guard import Vote
from bot.tables import make_tables

TABLE = sa.Table(
    "feedback",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("channel", sa.String(20), nullable=False),
    sa.Column("conversation", sa.String(255), nullable=True, index=True),
    sa.Column("answer", sa.String(200), nullable=False, index=True),
    sa.Column("vote", sa.String(4), nullable=False),
    sa.Column("reason", sa.String(20), nullable=True),
)


class Feedback:
    """The feedback table of the database at ``url``; the table is made at the first use.

    All methods block while the database works and raise SQLAlchemy's errors.
    """

    def __init__(self, url: str) -> None:
        self._engine = sa.create_engine(url, future=True, pool_pre_ping=True)
        self._made = False

    def record(self, channel: str, conversation: str, vote: Vote) -> None:
        """Store ``vote`` in place of an earlier one on the same answer in ``conversation``; times are UTC."""
        mine = sa.and_(TABLE.c.conversation == conversation, TABLE.c.answer == vote.answer)
        row = {
            "at": datetime.now(timezone.utc).replace(tzinfo=None),
            "channel": channel,
            "conversation": conversation,
            **vote._asdict(),
        }
        self._make()
        with self._engine.begin() as connection:
            connection.execute(sa.delete(TABLE).where(mine))
            connection.execute(sa.insert(TABLE).values(row))

    def cut_link(self, conversation: str) -> None:
        """Make the votes of ``conversation`` nobody's."""
        self._make()
        with self._engine.begin() as connection:
            of_it = TABLE.c.conversation == conversation
            connection.execute(sa.update(TABLE).where(of_it).values(conversation=None))

    def _make(self) -> None:
        if not self._made:
            make_tables(self._engine, TABLE.metadata)
            self._made = True
