from __future__ import annotations

import stat
from pathlib import Path

import pytest
from rasa.core.run import create_http_input_channels

from bot import settings
from bot.channels.web_chat import WebChatInput


@pytest.fixture
def fresh_settings(monkeypatch: pytest.MonkeyPatch):
    settings.current.cache_clear()
    yield monkeypatch
    settings.current.cache_clear()


def test_rasa_makes_the_channel_from_its_class_path(tmp_path: Path, fresh_settings) -> None:
    var_dir = tmp_path / "new" / "var"
    fresh_settings.setenv("WAYMARK_VAR_DIR", str(var_dir))
    credentials = tmp_path / "credentials.yml"
    credentials.write_text("bot.channels.web_chat.WebChatInput:\n")
    [channel] = create_http_input_channels(None, str(credentials))
    assert isinstance(channel, WebChatInput)
    assert (channel.name(), channel.url_prefix()) == ("web", "/chat")
    assert stat.S_IMODE(var_dir.stat().st_mode) == 0o700


def test_a_wrong_setting_stops_the_start_by_name(fresh_settings) -> None:
    fresh_settings.setenv("WAYMARK_PORT", "abc")
    with pytest.raises(settings.SettingsError, match="WAYMARK_PORT is 'abc'"):
        WebChatInput.from_credentials(None)
