"""Whatever arrives, what reads it says yes or no in its own words: properties of every reader of foreign data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.errors import ChatError
from bot.channels.guard import REASONS, Ask, Vote, clean_text, read_ask, read_vote
from bot.channels.limiting import address_of
from bot.channels.origins import _is_own
from bot.channels.slack.events import inquiry_of
from bot.channels.slack.place import Place
from bot.channels.slack.words import typed
from bot.channels.tokens import Tokens, new_conversation
from bot.options import OPTIONS
from bot.service.seal import SealError, check, seal_path
from bot.settings import SettingsError, load

TEXT = st.text(st.characters(exclude_categories=[]))  # with lone surrogates
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
ASK = st.fixed_dictionaries({}, optional={"text": JSON | TEXT, "payload": JSON | TEXT, "sender": JSON})
VOTE = st.fixed_dictionaries(
    {},
    optional={
        "answer": st.sampled_from(["topic/cv_tips", "credential/pmp/cost", ""]) | JSON,
        "vote": st.sampled_from(["up", "down"]) | JSON,
        "reason": st.sampled_from(REASONS) | JSON,
    },
)
# Such values are slow to make up, and there are many settings.
FEW = settings(max_examples=40)
BODY = st.binary() | (ASK | VOTE | JSON).map(lambda value: json.dumps(value).encode())
TOKENS = Tokens("a-secret-of-the-tests-" * 2, 30)
SETTINGS = load({"WAYMARK_SLACK_QUIET_CHANNELS": "C9"}, env_file=None)


def read(reader: Callable[[bytes], Any], body: bytes) -> Any:
    """Return what was read, or the code of the refusal."""
    try:
        return reader(body)
    except ChatError as refusal:
        return refusal.code


@FEW
@given(BODY)
def test_any_body_is_a_message_or_refused_by_name(body: bytes) -> None:
    ask = read(read_ask, body)
    if isinstance(ask, Ask):
        [said] = [value for value in ask if value is not None]
        assert said.encode().decode() == said
    else:
        assert ask in {"bad_json", "bad_body", "bad_characters"}


@FEW
@given(BODY)
def test_any_body_is_a_vote_or_refused_by_name(body: bytes) -> None:
    vote = read(read_vote, body)
    if isinstance(vote, Vote):
        assert vote.vote in {"up", "down"}
        assert vote.answer.isascii()
        assert len(vote.answer) <= 200
    else:
        assert vote in {"bad_json", "bad_feedback"}


@given(st.text())
def test_clean_text_is_clean_and_stays_as_it_is(text: str) -> None:
    words = clean_text(text)
    assert not words.startswith(("/", " "))
    assert "\x00" not in words
    assert clean_text(words) == words


@given(
    st.none()
    | TEXT
    | TEXT.map("Bearer {}".format)
    | st.from_regex(r"Bearer [\w-]+\.[\w-]+\.[\w-]+", fullmatch=True)
)
def test_no_made_up_token_speaks_for_a_conversation(authorization: str | None) -> None:
    with pytest.raises(ChatError) as refusal:
        TOKENS.conversation(authorization)
    assert refusal.value.code == "unauthorised"


@given(st.data())
def test_a_token_with_another_character_is_none(data: st.DataObject) -> None:
    conversation = new_conversation()
    token = TOKENS.issue(conversation)
    assert TOKENS.conversation(f"Bearer {token}") == conversation
    place = data.draw(st.integers(0, len(token) - 2))  # the last one holds bits that do not count
    other = data.draw(st.characters(codec="ascii").filter(lambda letter: letter != token[place]))
    with pytest.raises(ChatError):
        TOKENS.conversation(f"Bearer {token[:place]}{other}{token[place + 1 :]}")


@given(TEXT, TEXT)
def test_any_origin_is_ours_or_not(origin: str, host: str) -> None:
    assert _is_own(origin, host) in {True, False}
    assert not _is_own(f"https://evil.example/{host}", "waymark.example")


@given(TEXT | st.ip_addresses().map(str), TEXT | st.ip_addresses().map(str), st.integers(0, 3))
def test_any_address_has_a_name(forwarded: str, ip: str, proxies: int) -> None:
    name = address_of(SimpleNamespace(remote_addr=forwarded, ip=ip), proxies)
    assert isinstance(name, str)
    if not proxies:
        assert name == address_of(SimpleNamespace(remote_addr="", ip=ip), 3)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
@settings(max_examples=20)
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_setting_is_taken_or_refused_by_name(option: Any, text: str) -> None:
    said = ""
    try:
        load({option.variable: text}, env_file=None)
    except SettingsError as refusal:
        said = str(refusal)
    assert not said or option.variable in said or "WAYMARK_SLACK" in said
    if option.kind.secret and len(text.strip()) > 20:
        assert text.strip() not in said


@given(TEXT)
def test_any_conversation_is_a_place_of_slack_or_none(text: str) -> None:
    for name in (text, f"slack:{text}"):
        try:
            place = Place.of(name)
        except ValueError:
            continue
        assert Place.of(place.conversation) == place


@given(st.text())
def test_any_text_of_slack_is_read(text: str) -> None:
    assert isinstance(typed(text, "U1"), str)
    assert isinstance(typed(f"<{text}> <@{text}|{text}> &lt;", "U1"), str)


EVENT = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["message", "app_mention", "other"])
        | JSON.filter(lambda v: v.__hash__ is not None),
        "channel_type": st.sampled_from(["im", "channel"]),
        "channel": st.sampled_from(["C1", "C9", ""]),
        "user": st.sampled_from(["U1", ""]),
        "ts": st.sampled_from(["1700000000.000100", ""]),
        "thread_ts": st.none() | st.just("1700000000.000001"),
        "text": st.none() | st.text(),
        "bot_id": st.none() | st.just("B1"),
    },
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(event=EVENT | JSON)
async def test_any_event_of_slack_is_a_question_or_none(event: Any) -> None:
    inquiry = await inquiry_of({"event": event, "team_id": "T1"}, SETTINGS)
    assert inquiry is None or (inquiry.place.channel == "C1" and inquiry.user == "U1")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_seal_is_good_or_refused(tmp_path: Path, content: bytes) -> None:
    model = tmp_path / "m.tar.gz"
    model.write_bytes(b"a model")
    seal_path(model).write_bytes(content)
    with pytest.raises(SealError):
        check(model, None)
