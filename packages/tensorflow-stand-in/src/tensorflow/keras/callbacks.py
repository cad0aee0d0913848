"""Base of the callbacks of Rasa's training."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import Absent, refuse_attribute


class Callback(Absent):
    """Base of the logger and of the keeper of checkpoints."""


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
