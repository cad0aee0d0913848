"""Gives memory back to the system that the C library keeps for later."""

from __future__ import annotations

import ctypes

_C = ctypes.CDLL(None)


def give_back_memory() -> bool:
    """Return free memory inside the heap to the system; tell whether some was. Only glibc knows how to.

    It takes some milliseconds. The heap's top is given back by itself; holes under it are not.
    """
    trim = getattr(_C, "malloc_trim", None)
    return bool(trim(0)) if trim else False
