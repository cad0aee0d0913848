"""Where in Slack a talk is, as a conversation id and back."""

from __future__ import annotations

import re
from dataclasses import dataclass

CHANNEL = "slack"
_ID = re.compile(rf"{CHANNEL}:(?:(E\w+)\.)?(\w+):(\w+)(?::([\d.]+))?")


@dataclass(frozen=True)
class Place:
    """A thread, or with ``thread`` None a whole direct conversation.

    ``team`` and ``enterprise`` say whose token is good there; ``enterprise`` is set where the app was
    installed for a whole organisation.
    """

    team: str
    channel: str
    thread: str | None = None
    enterprise: str | None = None

    @property
    def conversation(self) -> str:
        """Return the id of the talk: ``slack:T1:C1:1700000000.000100``."""
        whose = f"{self.enterprise}.{self.team}" if self.enterprise else self.team
        thread = f":{self.thread}" if self.thread else ""
        return f"{CHANNEL}:{whose}:{self.channel}{thread}"

    @classmethod
    def of(cls, conversation: str) -> Place:
        """Return the place that an id names. Raises ``ValueError`` for one that is not Slack's."""
        found = _ID.fullmatch(conversation)
        if not found:
            raise ValueError(conversation)
        enterprise, team, channel, thread = found.groups()
        return cls(team, channel, thread, enterprise)
