from __future__ import annotations

import pytest

from tests.dialogues.conftest import Talk


@pytest.fixture
def other_talk(service) -> Talk:
    """A talk of somebody else, or of the same person in another browser."""
    return Talk(service.url)


@pytest.fixture
def checking(talk) -> Talk:
    """A talk in which the check of the PMP has asked for the education, and got it."""
    talk.say("am i eligible for pmp")
    talk.say("bachelor")
    return talk
