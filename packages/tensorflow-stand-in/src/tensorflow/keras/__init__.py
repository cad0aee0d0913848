"""What Rasa takes from ``tensorflow.keras``."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import refuse_attribute
from tensorflow.keras import callbacks, layers, metrics

__all__ = ["callbacks", "layers", "metrics"]


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
