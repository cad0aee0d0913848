from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.encoder import DIMENSIONS
from bot.nlu.masking import EXTRACTOR
from bot.nlu.reading import Reader
from bot.nlu.signs import signs
from bot.nlu.spelling import SpellingCorrector

CORRECTOR = SpellingCorrector(
    ["certification"], ["what", "does", "cost", "certification", "much", "and", "that"]
)
TEXT = "how much is the PMP and does that certifcation cost"
NAME = {
    "entity": "credential",
    "value": "pmp",
    "start": 16,
    "end": 19,
    "confidence_entity": 1.0,
    "extractor": EXTRACTOR,
}


@pytest.fixture(scope="module")
def reader(encoder):
    return Reader(encoder, CORRECTOR)


def test_a_reading_holds_text_vector_and_signs(reader):
    found = reader.read("what does the certifcation cost", [])
    assert found.text == "what does the certification cost"
    assert found.vector.shape == (2 * DIMENSIONS,)
    assert np.linalg.norm(found.vector) == pytest.approx(1, abs=1e-3)
    assert np.array_equal(found.signs, signs([]))


def test_the_second_half_of_the_vector_has_the_names_masked(reader, encoder):
    found = reader.read(TEXT, [NAME])
    halves = np.split(found.vector * np.sqrt(2), 2)
    plain = "how much is the PMP and does that certification cost"
    assert halves[0] == pytest.approx(encoder.encode(plain), abs=1e-6)
    assert halves[1] == pytest.approx(encoder.encode(plain.replace("PMP", "certification")), abs=1e-6)
    assert np.array_equal(found.signs, signs([NAME]))


def test_a_text_without_names_is_encoded_once(encoder):
    asked = []

    class Counting:
        def encode(self, text):
            asked.append(text)
            return encoder.encode(text)

    Reader(Counting(), CORRECTOR).read("what does it cost", [])
    assert asked == ["what does it cost"]


@pytest.mark.parametrize(
    ("start", "end", "text", "named"),
    [
        (0, 19, "how much is the PMP", True),
        (9, 19, "is the PMP", True),
        (24, None, "does that certification cost", False),
        (0, 18, "how much is the PM", False),  # half a name is none
    ],
)
def test_a_part_is_read_as_if_it_stood_alone(reader, start, end, text, named):
    part = reader.read(TEXT, [NAME], start, end)
    entities = [NAME | {"start": text.index("PMP"), "end": len(text)}] if named else []
    alone = reader.read(text, entities)
    assert part.text == alone.text == text
    assert np.array_equal(part.vector, alone.vector)
    assert np.array_equal(part.signs, alone.signs)


def test_what_cannot_be_read_is_zero(reader):
    assert not reader.read("😀", []).vector.any()


def test_a_misspelt_text_is_put_right_and_its_names_are_found_again(reader):
    typed = "that certifcation, PMP"
    name = NAME | {"start": 19, "end": 22}
    text, (entity,) = reader.put_right(typed, [name])
    assert text == "that certification, PMP"
    assert text[entity["start"] : entity["end"]] == "PMP"
    assert entity["value"] == "pmp"


def test_what_is_spelt_right_is_not_put_right(reader):
    assert reader.put_right("what does that cost", []) is None
    assert reader.put_right("certifcation", [NAME | {"start": 0, "end": 12}]) is None


def test_many_are_read_as_each_alone_but_for_the_shared_quantisation(reader):
    parts = [(TEXT, [NAME]), ("how much is the PMP", [NAME]), ("😀", [])]
    for (text, entities), found in zip(parts, reader.read_all(parts), strict=True):
        alone = reader.read(text, entities)
        assert found.text == alone.text
        assert np.array_equal(found.signs, alone.signs)
        assert found.vector @ alone.vector == pytest.approx(float(alone.vector.any()), abs=0.03)
