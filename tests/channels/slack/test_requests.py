from __future__ import annotations

import json

import pytest

from tests.channels.service import ScriptedAgent
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent, command

FORGED = [
    pytest.param({"secret": "not the secret of this app"}, id="wrong secret"),
    pytest.param({"age": 400}, id="too old"),
    pytest.param({"age": -400}, id="from the future"),
    pytest.param({"secret": None}, id="unsigned"),
]


@pytest.mark.parametrize("how", FORGED)
async def test_forged_commands_presses_and_challenges_are_refused(
    slack: Sent, fake: FakeSlack, how: dict
) -> None:
    assert (await slack.form(command(fake, "pmp"), **how)).status == 401
    assert (await slack.form({"payload": json.dumps({"type": "block_actions"})}, **how)).status == 401
    assert (await slack.event({"type": "url_verification", "challenge": "x"}, **how)).status == 401
    disguised = {**command(fake, "pmp"), "text": "ssl_check=1"}
    assert (await slack.form(disguised, **how)).status == 401
    await fake.silence(0.3)
    assert fake.posts() == []


@pytest.mark.parametrize("secret", [None, "8f742231b10e8888abcd99yyyzzz85a5"])
async def test_the_check_of_the_certificate_is_answered_and_does_nothing(
    slack: Sent, fake: FakeSlack, secret: str | None
) -> None:
    reply = await slack.form({"ssl_check": "1", "token": "unused"}, secret=secret)
    assert reply.status == 200
    smuggled = {**command(fake, "pmp"), "ssl_check": "1"}
    assert (await slack.form(smuggled, secret=None)).status == 200
    await fake.silence(0.3)
    assert fake.posts() == []


async def test_nonsense_with_a_good_signature_breaks_nothing(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    for body in ("", "[]", "null", '{"type": "event_callback"}', '{"type": "event_callback", "event": 5}'):
        assert (await slack.post(body, "application/json")).status < 500
    for payload in ("", "{}", '{"type": "block_actions"}'):
        assert (await slack.form({"payload": payload})).status < 500
    await slack.mention("what does pmp cost")
    assert len(await fake.wait("chat.postMessage")) == 1


async def test_a_body_of_megabytes_is_refused(slack: Sent) -> None:
    assert (await slack.post("x" * 2_000_000, "application/json")).status == 413
