from __future__ import annotations

import re

import pytest

from bot.options import OPTIONS
from bot.service.__main__ import _HELP
from bot.settings import load
from tests.deploy.manifests import DEPLOY, compose

SERVICES = compose()["services"]
OURS = ("chat", "actions")
GIVEN = {"WAYMARK_TOKEN_SECRET": "s" * 40, "POSTGRES_PASSWORD": "p"}


def environment(name: str) -> dict[str, str]:
    """Return what a container gets, with the variables put in as Compose does."""

    def value(match: re.Match[str]) -> str:
        default = match[2] if match[2] and not match[2].startswith(":?") else ""
        return GIVEN.get(match[1]) or default.removeprefix(":-")

    return {
        key: re.sub(r"\$\{(\w+)(:[-?][^}]*)?\}", value, str(text))
        for key, text in SERVICES[name]["environment"].items()
    }


@pytest.mark.parametrize("name", OURS)
def test_ours_are_read_only_and_have_no_rights(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert any(place.startswith("/tmp:") for place in service["tmpfs"])  # noqa: S108 - theirs
    assert service["stop_grace_period"] == "30s"
    assert service["mem_limit"]


@pytest.mark.parametrize("name", OURS)
def test_the_settings_are_settings_with_good_values(name):
    given = environment(name)
    assert set(given) <= {option.variable for option in OPTIONS}
    settings = load(given, env_file=None)
    assert settings.database_url == "postgresql://waymark:p@postgres:5432/waymark"
    assert settings.token_secret == "s" * 40


def test_the_chat_finds_the_action_server_by_the_name_of_its_service():
    settings = load(environment("chat"), env_file=None)
    assert settings.action_url.rstrip("/") == f"http://actions:{settings.action_port}"
    assert set(SERVICES["actions"]["networks"]) & set(SERVICES["chat"]["networks"])


@pytest.mark.parametrize("name", OURS)
def test_the_commands_exist(name):
    command = SERVICES[name]["command"]
    assert command[:3] == ["python", "-m", "bot.service"]
    assert command[3] in _HELP


def test_secrets_have_no_default():
    text = (DEPLOY / "compose.yaml").read_text()
    for variable in ("WAYMARK_TOKEN_SECRET", "POSTGRES_PASSWORD"):
        assert text.count(f"${{{variable}:?") == text.count(f"${{{variable}")


def test_only_the_chat_is_reached_and_only_from_this_machine():
    assert {name: service["ports"] for name, service in SERVICES.items() if "ports" in service} == {
        "chat": ["127.0.0.1:5005:5005"]
    }
    assert compose()["networks"]["back"]["internal"] is True
    assert all(SERVICES[name]["networks"] == ["back"] for name in ("actions", "postgres", "redis"))


def test_redis_is_started_only_when_asked_for():
    assert {name for name, service in SERVICES.items() if "profiles" in service} == {"redis"}


@pytest.mark.parametrize("proxy", ["Caddyfile", "nginx.conf"])
def test_a_proxy_in_front_waits_longer_than_a_turn_and_takes_no_larger_body(proxy):
    text = (DEPLOY / proxy).read_text()
    defaults = load({}, env_file=None)
    [seconds] = re.findall(r"(?:proxy_read_timeout|response_header_timeout) (\d+)s", text)
    assert int(seconds) > defaults.turn_seconds
    [size] = re.findall(r"(?:client_max_body_size|max_size) (\d+)k", text, re.I)
    assert int(size) <= defaults.body_limit / 1000
