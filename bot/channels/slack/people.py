"""Whose talks are whose, so that a person's own can be shown to them and forgotten."""

from __future__ import annotations

import time

import sqlalchemy as sa  # type: ignore[import-untyped]

from bot.tables import make_tables

TABLE = sa.Table(
    "slack_talks",
    sa.MetaData(),
    sa.Column("conversation", sa.String(255), primary_key=True),
    sa.Column("team", sa.String(32), nullable=False, index=True),
    sa.Column("person", sa.String(32), nullable=False, index=True),
    sa.Column("at", sa.Float, nullable=False),
)


class People:
    """The table of talks in the database at ``url``. A talk belongs to who began it.

    All methods block while the database works and raise SQLAlchemy's errors.
    """

    def __init__(self, url: str) -> None:
        self._engine = sa.create_engine(url, future=True, pool_pre_ping=True)
        make_tables(self._engine, TABLE.metadata)

    def note(self, conversation: str, team: str, person: str) -> None:
        """Note that ``person`` spoke in a talk just now."""
        mine = TABLE.c.conversation == conversation
        row = {"conversation": conversation, "team": team, "person": person, "at": time.time()}
        with self._engine.begin() as connection:
            if not connection.execute(sa.update(TABLE).where(mine).values(at=row["at"])).rowcount:
                connection.execute(sa.insert(TABLE).values(row))

    def talks(self, team: str, person: str) -> list[str]:
        """Return the talks of a person, the newest first."""
        mine = sa.and_(TABLE.c.team == team, TABLE.c.person == person)
        query = sa.select(TABLE.c.conversation).where(mine).order_by(TABLE.c.at.desc())
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def talks_of_team(self, team: str) -> list[str]:
        """Return all talks of a team."""
        with self._engine.connect() as connection:
            query = sa.select(TABLE.c.conversation).where(TABLE.c.team == team)
            return list(connection.execute(query).scalars())

    def drop(self, conversation: str) -> None:
        """Forget whose a talk was."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(TABLE).where(TABLE.c.conversation == conversation))
