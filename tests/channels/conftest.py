from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rasa.core.tracker_store import InMemoryTrackerStore

from bot.channels import take_along
from bot.channels.slack import workplace
from bot.channels.store import StrictTrackerStore
from bot.knowledge.base import Knowledge
from bot.settings import Settings, load
from tests.channels.service import DOMAIN, Chat, ScriptedAgent, chatting


@pytest.fixture(autouse=True)
def knowledge_read_once(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the same knowledge to all servers. (Each would read its own, and look for a newer one for ever.)"""
    for module in (take_along, workplace):
        monkeypatch.setattr(module, "live_knowledge", lambda _var_dir: lambda: knowledge)


@pytest.fixture
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """The default settings, with everything kept in a fresh directory and one other site allowed.

    A test may give others, as the fixture's parameter.
    """
    environ = {"WAYMARK_VAR_DIR": str(tmp_path), "WAYMARK_ALLOWED_ORIGINS": "https://friend.example"}
    environ |= getattr(request, "param", {})
    return load(environ, env_file=None)


@pytest.fixture
def agent() -> ScriptedAgent:
    return ScriptedAgent(InMemoryTrackerStore(DOMAIN))


@pytest.fixture
def sql_agent(settings: Settings) -> ScriptedAgent:
    """An agent whose conversations are rows of the service's database."""
    return ScriptedAgent(StrictTrackerStore(DOMAIN, host=settings.database_url))


@pytest.fixture
async def chat(settings: Settings, agent: ScriptedAgent) -> AsyncIterator[Chat]:
    async with chatting(settings, agent) as client:
        yield client
