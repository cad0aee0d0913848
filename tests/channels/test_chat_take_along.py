"""Maps and plans over HTTP, from the shipped knowledge."""

from __future__ import annotations

import asyncio
import io
import threading
from datetime import date, datetime, timedelta, timezone

import aiohttp
import jwt
import pytest
from icalendar import Calendar
from PIL import Image

from bot import settings as bot_settings
from bot.careermap.maps import Maps
from bot.channels import maps, texts
from bot.channels.maps import MapFiles
from bot.channels.shell import ShellInput
from bot.knowledge.base import Knowledge
from bot.planning.ticket import AUDIENCE, PlanRequest, make_ticket
from bot.profile.person import Person
from bot.secret import secret_of
from bot.settings import Settings
from tests.channels.service import Chat, ScriptedAgent, serving

MARKS = "place=pmo_analyst&goal=project_manager"
REQUEST = PlanRequest(
    Person(role="pmo_analyst", weekly_hours=5.0), "project_manager", None, date(2026, 11, 26)
)


@pytest.fixture
def ticket(settings: Settings) -> str:
    return make_ticket(REQUEST, secret_of(settings))


async def test_the_map_is_a_picture_with_the_marks_that_are_asked_for(
    chat: Chat, knowledge: Knowledge
) -> None:
    chat.token = ""
    png = await chat.call("GET", f"/chat/map.png?{MARKS}")
    svg = await chat.call("GET", f"/chat/map.svg?{MARKS}&theme=dark")
    assert (png.status, png.headers["Content-Type"]) == (200, "image/png")
    assert (svg.status, svg.headers["Content-Type"]) == (200, "image/svg+xml")
    drawn = Maps(knowledge)
    assert await png.read() == drawn.picture("pmo_analyst", "project_manager")
    assert await svg.read() == drawn.picture("pmo_analyst", "project_manager", dark=True, kind="svg")
    assert Image.open(io.BytesIO(await png.read())).size[0] == 780
    assert (await svg.text()).startswith("<?xml")
    for reply in (png, svg):
        assert reply.headers["Cache-Control"] == "public, max-age=86400"
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert reply.headers["Content-Security-Policy"].startswith("default-src 'none';")


async def test_a_map_is_sent_again_only_when_it_is_another_one(chat: Chat) -> None:
    plain = await chat.call("GET", "/chat/map.png?theme=light")
    tag = plain.headers["ETag"]
    again = await chat.call("GET", "/chat/map.png", headers={"If-None-Match": tag})
    assert (again.status, await again.read(), again.headers["ETag"]) == (304, b"", tag)
    dark = await chat.call("GET", "/chat/map.png?theme=dark", headers={"If-None-Match": tag})
    assert dark.status == 200
    assert dark.headers["ETag"] != tag
    head = await chat.call("HEAD", "/chat/map.png")
    assert (head.status, head.headers["ETag"], await head.read()) == (200, tag, b"")


@pytest.mark.parametrize("asked", ["place=outside", "place=outside&goal=project_manager", "place=&goal="])
async def test_people_from_other_jobs_have_a_map_too(chat: Chat, asked: str) -> None:
    assert (await chat.call("GET", f"/chat/map.png?{asked}")).status == 200


@pytest.mark.parametrize(
    "asked", ["place=emperor", "goal=outside", "goal=pmp", "theme=pink", "place=%ff", "place=pmo_analyst%00"]
)
@pytest.mark.parametrize("kind", ["png", "svg"])
async def test_an_unknown_name_is_refused_with_a_sentence(chat: Chat, kind: str, asked: str) -> None:
    error = await chat.error(400, await chat.call("GET", f"/chat/map.{kind}?{asked}"))
    assert error == {"code": "bad_map", "message": texts.BAD_MAP}


async def test_the_chat_goes_on_while_a_map_is_drawn_and_a_map_is_drawn_once(chat: Chat, monkeypatch) -> None:
    go_on, drawn = threading.Event(), []

    def slowly(self: Maps, place: str | None, goal: str | None, **look: object) -> bytes:
        drawn.append((place, goal))
        assert go_on.wait(10)
        return b"a picture"

    monkeypatch.setattr(maps.Maps, "picture", slowly)
    asked = [asyncio.create_task(chat.call("GET", "/chat/map.png")) for _ in range(3)]
    while not drawn:
        await asyncio.sleep(0.01)
    assert (await chat.messages(text="hi"))[0]["text"] == "You said: hi"
    assert not any(task.done() for task in asked)
    go_on.set()
    assert [await (await task).read() for task in asked] == [b"a picture"] * 3
    assert drawn == [(None, None)]


