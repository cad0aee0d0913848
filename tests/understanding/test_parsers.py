"""What the store and the buttons give back is read or counts as nothing, whatever it has become meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer_id import AnswerId
from bot.guided.state import Guided
from bot.profile.dates import read_date
from bot.profile.person import Person
from bot.understanding.context import Context
from bot.understanding.parsed import PRESSED_INTENT, question_from

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
SLOT = st.fixed_dictionaries({}, optional=dict.fromkeys(Context.__dataclass_fields__, JSON)) | JSON
# Such values are slow to make up.
FEW = settings(max_examples=40)
STATE = st.fixed_dictionaries(
    {"tool": st.sampled_from(["eligibility", "plan", "map"]) | JSON},
    optional={name: JSON for name in Guided.__dataclass_fields__ if name != "tool"},
)


@FEW
@given(st.text() | st.lists(st.text(max_size=8), max_size=5).map("/".join))
def test_any_text_is_an_answer_id_or_refused_with_a_sentence(text: str) -> None:
    try:
        said = str(AnswerId.parse(text))
    except ValueError as refusal:
        assert str(refusal).startswith(f"'{text}' ")  # noqa: PT017
    else:
        assert said == text


@FEW
@given(SLOT)
def test_any_slot_is_a_context(value: Any) -> None:
    context = Context.from_slot(value)
    assert Context.from_slot(context.to_slot()) == context


@FEW
@given(STATE | JSON)
def test_any_slot_is_a_guided_talk_or_none(value: Any) -> None:
    guided = Guided.from_slot(value)
    assert guided is None or Guided.from_slot(guided.to_slot()) == guided


@FEW
@given(JSON)
def test_any_slot_is_a_person(value: Any) -> None:
    person = Person.from_slot(value)
    assert Person.from_slot(person.to_slot()) == person


@FEW
@given(st.text(), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_any_text_is_a_date_or_none(text: str, today: date) -> None:
    for words in (text, f"since {text} 2019", f"{text}/2020"):
        day = read_date(words, today)
        assert day is None or read_date(words, today) == day


@FEW
@given(JSON, JSON)
def test_any_value_of_a_button_is_words(answer: Any, say: Any) -> None:
    entities = [{"entity": "id", "value": answer}, {"entity": "say", "value": say}]
    question = question_from({"intent": {"name": PRESSED_INTENT}, "entities": entities})
    assert isinstance(question.pressed, str)
    assert isinstance(question.text, str)
