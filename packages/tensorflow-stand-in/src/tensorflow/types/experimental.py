"""In type hints of metrics and of the layer for entities."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import Absent, refuse_attribute


class TensorLike(Absent):
    """What can be made a tensor."""


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
