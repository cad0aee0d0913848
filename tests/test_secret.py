from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from bot.secret import action_key, secret_of
from bot.settings import Settings, load

SECRET = "a" * 40


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load({"WAYMARK_VAR_DIR": str(tmp_path)}, env_file=None)


def test_a_secret_is_made_once_and_is_for_the_owner_only(settings: Settings) -> None:
    first = secret_of(settings)
    kept = settings.var_dir / "token-secret"
    assert secret_of(settings) == first == kept.read_text()
    assert len(first) >= 32
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in settings.var_dir.iterdir()] == ["token-secret"]


def test_a_secret_that_others_could_read_is_closed_again(settings: Settings) -> None:
    first = secret_of(settings)
    kept = settings.var_dir / "token-secret"
    kept.chmod(0o644)
    assert secret_of(settings) == first
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_kept_secret_that_is_too_short_is_refused(settings: Settings) -> None:
    (settings.var_dir / "token-secret").write_text("short")
    with pytest.raises(ValueError, match="at least 32 characters"):
        secret_of(settings)


def test_a_secret_that_is_set_is_used_and_none_is_made(tmp_path: Path) -> None:
    settings = load({"WAYMARK_VAR_DIR": str(tmp_path), "WAYMARK_TOKEN_SECRET": SECRET}, env_file=None)
    assert secret_of(settings) == SECRET
    assert list(tmp_path.iterdir()) == []


def test_the_key_of_the_actions_is_made_from_the_secret_and_does_not_tell_it(settings: Settings) -> None:
    key = action_key(settings)
    assert key == action_key(settings)
    assert len(key) == 64
    assert secret_of(settings) not in key


def test_the_actions_can_have_a_secret_of_their_own(settings: Settings) -> None:
    apart = replace(settings, action_secret=SECRET)
    assert action_key(apart) != action_key(settings)
    assert action_key(apart) == action_key(replace(apart, token_secret="b" * 40))
