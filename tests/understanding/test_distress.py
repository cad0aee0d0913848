from __future__ import annotations

import pytest

from bot.understanding.distress import is_distress


@pytest.mark.parametrize(
    "text",
    [
        "I want to die, my project failed",
        "thinking of suicide",
        "i might hurt myself",
        "I don\u2019t want to live",
        "ich will sterben",
        "no puedo mas, quiero morir",
        "我想自杀",
        "хочу умереть",
        "i want to kill me, this job is over",
    ],
)
def test_danger_is_seen_in_any_language(text):
    assert is_distress(text)


@pytest.mark.parametrize(
    "text",
    [
        "would that be career suicide",
        "political suicide",
        "this kills my project",
        "",
        "would this career kill me",
        "my boss is killing me",
    ],
)
def test_a_figure_of_speech_is_no_danger(text):
    assert not is_distress(text)
