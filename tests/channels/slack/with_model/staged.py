"""The service's two processes, as its supervisor starts them, with a stage between them."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.service.commands import LOOPBACK, action_server, chat_server, service_environment
from bot.service.health import base_url, is_ready
from bot.service.ports import free_ports
from bot.service.training import ensure_model
from bot.settings import ROOT, load
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.with_model.real import environment_for, in_a_thread
from tests.channels.slack.with_model.stage import Stage, stage_before

_START_SECONDS = 120


@dataclass(frozen=True)
class Staged:
    """A running Waymark. Its database stands beside ``log``, into which both processes write."""

    url: str
    log: Path
    stage: Stage


@contextmanager
def staged_service(fake: FakeSlack, **more: str) -> Iterator[Staged]:
    """Start action server, stage and Rasa with the trained model; ``more`` are further settings.

    Rasa's HTTP API is on, which the service keeps off: a reminder comes in by it.
    """
    port, action_port = free_ports(2)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="waymark-")))
        chosen = {
            "WAYMARK_HOST": LOOPBACK,
            "WAYMARK_PORT": str(port),
            "WAYMARK_ACTION_PORT": str(action_port),
            "WAYMARK_VAR_DIR": str(folder),
            **environment_for(fake),
            **more,
        }
        settings = load(chosen, env_file=None)
        real_actions = base_url(LOOPBACK, action_port)
        stage = stack.enter_context(in_a_thread(lambda: stage_before(real_actions)))
        environment = {
            **service_environment(settings),
            **chosen,
            "WAYMARK_ACTION_WEBHOOK": f"{stage.url}/webhook",
        }
        log = folder / "service.log"
        rasa = [*chat_server(settings, ensure_model(ROOT)), "--enable-api"]
        running = [
            stack.enter_context(_process(command, environment, log)) for command in (action_server(), rasa)
        ]
        url = base_url(LOOPBACK, port)
        deadline = time.monotonic() + _START_SECONDS
        while not (is_ready(real_actions) and is_ready(url)):
            ended = [process for process in running if process.poll() is not None]
            assert not ended, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.25)
        yield Staged(url, log, stage)


@contextmanager
def _process(command: list[str], environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``command`` in a session of its own, and end it afterwards."""
    with log.open("ab") as said:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        finally:
            process.kill()
            process.wait()
