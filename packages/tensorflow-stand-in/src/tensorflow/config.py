"""What Rasa's command line asks for where ``TF_INTRA_OP_PARALLELISM_THREADS`` or its like is set."""

from __future__ import annotations

from typing import NoReturn

from tensorflow._absent import refuse_attribute


def __getattr__(name: str) -> NoReturn:
    refuse_attribute(__name__, name)
