from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from bot.settings import OPTIONS, ROOT, Settings, SettingsError, example, load

WRONG = {
    "WAYMARK_HOST": ["http://localhost", "a b"],
    "WAYMARK_PORT": ["abc", "0", "65536", "5005.5", "-1"],
    "WAYMARK_ACTION_PORT": ["five"],
    "WAYMARK_ACTION_HOST": ["http://10.0.0.5"],
    "WAYMARK_ACTION_URL": ["10.0.0.5:5055"],
    "WAYMARK_ACTION_SECRET": ["short"],
    "WAYMARK_MODEL_SECRET": ["short"],
    "WAYMARK_DATABASE_URL": ["waymark.db"],
    "WAYMARK_TOKEN_SECRET": ["short"],
    "WAYMARK_TOKEN_DAYS": ["0", "366", "a month"],
    "WAYMARK_ALLOWED_ORIGINS": [
        "*",
        "https://*.example.org",
        "example.org",
        "https://a.example/path",
        "ftp://a.b",
    ],
    "WAYMARK_MESSAGE_LIMIT": ["many", "99"],
    "WAYMARK_BODY_LIMIT": ["32kB", "1023"],
    "WAYMARK_TURN_SECONDS": ["soon", "0"],
    "WAYMARK_TURNS_WAITING": ["-1", "few"],
    "WAYMARK_TALK_MESSAGES": ["-1", "20/min"],
    "WAYMARK_ADDRESS_MESSAGES": ["unlimited"],
    "WAYMARK_ADDRESS_TALKS": ["2000000"],
    "WAYMARK_ADDRESS_REQUESTS": ["1.5"],
    "WAYMARK_PROXIES": ["11", "yes"],
    "WAYMARK_SLACK_BOT_TOKEN": ["xoxp-1-a-person"],
    "WAYMARK_SLACK_APP_TOKEN": ["xoxb-1-a-bot"],
    "WAYMARK_SLACK_DIRECT_TALKS": ["yes"],
    "WAYMARK_SLACK_QUIET_CHANNELS": ["#general"],
    "WAYMARK_SLACK_API_URL": ["slack.com"],
    "WAYMARK_REDIS_URL": ["redis.example.org:6379"],
    "WAYMARK_METRICS": ["yes"],
    "WAYMARK_LOG_FORMAT": ["xml"],
    "WAYMARK_LOG_WORDS": ["true"],
    "WAYMARK_RETENTION_DAYS": ["0", "for ever"],
}


def test_the_defaults() -> None:
    settings = load({}, env_file=None)
    assert settings == Settings(
        host="127.0.0.1",
        port=5005,
        action_port=5055,
        action_host="127.0.0.1",
        action_url=None,
        action_secret=None,
        model_secret=None,
        var_dir=ROOT / "var",
        database_url=f"sqlite:///{ROOT / 'var' / 'waymark.db'}",
        token_secret=None,
        token_days=30,
        allowed_origins=frozenset(),
        message_limit=4000,
        body_limit=32768,
        turn_seconds=25,
        turns_waiting=52,
        talk_messages=20,
        address_messages=120,
        address_talks=100,
        address_requests=600,
        proxies=0,
        unanswered_days=365,
        slack_bot_token=None,
        slack_signing_secret=None,
        slack_app_token=None,
        slack_client_id=None,
        slack_client_secret=None,
        slack_direct_talks="thread",
        slack_quiet_channels=frozenset(),
        slack_api_url="https://slack.com/api/",
        redis_url=None,
        metrics="loopback",
        log_format="text",
        log_words="off",
        retention_days=90,
    )


@pytest.mark.parametrize(
    ("variable", "text"), [(name, text) for name, texts in WRONG.items() for text in texts]
)
def test_a_wrong_setting_is_refused_by_name_with_what_it_should_be(variable: str, text: str) -> None:
    with pytest.raises(SettingsError) as refusal:
        load({variable: text}, env_file=None)
    [option] = [option for option in OPTIONS if option.variable == variable]
    assert str(refusal.value).startswith(f"{variable} is ")
    assert option.kind.should_be in str(refusal.value)
    assert (text in str(refusal.value)) is not option.kind.secret


def test_all_wrong_settings_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as refusal:
        load({"WAYMARK_PORT": "abc", "WAYMARK_TOKEN_DAYS": "soon"}, env_file=None)
    assert str(refusal.value).splitlines() == [
        "WAYMARK_PORT is 'abc', but should be a whole number from 1 to 65535.",
        "WAYMARK_TOKEN_DAYS is 'soon', but should be a whole number of days from 1 to 365.",
    ]


def test_settings_are_read() -> None:
    settings = load(
        {
            "WAYMARK_HOST": "0.0.0.0",  # noqa: S104
            "WAYMARK_PORT": " 8080 ",
            "WAYMARK_DATABASE_URL": "postgresql://me:secret@db/waymark",
            "WAYMARK_TOKEN_SECRET": "x" * 32,
            "WAYMARK_ALLOWED_ORIGINS": "https://A.example , http://localhost:3000/,",
            "WAYMARK_VAR_DIR": "/srv/waymark",
        },
        env_file=None,
    )
    assert (settings.host, settings.port) == ("0.0.0.0", 8080)  # noqa: S104
    assert settings.database_url == "postgresql://me:secret@db/waymark"
    assert settings.token_secret == "x" * 32
    assert settings.allowed_origins == {"https://a.example", "http://localhost:3000"}
    assert settings.var_dir == Path("/srv/waymark")


def test_the_environment_wins_over_the_file_and_empty_is_not_set(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("WAYMARK_PORT=7001\nWAYMARK_TOKEN_DAYS=7\nWAYMARK_HOST=\n")
    settings = load({"WAYMARK_PORT": "7002"}, env_file=file)
    assert (settings.port, settings.token_days, settings.host) == (7002, 7, "127.0.0.1")


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        load({}, env_file=None).port = 1  # type: ignore[misc]


def test_every_setting_is_documented() -> None:
    assert [option.name for option in OPTIONS] == [field.name for field in fields(Settings)]
    assert all(option.meaning.endswith(".") and option.kind.should_be for option in OPTIONS)


def test_the_example_file_tells_of_every_setting() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    assert text == example(), "write it anew: python -m bot.settings > .env.example"


def test_the_example_file_with_its_lines_turned_on_is_the_default(tmp_path: Path) -> None:
    on = "\n".join(
        line.removeprefix("# ") for line in example().splitlines() if line.startswith("# WAYMARK_")
    )
    file = tmp_path / ".env"
    file.write_text(on)
    assert load({}, env_file=file) == load({}, env_file=None)
