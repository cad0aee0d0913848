from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.service.ports import free_ports
from bot.service.seal import SealError, check, seal, seal_path
from bot.settings import ROOT

KEY = "the-key-of-the-models-" * 2
TRAINED = b"what training wrote"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "waymark-0.tar.gz"
    path.write_bytes(TRAINED)
    return path


@pytest.mark.parametrize("key", [None, KEY])
def test_a_model_as_it_was_trained_passes(model: Path, key: str | None) -> None:
    seal(model, key)
    check(model, key)
    assert json.loads(seal_path(model).read_text())["sha256"] == hashlib.sha256(TRAINED).hexdigest()


@pytest.mark.parametrize("content", [b"", TRAINED + b"\0", TRAINED[:-1], b"another"])
def test_a_changed_model_is_refused(model: Path, content: bytes) -> None:
    seal(model, None)
    model.write_bytes(content)
    with pytest.raises(SealError, match=r"has changed since it was trained.*make train ARGS=--force"):
        check(model, None)


def test_a_model_without_a_seal_is_refused(model: Path) -> None:
    with pytest.raises(SealError, match=r"has no seal.*make train ARGS=--force"):
        check(model, None)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "null", "{}", '{"sha256": null}', '{"signature": "x"}'])
def test_a_broken_seal_is_refused(model: Path, text: str) -> None:
    seal_path(model).write_text(text)
    with pytest.raises(SealError):
        check(model, None)


def test_with_a_key_the_seal_of_somebody_else_is_refused(model: Path) -> None:
    for other in (None, "the-key-of-somebody-else-" * 2):
        seal(model, other)
        with pytest.raises(SealError, match="WAYMARK_MODEL_SECRET"):
            check(model, KEY)


def test_a_signature_cannot_be_carried_to_another_model(model: Path) -> None:
    seal(model, KEY)
    signed = json.loads(seal_path(model).read_text())
    model.write_bytes(b"another")
    signed["sha256"] = hashlib.sha256(b"another").hexdigest()
    seal_path(model).write_text(json.dumps(signed))
    with pytest.raises(SealError):
        check(model, KEY)


SERVE = """
import sys
from bot.service.commands import chat_server, service_environment
from bot.settings import load
import os, pathlib
settings = load(env_file=None)
os.execve(sys.executable, chat_server(settings, pathlib.Path(sys.argv[1])), service_environment(settings))
"""


def test_rasa_itself_does_not_load_a_foreign_model(model: Path, tmp_path: Path) -> None:
    """A model that somebody put there ends the server before one byte of it is unpacked."""
    seal(model, None)
    model.write_bytes(b"a program of somebody else")
    port, action_port = free_ports(2)
    environment = {
        **os.environ,
        "WAYMARK_PORT": str(port),
        "WAYMARK_ACTION_PORT": str(action_port),
        "WAYMARK_VAR_DIR": str(tmp_path / "var"),
        "WAYMARK_DATABASE_URL": "",
    }
    run = subprocess.run(
        [sys.executable, "-c", SERVE, str(model)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 1, run.stdout
    assert "has changed since it was trained" in run.stdout.splitlines()[-1]
