from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.messages import Message, neutral
from bot.channels.slack.cutting import pieces
from bot.channels.slack.render import closed, posts
from bot.knowledge.base import Knowledge
from bot.planning.ticket import PlanRequest, make_ticket
from bot.profile.person import Person
from bot.secret import secret_of
from bot.settings import Settings
from tests.channels.service import ScriptedAgent
from tests.channels.slack.block_limits import block_faults, brackets
from tests.channels.slack.buttons import buttons
from tests.channels.slack.fake import FakeSlack
from tests.channels.slack.people import Sent
from tests.channels.slack.scripts import MAP, SOURCE, TABLE, said, saying

NOTHING = "\N{EN DASH}"
TALK = "slack:T1:C1:1690000000.000001"


def message(text: str, *titles: str, **parts: object) -> Message:
    found = neutral(said(text, titles, **parts))
    assert found is not None
    return found


def faults(found: Message) -> list[str]:
    return [
        fault
        for post in posts(found, TALK)
        for fault in (*block_faults(post.blocks, "message"), *brackets(post.text))
    ]


def test_thirty_buttons_are_two_rows_and_a_long_title_is_cut() -> None:
    found = message("Which?", "x" * 90, *(f"Number {n}" for n in range(29)))
    (post,) = posts(found, TALK)
    rows = [block for block in post.blocks if block["type"] == "actions"]
    assert [len(row["elements"]) for row in rows] == [25, 5]
    assert rows[0]["elements"][0]["text"]["text"] == f"{'x' * 74}…"
    assert faults(found) == []


def test_a_long_text_with_buttons_stays_one_message() -> None:
    found = message("word " * 700, "One", "Two")
    assert len(posts(found, TALK)) == 1
    assert faults(found) == []


def test_thirty_thousand_characters_are_three_messages_with_the_buttons_under_the_last() -> None:
    found = message("A sentence of words. " * 1429, "One")
    made = posts(found, TALK)
    assert [[block["type"] for block in post.blocks] for post in made] == [
        ["markdown"],
        ["markdown"],
        ["markdown", "actions", "context_actions"],
    ]
    assert " ".join(post.blocks[0]["text"] for post in made) == found["text"].strip()
    assert faults(found) == []


def test_blank_lines_and_code_stay_in_one_message() -> None:
    text = "One.\n\n\n\nTwo.\n\n```\na\n\nb\n```\n\nThree."
    (post,) = posts(message(text), TALK)
    assert post.blocks[0] == {"type": "markdown", "text": text}


def test_code_that_is_cut_begins_again() -> None:
    made = pieces("```py\n" + "line of code\n" * 100 + "```", 500)
    assert len(made) > 1
    for piece in made:
        assert piece.startswith("```py\n")
        assert piece.endswith("\n```")
        assert len(piece) <= 500


@given(st.text(alphabet="ab \n`&<>", max_size=400), st.integers(40, 90))
def test_pieces_are_short_enough_and_lose_no_letter(text: str, longest: int) -> None:
    made = pieces(text, longest)
    assert all(0 < len(piece) <= longest + 10 for piece in made)
    assert "".join(made).count("a") == text.count("a")


@given(st.text(min_size=1), st.lists(st.text(min_size=1, max_size=200), max_size=60))
def test_slack_takes_whatever_is_said(text: str, titles: list[str]) -> None:
    assert faults(message(text, *titles)) == []


def test_table_sources_and_thumbs_stand_below() -> None:
    found = message("CAPM or PMP?", "Cost", table=TABLE, sources=(SOURCE, SOURCE))
    (post,) = posts(found, TALK)
    kinds = [block["type"] for block in post.blocks]
    assert kinds == ["markdown", "actions", "table", "context", "context_actions"]
    assert [[cell["text"] for cell in row] for row in post.blocks[2]["rows"]] == [
        ["Point", "CAPM", "PMP"],
        ["For", "newcomers", "people who lead"],
        ["Fee", NOTHING, "USD 405"],
    ]
    link = "<https://pmi.example/a?x=1&y=2|PMI: Handbook> (2 July 2026)"
    assert post.blocks[3]["elements"][0]["text"] == f"Sources: {link} · {link}"
    assert faults(found) == []


