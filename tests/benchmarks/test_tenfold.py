from __future__ import annotations

import pytest

from benchmarks import tenfold
from bot.knowledge.checks.training import read_examples
from bot.knowledge.loader import load
from bot.settings import ROOT


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    place = tmp_path_factory.mktemp("grown") / "project"
    tenfold.grow(place, 2)
    return place


def test_there_are_as_many_names_and_examples_as_wanted_and_rasa_can_read_them(grown):
    now, then = load(ROOT / "knowledge"), load(grown / "knowledge")
    assert (len(then.roles), len(then.credentials)) == (2 * len(now.roles), 2 * len(now.credentials))
    assert sum(1 for _ in read_examples(grown)) == 2 * sum(1 for _ in read_examples(ROOT))
    aliases = [alias for role in then.roles.values() for alias in role.aliases]
    assert len(aliases) == len(set(aliases))


def test_the_same_seed_makes_the_same_words():
    first, second = (tenfold.Maker(tenfold.SEED) for _ in range(2))
    assert [first.name() for _ in range(50)] == [second.name() for _ in range(50)]
    assert first.sentence("what does it cost") == second.sentence("what does it cost")
    assert tenfold.Maker(1).name() != tenfold.Maker(2).name()
