from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from benchmarks import __main__ as command
from benchmarks import processes as running
from benchmarks.bots import Bot
from benchmarks.parts import disk
from benchmarks.parts.scale import FULL, QUICK
from benchmarks.processes import Processes, clean_environment
from benchmarks.talking import WaymarkTalk

BOT = Bot("waymark", "Waymark", WaymarkTalk, (), lambda _: pytest.fail("not to be started"))


@pytest.fixture
def ran(monkeypatch, tmp_path):
    """The parts that the command runs, as a list; nothing is measured."""
    found: list[str] = []

    def measure(part: str):
        def note(bot: Bot, scale: object) -> dict[str, str]:
            found.append(f"{part} of {bot.name}" + (" quickly" if scale is QUICK else ""))
            return {}

        return note

    monkeypatch.setattr(command, "COMPARED", {part: measure(part) for part in command.COMPARED})
    monkeypatch.setattr(command, "keep", lambda *_: None)
    monkeypatch.setattr(command, "write", lambda *_: None)
    monkeypatch.setattr(command.subprocess, "run", lambda line, **_: found.append(line[-1]))
    stock = Bot("stock", "stock bot", WaymarkTalk, (), BOT.start)
    monkeypatch.setattr(command, "bots", lambda *, with_stock: [BOT, stock] if with_stock else [BOT])
    return found


def test_in_full_everything_is_measured_but_what_takes_too_long(ran):
    assert command.main([]) == 0
    assert ran == [
        *(f"{part} of {bot}" for bot in ("waymark", "stock") for part in command.COMPARED),
        "benchmarks.nlu",
    ]


def test_a_quick_run_trains_nothing_and_leaves_the_stock_bot_out(ran):
    command.main(["--quick"])
    assert ran == [f"{part} of waymark quickly" for part in command.COMPARED if part != "training"]


def test_parts_can_be_measured_by_themselves(ran):
    command.main(["--only", "tenfold", "disk"])
    assert ran == ["disk of waymark", "disk of stock", "benchmarks.tenfold"]
    ran.clear()
    command.main(["--quick", "--only", "memory"])
    assert ran == ["starting of waymark quickly"]
    with pytest.raises(SystemExit):
        command.main(["--only", "nothing"])


def test_the_runtime_is_smaller_than_the_whole_environment():
    sizes = disk.measure(BOT, FULL)
    assert 100 < sizes["runtime"] < sizes["all"]
    assert 50 < sizes["runtime_packages"] < sizes["packages"]
    assert "rasa==" in disk.RUNTIME.read_text()
    assert "pytest==" not in disk.RUNTIME.read_text()


def test_processes_are_measured_with_their_children_and_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "_STOP_SECONDS", 0.5)  # the child does not hear that it should end
    waits = "import time; [time.sleep(0.1) for _ in range(600)]"
    log, over = tmp_path / "log", []
    command_line = [
        sys.executable,
        "-c",
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {waits!r}])",
    ]
    with Processes([command_line], Path.cwd(), clean_environment(), log, lambda: over.append(1)) as processes:
        processes.wait_until(lambda: len(processes.all()) == 2, 20)
        memory = processes.memory()
        assert all(process.rss >= process.pss > 0 for process in memory)
        assert processes.processor_seconds() > 0
        everyone = processes.all()
    assert not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in everyone)
    assert over == [1]


def test_what_a_process_said_is_told_when_it_ends_before_it_is_ready(tmp_path):
    command_line = [sys.executable, "-c", "raise SystemExit('no model')"]
    with (
        pytest.raises(RuntimeError, match="no model"),
        Processes([command_line], Path.cwd(), clean_environment(), tmp_path / "log") as processes,
    ):
        processes.wait_until(lambda: False, 20)


def test_make_offers_the_benchmark():
    said = subprocess.run(["make", "help"], capture_output=True, text=True, check=True, cwd=disk.ROOT).stdout
    assert "make bench" in said
