"""The career map: a picture, and the same in words."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
import requests
from PIL import Image

from tests.dialogues.conftest import SECONDS, Talk, fits
from tests.dialogues.guided.seen import press_to

MAP = "tool/map"
ASKED = [
    "show me the career map",
    "can i see the map?",
    "draw me a career map please",
    "career map",
]
PATHS = {
    "path from pmo analyst to coo": ("PMO analyst", "PMO manager", "PMO director", "COO"),
    "show me the way from pmo analyst to coo": ("PMO analyst", "PMO manager", "PMO director", "COO"),
    "route from scrum master to agile coach on the map": ("Scrum master", "Agile coach"),
}
NO_MAPS = {
    "how do i draw a process map": "out_of_scope/* | clarify",
    "show me a stakeholder map template": "out_of_scope/* | topic/*",
}


def picture(message: dict[str, Any]) -> dict[str, str]:
    assert message["answer"]["id"] == MAP
    shown = message["answer"]["picture"]
    assert shown["alt"].strip()
    assert shown["text"].strip()
    return dict(shown)


def fetch(talk: Talk, url: str) -> requests.Response:
    reply = requests.get(talk.url + url, timeout=SECONDS)
    assert reply.status_code == 200, reply.text
    return reply


@pytest.mark.parametrize("text", ASKED)
def test_the_map_is_shown(talk, text):
    shown = picture(talk.say(text))
    assert "project manager" in shown["alt"].lower()
    assert "You are here" not in shown["alt"]
    assert max(map(len, shown["text"].splitlines())) <= 80


@pytest.mark.parametrize("theme", ["url", "dark_url"])
def test_the_picture_can_be_fetched(talk, theme):
    shown = picture(talk.say("show me the career map"))
    reply = fetch(talk, shown[theme])
    assert reply.headers["Content-Type"] == "image/png"
    assert reply.headers["ETag"]
    image = Image.open(BytesIO(reply.content))
    assert image.format == "PNG"
    assert min(image.size) >= 390


def test_light_and_dark_differ(talk):
    shown = picture(talk.say("show me the career map"))
    assert fetch(talk, shown["url"]).content != fetch(talk, shown["dark_url"]).content


def test_there_is_a_drawing_that_scales(talk):
    shown = picture(talk.say("path from pmo analyst to coo"))
    reply = fetch(talk, shown["url"].replace("/chat/map.png", "/chat/map.svg"))
    assert reply.headers["Content-Type"].startswith("image/svg+xml")
    assert "<svg" in reply.text


@pytest.mark.parametrize("text", PATHS)
def test_a_path_names_its_stops_in_order(talk, text):
    message = talk.say(text)
    shown = picture(message)
    stops = [shown["alt"].rfind(stop) for stop in PATHS[text][1:]]
    assert -1 not in stops, shown["alt"]
    assert stops == sorted(stops)
    assert re.search(f"You are here: {PATHS[text][0]}", shown["alt"], re.IGNORECASE)
    assert all(stop.lower() in shown["text"].lower() for stop in PATHS[text])
    assert fetch(talk, shown["url"]).content.startswith(b"\x89PNG")


def test_a_path_is_told_in_the_reply_too(talk):
    message = talk.say("path from pmo analyst to coo")
    assert "PMO manager" in message["text"]
    assert re.search(r"years", message["text"])


def test_the_place_that_was_told_is_marked(talk):
    talk.say("i am a scrum master with 2 years, what could i earn?")
    shown = picture(talk.say("show me the career map"))
    assert re.search("You are here: Scrum master", shown["alt"], re.IGNORECASE)
    assert "scrum_master" in shown["url"]


def test_only_names_of_jobs_are_in_the_address(talk):
    talk.say("i am a scrum master with 7 years and my mail is jane.quill@example.org")
    shown = picture(talk.say("show me the career map"))
    assert set(re.findall(r"[?&](\w+)=", shown["url"])) <= {"place", "goal", "theme"}
    assert "quill" not in shown["url"]


def test_a_plan_for_the_path_follows(talk):
    talk.say("path from pmo analyst to coo")
    message = press_to(talk, "tool/plan")
    assert message["answer"]["id"] == "tool/plan"


def test_the_talk_goes_on_about_the_path(talk):
    talk.say("path from pmo analyst to pmo manager")
    assert fits(
        talk.ask("how long does that take?"), "transition/pmo_analyst/pmo_manager | tool/map | tool/plan"
    )


def test_an_unknown_job_has_no_map(talk):
    reply = requests.get(f"{talk.url}/chat/map.png", params={"place": "astronaut"}, timeout=SECONDS)
    assert reply.status_code == 400
    assert set(reply.json()["error"]) == {"code", "message"}


@pytest.mark.parametrize("text", NO_MAPS)
def test_other_maps_are_something_else(talk, text):
    assert fits(talk.ask(text), NO_MAPS[text])
