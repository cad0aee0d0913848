from __future__ import annotations

import pytest

from bot.nlu.entities import to_entity
from bot.nlu.masking import EXTRACTOR, exact_places, masked, subjects
from bot.understanding.mentions import MentionFinder

FINDER = MentionFinder(
    [
        ("PMP", "credential", "pmp"),
        ("project manager", "role", "project_manager"),
        ("nurse", "profession", "nurse"),
    ]
)


def entities(text):
    return [to_entity(mention) | {"extractor": EXTRACTOR} for mention in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how much is the PMP?", "how much is the certification?"),
        ("from nurse to project manager", "from profession to role"),
        ("what is the weather", "what is the weather"),
    ],
)
def test_names_are_replaced_by_their_kind(text, expected):
    assert masked(text, entities(text)) == expected


def test_entities_of_other_origin_and_order_do_not_matter():
    text = "nurse to project manager"
    found = [
        {"entity": "id", "value": "x", "start": 0, "end": 24, "extractor": "other"},
        *entities(text)[::-1],
    ]
    assert [item["value"] for item in subjects(found)] == ["nurse", "project_manager"]
    assert masked(text, found) == "profession to role"


def test_a_misspelt_name_is_masked_but_not_taken_for_well_spelt():
    text = "nurse or projct manager"
    found = entities(text)
    assert masked(text, found) == "profession or role"
    assert exact_places(found) == [(0, 5)]


def test_an_entity_has_the_direction_as_its_role():
    start, goal = entities("from nurse to project manager")
    assert (start["role"], goal["role"]) == ("from", "to")
    assert "role" not in entities("PMP")[0]
