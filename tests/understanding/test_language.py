"""Which texts are English, and which language the others are in: a table, and what must hold for any text."""

from __future__ import annotations

import re
import socket
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.checks.training import read_examples
from bot.understanding import language
from bot.understanding.foreign_words import ENGLISH_WORDS, FOREIGN_WORDS, LOAN_WORDS
from bot.understanding.language import language_of, likely_language_of
from bot.understanding.mentions import MentionFinder

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OTHER_LANGUAGE = "out_of_scope/other_language"
WANTED = frozenset(
    [
        "ar",
        "de",
        "es",
        "fr",
        "hi",
        "id",
        "it",
        "ja",
        "ko",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sv",
        "tr",
        "uk",
        "zh",
    ]
)


def rows():
    lines = (HERE / "languages.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


@pytest.fixture(scope="module")
def read(knowledge):
    finder = MentionFinder.from_knowledge(knowledge)

    def places(text):
        return [(mention.start, mention.end) for mention in finder.find(text)]

    return lambda text, how=language_of: how(text, places(text))


def test_the_table_is_as_large_as_it_should_be():
    texts = [text for _, _, text in rows()]
    assert len(texts) == len(set(texts)) >= 250
    assert {code for _, code, _ in rows()} >= WANTED | {"en"}


@pytest.mark.parametrize("part", ["choose", "report", "later"])
def test_no_english_text_is_taken_for_another_language(read, part):
    taken = {text: read(text) for name, code, text in rows() if (name, code) == (part, "en")}
    assert len(taken) >= 50
    assert {text: code for text, code in taken.items() if code is not None} == {}


@pytest.mark.parametrize("part", ["choose", "report", "later"])
def test_other_languages_are_recognized(read, part):
    found = [(code, read(text)) for name, code, text in rows() if name == part and code != "en"]
    seen = [(code, got) for code, got in found if got is not None]
    assert len(seen) >= 0.95 * len(found)
    assert sum(code == got for code, got in seen) >= 0.97 * len(seen)


def test_every_language_is_recognized_in_most_texts(read):
    right = defaultdict(list)
    for _, code, text in rows():
        right[code].append(read(text) == (None if code == "en" else code))
    assert {code: sum(hits) / len(hits) for code, hits in right.items() if sum(hits) < 0.8 * len(hits)} == {}


def test_training_sentences_in_english_are_english(read):
    """German questions about PMOs stand among the topics; they, and noise, are all that may be found."""
    found = [
        (example.intent, example.text)
        for example in read_examples(ROOT)
        if example.intent != "out_of_scope_other_language" and read(example.text) is not None
    ]
    assert len([text for intent, text in found if not intent.startswith("topic_pmo_")]) <= 3
    assert len(found) <= 30


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("is Projektleiter the same as project manager", None),
        ("what is 项目经理", None),
        ("csm oder psm", None),
        ("wie werde ich projektleiter", "de"),
        ("WAS IST EIN PMO", "de"),
        ("Wofür steht PMO?", "de"),
        ("que es un pmo", "es"),
        ("como ser gerente de proyectos", "es"),
        ("ola tudo bem", "pt"),
        ("c est quoi un pmo", "fr"),
        ("project manager kaise bane", "hi"),
        ("什么是pmo", "zh"),
        ("PMOとは", "ja"),
        ("ж", None),
        ("I was told to ask here. Wie werde ich Projektleiter? Is that a question you understand?", None),
    ],
)
def test_what_was_asked_for(read, text, code):
    assert read(text) == code


def test_names_are_kept_out():
    text = "ich und die anderen"
    assert language_of(text) == "de"
    assert language_of(text, [(0, len(text))]) is None


def test_a_guess_is_made_for_what_is_known_to_be_foreign(read):
    assert read("csm oder psm", likely_language_of) == "de"
    assert read("pmo nedir", likely_language_of) == "tr"
    assert read("how do i become a pm", likely_language_of) is None
    assert read("?!", likely_language_of) is None


def test_replies_are_in_the_language_that_they_are_for(knowledge):
    replies = knowledge.phrases[OTHER_LANGUAGE].languages
    assert set(replies) >= WANTED
    assert {code: language_of(text) for code, text in replies.items()} == {code: code for code in replies}


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    language._detector.cache_clear()
    assert language_of("wie werde ich projektleiter") == "de"


@settings(max_examples=300, deadline=None)
@given(st.text(), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=3))
def test_any_text_is_read(text, keep_out):
    for how in (language_of, likely_language_of):
        code = how(text, keep_out)
        assert code is None or re.fullmatch("[a-z]{2}", code)
        assert code != "en"


@pytest.mark.parametrize("text", ["\ud800 abc", "a\x00b", "wie " * 1_000, "我" * 4_000, "\u202eabc"])
def test_odd_text_is_read(text):
    language_of(text)


def test_no_word_counts_for_both_sides():
    words = frozenset().union(*FOREIGN_WORDS.values())
    assert words & (ENGLISH_WORDS | LOAN_WORDS) == frozenset()
    assert {word for word in words if language._plain(word) != word} == set()
