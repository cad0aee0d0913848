from __future__ import annotations

import subprocess

import pytest

from bot.cli.app import COMMANDS
from bot.settings import ROOT


def test_the_help_lists_every_command_with_examples(run):
    result = run("--help")
    assert result.exit_code == 0
    assert all(name in result.output for name in COMMANDS)
    assert "./waymark ask" in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_with_examples(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0, result.output
    assert "Examples:" in result.output
    assert f"./waymark {name}" in result.output


def test_an_unknown_command_is_refused(run):
    result = run("fly")
    assert result.exit_code == 2
    assert "No such command 'fly'" in result.output


def test_the_launcher_works_from_any_folder(tmp_path):
    done = subprocess.run(
        [ROOT / "waymark", "--help"], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Commands:" in done.stdout


def test_faults_are_data_too(run):
    result = run("check", "--json")
    assert result.exit_code == 0, result.output


def test_whether_training_is_needed_is_told(data):
    assert set(data("train", "--status")) == {"model", "up_to_date"}
