"""Base of Rasa's metrics."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import Absent, refuse_attribute


class Metric(Absent):
    """Base of the F scores."""


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
