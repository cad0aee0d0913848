from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.profile.masking import masked
from bot.resume.spelling import ALPHABET, looks_like_code, new_code, normal, shown

CODE = "K7QF-2M0A-91"
PLAIN = "K7QF2M0A91"
SAME = [
    "K7QF-2M0A-91",
    "k7qf-2m0a-91",
    "K7QF2M0A91",
    "k7qf 2m0a 91",
    " k7 qf 2m 0a 91 ",
    "K7QF\u20132M0A\u201491",
    "K7QF.2M0A.91",
    "K7QF-2MOA-91",
    "k7qf-2moa-9l",
    "K7QF-2M0A-9I",
    "K7QF-2M0A-9i",
    "".join(chr(ord(character) + 0xFEE0) for character in CODE),  # full width
]
NO_CODES = [
    "",
    "K7QF",
    "K7QF-2M0A-9",
    "K7QF-2M0A-911",
    "K7QF-2MUA-91",
    "K7QF-2MÄA-91",
    "K7QF-2M0A-9\u0661",
    "é" * 900,
]
BRING_ONE = [
    "resume K7QF-2M0A-91",
    "Resume k7qf2moa9l",
    "resume K7QF 2M0A 91",
    "resume: K7QF-2M0A-91!",
    "my code is K7QF-2M0A-91",
    "hi, here is my code: k7qf-2m0a-91, thanks",
    "can you continue my talk? it is K7QF-2M0A-91",
    "please restore K7QF2M0A91",
    "K7QF-2M0A-91",
    "k7qf 2m0a 91.",
]
BRING_NONE = [
    "",
    "resume",
    "resume experience",
    "my resume experience with pmo work",
    "what rules do i need for pmp",
    "continue with prince2 agile",
    "continue in 12 months",
    "resume in 2 weeks",
    "what does the pmp cost",
    "i have 3 years of experience",
    "how do i write a resume for a pmo analyst with 3 years",
    "certificate",
    "that plan is",
    "PRINCE2 and PMI-ACP",
    "call me at 4155552671 or so",
    "code of ethics",
    "resume K7QF-2M0A-91 " + "really " * 40,
]
NEARLY = {
    "resume K7QF-2M0A": "K7QF-2M0A",
    "resume K7QF-2M0A-9": "K7QF-2M0A-9",
    "resume K7QF-2MUA-91": "K7QF-2MUA-91",
    "my code is k7qf2m0a9": "k7qf2m0a9",
    "resume K7QF2M0A911 please": "K7QF2M0A911",
}


@pytest.mark.parametrize("typed", SAME)
def test_spelling_is_forgiven(typed):
    assert normal(typed) == PLAIN


@pytest.mark.parametrize("typed", NO_CODES)
def test_other_text_is_no_code(typed):
    assert normal(typed) is None


@pytest.mark.parametrize("text", BRING_ONE)
def test_a_message_brings_a_code(text):
    assert looks_like_code(text) == CODE


@pytest.mark.parametrize("text", BRING_NONE)
def test_an_ordinary_message_brings_none(text):
    assert looks_like_code(text) is None


@pytest.mark.parametrize("text", NEARLY)
def test_what_stands_for_a_code_but_is_none_is_handed_on(text):
    assert looks_like_code(text) == NEARLY[text]
    assert normal(NEARLY[text]) is None


def test_new_codes_are_legible_and_differ():
    drawn = [new_code() for _ in range(300)]
    assert len(set(drawn)) == 300
    for code in drawn:
        assert re.fullmatch(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}-[{ALPHABET}]{{2}}", code)
        assert not set(code) & set("ILOU")
        assert re.search(r"[2-9]", code)
        assert re.search(r"[A-Z]", code)


def test_every_new_code_is_read_back_and_survives_masking():
    for code in (new_code() for _ in range(100)):
        for typed in (code, code.lower(), code.replace("-", ""), code.replace("0", "O").replace("1", "l")):
            assert looks_like_code(f"resume {typed}") == code
            assert masked(f"resume {typed}") == (f"resume {typed}", False)
        assert looks_like_code(code) == code


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    found = looks_like_code(text)
    assert found is None or found
    characters = normal(text)
    assert characters is None or normal(shown(characters)) == characters
