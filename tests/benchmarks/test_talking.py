from __future__ import annotations

import asyncio
import json
from math import isnan

import aiohttp
import pytest
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import InMemoryTrackerStore

from benchmarks import sentences
from benchmarks.staged import STAGES, Clock
from benchmarks.talking import Seen, WaymarkTalk, crowd, one_talk
from bot.evaluation.cases import read_cases
from bot.knowledge.checks.training import read_examples
from bot.service.running import NO_LIMITS
from bot.settings import ROOT
from tests.channels.conftest import settings  # noqa: F401 - a fixture
from tests.channels.service import DOMAIN, Says, ScriptedAgent, serving


async def wordless(text: str) -> Says:
    yield {"image": "/chat/map.png"}


@pytest.mark.parametrize("settings", [NO_LIMITS], indirect=True)  # a quick machine talks faster than one may
async def test_people_talk_and_their_answers_are_counted(settings) -> None:  # noqa: F811
    agent = ScriptedAgent(InMemoryTrackerStore(DOMAIN))
    async with serving(settings, agent) as url:
        seen = await one_talk(WaymarkTalk, url, ("one", "two"), 3)
        assert (agent.received, len(seen.taken), seen.empty) == (["one", "two", "one"], 3, 0)
        assert 0 < seen.quantile(0.5) < 60_000
        many = await crowd(WaymarkTalk, url, ("one", "two"), users=3, seconds=0.2)
        assert len(many.taken) >= 3
        assert many.empty == 0


async def test_an_answer_without_words_and_a_server_that_is_not_there_are_failures(settings) -> None:  # noqa: F811
    agent = ScriptedAgent(InMemoryTrackerStore(DOMAIN), wordless)
    async with serving(settings, agent) as url:
        assert (await one_talk(WaymarkTalk, url, ("one",), 1)).empty == 1
    gone = await one_talk(WaymarkTalk, url, ("one",), 1)
    assert (gone.empty, gone.taken) == (1, [])
    assert isnan(gone.quantile(0.5))


async def test_a_late_answer_is_a_failure() -> None:
    class Late:
        async def say(self, text: str) -> bool:
            raise asyncio.TimeoutError if text == "late" else aiohttp.ClientError

    seen = Seen()
    for text in ("late", "broken"):
        await seen.ask(Late(), text)
    assert seen.empty == 2


def test_what_is_asked_stands_in_no_training_and_no_test_set() -> None:
    known = {example.text.lower() for example in read_examples(ROOT)}
    for path in (ROOT / "tests" / "evaluation").glob("*.jsonl"):
        known |= {turn.text.lower() for case in read_cases(path) for turn in case.turns}
    assert not known & set(sentences.WAYMARK)
    assert len(sentences.WAYMARK) == len(sentences.STOCK)


@pytest.fixture
def processor(monkeypatch):
    """Rasa's processor with methods that only wait."""

    async def slow(self, *arguments: object) -> str:
        await asyncio.sleep(0.01)
        return "done"

    def quick(self, *arguments: object) -> str:
        return "done"

    for names in STAGES.values():
        for name in names:
            monkeypatch.setattr(MessageProcessor, name, quick if "predict" in name else slow)

    async def handle(self, *arguments: object) -> str:
        self.predict_next_with_tracker_if_should()
        for name in ("get_tracker", "parse_message", "_run_action", "save_tracker"):
            await getattr(self, name)()
        return "said"

    monkeypatch.setattr(MessageProcessor, "handle_message", handle)
    return MessageProcessor


async def test_the_clock_adds_up_the_stages_of_each_turn(processor, tmp_path) -> None:
    Clock(tmp_path / "turns").attach()
    rasa = processor.__new__(processor)
    assert [await rasa.handle_message() for _ in range(2)] == ["said", "said"]
    first, second = (json.loads(line) for line in (tmp_path / "turns").read_text().splitlines())
    assert set(first) == set(second) == {*STAGES, "turn"}
    assert first["store"] > first["nlu"] > first["policies"]  # two waits, one, none
    assert first["turn"] >= sum(first[stage] for stage in STAGES)
