"""The replies cover the claims from which the assistant began (``seed_claims.yml``)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.answer_id import CREDENTIAL_ASPECTS, ROLE_ASPECTS, AnswerId
from bot.answers.compose import Composer
from bot.understanding.question import Resolution
from tests.content.promised_ids import ROLES, TOPICS

CLAIMS = yaml.safe_load(Path(__file__).with_name("seed_claims.yml").read_text(encoding="utf-8"))
COVERED = [
    pytest.param(answer, groups, id=f"{claim['number']}-{answer}")
    for claim in CLAIMS
    for answer, groups in claim["covered"].items()
]
NOT_COVERED = [
    pytest.param(claim["not_by"], groups, id=f"{claim['number']}-{answer}-not-by-{claim['not_by']}")
    for claim in CLAIMS
    for answer, groups in claim["covered"].items()
]
# The claims speak of one credential, the PMP; its nearest neighbours are those it is most easily mixed up with.
PMI_CREDENTIALS = ("pmp", "capm", "pgmp", "pfmp", "pmi_acp")
WRITTEN = (
    *(f"role/{name}/{aspect}" for name in ROLES for aspect in ROLE_ASPECTS),
    *(f"credential/{name}/{aspect}" for name in PMI_CREDENTIALS for aspect in CREDENTIAL_ASPECTS),
    *(f"topic/{name}" for name in TOPICS),
)
# Two replies may tell the same thing, such as the same way into a job; more than that shows vague signs.
OTHERS_THAT_MAY_PASS = 2


def missing(groups, said):
    """The groups of which no word begins a word of what was said."""
    return [
        words
        for words in groups
        if not any(re.search(rf"(?<!\w){re.escape(word)}", said, re.IGNORECASE) for word in words)
    ]


@pytest.fixture(scope="module")
def said(knowledge):
    """All that the reply of an id tells a reader, in one line."""
    composer = Composer(knowledge)

    def everything(text):
        answer = composer.compose(Resolution(AnswerId.parse(text), 1.0, "test"), date(2026, 11, 23))
        rows = (answer.table.columns, *answer.table.rows) if answer.table else ()
        cells = " ".join(" ".join(row) for row in rows)
        return " ".join(f"{answer.text} {answer.more or ''} {cells}".split())

    return cache(everything)


def test_the_list_is_whole():
    assert [claim["number"] for claim in CLAIMS] == list(range(1, 39))
    for claim in CLAIMS:
        assert set(claim) == {"number", "claim", "covered", "not_by"}
        assert claim["covered"]
        assert claim["not_by"] not in claim["covered"]
        for groups in claim["covered"].values():
            assert 2 <= len(groups) <= 6
            assert all(words and all(isinstance(word, str) and word for word in words) for words in groups)


@pytest.mark.parametrize(("answer", "groups"), COVERED)
def test_the_reply_covers_the_claim(said, answer, groups):
    reply = said(answer)
    assert "no checked answer" not in reply
    assert missing(groups, reply) == [], f"{answer} says: {reply}"


@pytest.mark.parametrize(("answer", "groups"), NOT_COVERED)
def test_a_neighbouring_reply_does_not(said, answer, groups):
    reply = said(answer)
    assert "no checked answer" not in reply
    assert missing(groups, reply), f"{answer} passes for it too"


@pytest.mark.parametrize(("answer", "groups"), COVERED)
def test_the_signs_are_no_mere_topic_words(said, answer, groups):
    also = [other for other in WRITTEN if other != answer and not missing(groups, said(other))]
    assert len(also) <= OTHERS_THAT_MAY_PASS, f"the signs for {answer} fit {also}"
