from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from actions.server import KEY_HEADER
from bot.secret import action_key
from bot.service import commands
from bot.settings import ROOT, load

SECRET = "a-secret-of-the-tests-" * 2
SETTINGS = load(
    {"WAYMARK_PORT": "6001", "WAYMARK_ACTION_PORT": "6002", "WAYMARK_TOKEN_SECRET": SECRET}, env_file=None
)


def test_everything_that_endpoints_yml_names_is_in_the_environment():
    environment = commands.service_environment(SETTINGS)
    text = (ROOT / "endpoints.yml").read_text()
    for variable, value in environment.items():
        text = text.replace(f"${{{variable}}}", value)
    endpoints = yaml.safe_load(text)
    assert endpoints["action_endpoint"]["url"] == "http://127.0.0.1:6002/webhook"
    assert endpoints["action_endpoint"]["headers"] == {KEY_HEADER: action_key(SETTINGS)}
    assert endpoints["tracker_store"]["url"] == SETTINGS.database_url
    assert "${" not in text


@pytest.mark.parametrize("url", ["http://10.0.0.5:5055", "http://10.0.0.5:5055/", "https://actions.example/"])
def test_an_action_server_can_be_elsewhere(url):
    environment = commands.service_environment(replace(SETTINGS, action_url=f"{url.rstrip('/')}/"))
    assert environment["WAYMARK_ACTION_WEBHOOK"] == f"{url.rstrip('/')}/webhook"


def test_no_secret_stands_in_a_command_line():
    lines = [
        *commands.chat_server(SETTINGS, Path("m.tar.gz")),
        *commands.shell_server(6003, Path("m.tar.gz")),
        *commands.action_server(),
    ]
    assert lines
    assert not [part for part in lines if SECRET in part or action_key(SETTINGS) in part]


def test_only_channels_of_our_own_are_open():
    assert all(
        name.startswith("bot.channels.") for name in yaml.safe_load((ROOT / "credentials.yml").read_text())
    )


@pytest.mark.parametrize(
    "command",
    [commands.chat_server(SETTINGS, Path("m.tar.gz")), commands.shell_server(6003, Path("m.tar.gz"))],
)
def test_rasa_is_started_without_its_api_and_without_cors(command):
    assert not {"--enable-api", "--cors", "--debug", "-vv"} & set(command)
    assert command[command.index("--interface") + 1] == "127.0.0.1"


def test_telemetry_and_workers_are_not_the_machines_to_choose(monkeypatch):
    monkeypatch.setenv("RASA_TELEMETRY_ENABLED", "true")
    monkeypatch.setenv("SANIC_WORKERS", "4")
    environment = commands.tool_environment()
    assert environment["RASA_TELEMETRY_ENABLED"] == "false"
    assert environment["SANIC_WORKERS"] == "1"


def test_log_level_is(monkeypatch):
    monkeypatch.delenv("LOG_LEVEL", raising=False)
    assert commands.tool_environment()["LOG_LEVEL"] == "WARNING"
    monkeypatch.setenv("LOG_LEVEL", "INFO")
    assert commands.tool_environment()["LOG_LEVEL"] == "INFO"
