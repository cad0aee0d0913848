"""The tracker store opens: databases that are new, old, late or in use."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from sqlalchemy.exc import OperationalError

from bot.channels.store import StrictTrackerStore
from tests.channels.stores import DOMAIN, add_turn, open_store, store, texts, turn
from tests.postgres import postgres, url

__all__ = ["postgres", "store", "url"]


async def test_a_store_that_is_not_there_yet_is_used_once_it_is(tmp_path) -> None:
    folder = tmp_path / "later"
    late = StrictTrackerStore(DOMAIN, host=f"sqlite:///{folder}/waymark.db")
    with pytest.raises(OperationalError):
        await turn(late, "one")
    with pytest.raises(OperationalError):
        await asyncio.to_thread(late.touch)
    folder.mkdir()
    await turn(late, "one")
    assert await texts(late) == ["one"]


async def test_talks_that_rasa_s_own_store_kept_go_on(url: str) -> None:
    stock = SQLTrackerStore(DOMAIN, host=url)
    tracker = await stock.get_or_create_tracker("talk", append_action_listen=False)
    for number in range(10):
        add_turn(tracker, str(number))
    await stock.save(tracker)
    with stock.engine.begin() as connection:
        connection.execute(sa.text("DROP INDEX ix_events_sender_id_id"))
    stock.engine.dispose()
    opened = open_store(url)
    assert (await opened.retrieve("talk")).get_slot("context") == {"last": "9"}
    await turn(opened, "10")
    assert await texts(opened) == [str(number) for number in range(11)]
    indexes = [index["name"] for index in sa.inspect(opened.engine).get_indexes("events")]
    assert "ix_events_sender_id_id" in indexes
    opened.engine.dispose()


async def test_stores_that_open_at_once_make_the_tables_once(url: str) -> None:
    stores = [open_store(url) for _ in range(4)]
    await asyncio.gather(*(turn(opened, "one", name=str(number)) for number, opened in enumerate(stores)))
    assert [await texts(stores[0], str(number)) for number in range(4)] == [["one"]] * 4
    for opened in stores:
        opened.engine.dispose()


async def test_a_new_sqlite_file_that_somebody_writes_to_is_waited_for(tmp_path) -> None:
    """Switching to the write-ahead log fails at once while another connection has the file locked."""
    address = f"sqlite:///{tmp_path / 'waymark.db'}"
    opened = StrictTrackerStore(DOMAIN, host=address)
    with closing(sqlite3.connect(tmp_path / "waymark.db", isolation_level=None)) as other:
        other.execute("CREATE TABLE other (id INTEGER)")
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO other VALUES (1)")
        saving = asyncio.create_task(turn(opened, "one"))
        await asyncio.sleep(0.3)
        assert not saving.done()
        other.execute("COMMIT")
    await saving
    assert await texts(opened) == ["one"]


async def test_sqlite_waits_for_the_disk_and_lets_readers_in(tmp_path) -> None:
    opened = StrictTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path / 'waymark.db'}")
    await turn(opened, "one")
    with opened.engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2}
