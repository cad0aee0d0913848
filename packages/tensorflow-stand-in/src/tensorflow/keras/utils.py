"""Base of Rasa's batches."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import Absent, refuse_attribute


class Sequence(Absent):
    """Base of the generators of batches."""


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
