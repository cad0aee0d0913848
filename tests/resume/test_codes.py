from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import sqlalchemy as sa
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.resume.codes import Codes
from bot.resume.spelling import ALPHABET, normal, shown
from tests.resume.conftest import Clock

TALK = {
    "person": {"role": "pmo_analyst", "experience": [{"kind": "risk", "months": 36, "share": 0.5}]},
    "topic": "credential/pmp/cost",
    "ünïcode": "5 000 €",
    "nothing": None,
}


def rows(url: str) -> list[dict]:
    """Every row of every table of the database."""
    engine = sa.create_engine(url)
    tables = sa.MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        found = [connection.execute(sa.select(table)).mappings().all() for table in tables.sorted_tables]
    return [dict(row) for table in found for row in table]


def test_a_code_gives_back_what_was_saved(codes):
    code = codes.save(TALK)
    assert codes.take(code, "someone") == TALK


def test_a_code_works_once(codes):
    code = codes.save(TALK)
    assert codes.take(code, "first") == TALK
    assert codes.take(code, "second") is None


def test_spelling_is_forgiven_when_it_is_taken(codes):
    code = codes.save(TALK)
    assert codes.take(f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'L')} ", "x") == TALK


def test_the_words_around_a_code_do_not_matter(codes):
    code = codes.save(TALK)
    assert codes.take(f"hi, please resume {code.lower()}, thanks", "x") == TALK


def test_another_process_finds_it(codes, url, clock):
    assert Codes(url, clock).take(codes.save(TALK), "someone") == TALK


def test_codes_do_not_get_in_the_way_of_each_other(codes):
    saved = {codes.save({"number": number}): number for number in range(5)}
    assert {code: codes.take(code, "x")["number"] for code in saved} == saved


@pytest.mark.parametrize(
    "text", ["", "no code at all", "K7QF-2MXA-9R", "K7QF", "é" * 5_000, "'; DROP TABLE x"]
)
def test_what_is_no_code_gives_nothing(codes, text):
    codes.save(TALK)
    assert codes.take(text, "someone") is None


def test_the_database_holds_neither_code_nor_who_asked(codes, url):
    code = codes.save(TALK, owner="conversation-1")
    codes.take("K7QF-2MXA-9R", "conversation-2")
    kept = json.dumps(rows(url), default=str)
    assert len(rows(url)) == 2
    for secret in (code, normal(code), "conversation-1", "conversation-2", "K7QF"):
        assert secret not in kept


def test_a_code_ends_after_seven_days(codes, clock):
    lasting, ending = codes.save({"n": 1}), codes.save({"n": 2})
    clock.forward(days=7, seconds=-1)
    assert codes.take(lasting, "x") == {"n": 1}
    clock.forward(seconds=1)
    assert codes.take(ending, "x") is None


def test_pruning_leaves_only_what_still_counts(codes, clock, url):
    codes.save({"n": "old"})
    codes.take("K7QF-2MXA-9R", "x")
    clock.forward(days=6)
    young = codes.save({"n": "young"})
    clock.forward(days=1)
    codes.prune()
    assert [row.get("snapshot") for row in rows(url)] == [{"n": "young"}]
    assert codes.take(young, "x") == {"n": "young"}


def test_saving_prunes(codes, clock, url):
    codes.save({"n": "old"})
    clock.forward(days=8)
    codes.save({"n": "new"})
    assert [row["snapshot"] for row in rows(url)] == [{"n": "new"}]


def test_the_newest_code_of_a_conversation_counts(codes):
    first, other = codes.save({"n": 1}, owner="a"), codes.save({"n": 2}, owner="b")
    second = codes.save({"n": 3}, owner="a")
    assert [codes.take(code, "x") for code in (first, other, second)] == [None, {"n": 2}, {"n": 3}]


def test_forgetting_leaves_nothing_of_a_conversation(codes, url):
    mine, other = codes.save({"n": 1}, owner="a"), codes.save({"n": 2}, owner="b")
    codes.forget("a")
    assert [row["snapshot"] for row in rows(url)] == [{"n": 2}]
    assert codes.take(mine, "x") is None
    assert codes.take(other, "x") == {"n": 2}


def test_of_many_takers_at_once_one_gets_it(codes, url, clock):
    takers = 8
    for _ in range(5):
        code, start = codes.save(TALK), Barrier(takers)

        def take(number: int, code=code, start=start):
            start.wait()
            return Codes(url, clock).take(code, f"taker {number}")

        with ThreadPoolExecutor(takers) as pool:
            got = [found for found in pool.map(take, range(takers)) if found is not None]
        assert got == [TALK]


def test_first_uses_at_once_make_the_tables_once(url, clock):
    takers = 6
    start = Barrier(takers)

    def save(number: int) -> str:
        start.wait()
        return Codes(url, clock).save({"n": number})

    with ThreadPoolExecutor(takers) as pool:
        assert len(set(pool.map(save, range(takers)))) == takers
    assert len(rows(url)) == takers


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Codes:
    """A database with two hundred codes in it, and a clock of its own."""
    codes = Codes(f"sqlite:///{tmp_path_factory.mktemp('codes') / 'waymark.db'}", Clock())
    codes.right = {normal(codes.save({"n": 0})) for _ in range(200)}
    return codes


@settings(max_examples=150, deadline=None)
@given(st.text(ALPHABET, min_size=10, max_size=10))
def test_a_guess_is_not_accepted(many, guess):
    code = many.save({"n": 1}, owner="me")
    assume(guess not in {normal(code), *many.right})
    many._clock.forward(minutes=16)
    assert many.take(shown(guess), "guesser") is None
    assert many.take(code, "me") == {"n": 1}


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 9), st.sampled_from(ALPHABET))
def test_a_code_with_one_other_character_is_not_accepted(many, place, character):
    code = many.save({"n": 1}, owner="me")
    right = normal(code)
    guess = right[:place] + character + right[place + 1 :]
    assume(guess not in {right, *many.right})
    many._clock.forward(minutes=16)
    assert many.take(guess, "guesser") is None
    assert many.take(code, "me") == {"n": 1}
