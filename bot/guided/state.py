"""Where a guided talk stands, small enough to travel in a slot."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

Tool = Literal["eligibility", "plan"]


@dataclass(frozen=True)
class Guided:
    """A guided talk that was begun.

    ``subject`` is the credential that is checked, or the goal of the plan; ``level`` one of its levels.
    ``asking`` names the question that was just asked (as ``expecting`` of the reading takes it), None when
    the result was told. ``paused`` is set when something else was asked in between.
    """

    tool: Tool
    subject: str | None = None
    level: str | None = None
    asking: str | None = None
    paused: bool = False

    @property
    def id(self) -> str:
        """Return the answer id of each turn of the talk."""
        return f"tool/eligibility/{self.subject}" if self.tool == "eligibility" else "tool/plan"

    def to_slot(self) -> dict[str, Any]:
        """Return the state as plain data."""
        return asdict(self)

    @classmethod
    def from_slot(cls, value: object) -> Guided | None:
        """Read a state; anything unreadable is none."""
        if not isinstance(value, dict) or value.get("tool") not in get_args(Tool):
            return None
        return cls(**{name: value[name] for name in cls.__dataclass_fields__ if name in value})
