"""Lets Rasa check domain, training data and rules, and takes its warnings as errors.

Rasa's own ``--fail-on-warnings`` lets some pass: an intent or a response that nothing uses, for one.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from bot.service.commands import rasa, tool_environment

# What Rasa cannot know, with the reason why it is right all the same.
EXPECTED = (
    "The intent 'answer' is listed in the domain file, but is not found in the NLU training data",  # buttons
    "The utterance 'utter_default' is not used in any story or rule",  # said by action_default_fallback
)

_WARNING = re.compile(r"(?:UserWarning: |WARNING +)(.+)")


def validate(root: Path) -> int:
    """Check the files below ``root``; print what is wrong. Returns 0 when nothing is."""
    run = subprocess.run(  # noqa: S603 - our own command
        rasa("data", "validate", "--fail-on-warnings"),
        cwd=root,
        env={**tool_environment(), "LOG_LEVEL": "WARNING"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    found = unexpected_warnings(run.stdout)
    if run.returncode != 0:
        print(run.stdout)
    elif found:
        print("Rasa warns of the data:", *found, sep="\n  ")
    return run.returncode or bool(found)


def unexpected_warnings(said: str) -> list[str]:
    """Return the warnings in what Rasa ``said`` that are not ``EXPECTED``."""
    return [text for text in _WARNING.findall(said) if not text.startswith(EXPECTED)]
