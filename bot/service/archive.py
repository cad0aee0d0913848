"""Whether the file of a model is there and whole."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

_CHUNK = 1 << 20


class ModelError(RuntimeError):
    """There is no model to serve; the message says what to do."""


def is_whole(model: Path) -> bool:
    """Tell whether ``model`` can be read to its end; its last bytes hold a checksum of all."""
    size = 0
    try:
        with gzip.open(model) as archive:
            while chunk := archive.read(_CHUNK):
                size += len(chunk)
    except (OSError, EOFError, zlib.error):
        return False
    return size > 0  # an empty file is no error to gzip


def require_whole(model: Path) -> None:
    """Make sure that ``model`` can be served. Raises :class:`ModelError`.

    Rasa takes any other model of the folder when it does not find the one that it is told to serve, and
    starts without a model when it cannot be read.
    """
    if not is_whole(model):
        state = "damaged" if model.is_file() else "missing"
        raise ModelError(f"The model {model} is {state}. Make it with: python -m bot.service train")
