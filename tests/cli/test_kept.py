from __future__ import annotations

import json
import stat

import pytest

from tests.insights.conftest import engine, hold, url  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
async def talk(monkeypatch, tmp_path, url, hold):  # noqa: F811
    monkeypatch.setenv("WAYMARK_VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("WAYMARK_DATABASE_URL", url)
    await hold("a", ("hello", "smalltalk/greet"))


def test_a_talk_is_exported_to_a_file_that_only_its_owner_reads(run, tmp_path):
    out = tmp_path / "talk.json"
    assert run("export", "a", "--out", str(out)).exit_code == 0
    found = json.loads(out.read_text())
    assert found["conversation"] == "a"
    assert found["events"][0]["data"]["text"] == "hello"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_talk_is_forgotten_after_a_yes(run, data):
    assert run("forget", "a").exit_code == 1  # nobody says yes
    assert run("export", "a").exit_code == 0
    assert data("forget", "a", "--yes") == {"events": 2}
    assert "Nothing is kept" in run("export", "a").output
    assert "Nothing was kept" in run("forget", "a", "--yes").output
