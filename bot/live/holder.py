"""The knowledge that a running process answers from, exchanged for a newer one when that is sound."""

from __future__ import annotations

import atexit
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Generic, TypeVar

from bot.knowledge.base import Knowledge
from bot.knowledge.loader import DEFAULT_ROOT, load
from bot.knowledge.problems import KnowledgeError
from bot.live.board import Board, Report, Request, host
from bot.live.changes import digest_of, gone, need_training

LOOK_SECONDS = 1.0

T = TypeVar("T")
logger = logging.getLogger(__name__)


class Live(Generic[T]):
    """What ``make`` makes of the knowledge below ``root``, as ``now``: always whole, the old or the new one.

    ``name`` is what the server is called in reports on ``board``. Raises ``KnowledgeError`` when the
    knowledge has faults at the start; later the old one is kept.
    """

    def __init__(
        self, name: str, make: Callable[[Knowledge], T], board: Board, root: Path = DEFAULT_ROOT
    ) -> None:
        self._name, self._make, self._board, self._root = name, make, board, root
        self._knowledge = load(root)
        self.now = make(self._knowledge)
        self._done: str | None = None
        try:
            asked = board.asked()
            self._done = asked.id if asked else None
            self._report()
        except (OSError, ValueError) as error:
            logger.warning("Reloads are not possible: %s", error)

    def watch(self, seconds: float = LOOK_SECONDS) -> None:
        """Look every ``seconds`` whether a reload is asked for, in a thread that ends with the process."""
        atexit.register(self._leave)
        Thread(target=self._watch, args=(seconds,), name=f"reload-{self._name}", daemon=True).start()

    def look(self) -> None:
        """Reload if that is asked for, and say on the board what came of it. Never raises for bad files."""
        try:
            request = self._board.asked()
            if request is not None and request.id != self._done:
                self._done = request.id
                self._take(request)
        except (OSError, ValueError) as error:
            logger.warning("A reload failed, the old answers stay: %s", error)

    def _watch(self, seconds: float) -> None:
        never = Event()
        while not never.wait(seconds):
            self.look()

    def _leave(self) -> None:
        with suppress(OSError):
            self._board.take_down(self._name)

    def _take(self, request: Request) -> None:
        try:
            new = load(self._root)
        except KnowledgeError as error:
            self._keep([str(problem) for problem in error.problems])
            return
        if digest_of(self._root) != request.digest:
            self._keep(["The files are not those that were checked. Run `./waymark reload` again"])
            return
        missing = [
            f"{home} is gone, and the model still knows it. Train and start again"
            for home in gone(self._knowledge, new)
        ]
        if missing:
            self._keep(missing)
            return
        training = need_training(self._knowledge, new)
        self.now, self._knowledge = self._make(new), new
        logger.info("The knowledge was reloaded.")
        for sentence in training:
            logger.warning("%s: needs training, and a start of the service.", sentence)
        self._report(training=tuple(training))

    def _keep(self, faults: list[str]) -> None:
        for fault in faults:
            logger.error("The old answers stay: %s", fault)
        self._report(loaded=False, faults=tuple(faults))

    def _report(
        self, *, loaded: bool = True, faults: tuple[str, ...] = (), training: tuple[str, ...] = ()
    ) -> None:
        self._board.report(Report(self._name, host(), os.getpid(), self._done, loaded, faults, training))
