"""What one setting is."""

from __future__ import annotations

from typing import NamedTuple

from bot import setting_kinds as kinds

PREFIX = "WAYMARK_"


class Option(NamedTuple):
    """One setting: its name in :class:`Settings`, the text assumed when not set, its kind and its meaning."""

    name: str
    default: str
    kind: kinds.Kind
    meaning: str

    @property
    def variable(self) -> str:
        """Return the name of the environment variable."""
        return PREFIX + self.name.upper()
