from __future__ import annotations

import json
import shutil
import time

import pytest

from bot.cli import reload
from bot.conversation import Guide
from bot.knowledge.loader import DEFAULT_ROOT
from bot.live.board import Board
from bot.live.holder import Live


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of what a reload reads, with a var directory of its own."""
    for name in ("knowledge", "data"):
        shutil.copytree(DEFAULT_ROOT.parent / name, tmp_path / name)
    shutil.copy(DEFAULT_ROOT.parent / "domain.yml", tmp_path)
    monkeypatch.setattr(reload, "ROOT", tmp_path)
    monkeypatch.setattr("bot.cli.check.ROOT", tmp_path)
    monkeypatch.setenv("WAYMARK_VAR_DIR", str(tmp_path / "var"))
    return tmp_path


@pytest.fixture
def live(project):
    """A running server that looks for requests all the time."""
    server = Live("actions", Guide, Board(project / "var"), project / "knowledge")
    server.watch(seconds=0.05)
    return server


def edit(project, old, new):
    path = project / "knowledge/topics/masters.yml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def text_of(live) -> str:
    return live.now.knowledge.topics["masters"].answer


def test_a_changed_answer_is_live_after_a_reload(project, live, run):
    edit(project, "No, you do not need", "No, you really do not need")
    result = run("reload")
    assert result.exit_code == 0, result.output
    assert "uses the new answers" in result.output
    assert "newer than the model" in result.output  # there is none in the copy
    assert text_of(live).startswith("No, you really do not need")


def test_a_failed_check_changes_nothing_and_names_line_and_cure(project, live, run):
    before = text_of(live)
    edit(project, "answer:", "anwser:")
    result = run("reload")
    assert result.exit_code == 1
    assert "masters.yml:" in result.output
    assert "Correct the spelling" in result.output
    time.sleep(0.2)
    assert text_of(live) == before
    assert Board(project / "var").asked() is None


def test_a_fault_that_only_a_check_finds_is_refused_too(project, live, run):
    edit(project, "No, you do not need", "In 2031 you do not need")
    result = run("reload", "--json")
    assert result.exit_code == 1
    (fault, *_) = json.loads(result.stdout)["faults"]
    assert fault["file"] == "knowledge/topics/masters.yml"
    assert fault["line"] > 1


def test_without_a_service_it_says_so(project, run):
    result = run("reload")
    assert result.exit_code == 2
    assert "No service runs" in result.output


def test_a_server_that_does_not_answer_is_named(project, run):
    Live("actions", Guide, Board(project / "var"), project / "knowledge")  # looks never
    result = run("reload", "--wait", "0")
    assert result.exit_code == 1
    assert "no answer in time" in result.output
