from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from bot.knowledge.base import Knowledge
from bot.knowledge.problems import KnowledgeError
from bot.live.board import Board, Request
from bot.live.changes import digest_of
from bot.live.holder import Live


def overview(knowledge: Knowledge) -> str:
    return str(knowledge.roles["painter"].overview.answer)


def change(root: Path, old: str, new: str, name: str = "roles/painter.yml") -> None:
    path = root / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def ask(board: Board, root: Path, name: str = "first") -> None:
    board.ask(Request(name, digest_of(root)))


@pytest.fixture
def live(board: Board, root: Path) -> Live[str]:
    return Live("actions", overview, board, root)


def test_a_server_says_that_it_is_there(board, live):
    (report,) = board.reports()
    assert (report.name, report.pid, report.request, report.loaded) == ("actions", os.getpid(), None, True)


def test_a_changed_text_is_used_when_it_is_asked_for_and_not_before(board, root, live):
    change(root, "does a thing", "paints walls")
    live.look()
    assert "does a thing" in live.now
    ask(board, root)
    live.look()
    assert "paints walls" in live.now
    (report,) = board.reports()
    assert (report.request, report.loaded, report.training) == ("first", True, ())


def test_faulty_files_keep_the_old_answers_and_are_named_with_line_and_cure(board, root, live, caplog):
    change(root, "overview:", "overveiw:")
    ask(board, root)
    live.look()
    assert "does a thing" in live.now
    (report,) = board.reports()
    assert not report.loaded
    assert any("painter.yml:" in fault and "overveiw" in fault and "." in fault for fault in report.faults)
    assert "The old answers stay" in caplog.text
    assert "painter.yml:" in caplog.text


def test_files_that_changed_after_the_check_are_not_used(board, root, live):
    ask(board, root)
    change(root, "does a thing", "paints walls")
    live.look()
    assert "does a thing" in live.now
    (report,) = board.reports()
    assert "not those that were checked" in report.faults[0]


def test_after_a_refusal_the_next_request_counts(board, root, live):
    change(root, "overview:", "overveiw:")
    ask(board, root)
    live.look()
    change(root, "overveiw:", "overview:")
    change(root, "does a thing", "paints walls")
    ask(board, root, "second")
    live.look()
    assert "paints walls" in live.now
    assert board.reports()[0].request == "second"


def test_a_new_name_is_used_and_said_to_need_training(board, root, live):
    change(root, "- painter", "- painter\n- dauber")
    ask(board, root)
    live.look()
    (report,) = board.reports()
    assert report.loaded
    assert report.training == ("roles/painter is now called 'dauber' too",)


def test_an_entry_that_the_model_still_knows_cannot_be_taken_away(board, root, live):
    (root / "comparisons/clay-oil.yml").unlink()
    (root / "topics/start.yml").rename(root / "topics/begin.yml")
    ask(board, root)
    live.look()
    (report,) = board.reports()
    assert not report.loaded
    assert "topics/start is gone" in report.faults[0]


def test_a_request_of_before_the_start_is_old(board, root):
    ask(board, root)
    live = Live("actions", overview, board, root)
    change(root, "does a thing", "paints walls")
    live.look()
    assert "does a thing" in live.now


def test_every_server_takes_its_own_copy(board, root):
    servers = [Live(name, overview, board, root) for name in ("actions", "chat")]
    change(root, "does a thing", "paints walls")
    ask(board, root)
    for server in servers:
        server.look()
    assert all("paints walls" in server.now for server in servers)
    assert [(report.name, report.request) for report in board.reports()] == [
        ("actions", "first"),
        ("chat", "first"),
    ]


def test_a_watching_server_needs_no_question_to_look(board, root, live):
    live.watch(seconds=0.01)
    change(root, "does a thing", "paints walls")
    ask(board, root)
    deadline = time.monotonic() + 30
    while "paints walls" not in live.now and time.monotonic() < deadline:
        time.sleep(0.01)
    assert "paints walls" in live.now


def test_a_directory_that_cannot_be_written_stops_nothing(tmp_path, root, caplog):
    (tmp_path / "var").write_text("a file")
    live = Live("actions", overview, Board(tmp_path / "var"), root)
    live.look()
    assert "does a thing" in live.now
    assert "Reloads are not possible" in caplog.text


def test_a_request_that_is_no_json_stops_nothing(board, root, live, tmp_path, caplog):
    ask(board, root)
    (tmp_path / "var/reload/request.json").write_text("{")
    live.look()
    assert "does a thing" in live.now
    assert "the old answers stay" in caplog.text


def test_a_server_does_not_start_with_faulty_files(board, root):
    change(root, "overview:", "overveiw:")
    with pytest.raises(KnowledgeError, match="overveiw"):
        Live("actions", overview, board, root)
