"""Every promised id and every pair of roles gets an answer with substance, sources and a way on."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from bot.answer_id import CREDENTIAL_ASPECTS, ROLE_ASPECTS, AnswerId
from bot.answers.compose import Composer
from bot.knowledge.checks.texts import ANSWER_WORDS
from bot.understanding.question import Resolution
from tests.content.promised_ids import CREDENTIALS, ROLES, TOPICS

WRITTEN = (
    *(f"role/{name}/{aspect}" for name in ROLES for aspect in ROLE_ASPECTS),
    *(f"credential/{name}/{aspect}" for name in CREDENTIALS for aspect in CREDENTIAL_ASPECTS),
    *(f"topic/{name}" for name in TOPICS),
)
MOVES = tuple(f"transition/{start}/{goal}" for start, goal in permutations(ROLES, 2))
FROM_OUTSIDE = tuple(f"transition/outside/{goal}" for goal in ROLES)
TO_OUTSIDE = tuple(f"transition/{start}/outside" for start in ROLES)
COMPARISONS = (
    *(f"compare/{a}/{b}" for a in ROLES for b in ROLES if a < b),
    *(f"compare/{a}/{b}" for a in CREDENTIALS for b in CREDENTIALS if a < b),
)
# Words that a computed answer adds to what was written: names, times, that it is computed.
COMPUTED_WORDS = ANSWER_WORDS + 40


@pytest.fixture(scope="module")
def reply(knowledge):
    composer = Composer(knowledge)

    def compose(text, **options):
        return composer.compose(Resolution(AnswerId.parse(text), 1.0, "test", **options), date(2026, 11, 23))

    return compose


def has_substance(answer, words):
    assert answer.text.strip()
    assert "no checked answer" not in answer.text
    assert "{" not in answer.text + (answer.more or "")
    assert len(answer.text.split()) <= words
    assert len(answer.sources) >= 1
    assert len(answer.follow_ups) >= 2
    assert answer.id not in [choice.id for choice in answer.follow_ups]


@pytest.mark.parametrize("text", WRITTEN)
def test_a_promised_id_is_answered(reply, text):
    has_substance(reply(text), ANSWER_WORDS)


def test_any_role_to_any_role(reply):
    moves = (*MOVES, *FROM_OUTSIDE, *TO_OUTSIDE)
    assert len(moves) == 24 * 23  # 23 roles and "outside", each to each other
    for text in moves:
        has_substance(reply(text), COMPUTED_WORDS)


def test_any_comparison(reply):
    for text in COMPARISONS:
        has_substance(reply(text), COMPUTED_WORDS)


def test_no_two_answers_say_the_same(reply):
    seen = {}
    for text in (*WRITTEN, *MOVES, *FROM_OUTSIDE, *TO_OUTSIDE, *COMPARISONS):
        said = reply(text).text
        assert said not in seen, f"{text} repeats {seen.get(said)}"
        seen[said] = text


def test_every_profession_is_spoken_to(reply, knowledge):
    texts = {
        reply("transition/outside/project_manager", profession=name).text for name in knowledge.professions
    }
    assert len(texts) == len(knowledge.professions) >= 12


@pytest.mark.parametrize("name", CREDENTIALS)
def test_every_credential_has_its_entry_rules_as_data(knowledge, name):
    assert knowledge.credentials[name].eligibility_paths


def test_the_rules_that_changed_are_right(knowledge):
    """The PMP's rules since July 2026: PMI's examination content outline of that date."""
    paths = {path.education: path for path in knowledge.credentials["pmp"].eligibility_paths}
    months = {education: path.experience[0].months for education, path in paths.items()}
    assert (months["secondary"], months["bachelor"], months["bachelor_gac"]) == (60, 36, 24)
    assert {path.experience[0].within_years for path in paths.values()} == {10}
    assert {path.training.hours for path in paths.values()} == {35}
    assert all("capm" in path.training.waived_by for path in paths.values())


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("credential/pmp/exam", ("180", "240", "33", "41", "26")),
        ("credential/pmp/eligibility", ("60 months", "36 months", "24 months", "10 years", "35 hours")),
        ("credential/capm/renewal", ("15 PDUs",)),
        ("credential/pmi_pmocp/overview", ("PMO-CP",)),
        ("credential/msp/overview", ("PRINCE2 Programme Management",)),
        ("credential/apm/exam", ("40 questions", "90 marks")),
    ],
)
def test_what_changed_in_2025_and_2026_is_said(reply, text, signs):
    answer = reply(text)
    table = " ".join(cell for row in (answer.table.rows if answer.table else ()) for cell in row)
    said = f"{answer.text} {answer.more} {table}"
    assert [sign for sign in signs if sign not in said] == []
