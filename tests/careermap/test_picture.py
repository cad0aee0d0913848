from __future__ import annotations

import io
import subprocess
import sys
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from bot.careermap.maps import Maps
from bot.careermap.palette import DARK, LIGHT
from bot.careermap.picture import draw

WAY = ("pmo_analyst", "pmo_manager", "pmo_director", "chief_operating_officer")


@pytest.fixture(scope="module")
def maps(knowledge):
    return Maps(knowledge)


def opened(png):
    return Image.open(io.BytesIO(png)).convert("RGB")


def share(picture, colour):
    """Return the share of pixels that have just this colour."""
    away = np.asarray(picture).astype(int) - list(bytes.fromhex(colour[1:]))
    return float((np.abs(away).max(axis=2) < 4).mean())


def contrast(one, other):
    """Return the contrast of two colours (WCAG 2.2)."""

    def luminance(colour):
        parts = [part / 255 for part in bytes.fromhex(colour[1:])]
        r, g, b = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_letters_stand_out_from_what_they_stand_on(palette):
    on_card = [(colour, palette.card) for colour in (palette.ink, palette.soft, palette.accent)]
    on_band = [(colour, palette.band) for colour in (palette.soft, palette.accent)]
    for ink, ground in (*on_card, *on_band, (palette.on_accent, palette.accent), (palette.ink, palette.wash)):
        assert contrast(ink, ground) >= 4.5, (ink, ground)


def test_the_picture_is_tall_and_twice_as_sharp_as_a_phone_is_wide(maps):
    picture = opened(maps.picture("pmo_analyst", "chief_operating_officer"))
    assert picture.width == 780
    assert 2 < picture.height / picture.width < 3


def test_the_file_is_small_enough_for_a_phone(maps):
    assert len(maps.picture("pmo_analyst", "chief_operating_officer")) < 100_000


def test_dark_is_dark_and_light_is_light(maps):
    for dark, palette in ((False, LIGHT), (True, DARK)):
        picture = opened(maps.picture("pmo_analyst", "chief_operating_officer", dark=dark))
        assert picture.getpixel((2, 2)) == tuple(bytes.fromhex(palette.card[1:]))
        assert share(picture, palette.accent) > 0.005


def test_marks_are_drawn(maps):
    plain, place, way = (
        share(opened(maps.picture(*ends)), LIGHT.accent)
        for ends in (
            (None, None),
            ("chief_operating_officer", None),
            ("pmo_analyst", "chief_operating_officer"),
        )
    )
    assert plain == 0
    assert 0.003 < place < way


def test_the_same_request_draws_the_same_bytes(knowledge):
    for kind in ("png", "svg"):
        assert draw(knowledge, path=WAY, kind=kind) == draw(knowledge, path=WAY, kind=kind)


def test_the_svg_is_well_formed_and_described(maps):
    svg = maps.picture("pmo_analyst", "chief_operating_officer", kind="svg")
    root = ET.fromstring(svg)  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert float(root.attrib["width"].removesuffix("pt")) == pytest.approx(390 * 72 / 96)
    words = " ".join(root.itertext())
    assert "From PMO analyst to COO" in words
    assert "You are here: PMO analyst (level 2)." in words


def test_a_picture_is_drawn_once(maps):
    first = maps.picture("pmo_analyst", "project_manager")
    assert maps.picture("pmo_analyst", "project_manager") is first
    assert maps.picture("pmo_analyst", "project_manager", dark=True) != first


@pytest.mark.parametrize(
    ("place", "goal"),
    [("outside", "agile_coach"), ("nowhere", None), (None, "scrum_master"), ("pmo", "pmo"), ("pmo_director", "pmo_analyst")],
)  # fmt: skip
def test_every_kind_of_request_gets_a_picture(maps, place, goal):
    assert opened(maps.picture(place, goal)).width == 780


def test_nothing_heavy_is_imported_before_a_map_is_drawn():
    script = "import sys, bot.careermap.maps; sys.exit('matplotlib' in sys.modules or 'PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_no_window_system_is_touched(knowledge):
    script = (
        "import sys; from bot.knowledge.loader import load; from bot.careermap.picture import draw;"
        "draw(load()); sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
