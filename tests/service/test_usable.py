"""Settings that are right in themselves and cannot be used on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.service import __main__ as command_line
from bot.service import usable
from bot.settings import Settings, SettingsError, load

PASSWORD = "hunter2"


@pytest.fixture(autouse=True)
def short_wait(monkeypatch):
    monkeypatch.setattr(usable, "WAIT_SECONDS", 0.1)
    monkeypatch.setattr(usable, "_AGAIN_SECONDS", 0.01)


def settings(folder: Path, **changes: str) -> Settings:
    values = {"var_dir": str(folder / "var"), **changes}
    return load({f"WAYMARK_{name.upper()}": value for name, value in values.items()}, env_file=None)


def refused(folder: Path, **changes: str) -> str:
    with pytest.raises(SettingsError) as error:
        usable.require_usable(settings(folder, **changes))
    return str(error.value)


def test_what_can_be_used_passes(tmp_path):
    usable.require_usable(settings(tmp_path))
    assert sorted(path.name for path in (tmp_path / "var").iterdir()) == ["token-secret", "waymark.db"]


@pytest.mark.parametrize("host", ["203.0.113.9", "no-such-host.invalid"])
def test_host_that_is_not_of_this_machine(tmp_path, host):
    assert refused(tmp_path, host=host).startswith(f"WAYMARK_HOST is '{host}'")


def test_directory_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    said = refused(tmp_path, var_dir=str(tmp_path / "file" / "var"))
    assert said.startswith("WAYMARK_VAR_DIR is ")
    assert said.endswith("nothing can be written there: Not a directory.")


def test_disk_that_is_full(tmp_path):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is full")

    class Full:
        def __enter__(self) -> object:
            return open("/dev/full", "wb", buffering=0)  # noqa: PTH123

        def __exit__(self, *_: object) -> None:
            pass

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(usable.tempfile, "TemporaryFile", lambda **_: Full())
        assert "No space left on device" in refused(tmp_path)


def test_key_that_was_spoilt(tmp_path):
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "token-secret").write_text("short")
    said = refused(tmp_path)
    assert said.startswith("WAYMARK_TOKEN_SECRET is not set")
    assert "token-secret should hold at least 32" in said


@pytest.mark.parametrize(
    "url",
    [
        f"nosuch://me:{PASSWORD}@db/x",
        f"postgresql+nosuch://me:{PASSWORD}@db/x",
        f"postgresql://me:{PASSWORD}@127.0.0.1:1/x",
        f"postgresql://me:{PASSWORD}@127.0.0.1:port/x",
        "sqlite:////nowhere/at/all.db",
    ],
)
def test_database_that_cannot_be_used(tmp_path, url):
    said = refused(tmp_path, database_url=url)
    assert said.startswith("WAYMARK_DATABASE_URL")
    assert PASSWORD not in said


def test_database_that_comes_up_late_is_waited_for(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(usable, "WAIT_SECONDS", 60)
    answers = ["OperationalError", "OperationalError", None]
    monkeypatch.setattr(usable, "_connect", lambda _engine: answers.pop(0))
    usable.require_usable(settings(tmp_path, database_url="postgresql://127.0.0.1:1/x"))
    assert answers == []
    assert "Waiting for the database" in capsys.readouterr().out


def test_all_are_told_at_once(tmp_path):
    (tmp_path / "file").write_text("")
    said = refused(tmp_path, host="203.0.113.9", var_dir=str(tmp_path / "file"))
    assert [line.split()[0] for line in said.splitlines()] == ["WAYMARK_HOST", "WAYMARK_VAR_DIR"]


def test_run_looks_before_it_trains_or_starts_anything(monkeypatch, capsys):
    def unusable(_settings: Settings) -> None:
        raise SettingsError("WAYMARK_HOST is wrong")

    monkeypatch.setattr(command_line, "require_usable", unusable)
    monkeypatch.setattr(command_line, "ensure_model", lambda *_args, **_options: pytest.fail("began"))
    assert command_line.main(["run"]) == 1
    assert capsys.readouterr().err == "WAYMARK_HOST is wrong\n"


def test_a_database_is_let_go_of(tmp_path, monkeypatch):
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'x.db'}", future=True)
    monkeypatch.setattr(usable.sa, "create_engine", lambda *_args, **_options: engine)
    before = engine.pool
    usable.require_usable(settings(tmp_path))
    assert engine.pool is not before
