"""A look into the database of the running service."""

from __future__ import annotations

import sqlalchemy as sa

from bot.service.running import Service


def rows(service: Service) -> list[tuple[str, dict]]:
    """Return every row of every table, with the table's name."""
    engine = sa.create_engine(f"sqlite:///{service.log.with_name('waymark.db')}")
    tables = sa.MetaData()
    tables.reflect(engine)
    assert "events" in tables.tables
    with engine.connect() as connection:
        return [
            (table.name, dict(row))
            for table in tables.sorted_tables
            for row in connection.execute(sa.select(table)).mappings()
        ]


def rows_with(service: Service, text: str) -> list[tuple[str, dict]]:
    """Return the rows in which ``text`` stands, in whatever column."""
    return [
        (table, row)
        for table, row in rows(service)
        if any(text.lower() in str(value).lower() for value in row.values())
    ]
