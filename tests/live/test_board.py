from __future__ import annotations

import os
import subprocess
import sys

from bot.live.board import Board, Report, Request, host


def ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait(60)
    return process.pid


def test_nothing_was_asked_and_nobody_runs(board: Board):
    assert board.asked() is None
    assert board.reports() == []


def test_the_newest_request_counts(board: Board):
    board.ask(Request("a", "1"))
    board.ask(Request("b", "2"))
    assert board.asked() == Request("b", "2")


def test_a_report_is_read_as_it_was_put_up(board: Board):
    report = Report(
        "chat", host(), os.getpid(), "a", loaded=False, faults=("line 3",), training=("new name",)
    )
    board.report(report)
    assert board.reports() == [report]


def test_what_an_ended_server_said_is_taken_down(board: Board, tmp_path):
    board.report(Report("chat", host(), ended_process()))
    assert board.reports() == []
    assert not list((tmp_path / "var/reload/servers").iterdir())


def test_a_server_that_ends_takes_down_what_it_said(board: Board):
    for name in ("chat", "actions"):
        board.report(Report(name, host(), os.getpid()))
    board.take_down("chat")
    board.take_down("chat")
    assert [report.name for report in board.reports()] == ["actions"]


def test_servers_of_other_machines_are_left_alone(board: Board, tmp_path, monkeypatch):
    monkeypatch.setattr("bot.live.board.host", lambda: "elsewhere")
    board.report(Report("chat", "elsewhere", 1))
    monkeypatch.undo()
    assert board.reports() == []
    assert list((tmp_path / "var/reload/servers").iterdir())
