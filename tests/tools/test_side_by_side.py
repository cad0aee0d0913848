"""All tests run in two halves at once, and a failure of either is a failure."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.settings import ROOT
from tests.halves import SERVING, THINKING, THINKING_FOLDERS, half_of

CODE = """
import sys
sys.path.insert(0, "tools")
from side_by_side import both
sys.exit(both([sys.executable, "-c", "import sys; half = sys.argv[1]; print('ran', half); sys.exit(half in {fails!r})"]))
"""


@pytest.mark.parametrize(
    ("fails", "named"),
    [
        ((), ""),
        (("--half=thinking",), "Tests failed: thinking (see above).\n"),
        (("--half=serving",), "Tests failed: serving (see above).\n"),
        (("--half=thinking", "--half=serving"), "Tests failed: serving and thinking (see above).\n"),
    ],
)
def test_both_halves_run_and_a_failure_of_either_is_told(fails, named):
    run = subprocess.run(
        [sys.executable, "-c", CODE.format(fails=fails)],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == bool(fails)
    assert run.stderr == named
    assert {"ran --half=thinking", "ran --half=serving"} <= set(run.stdout.splitlines())


def test_the_folders_of_the_thinking_are_there():
    assert [name for name in sorted(THINKING_FOLDERS) if not (ROOT / "tests" / name).is_dir()] == []


@pytest.mark.parametrize(
    ("file", "half"),
    [
        ("understanding/test_words.py", THINKING),
        ("channels/test_chat_once.py", THINKING),
        ("channels/slack/test_home.py", SERVING),
        ("web/test_talking.py", SERVING),
        ("new/test_new.py", SERVING),
        ("test_secret.py", SERVING),
    ],
)
def test_a_file_is_in_one_half(file, half):
    assert half_of(ROOT / "tests" / file) == half
