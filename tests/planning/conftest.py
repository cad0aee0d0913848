"""A small world for plans: three roles, four certificates, round numbers."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.knowledge.base import Knowledge
from bot.knowledge.loader import load
from tests.conftest import credential, fact, move, passage, role

TODAY = date(2026, 11, 26)
FOLLOW_UPS = ["topic/start", "role/project_manager/overview"]


def certificate(
    slug: str, *, paths: list[dict[str, Any]], figures: dict[str, Any], **facts: str
) -> dict[str, Any]:
    """A certificate whose figures rest on ``facts``: value by name."""
    entry = credential(slug)
    entry["facts"] |= {name: fact(name, value) for name, value in facts.items()}
    return entry | {"eligibility_paths": paths, "figures": figures}


def fee(value: int, currency: str = "USD", **more: Any) -> dict[str, Any]:
    return {"currency": currency, "least": value, "most": value, "fact": f"{currency}{value}".lower()} | more


OPEN = [{"name": "Open to all", "fact": "known"}]
QUICK = certificate(
    "quick",
    paths=OPEN,
    figures={"study_hours": {"least": 10, "most": 20, "fact": "hours"}, "fees": [fee(500), fee(400)]},
    hours="10 to 20 hours",
    usd500="USD 500",
    usd400="USD 400",
)
CHEAP = certificate(
    "cheap",
    paths=OPEN,
    figures={"study_hours": {"least": 100, "most": 200, "fact": "hours"}, "fees": [fee(50)]},
    hours="100 to 200 hours",
    usd50="USD 50",
)
LEADER = certificate(
    "leader",
    paths=[
        {
            "name": "Leads projects",
            "education": "secondary",
            "experience": [{"kind": "leading_projects", "months": 24, "fact": "months"}],
            "training": {"kind": "project_management", "hours": 30, "fact": "course"},
            "fact": "known",
        }
    ],
    figures={
        "study_span": {"least": 4, "most": 8, "unit": "weeks", "fact": "weeks"},
        "fees": [fee(300), fee(200, "GBP"), {"part": "course"} | fee(1000)],
    },
    months="24 months",
    course="30 hours",
    weeks="four to eight weeks",
    usd300="USD 300",
    gbp200="GBP 200",
    usd1000="USD 1,000",
)
STEPS = certificate(
    "steps",
    paths=[
        {"name": "Open to all", "level": "First", "fact": "known"},
        {"name": "With the first", "level": "Second", "holds_any": ["steps"], "fact": "known"},
    ],
    figures={"study_hours": {"level": "First", "least": 10, "most": 10, "fact": "hours"}},
    hours="10 hours",
)


@pytest.fixture
def world_files(files: dict[str, Any]) -> dict[str, Any]:
    """The files of the small world; tests change them before they are written."""
    for path in [
        path for path in files if path.startswith(("roles/", "credentials/", "transitions/", "comparisons/"))
    ]:
        del files[path]
    levels = {"project coordinator": 2, "project manager": 4, "programme manager": 6}
    for name, level in levels.items():
        slug = name.replace(" ", "_").replace("programme", "program")
        files[f"roles/{slug}.yml"] = role(name, level=level)
    manager = files["roles/project_manager.yml"]
    manager["entry"] = passage("Try.", "credential/quick/overview", "credential/cheap/overview")
    for name, entry in (("quick", QUICK), ("cheap", CHEAP), ("leader", LEADER), ("steps", STEPS)):
        files[f"credentials/{name}.yml"] = deepcopy(entry)
    files["topics/start.yml"] |= {"follow_ups": FOLLOW_UPS}
    times = {"least": 6, "most": 12, "basis": "estimate: nobody counts"}
    files["transitions/project_coordinator.yml"] = {
        "facts": {"known": fact("coordinators move")},
        "to": {"project_manager": move("Go.", *FOLLOW_UPS, months=times)},
    }
    later = {"least": 24, "most": 48, "basis": "a guide"}
    advised = ("credential/leader/overview", "topic/start")
    files["transitions/project_manager.yml"] = {
        "facts": {"known": fact("managers move")},
        "to": {"program_manager": move("On.", *advised, months=later)},
    }
    return files


@pytest.fixture
def world(world_files: dict[str, Any], write: Callable[[], Path]) -> Knowledge:
    """The small world, loaded."""
    return load(write())
