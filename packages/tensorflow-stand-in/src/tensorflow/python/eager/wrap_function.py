"""In type hints of ConveRTFeaturizer."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import Absent, refuse_attribute


class WrappedFunction(Absent):
    """A graph as a function."""


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
