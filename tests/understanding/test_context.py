from __future__ import annotations

import pytest

from bot.answer_id import AnswerId
from bot.understanding.context import Context


def test_the_newest_subject_stands_last_and_once():
    context = Context()
    for text in ("credential/pmp/cost", "credential/capm/cost", "credential/pmp/exam"):
        context = context.after(AnswerId.parse(text), None, ())
    assert context.subjects == ("capm", "pmp")


def test_two_that_are_compared_without_their_names_stand_in_the_order_of_the_talk():
    context = Context()
    for text in ("role/scrum_master/salary", "role/product_owner/salary"):
        context = context.after(AnswerId.parse(text), None, ())
    compared = AnswerId("compare", ("product_owner", "scrum_master"))
    assert context.after(compared, None, ()).listed == ("scrum_master", "product_owner")
    named = ("product_owner", "scrum_master")
    assert context.after(compared, None, (), named).listed == named


def test_a_name_after_a_topic_whose_question_named_two_stands_beside_the_last_of_them():
    """Found by a simulated month: the turn failed, and each time that it was sent again."""
    named = ("pmo", "program_manager")
    context = Context().after(AnswerId.parse("topic/pmo_reporting_line"), None, (), named)
    assert (context.subjects, context.listed) == (named, named)
    assert context.after(AnswerId.parse("role/project_manager/salary"), None, ()).listed == (
        "program_manager",
        "project_manager",
    )


def test_only_a_few_subjects_are_kept():
    context = Context()
    for name in "abcdefgh":
        context = context.after(AnswerId("role", (name, "overview")), None, ())
    assert context.subjects == ("c", "d", "e", "f", "g", "h")


def test_declining_changes_only_what_was_offered():
    before = Context(subjects=("pmp",), answered="credential/pmp/cost", aspect="cost")
    after = before.after(AnswerId.parse("out_of_scope/unrelated"), None, ("topic/x",))
    assert (after.subjects, after.answered, after.aspect) == (("pmp",), "credential/pmp/cost", "cost")
    assert after.offered == ("topic/x",)


def test_a_slot_holds_the_whole_context():
    context = Context(("pmp",), "credential/pmp/cost", "cost", ("topic/x",), "teacher", 1)
    assert Context.from_slot(context.to_slot()) == context


@pytest.mark.parametrize("value", [None, "text", 7, [], {}])
def test_an_unreadable_slot_is_an_empty_context(value):
    assert Context.from_slot(value) == Context()


def test_unknown_keys_of_a_slot_are_left_out():
    assert Context.from_slot({"subjects": ["pmp"], "surprise": 1}) == Context(subjects=("pmp",))
