"""What Rasa takes from ``keras.utils``."""

from __future__ import annotations

from typing import NoReturn

from keras.utils import tf_utils
from tensorflow._absent import refuse_attribute

__all__ = ["tf_utils"]


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
