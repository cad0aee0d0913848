"""The entry of ``./waymark``, which is ``python -m bot.cli``."""

from __future__ import annotations

from bot.cli.app import waymark

if __name__ == "__main__":
    waymark(prog_name="waymark")
