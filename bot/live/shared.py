"""The knowledge of the chat server: one copy for the page's files and for Slack, read at the first use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from bot.knowledge.base import Knowledge
from bot.live.board import Board
from bot.live.holder import Live

_lock = Lock()
_held: dict[Path, Live[Knowledge]] = {}


def live_knowledge(var_dir: Path) -> Callable[[], Knowledge]:
    """Return a function that returns the knowledge in use; reloads are asked for in ``var_dir``.

    Its first call reads the files and raises ``KnowledgeError`` when they have faults.
    """

    def now() -> Knowledge:
        with _lock:
            if var_dir not in _held:
                _held[var_dir] = Live("chat", lambda knowledge: knowledge, Board(var_dir))
                _held[var_dir].watch()
            return _held[var_dir].now

    return now
