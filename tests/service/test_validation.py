from __future__ import annotations

import sys

import pytest

from bot.service import validation
from bot.service.validation import EXPECTED, unexpected_warnings, validate

UNUSED = "The intent 'spare' is not used in any story or rule."
AS_RASA_SAYS = "\x1b[93m/some/where/io.py:100: UserWarning: {}\n\x1b[0m"


@pytest.fixture
def rasa_says(monkeypatch):
    """Let Rasa's command line print a text and exit with a code."""

    def use(text: str, code: int = 0) -> None:
        program = f"import sys; print({text!r}); sys.exit({code})"
        monkeypatch.setattr(
            validation, "rasa", lambda *arguments: [sys.executable, "-c", program, *arguments]
        )

    return use


def test_expected_warnings_pass_silently(rasa_says, tmp_path, capsys):
    rasa_says("".join(AS_RASA_SAYS.format(f"{text}.") for text in EXPECTED))
    assert validate(tmp_path) == 0
    assert capsys.readouterr().out == ""


def test_any_other_warning_is_an_error_and_is_shown(rasa_says, tmp_path, capsys):
    rasa_says(AS_RASA_SAYS.format(f"{EXPECTED[0]}.") + AS_RASA_SAYS.format(UNUSED))
    assert validate(tmp_path) == 1
    assert capsys.readouterr().out == f"Rasa warns of the data:\n  {UNUSED}\n"


def test_errors_are_shown_with_all_that_rasa_said(rasa_says, tmp_path, capsys):
    rasa_says("Project validation completed with errors.", code=1)
    assert validate(tmp_path) == 1
    assert "completed with errors" in capsys.readouterr().out


def test_warnings_of_the_log_count_too():
    line = "2026-11-23 02:33:25 WARNING  rasa.validator  - Story structure conflict after intent 'a'"
    assert len(unexpected_warnings(line)) == 1
