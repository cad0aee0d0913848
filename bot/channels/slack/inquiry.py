"""What a person did in Slack and wants answered, in the form in which it is kept until it is answered."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from bot.channels.slack.place import Place


@dataclass(frozen=True)
class Menu:
    """A message whose buttons are closed once one is pressed; ``title`` is that of the button."""

    ts: str
    text: str
    blocks: list[dict[str, Any]]
    title: str


@dataclass(frozen=True)
class Inquiry:
    """Words, or the ``payload`` of a button, at a place.

    ``keys`` name what happened: two inquiries that share a key are one. ``text`` is masked already, and
    ``masked`` tells whether anything was. With ``following`` it is answered only in a talk that is under way;
    with ``private`` in the person's direct messages, below a first message that quotes the question.
    """

    place: Place
    user: str
    keys: tuple[str, ...]
    text: str = ""
    masked: bool = False
    payload: str | None = None
    menu: Menu | None = None
    following: bool = False
    private: bool = False

    def to_json(self) -> str:
        """Return the inquiry as text for the inbox."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Inquiry:
        """Read an inquiry from the inbox."""
        fields = json.loads(text)
        menu = fields["menu"]
        return cls(
            **{
                **fields,
                "place": Place(**fields["place"]),
                "keys": tuple(fields["keys"]),
                "menu": Menu(**menu) if menu else None,
            }
        )
