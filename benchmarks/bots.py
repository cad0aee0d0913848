"""The two bots that are compared: Waymark, and the one that ``rasa init`` makes, each in its environment."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import sentences
from benchmarks.places import STOCK_BOT, STOCK_PYTHON, WORK
from benchmarks.processes import Processes, clean_environment
from benchmarks.talking import TURNS_OF_A_TALK, StockTalk, WaymarkTalk, one_talk
from bot.service.commands import LOOPBACK, action_server, chat_server, service_environment
from bot.service.model import current_model
from bot.service.ports import free_ports
from bot.service.running import NO_LIMITS
from bot.service.training import ensure_model
from bot.settings import ROOT, load

START_SECONDS = 600
_PLAIN, _STAGED = "bot.service.quiet", "benchmarks.staged"


@dataclass(frozen=True)
class Bot:
    """A bot: how it is started (``start``, with a file for the times of stages or None), and talked to."""

    name: str
    title: str
    talk: type[WaymarkTalk | StockTalk]
    sentences: Sequence[str]
    start: Callable[[Path | None], tuple[Processes, str]]

    def answers(self, url: str) -> bool:
        """Return whether the bot at ``url`` answers a first message."""
        return not asyncio.run(one_talk(self.talk, url, self.sentences, 1)).empty

    @contextmanager
    def ready(self, stages: Path | None = None) -> Iterator[tuple[Processes, str]]:
        """Start the bot and say ten sentences; yield its processes and its address."""
        processes, url = self.start(stages)
        with processes:
            processes.wait_until(partial(self.answers, url), START_SECONDS)
            asyncio.run(one_talk(self.talk, url, self.sentences, TURNS_OF_A_TALK))
            yield processes, url


def bots(*, with_stock: bool) -> list[Bot]:
    """Return the bots, ready to be started: Waymark's model is trained, the stock bot made, when need be."""
    ensure_model(ROOT)
    found = [Bot("waymark", "Waymark", WaymarkTalk, sentences.WAYMARK, _start_waymark)]
    if with_stock:
        make_stock_environment()
        if not (STOCK_BOT / "models").is_dir():
            make_stock_bot()
        found.append(Bot("stock", "stock bot", StockTalk, sentences.STOCK, _start_stock))
    return found


def make_stock_environment() -> None:
    """Install Rasa as it comes; nothing happens when it is there."""
    subprocess.run([ROOT / "tools" / "stock_environment.sh"], check=True)  # noqa: S603 - our own script


def make_stock_bot() -> None:
    """Let ``rasa init`` make its bot, and train it."""
    STOCK_BOT.mkdir(parents=True, exist_ok=True)
    command = [str(STOCK_PYTHON), "-m", "rasa", "init", "--no-prompt", "--init-dir", str(STOCK_BOT)]
    with (WORK / "stock-init.log").open("wb") as log:
        subprocess.run(  # noqa: S603 - our own command
            command, cwd=WORK, env=stock_environment(), stdout=log, stderr=log, check=True
        )


def stock_environment() -> dict[str, str]:
    """Return the environment of the stock bot: as it comes, but for the telemetry."""
    return {**clean_environment(), "RASA_TELEMETRY_ENABLED": "false"}


def _start_waymark(stages: Path | None) -> tuple[Processes, str]:
    """Return the processes of ``make run``, with a fresh SQLite database."""
    port, action_port = free_ports(2)
    folder = TemporaryDirectory(prefix="waymark-bench-")
    environment = {
        **clean_environment(),
        "WAYMARK_HOST": LOOPBACK,
        "WAYMARK_PORT": str(port),
        "WAYMARK_ACTION_PORT": str(action_port),
        "WAYMARK_VAR_DIR": folder.name,
        "WAYMARK_DATABASE_URL": "",
        **NO_LIMITS,  # one address asks for everybody
    }
    settings = load(environment)
    model = current_model(ROOT)
    commands = [[*action_server()[:2], "bot.service", "run"]]
    if stages:
        chat = chat_server(settings, model)
        timed = [_STAGED if part == _PLAIN else part for part in chat]
        commands = [action_server(), [*timed[:3], str(stages), *timed[3:]]]
        environment = {**environment, **service_environment(settings), "WAYMARK_VAR_DIR": folder.name}
    processes = Processes(commands, ROOT, environment, WORK / "waymark.log", folder.cleanup)
    return processes, f"http://{LOOPBACK}:{port}"


def _start_stock(stages: Path | None) -> tuple[Processes, str]:
    """Return the stock bot's server and action server as their commands start them, with the REST channel."""
    port, action_port = free_ports(2)
    rasa = [str(STOCK_PYTHON), "-m", "rasa"]
    chat = rasa
    environment = stock_environment()
    if stages:
        chat = [str(STOCK_PYTHON), "-m", _STAGED, str(stages), "rasa"]
        environment["PYTHONPATH"] = str(ROOT)
    commands = [
        [*rasa, "run", "actions", "--port", str(action_port)],
        [*chat, "run", "--interface", LOOPBACK, "--port", str(port)],
    ]
    return Processes(commands, STOCK_BOT, environment, WORK / "stock.log"), f"http://{LOOPBACK}:{port}"
