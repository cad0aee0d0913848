"""The tool that builds the encoder at set-up."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.nlu.encoder import Encoder

TOOL = Path(__file__).resolve().parents[2] / "tools" / "build_encoder.py"


def run(output):
    return subprocess.run(
        [sys.executable, TOOL, "--output", output], check=False, capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("build_encoder", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    output = tmp_path_factory.mktemp("build") / "encoder"
    done = run(output)
    assert done.returncode == 0, done.stderr
    assert "encoder built" in done.stdout
    return output


def test_what_is_built_encodes(built):
    encoder = Encoder(built)
    assert encoder.encode("how much is it") @ encoder.encode("what does it cost") > 0.5
    assert {path.name for path in built.parent.iterdir()} == {"encoder", ".encoder.lock"}


def test_what_is_current_is_left_alone(built):
    before = (built / "manifest.json").stat().st_mtime_ns
    assert "is up to date" in run(built).stdout
    assert (built / "manifest.json").stat().st_mtime_ns == before


def test_a_damaged_graph_is_built_again(built):
    sound = (built / "encoder.onnx").read_bytes()
    (built / "encoder.onnx").write_bytes(sound[:1000])
    assert "encoder built" in run(built).stdout
    assert (built / "encoder.onnx").read_bytes() == sound


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"inputs": 1}'])
def test_a_manifest_that_cannot_be_read_is_not_current(tool, built, tmp_path, manifest):
    assert tool.is_current(built)
    (tmp_path / "manifest.json").write_text(manifest)
    assert not tool.is_current(tmp_path)


def test_a_graph_of_an_older_tool_is_not_current(tool, built):
    path = built / "manifest.json"
    written = path.read_text()
    path.write_text(json.dumps({**json.loads(written), "builders": ["0" * 64, "1" * 64]}))
    assert not tool.is_current(built)
    path.write_text(written)


def test_other_weights_are_refused(tool, tmp_path):
    for name in tool.INPUTS:
        (tmp_path / name).write_bytes(b"something else")
    with pytest.raises(tool.BuildError, match=r"model\.safetensors .* has SHA-256 .*, expected 53aa5117"):
        tool.check_inputs(tmp_path)


def test_missing_weights_are_named_with_the_cure(tool, tmp_path):
    with pytest.raises(tool.BuildError, match=r"model\.safetensors is missing .*make setup"):
        tool.check_inputs(tmp_path)


def test_a_missing_package_is_named_with_the_cure(tool, monkeypatch):
    monkeypatch.setattr(tool, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(tool.BuildError, match="not installed: run `make setup`"):
        tool.packaged_model()
