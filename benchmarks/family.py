"""Processor time of a process and all that descend from it."""

from __future__ import annotations

from contextlib import suppress

import psutil


def family(root: int) -> list[int]:
    """Return the process ``root`` and all that descend from it."""
    with suppress(psutil.NoSuchProcess):
        return [root, *(child.pid for child in psutil.Process(root).children(recursive=True))]
    return [root]


def processor_seconds(pids: list[int]) -> float:
    """Return the processor time that ``pids`` have used so far; one that has ended counts nothing."""
    total = 0.0
    for pid in pids:
        with suppress(psutil.NoSuchProcess):
            total += sum(psutil.Process(pid).cpu_times()[:2])
    return total
