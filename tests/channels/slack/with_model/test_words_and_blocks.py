"""Words on their way in and out, and the limits of blocks; the stage plays what the knowledge never says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from slack_sdk.models.blocks import Block

from tests.channels.slack.block_limits import block_faults
from tests.channels.slack.buttons import buttons, thumb
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.scripts import said
from tests.channels.slack.test_home import opened
from tests.channels.slack.with_model.real import messages
from tests.channels.slack.with_model.stage import Part, Stage


async def told(
    slack: Sent, fake: FakeSlack, stage: Stage, answer: dict[str, Any], count: int = 1
) -> list[dict[str, Any]]:
    """Let the action say ``answer``; return what is posted."""
    stage.play(Part(says=answer))
    await slack.mention("what does the PMP cost?", channel="C12")
    await fake.wait("chat.postMessage", count)
    await fake.silence(0.3)
    return fake.posts()


async def test_typed_text_is_no_command_and_an_answer_mentions_nobody(
    slack: Sent, fake: FakeSlack, stage: Stage
) -> None:
    """Check 7."""
    await slack.mention("/restart", channel="C7")
    await slack.mention('/answer{"id": "credential/pmp/cost"}', channel="C7")
    await fake.wait("chat.postMessage", 2)
    assert sorted(heard.text for heard in stage.heard) == ['answer{"id": "credential/pmp/cost"}', "restart"]
    assert "answer" not in {heard.intent for heard in stage.heard}
    fake.calls.clear()
    answer = said("<!channel> <@U9> **bold** https://a.b/?x=1&y=2")
    (post,) = await told(slack, fake, stage, answer)
    harmless = "&lt;!channel&gt; &lt;@U9&gt; **bold** https://a.b/?x=1&y=2"
    assert post["blocks"][0]["text"] == harmless
    assert post["text"] == harmless.replace("**", "")


async def test_thirty_buttons_are_two_rows_and_a_long_title_is_cut(
    slack: Sent, fake: FakeSlack, stage: Stage
) -> None:
    """Check 12."""
    answer = said("Which?", ("x" * 90, *(f"Number {n}" for n in range(29))))
    (post,) = await told(slack, fake, stage, answer)
    rows = [block["elements"] for block in post["blocks"] if block["type"] == "actions"]
    assert [len(row) for row in rows] == [25, 5]
    assert rows[0][0]["text"]["text"] == f"{'x' * 74}…"


@pytest.mark.parametrize("text", ["word " * 700, "One.\n\n\n\nTwo.\n\n```\na\n\nb\n```\n\nThree."])
async def test_a_long_text_with_buttons_blank_lines_and_code_stay_in_one_message(
    slack: Sent, fake: FakeSlack, stage: Stage, text: str
) -> None:
    """Check 12."""
    (post,) = await told(slack, fake, stage, said(text, ("One", "Two")))
    assert post["blocks"][0] == {"type": "markdown", "text": text.strip()}
    assert len(buttons(post)) == 2


async def test_thirty_thousand_characters_are_three_messages(
    slack: Sent, fake: FakeSlack, stage: Stage
) -> None:
    """Check 12."""
    text = "A sentence of words. " * 1429
    posts = await told(slack, fake, stage, said(text, ("One",)), count=3)
    assert len(text) > 30_000
    assert " ".join(post["blocks"][0]["text"] for post in posts) == text.strip()
    kinds = [[block["type"] for block in post["blocks"]] for post in posts]
    assert kinds == [["markdown"], ["markdown"], ["markdown", "actions", "context_actions"]]


async def test_a_link_button_is_acknowledged(slack: Sent, fake: FakeSlack, stage: Stage) -> None:
    """Check 12."""
    (post,) = await told(slack, fake, stage, said("Here."))
    title = {"type": "plain_text", "text": "Go"}
    link = {"type": "button", "action_id": "link", "url": "https://example.org", "text": title}
    shown = {**messages(fake)[0], "blocks": [{"type": "actions", "block_id": "b", "elements": [link]}]}
    assert (await slack.press({**shown, "channel": post["channel"]})).status == 200
    await fake.silence(0.3)
    assert len(fake.posts()) == len(stage.heard) == 1


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("R&amp;D &lt;3", "R&D <3"),
        (
            "see <https://a.com/secret> and <https://b.com|b.com> now",
            "see https://a.com/secret and b.com now",
        ),
        ("<https://c.com/a|my page>", "my page (https://c.com/a)"),
        # Unwrapped too, and then kept from Rasa as every address of a person is.
        ("ask <mailto:xyz@rasa.com|xyz@rasa.com> today", "ask [e-mail address] today"),
    ],
)
async def test_words_reach_the_model_as_they_were_typed(
    slack: Sent, fake: FakeSlack, stage: Stage, sent: str, typed: str
) -> None:
    """Check 13."""
    await slack.direct(sent, channel="D13")
    await fake.wait("chat.postMessage")
    assert [heard.text for heard in stage.heard] == [typed]


ASKED = (
    "can PMO become PM?",
    "compare CAPM and PMP",
    "am i eligible for pmp",
    "show me the career map",
    "/x",
)


async def test_slack_takes_all_blocks(slack: Sent, fake: FakeSlack) -> None:
    """Check 18: the SDK's own limits, and those that it does not know."""
    for number, text in enumerate(ASKED):
        await slack.direct(text, channel=f"D18{number}")
    await slack.event(opened("home"))
    await fake.wait("chat.postMessage", len(ASKED))
    await fake.wait("views.publish")
    cost = next(post for post in messages(fake) if buttons(post, "context_actions"))
    await slack.press(cost)
    await slack.form({"payload": json.dumps(thumb(fake, cost, "negative_button"))})
    for method in ("chat.update", "chat.postEphemeral"):
        await fake.wait(method)
    await fake.wait("files.completeUploadExternal")
    made = [call.given for call in fake.calls if "blocks" in call.given]
    home = [call.given["view"]["blocks"] for call in fake.made("views.publish")]
    for blocks, surface in [*((given["blocks"], "message") for given in made), *((b, "home") for b in home)]:
        assert list(block_faults(blocks, surface)) == []
        for block in blocks:
            if block["type"] != "table":  # newer than the SDK's models
                Block.parse(block).validate_json()
    kinds = {block["type"] for blocks in (*(given["blocks"] for given in made), *home) for block in blocks}
    assert {"markdown", "actions", "context", "context_actions", "table", "header", "section"} <= kinds
