from __future__ import annotations

import pytest

from benchmarks import places
from benchmarks.load.__main__ import BUSY, PEOPLE, TURN, figures
from benchmarks.page import write
from bot.settings import ROOT

HEAD = "Type,Name,Request Count,Failure Count,Requests/s,50%,95%,99%"
ROWS = ("POST,turn,100,1,10.0,50,90,120", "GET,history,20,0,2.0,5,9,10", ",Aggregated,150,1,15.0,50,90,120")


def stats(place, *more: str):
    path = place / "seen_stats.csv"
    path.write_text("\n".join((HEAD, *ROWS, *more)) + "\n")
    return path


def test_a_refusal_is_no_request_and_no_failure(tmp_path):
    seen = figures(stats(tmp_path, "POST,busy,30,0,3.0,4,6,8"))
    assert seen == {
        "requests": 12.0,
        "turns": 10.0,
        "p50": 50.0,
        "p95": 90.0,
        "p99": 120.0,
        "failed": 1,
        "busy": 30,
        "busy_p95": 6.0,
    }


def test_without_refusals(tmp_path):
    seen = figures(stats(tmp_path))
    assert (seen["requests"], seen["busy"]) == (15.0, 0)


def test_the_page_tells_of_the_crowds(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "WORK", tmp_path)
    seen = {**figures(stats(tmp_path, "POST,busy,30,0,3.0,4,6,8")), "processor": 0.5, "memory": 400.0}
    places.keep("load", {"crowds": {"50": seen}, "seconds": 60})
    write(tmp_path / "page.md", tmp_path / "page.svg")
    page = (tmp_path / "page.md").read_text()
    assert "| 50 | 12.0 | 10.0 | 50.0 | 90.0 | 120 | 1 | 30 (p95 6.0 ms) | 0.50 | 400 |" in page


def test_the_people_name_what_they_send_as_it_is_read():
    assert f'TURN, BUSY = "{TURN}", "{BUSY}"' in PEOPLE.read_text()


@pytest.mark.parametrize("folder", ["benchmarks/load", "benchmarks/stock", "deploy/lint"])
def test_tools_of_other_environments_are_locked_by_hash_and_stay_out_of_ours(folder):
    lock = (ROOT / folder / "requirements.lock").read_text()
    assert lock.count("--hash=sha256:") > 10
    assert "http" not in [line.split()[0] for line in lock.splitlines() if line.startswith("--")]
    assert "locust==" not in (ROOT / "requirements.lock").read_text()