async def test_only_the_last_maps_are_kept(monkeypatch, knowledge: Knowledge) -> None:
    drawn = []
    monkeypatch.setattr(maps, "_KEPT", 2)
    monkeypatch.setattr(maps.Maps, "picture", lambda self, *marks, **look: drawn.append(look) or b"x")
    files = MapFiles(lambda: knowledge)
    await files.warm_up()
    await files.warm_up()
    assert drawn == [{"dark": False, "kind": "png"}, {"dark": True, "kind": "png"}]
    await files._asset(files._current_book(), maps._Wanted(None, None, dark=False, kind="svg"))
    assert [(wanted.dark, wanted.kind) for wanted in files._current_book().kept] == [
        (True, "png"),
        (False, "svg"),
    ]


async def test_a_plan_can_be_taken_along_as_text_and_as_calendar(chat: Chat, ticket: str) -> None:
    chat.token = ""
    text = await chat.call("GET", f"/chat/plan/{ticket}.md")
    calendar = await chat.call("GET", f"/chat/plan/{ticket}.ics")
    assert (text.status, text.headers["Content-Type"]) == (200, "text/markdown; charset=utf-8")
    assert (calendar.status, calendar.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert text.headers["Content-Disposition"] == 'attachment; filename="waymark-plan.md"'
    assert calendar.headers["Content-Disposition"] == 'attachment; filename="waymark-plan.ics"'
    assert (await text.text()).startswith("# From PMO analyst to project manager\n\nMade on 26 November 2026")
    assert "Become a project manager" in {
        str(event["summary"]) for event in Calendar.from_ical(await calendar.read()).walk("VEVENT")
    }
    for reply in (text, calendar):
        assert reply.headers["Cache-Control"] == "private, no-store"
        assert reply.headers["X-Robots-Tag"] == "noindex"


def refused_tickets(settings: Settings) -> dict[str, str]:
    secret, now = secret_of(settings), datetime.now(timezone.utc)
    gone = PlanRequest(Person(), "no_longer_there", None, date(2026, 11, 26))
    old = {"aud": AUDIENCE, "iat": now, "exp": now - timedelta(seconds=1), "plan": {}}
    good = make_ticket(REQUEST, secret)
    return {
        "no ticket": "x",
        "empty": "",
        "another key": make_ticket(REQUEST, "b" * 40),
        "changed": good[:-6] + good[-3:] + good[-6:-3],
        "expired": jwt.encode(old, secret),
        "goal is gone": make_ticket(gone, secret),
    }


@pytest.mark.parametrize("kind", ["md", "ics"])
async def test_a_link_that_is_not_good_gets_one_plain_sentence(
    chat: Chat, settings: Settings, kind: str
) -> None:
    for name, ticket in refused_tickets(settings).items():
        reply = await chat.call("GET", f"/chat/plan/{ticket}.{kind}")
        assert (reply.status, await reply.text()) == (404, f"{texts.NO_PLAN}\n"), name
        assert reply.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert "Content-Disposition" not in reply.headers


async def test_the_token_of_a_talk_is_no_ticket(chat: Chat) -> None:
    assert (await chat.call("GET", f"/chat/plan/{chat.token}.md")).status == 404


async def test_a_ticket_is_no_token(chat: Chat, ticket: str) -> None:
    chat.token = ticket
    await chat.error(401, await chat.call("GET", "/chat/api/history"))


@pytest.mark.parametrize("ending", ["", ".pdf", ".MD", ".ics.exe"])
async def test_other_kinds_of_files_are_not_there(chat: Chat, ticket: str, ending: str) -> None:
    await chat.error(404, await chat.call("GET", f"/chat/plan/{ticket}{ending}"))


async def test_a_plan_without_steps_is_a_text_but_no_calendar(chat: Chat, settings: Settings) -> None:
    there = PlanRequest(Person(role="project_manager"), "project_manager", None, date(2026, 11, 26))
    ticket = make_ticket(there, secret_of(settings))
    assert "already" in await (await chat.call("GET", f"/chat/plan/{ticket}.md")).text()
    reply = await chat.call("GET", f"/chat/plan/{ticket}.ics")
    assert (reply.status, await reply.text()) == (404, f"{texts.NO_CALENDAR}\n")


async def test_the_terminal_serves_what_it_points_to(
    settings: Settings, agent: ScriptedAgent, ticket: str, monkeypatch
) -> None:
    monkeypatch.setattr(bot_settings, "current", lambda: settings)
    async with serving(settings, agent, channel=ShellInput()) as base, aiohttp.ClientSession() as http:
        shell = Chat(http, base, agent)
        assert (await shell.call("GET", f"/chat/map.png?{MARKS}")).status == 200
        assert (await shell.call("GET", f"/chat/plan/{ticket}.ics")).status == 200
        await shell.error(400, await shell.call("GET", "/chat/map.png?place=emperor"))
        assert (await shell.call("POST", "/chat/api/conversations")).status == 404
