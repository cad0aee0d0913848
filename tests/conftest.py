"""What all tests share: the real knowledge, a small made-up one, and the running service."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from bot.knowledge.base import Knowledge
from bot.knowledge.loader import DEFAULT_ROOT, load
from bot.service.running import Service
from tests.halves import pytest_addoption, pytest_ignore_collect

__all__ = ["pytest_addoption", "pytest_ignore_collect"]

# The same examples at each run, so that a red test points at a change. To look for new ones:
# make unit ARGS="--hypothesis-profile=search".
settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile("same")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge that is shipped."""
    return load()


@pytest.fixture(scope="session")
def service() -> Iterator[Service]:
    """The whole service on free ports, with a database of its own; trains first when that is needed."""
    with Service() as running:
        yield running


def fact(say: str, value: str | None = None, **changes: Any) -> dict[str, Any]:
    """A fact with sensible dates."""
    entry = {
        "say": say,
        "source": "guide",
        "as_of": "2026-01-15",
        "checked_on": "2026-02-01",
        "review_by": "2099-01-01",
        "confidence": "medium",
    }
    if value is not None:
        entry["value"] = value
    return entry | changes


def passage(text: str, *follow_ups: str, grounds: tuple[str, ...] = ("known",)) -> dict[str, Any]:
    """A written answer."""
    return {"answer": text, "grounds": list(grounds), "follow_ups": list(follow_ups)}


def role(name: str, **changes: Any) -> dict[str, Any]:
    """A role with the two aspects that every role has."""
    slug = name.replace(" ", "_")
    return {
        "name": name,
        "short": name,
        "aliases": [name],
        "family": "delivery",
        "level": 3,
        "summary": f"{name} in short",
        "facts": {"known": fact(f"{name}s exist")},
        "overview": passage(f"A {name} does a thing.", f"role/{slug}/entry", "topic/start"),
        "entry": passage(f"Become a {name} by trying.", f"role/{slug}/overview", "topic/start"),
    } | changes


def credential(name: str, **changes: Any) -> dict[str, Any]:
    """A credential with an overview and a price."""
    return {
        "name": f"{name} certificate",
        "short": name.upper(),
        "aliases": [name],
        "issuer": "Issuer",
        "official_page": "https://example.org/certificate",
        "level": 1,
        "summary": f"{name} in short",
        "facts": {"known": fact(f"{name} exists"), "fee": fact(f"the fee of {name}", "USD 10")},
        "overview": passage(f"The {name} is a paper.", f"credential/{name}/cost", "topic/start"),
        "cost": passage(
            f"The {name} costs {{fee}}.", f"credential/{name}/overview", "topic/start", grounds=()
        ),
    } | changes


def move(text: str, *follow_ups: str, **changes: Any) -> dict[str, Any]:
    """A transition."""
    return (
        passage(text, *(follow_ups or ("topic/start", "role/painter/overview")))
        | {
            "verdict": "usual",
            "months": {"least": 12, "most": 24, "basis": "a guide"},
            "carries_over": ["brushes", "patience"],
            "gaps": ["colour"],
            "steps": ["look", "try", "ask"],
        }
        | changes
    )


@pytest.fixture
def files() -> dict[str, Any]:
    """The content of a small valid knowledge folder, by path; tests change it before writing it."""
    return {
        "sources.yml": {
            "guide": {"title": "Guide", "publisher": "House", "url": "https://example.org/guide"}
        },
        "roles/painter.yml": role("painter"),
        "roles/sculptor.yml": role("sculptor"),
        "roles/curator.yml": role("curator"),
        "credentials/oil.yml": credential("oil"),
        "credentials/clay.yml": credential("clay"),
        "topics/start.yml": passage("Start anywhere.", "role/painter/overview", "credential/oil/overview")
        | {"question": "Where do I start?", "facts": {"known": fact("starting helps")}},
        "transitions/painter.yml": {
            "facts": {"known": fact("painters move")},
            "to": {"sculptor": move("Painters become sculptors.")},
        },
        "transitions/sculptor.yml": {
            "facts": {"known": fact("sculptors move")},
            "to": {"curator": move("Sculptors become curators.")},
        },
        "comparisons/clay-oil.yml": passage("Clay is wet, oil is not.", "credential/oil/cost", "topic/start")
        | {"facts": {"known": fact("both exist")}, "angles": {"easier": "Clay is easier."}},
    }


@pytest.fixture
def write(tmp_path: Path, files: dict[str, Any]) -> Callable[[], Path]:
    """Write ``files`` to a folder, with the shipped small talk and refusals reduced to ids that exist there."""

    def write_all() -> Path:
        root = tmp_path / "knowledge"
        root.mkdir(exist_ok=True)
        for name in ("smalltalk.yml", "refusals.yml"):
            phrases = yaml.safe_load((DEFAULT_ROOT / name).read_text(encoding="utf-8"))
            files.setdefault(
                name, {key: value | {"follow_ups": ["topic/start"]} for key, value in phrases.items()}
            )
        for path, content in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            text = content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False)
            target.write_text(text, encoding="utf-8")
        return root

    return write_all


@pytest.fixture
def small(write: Callable[[], Path]) -> Knowledge:
    """The small knowledge, loaded."""
    return load(write())
