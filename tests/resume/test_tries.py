from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bot.resume.codes import Codes, TooManyTries
from bot.resume.spelling import new_code


def fail(codes: Codes, times: int, asker: str = "guesser") -> None:
    """Try wrong codes."""
    for _ in range(times):
        assert codes.take(new_code(), asker) is None


def test_the_sixth_wrong_try_is_refused(codes):
    fail(codes, 5)
    with pytest.raises(TooManyTries) as refusal:
        codes.take(new_code(), "guesser")
    assert refusal.value.minutes == 15


def test_the_right_code_is_refused_as_well_after_five(codes):
    code = codes.save({"n": 1})
    fail(codes, 5)
    with pytest.raises(TooManyTries):
        codes.take(code, "guesser")
    assert codes.take(code, "owner") == {"n": 1}


def test_the_right_code_is_taken_after_four(codes):
    code = codes.save({"n": 1})
    fail(codes, 4)
    assert codes.take(code, "guesser") == {"n": 1}


def test_right_codes_do_not_count(codes):
    for number in range(12):
        assert codes.take(codes.save({"n": number}), "someone") == {"n": number}
    fail(codes, 5, "someone")


def test_what_is_no_code_counts_too(codes):
    for text in ("", "K7QF", "???", "K7QF-2MXA", "resume"):
        assert codes.take(text, "guesser") is None
    with pytest.raises(TooManyTries):
        codes.take("K7QF", "guesser")


def test_after_fifteen_minutes_there_are_five_more(codes, clock):
    fail(codes, 5)
    clock.forward(minutes=15, seconds=-1)
    with pytest.raises(TooManyTries) as refusal:
        codes.take(new_code(), "guesser")
    assert refusal.value.minutes == 1
    clock.forward(seconds=1)
    fail(codes, 5)
    with pytest.raises(TooManyTries):
        codes.take(new_code(), "guesser")


def test_the_window_moves_along(codes, clock):
    fail(codes, 2)
    clock.forward(minutes=10)
    fail(codes, 3)
    with pytest.raises(TooManyTries) as refusal:
        codes.take(new_code(), "guesser")
    assert refusal.value.minutes == 5
    clock.forward(minutes=5)
    fail(codes, 2)
    with pytest.raises(TooManyTries):
        codes.take(new_code(), "guesser")


def test_being_refused_does_not_prolong_the_wait(codes, clock):
    fail(codes, 5)
    for _ in range(14):
        clock.forward(minutes=1)
        with pytest.raises(TooManyTries):
            codes.take(new_code(), "guesser")
    clock.forward(minutes=1)
    fail(codes, 1)


def test_askers_have_tries_of_their_own(codes):
    fail(codes, 5, "one")
    fail(codes, 5, "two")
    with pytest.raises(TooManyTries):
        codes.take(new_code(), "one")


def test_fifty_wrong_tries_of_all_are_the_end_for_a_while(codes, clock):
    code = codes.save({"n": 1})
    for number in range(50):
        fail(codes, 1, f"asker {number}")
    with pytest.raises(TooManyTries) as refusal:
        codes.take(code, "somebody else")
    assert refusal.value.minutes == 15
    clock.forward(minutes=15)
    assert codes.take(code, "somebody else") == {"n": 1}


def test_tries_at_once_do_not_slip_through(codes, url, clock):
    tries = 12
    code, start = codes.save({"n": 1}), Barrier(tries)

    def attempt(number: int) -> str:
        start.wait()
        try:
            return str(Codes(url, clock).take(new_code(), "guesser"))
        except TooManyTries:
            return "refused"

    with ThreadPoolExecutor(tries) as pool:
        outcomes = list(pool.map(attempt, range(tries)))
    assert set(outcomes) <= {"None", "refused"}
    assert outcomes.count("None") <= 5
    assert codes.take(code, "owner") == {"n": 1}
