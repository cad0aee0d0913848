"""Bases of Rasa's layers."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import Absent, refuse_attribute


class AbstractRNNCell(Absent):
    """Base of the cell that decodes entities."""


class Dense(Absent):
    """Base of two dense layers."""


class Dropout(Absent):
    """Base of the dropout for sparse input."""


class Layer(Absent):
    """Base of all other layers."""


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
