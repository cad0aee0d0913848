from __future__ import annotations

import subprocess
import sys

import pytest

from bot.careermap import pen
from bot.careermap.maps import Maps
from bot.careermap.routes import Line
from bot.careermap.sheet import Sheet

WAY = ("pmo_analyst", "chief_operating_officer")


@pytest.fixture
def sheet() -> Sheet:
    sheet = Sheet(80, 60, "#ffffff")
    sheet.band(0, 30, "#eeeeee")
    sheet.arrow(Line(((5, 5), (40, 5), (40, 50)), curved=True), "#000000", 1.2, 5, layer=1)
    sheet.pill((40, 30), (30, 12), "#ffffff", "#000000", 1)
    sheet.badge((20, 20), "1", "#000000", "#ffffff", "#ffffff")
    sheet.text((40, 30), "Zoë", 8, "#000000", bold=True, halo="#ffffff")
    return sheet


@pytest.mark.parametrize(("kind", "dark"), [("png", False), ("svg", True)])
def test_another_process_draws_the_same_bytes(knowledge, kind, dark):
    drawn = [Maps(knowledge, with_).picture(*WAY, kind=kind, dark=dark) for with_ in (pen.here, pen.apart)]
    assert drawn[0] == drawn[1]


def test_a_sheet_is_the_same_after_its_way_as_text(sheet):
    again = Sheet.of_json(sheet.as_json())
    assert pen.here(again, "png", "Title", "Ä") == pen.here(sheet, "png", "Title", "Ä")


def test_drawing_apart_leaves_matplotlib_out_of_this_process():
    script = (
        "import sys; from bot.knowledge.loader import load; from bot.careermap.maps import Maps;"
        "from bot.careermap.pen import apart; Maps(load(), apart).picture(None, None);"
        "sys.exit('matplotlib' in sys.modules or 'PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_other_process_imports_no_knowledge():
    script = "import sys, bot.careermap.canvas, bot.careermap.pen; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_what_cannot_be_drawn_is_an_error_that_says_why(sheet):
    sheet.strokes.append(("nothing", {}))
    with pytest.raises(pen.DrawingError, match="'Canvas' object has no attribute 'nothing'"):
        pen.apart(sheet, "png", "Title", "Description")


def test_a_drawing_that_hangs_is_an_error(sheet, monkeypatch):
    monkeypatch.setattr(pen, "_SECONDS", 0.01)
    with pytest.raises(pen.DrawingError, match=r"no map within 0\.01 seconds"):
        pen.apart(sheet, "png", "Title", "Description")
