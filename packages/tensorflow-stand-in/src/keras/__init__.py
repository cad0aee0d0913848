"""What Rasa takes from Keras, which comes with TensorFlow."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import Absent, refuse_attribute


class Model(Absent):
    """Base of Rasa's models."""


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
