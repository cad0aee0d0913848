"""A stand-in for TensorFlow: the names that Rasa 3.6.21 touches when it is imported. It computes nothing.

Each module has the place of the one that it stands in for. A class can be inherited from and named in a type
hint; making an instance, calling a function or asking for any other name raises ``TensorFlowMissingError``.
"""

from __future__ import annotations

from typing import NoReturn

from tensorflow import keras
from tensorflow._absent import Absent, TensorFlowMissingError, refuse_attribute

__version__ = "2.12.0+stand.in"
__all__ = ["SparseTensor", "Tensor", "TensorFlowMissingError", "TensorShape", "TensorSpec", "keras"]


class SparseTensor(Absent):
    """In type hints of layers."""


class Tensor(Absent):
    """In type hints everywhere."""


class TensorShape(Absent):
    """In type hints of layers."""


class TensorSpec(Absent):
    """In type hints of models."""


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
