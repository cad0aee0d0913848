from __future__ import annotations

import pytest

from bot.settings import SettingsError, load

BOT, SIGNING, APP = (
    {f"WAYMARK_SLACK_{name}": value}
    for name, value in (("BOT_TOKEN", "xoxb-1"), ("SIGNING_SECRET", "secret"), ("APP_TOKEN", "xapp-1"))
)
CLIENT = {"WAYMARK_SLACK_CLIENT_ID": "1.2", "WAYMARK_SLACK_CLIENT_SECRET": "hidden"}


@pytest.mark.parametrize(
    "chosen", [{}, BOT | SIGNING, BOT | APP, BOT | SIGNING | APP, CLIENT | SIGNING, CLIENT | SIGNING | APP]
)
def test_what_belongs_together_is_taken(chosen: dict[str, str]) -> None:
    assert load(chosen, env_file=None).slack_bot_token == chosen.get("WAYMARK_SLACK_BOT_TOKEN")


@pytest.mark.parametrize(
    ("chosen", "missing"),
    [
        (BOT, "WAYMARK_SLACK_BOT_TOKEN needs WAYMARK_SLACK_SIGNING_SECRET"),
        (SIGNING, "WAYMARK_SLACK_SIGNING_SECRET needs WAYMARK_SLACK_BOT_TOKEN"),
        (APP, "WAYMARK_SLACK_APP_TOKEN needs WAYMARK_SLACK_BOT_TOKEN"),
        (CLIENT, "WAYMARK_SLACK_CLIENT_ID needs WAYMARK_SLACK_SIGNING_SECRET"),
        (CLIENT | SIGNING | BOT, "set one of them"),
        ({"WAYMARK_SLACK_CLIENT_ID": "1.2"} | SIGNING, "belong together"),
        ({"WAYMARK_SLACK_CLIENT_SECRET": "hidden"}, "belong together"),
    ],
)
def test_what_is_missing_is_told_without_a_secret(chosen: dict[str, str], missing: str) -> None:
    with pytest.raises(SettingsError, match=missing) as refusal:
        load(chosen, env_file=None)
    assert not [value for value in chosen.values() if value in str(refusal.value)]
