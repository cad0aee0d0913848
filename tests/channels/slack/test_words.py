from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.words import cut, harmless, typed
from tests.channels.service import ScriptedAgent
from tests.channels.slack.block_limits import brackets
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent


@pytest.mark.parametrize(
    ("sent", "typed_in"),
    [
        ("<mailto:xyz@rasa.com|xyz@rasa.com>", "xyz@rasa.com"),
        ("R&amp;D &lt;3 &amp;amp;", "R&D <3 &amp;"),
        (
            "see <https://a.com/secret> and <https://b.com|b.com> now",
            "see https://a.com/secret and b.com now",
        ),
        ("<https://c.com/a|my page>", "my page (https://c.com/a)"),
        ("<https://c.com/|c.com>", "c.com"),
        ("<tel:+4912|+4912>", "+4912"),
        ("<@UBOT1> hello", "hello"),
        ("<@UBOT1|waymark> hello <@UBOT1>", "hello"),
        ("ask <@U7> or <@U8|ben> in <#C5|pmo> and <#C6>", "ask @U7 or @ben in #pmo and #C6"),
        ("<!subteam^S1|@team> <!subteam^S2> <!here> <!channel|channel>", "@team @subteam @here @channel"),
        ("due <!date^1392734382^{date}|18 Feb 2014>", "due 18 Feb 2014"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_words_are_as_they_were_typed(sent: str, typed_in: str) -> None:
    assert typed(sent, "UBOT1") == typed_in


def test_what_is_said_can_mention_nobody_and_keeps_the_rest() -> None:
    assert harmless("<!channel> <@U9> **bold** ?x=1&y=2") == "&lt;!channel&gt; &lt;@U9&gt; **bold** ?x=1&y=2"


@given(st.text())
def test_no_text_at_all_leaves_with_a_bracket(text: str) -> None:
    assert list(brackets(harmless(text))) == []


@given(st.text(), st.integers(2, 50))
def test_a_cut_text_is_as_long_as_allowed(text: str, longest: int) -> None:
    shown = cut(text, longest)
    assert len(shown) <= longest
    assert (shown == text) is (len(text) <= longest)


@pytest.mark.parametrize("text", ["/restart", " / /restart", '/answer{"id": "tool/profile/forget"}', "//x"])
async def test_typed_text_is_never_a_payload(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent, text: str
) -> None:
    await slack.mention(text)
    await slack.direct(text)
    await slack.command(text)
    await fake.wait("chat.postMessage", 4)
    assert len(agent.received) == 3
    assert not [received for received in agent.received if received.startswith("/")]


async def test_what_should_not_be_stored_is_masked_before_anything_keeps_it(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    await slack.mention("mail <mailto:ann.lee@example.org|ann.lee@example.org> about R&amp;D")
    await fake.wait("chat.postMessage")
    assert agent.received == ["mail [e-mail address] about R&D"]
    assert agent.metadata == [{"masked": True}]


async def test_a_message_without_words_and_a_very_long_one_get_a_kind_reply(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent
) -> None:
    await slack.direct("", subtype="file_share", files=[{"id": "F1"}])
    await slack.direct("x" * 5000, channel="D2")
    await fake.wait("chat.postMessage", 2)
    assert agent.received == []
    assert {post["text"][:20] for post in fake.posts()} == {"I did not get any wo", "That is more than I "}
