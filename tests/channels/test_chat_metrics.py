from __future__ import annotations

from dataclasses import replace

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.channels.metrics_page import may_read
from bot.settings import Settings
from tests.channels.service import Chat, Says, ScriptedAgent, chatting
from tests.channels.test_chat_failures import SECRET_WORDS, failing


async def numbers(chat: Chat) -> dict[tuple[str, tuple[str, ...]], float]:
    """What /metrics says, by name and values of labels (in the order of their names)."""
    reply = await chat.call("GET", "/metrics")
    assert reply.status == 200
    assert reply.headers["Content-Type"].startswith("text/plain")
    return {
        (sample.name, tuple(label for _, label in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(await reply.text())
        for sample in family.samples
    }


async def declining(text: str) -> Says:
    yield {"text": "no", "answer": {"id": "out_of_scope/advice", "text": "no"}}


async def test_turns_votes_refusals_and_errors_are_counted(chat: Chat) -> None:
    before = await numbers(chat)
    await chat.messages(text=SECRET_WORDS)
    chat.agent.script = declining
    await chat.messages(text=SECRET_WORDS)
    chat.agent.script = failing
    await chat.error(503, await chat.say(text=SECRET_WORDS))
    await chat.call(
        "POST", "/chat/api/feedback", json={"answer": "topic/x", "vote": "down", "reason": "wrong"}
    )
    await chat.error(404, await chat.call("GET", "/nowhere/hunter2"))
    after = await numbers(chat)
    grown = {key: number - before.get(key, 0) for key, number in after.items()}
    assert grown["waymark_turns_total", ("web", "answered")] == 2
    assert grown["waymark_turns_total", ("web", "failed")] == 1
    assert grown["waymark_turn_seconds_count", ("whole",)] == 3
    assert grown["waymark_refusals_total", ("advice",)] == 1
    assert grown["waymark_answers_total", ("out_of_scope",)] == 1
    assert grown["waymark_errors_total", ("other",)] == 1
    assert grown["waymark_feedback_total", ("wrong", "down")] == 1
    assert grown["waymark_requests_refused_total", ("unavailable",)] == 1
    assert grown["waymark_requests_refused_total", ("not_found",)] == 1
    assert after["waymark_turns_in_hand", ()] == 0
    assert after["waymark_part_up", ("model",)] == 1
    assert after["waymark_part_up", ("actions",)] == 0
    assert "hunter2" not in str(after)


async def test_what_came_through_a_proxy_is_not_from_here(chat: Chat) -> None:
    for header in ("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"):
        await chat.error(404, await chat.call("GET", "/metrics", headers={header: "127.0.0.1"}))


@pytest.mark.parametrize(("readers", "status"), [("off", 404), ("all", 200)])
async def test_the_setting_opens_and_closes_it(
    settings: Settings, agent: ScriptedAgent, readers: str, status: int
) -> None:
    async with chatting(replace(settings, metrics=readers), agent) as chat:
        reply = await chat.call("GET", "/metrics", headers={"X-Forwarded-For": "192.0.2.1"})
        assert reply.status == status


@pytest.mark.parametrize(
    ("readers", "address", "may"),
    [
        ("loopback", "127.0.0.1", True),
        ("loopback", "::1", True),
        ("loopback", "::ffff:127.0.0.1", True),
        ("loopback", "10.0.0.1", False),
        ("loopback", "", False),
        ("private", "10.0.0.1", True),
        ("private", "127.0.0.1", True),
        ("private", "8.8.8.8", False),
        ("all", "8.8.8.8", True),
        ("off", "127.0.0.1", False),
    ],
)
def test_who_may_read(readers: str, address: str, *, may: bool) -> None:
    assert may_read(readers, address, proxied=False) is may
    assert may_read(readers, address, proxied=True) is (readers == "all")
