from __future__ import annotations

import gzip
import os
import subprocess
import sys

import pytest

from bot.service import __main__ as command
from bot.service import alone
from bot.service.archive import ModelError
from bot.service.model import current_model
from bot.settings import ROOT, load
from bot.web_bundle import bundle

ANYWHERE = "0.0.0.0"  # noqa: S104 - as in a container
SETTINGS = load({"WAYMARK_HOST": ANYWHERE, "WAYMARK_ACTION_URL": "http://actions:5055"}, env_file=None)


class Became(Exception):  # noqa: N818 - not an error
    """This process would have gone on as another."""


@pytest.fixture
def became(monkeypatch):
    def execute(path: str, arguments: list[str], environment: dict[str, str]) -> None:
        raise Became(path, arguments, environment)

    monkeypatch.setattr(alone.os, "execve", execute)
    monkeypatch.setattr(command, "load", lambda: SETTINGS)
    return execute


@pytest.fixture
def built(tmp_path, monkeypatch):
    """A folder with a model and a widget."""
    model = tmp_path / "models" / "waymark-1.tar.gz"
    monkeypatch.setattr(alone, "current_model", lambda _: model)
    model.parent.mkdir()
    model.write_bytes(gzip.compress(b"a model"))
    (bundle(tmp_path)).mkdir(parents=True)
    (bundle(tmp_path) / "ready").touch()
    return tmp_path


def test_the_chat_server_takes_the_place_of_the_command(built, became):
    with pytest.raises(Became) as outcome:
        alone.become_chat(SETTINGS, built)
    path, arguments, environment = outcome.value.args
    assert path == sys.executable
    assert arguments[arguments.index("--model") + 1] == str(built / "models" / "waymark-1.tar.gz")
    assert arguments[arguments.index("--interface") + 1] == ANYWHERE
    assert environment["WAYMARK_ACTION_WEBHOOK"] == "http://actions:5055/webhook"


def test_a_container_does_not_train_and_does_not_build(built, became):
    (bundle(built) / "ready").unlink()
    with pytest.raises(alone.NotBuiltError, match="make setup"):
        alone.become_chat(SETTINGS, built)
    (built / "models" / "waymark-1.tar.gz").unlink()
    with pytest.raises(ModelError, match=r"waymark-1\.tar\.gz is missing\. Make it with"):
        alone.become_chat(SETTINGS, built)


def test_the_action_server_needs_neither(became):
    with pytest.raises(Became) as outcome:
        command.main(["actions"])
    assert outcome.value.args[1][-1] == "actions.server"


def test_what_is_missing_is_said_without_a_stack_trace(monkeypatch, became, capsys, tmp_path):
    monkeypatch.setattr(alone, "current_model", lambda _: tmp_path / "waymark-2.tar.gz")
    assert command.main(["serve"]) == 1
    said = capsys.readouterr().err
    assert (
        said
        == f"The model {tmp_path / 'waymark-2.tar.gz'} is missing. Make it with: python -m bot.service train\n"
    )


def test_health_as_a_command_says_no_by_its_exit_code():
    nobody = [sys.executable, "-m", "bot.service.health", "http://127.0.0.1:9"]
    assert subprocess.run(nobody, cwd=ROOT, check=False, env=os.environ).returncode == 1


def test_the_model_that_is_served_is_that_of_the_files():
    assert current_model(ROOT).parent == ROOT / "models"
