"""Imported by Rasa as K; its functions are called when a layer computes."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import refuse_attribute


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