def test_many_sources_are_not_cut_within_a_link() -> None:
    found = message("Yes.", sources=(SOURCE,) * 60)
    assert faults(found) == []


@pytest.mark.parametrize(("answer_id", "asked"), [("topic/masters", True), ("tool/plan", False)])
def test_only_an_answer_asks_whether_it_helped(answer_id: str, asked: bool) -> None:  # noqa: FBT001
    found = message("Yes.")
    assert found["answer"] is not None
    found["answer"]["id"] = answer_id
    (post,) = posts(found, TALK)
    assert ("context_actions" in [block["type"] for block in post.blocks]) is asked


def test_a_closed_menu_keeps_the_rest() -> None:
    (post,) = posts(message("Yes.", "One", sources=(SOURCE,)), TALK)
    after = closed(post.blocks, "<@U1> chose: One")
    assert [block["type"] for block in after] == ["markdown", "context", "context", "context_actions"]
    assert list(block_faults(after, "message")) == []


def test_every_button_has_its_own_id() -> None:
    (post,) = posts(message("Which?", *(f"Number {n}" for n in range(30)), more="More."), TALK)
    ids = [element["action_id"] for _, element in buttons({"blocks": post.blocks})]
    assert len(ids) == len(set(ids)) == 31


@pytest.mark.parametrize("text", ["", "   "])
def test_an_answer_without_words_is_still_one(text: str) -> None:
    found = message("x")
    found["text"] = text
    assert faults(found) == []


async def test_the_map_is_uploaded_with_its_words(slack: Sent, fake: FakeSlack, agent: ScriptedAgent) -> None:
    agent.script = saying(said("Here is the map.", picture=MAP))
    event = await slack.mention("map")
    (done,) = await fake.wait("files.completeUploadExternal")
    (asked,) = fake.made("files.getUploadURLExternal")
    assert asked.given["alt_txt"] == "Career map in words"
    assert asked.given["filename"] == "career-map.png"
    assert (done.given["channel_id"], done.given["thread_ts"]) == ("C1", event["ts"])
    (picture,) = fake.uploads.values()
    assert picture.startswith(b"\x89PNG")
    assert int(asked.given["length"]) == len(picture)


async def test_a_plan_is_uploaded_as_text_and_calendar(
    slack: Sent, fake: FakeSlack, agent: ScriptedAgent, settings: Settings, knowledge: Knowledge
) -> None:
    ticket = plan_ticket(settings)
    files = tuple({"title": f"Plan {kind}", "url": f"/chat/plan/{ticket}.{kind}"} for kind in ("md", "ics"))
    agent.script = saying(said("Your plan.", downloads=files))
    await slack.mention("plan")
    await fake.wait("files.completeUploadExternal", 2)
    assert [call.given["filename"] for call in fake.made("files.getUploadURLExternal")] == [
        "waymark-plan.md",
        "waymark-plan.ics",
    ]
    text, calendar = fake.uploads.values()
    assert b"# " in text
    assert calendar.startswith(b"BEGIN:VCALENDAR")


def plan_ticket(settings: Settings) -> str:
    request = PlanRequest(Person(role="pmo_analyst"), "project_manager", None, date.today())
    return make_ticket(request, secret_of(settings))


def test_the_value_of_a_thumb_is_small() -> None:
    (post,) = posts(message("Yes."), TALK)
    ((_, element),) = buttons({"blocks": post.blocks}, "context_actions")
    assert json.loads(element["negative_button"]["value"]) == {
        "answer": "credential/pmp/overview",
        "vote": "down",
    }
