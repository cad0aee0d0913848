"""What the fake notes of a call, and what it can answer instead of the right thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Call:
    """A call of the Web API."""

    method: str
    given: dict[str, Any]
    token: str
    at: float
    answer: dict[str, Any]

    @property
    def ok(self) -> bool:
        return bool(self.answer.get("ok"))


@dataclass(frozen=True)
class Trouble:
    """An answer that Slack gives instead of the right one, after ``delay`` seconds."""

    status: int = 200
    body: dict[str, Any] = field(default_factory=lambda: {"ok": False, "error": "fatal_error"})
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    passes: bool = False  # only the delay; the right answer follows

    @classmethod
    def too_many(cls, seconds: int) -> Trouble:
        return cls(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": str(seconds)})
