from __future__ import annotations

import gzip
import os

import pytest

from bot.service import supervisor
from bot.service.archive import ModelError, is_whole, require_whole

CONTENT = os.urandom(300_000)


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "m.tar.gz"
    path.write_bytes(gzip.compress(CONTENT))
    return path


def test_whole_model_passes(model):
    assert is_whole(model)
    require_whole(model)


@pytest.mark.parametrize("left", [0, 5, 1000, 290_000, -1])
def test_model_that_was_cut_off_does_not(model, left):
    model.write_bytes(model.read_bytes()[:left])
    with pytest.raises(ModelError, match=r"m\.tar\.gz is damaged.*service train"):
        require_whole(model)


def test_model_with_a_bad_byte_does_not(model):
    spoilt = bytearray(model.read_bytes())
    spoilt[1000] ^= 1
    model.write_bytes(spoilt)
    assert not is_whole(model)


def test_model_that_is_not_there_is_not_another_one(tmp_path):
    with pytest.raises(ModelError, match="is missing"):
        require_whole(tmp_path / "m.tar.gz")


def test_supervisor_serves_no_other_model_in_its_place(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(supervisor, "require_free", lambda *_: None)
    monkeypatch.setenv("WAYMARK_VAR_DIR", str(tmp_path / "var"))
    assert supervisor.main(str(tmp_path / "m.tar.gz")) == 1
    assert "is missing" in capsys.readouterr().err
    assert not (tmp_path / "var").exists()
