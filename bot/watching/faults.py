"""What can go wrong in a turn, by kind, and how an error is told to the log."""

from __future__ import annotations

import traceback

# Metrics and log lines know these kinds and no others.
FAULTS = (
    "action_down",  # the action server could not be reached
    "action_slow",  # it took too long
    "action_failed",  # it said that the action failed
    "action_rubbish",  # what it said is no result of an action
    "store",  # the database failed
    "silent",  # the turn ended and nothing was said
    "slow",  # a person was told to try again, while the turn goes on
    "other",
)


def describe(error: BaseException) -> str:
    """Return the class and place of ``error`` for the log, without its text, which may quote a message."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__qualname__} at {places or 'unknown place'}"
