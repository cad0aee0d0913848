from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.ngram_counts import NGRAMS, NgramCounts, ngrams_of

TEXTS = [
    "what does it cost",
    "How much is it",
    "do they earn a lot",
    "is the exam hard?",
    "PMP",
    "\u00a330k",
    "\u0436 e",
]
VECTORIZER = TfidfVectorizer(analyzer="char_wb", ngram_range=NGRAMS, sublinear_tf=True, dtype=np.float32)
VECTORIZER.fit(TEXTS)
COUNTS = NgramCounts(VECTORIZER.get_feature_names_out().tolist(), VECTORIZER.idf_)
SELF = np.eye(len(COUNTS.names), dtype=np.float32)

# Letters of the known texts, so that something is counted, among any others.
LETTERS = st.one_of(st.sampled_from(sorted(set("".join(TEXTS)))), st.characters(blacklist_categories=["Cs"]))


@given(st.text(LETTERS, max_size=60))
def test_scikit_learn_counts_alike(text):
    assert COUNTS.project([text], SELF) == pytest.approx(VECTORIZER.transform([text]).toarray(), abs=1e-5)


@pytest.mark.parametrize("text", ["a", "", " ", "what what WHAT", "exam\texam\nexam", "\u0130stanbul"])
def test_short_empty_and_repeated_words_count_alike(text):
    assert COUNTS.project([text], SELF) == pytest.approx(VECTORIZER.transform([text]).toarray(), abs=1e-5)


def test_a_short_word_counts_once():
    assert list(ngrams_of("a pm")) == [" a", "a ", " a ", " p", "pm", "m ", " pm", "pm ", " pm "]
