"""Called when a model of Rasa is trained or asked."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import refuse_attribute


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
