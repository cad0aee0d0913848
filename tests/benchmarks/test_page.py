from __future__ import annotations

import json

import pytest

from benchmarks import figures, places
from benchmarks.page import write

MEMORY = [
    {"process": "chat server", "rss": 130.0, "pss": 100.0},
    {"process": "action server", "rss": 60.0, "pss": 50.0},
]
STAGES = {stage: {"p50": 2.0, "p99": 4.0} for stage in ("nlu", "policies", "actions", "store")}


def bot(times: float) -> dict[str, dict]:
    """Return the results of a bot that takes ``times`` as much of everything."""
    memory = [{**process, "pss": process["pss"] * times} for process in MEMORY]
    return {
        "starting": {"wall": 5.0 * times, "processor": 4.0 * times, "ready": memory, "used": memory},
        "stages": {"stages": STAGES, "whole": {"p50": 20.0 * times, "p99": 60.0}, "processor": 15.0 * times},
        "throughput": {
            "10": {"turns_a_second": 40 / times, "p50": 200.0, "p99": 500.0, "failed": 3, "processor": 20.0}
        },
    }


@pytest.fixture
def work(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "WORK", tmp_path)
    return tmp_path


@pytest.fixture
def measured(work):
    for name, results in {"waymark": bot(1), "stock": bot(4)}.items():
        for part, result in results.items():
            places.keep(part, {name: result})
    places.keep(
        "length",
        {"waymark": {str(n): {"wall": 30.0, "processor": 10.0 * f} for n, f in ((10, 1), (1000, 1.4))}},
    )
    return work


def test_ratios_and_targets(measured):
    rows = {row.title: row for row in figures.rows()}
    memory = rows["memory of all processes (PSS)"]
    assert (memory.waymark, memory.stock, memory.ratio, memory.met) == (150, 600, 0.25, True)
    assert rows["start to first answer"].met is False  # a quarter, where a fifth is wanted
    assert rows["turns a second, 10 users"].ratio == 4
    assert rows["turns a second, 10 users"].met
    assert (rows["a turn, processor"].target, rows["a turn, processor"].met) == ("", None)
    growth = rows["turn 1,000 to turn 10, processor"]
    assert (growth.waymark, growth.stock, growth.met) == (1.4, None, False)
    assert "environment on the disk" not in rows


def test_the_page_has_the_ratios_first_and_a_section_for_what_was_measured(measured):
    page, picture = measured / "page.md", measured / "page.svg"
    write(page, picture)
    text = page.read_text()
    assert "| memory of all processes (PSS) | **0.25** | at most 1/3 | yes | 150 MB | 600 MB |" in text
    assert "| Waymark, 10 | 40.0 | 200 | 500 | 3 | 20.0 |" in text
    assert "| Waymark, turn 1,000 | 14.0 | 30.0 | 1.40 |" in text
    titles = [line for line in text.splitlines() if line.startswith("## ")]
    assert titles[:5] == ["## Memory", "## Start", "## A turn", "## Many at once", "## Long talks"]
    assert "## On the disk" not in titles
    drawn = picture.read_text()
    assert drawn.count("stock bot") >= 4
    assert "hatch" in drawn or "pattern" in drawn  # told apart without colour


def test_the_page_can_be_written_when_the_stock_bot_was_never_measured(work):
    places.keep("starting", {"waymark": bot(1)["starting"]})
    write(work / "page.md", work / "page.svg")
    assert "| Waymark | 5.0 | 4.0 |" in (work / "page.md").read_text()
    assert not (work / "page.svg").exists()


def test_a_part_measured_again_keeps_the_other_bot(work):
    places.keep("disk", {"stock": {"all": 1500.0}})
    places.keep("disk", {"waymark": {"all": 900.0}})
    kept = json.loads((work / "disk.json").read_text())
    assert (kept["stock"], kept["waymark"]) == ({"all": 1500.0}, {"all": 900.0})
