"""What the talk before decides beside the words: whole turns, with the intents given."""

from __future__ import annotations

import pytest

from bot.answer_id import AnswerId
from bot.understanding.context import Context
from tests.understanding.talks import talk


def of_topic(name, *named, before=()):
    """The talk after a topic that was asked of the ``named``."""
    return talk(*before).after(AnswerId("topic", (name,)), None, (), named)


@pytest.mark.parametrize(
    ("text", "intent", "context", "expected"),
    [
        # What a topic was asked of stays what the talk is about.
        ("ok and how many months of study", "study_time", of_topic("employer_funding", "pmp"),
         "credential/pmp/study_time"),
        ("what are day rates like", "salary", of_topic("remote_freelance", "it_project_manager"),
         "role/it_project_manager/salary"),
        ("could i become a business analyst instead", "transition", of_topic("job_market", "scrum_master"),
         "transition/scrum_master/business_analyst"),
        # A topic about any project manager gives way to the role of the talk.
        ("which skills do i need for it", "skills", of_topic("fit_for_pm", before=["role/it_project_manager/salary"]),
         "role/it_project_manager/skills"),
        # After a comparison another side of it is asked for.
        ("and quicker to do", "study_time", talk("compare/p3o/pmi_pmocp"), "compare/p3o/pmi_pmocp"),
        ("and quicker to do", "study_time", talk("credential/p3o/cost"), "credential/p3o/study_time"),
        ("so of those two jobs which has the better future", "compare",
         talk("compare/delivery_manager/scrum_master", "credential/csm/need"), "compare/delivery_manager/scrum_master"),
        # Two goals from one start are the two to choose from.
        ("which of the two suits a people person", "compare",
         talk("transition/project_manager/product_manager", "transition/project_manager/business_analyst"),
         "compare/business_analyst/product_manager"),
        ("how are they different from scrum masters", "compare", talk("role/agile_coach/overview"),
         "compare/agile_coach/scrum_master"),
        # "It" is the certificate of the answer before.
        ("do i need it for a pmo job", "topic_should_i_join_pmo", talk("credential/p3o/overview"),
         "credential/p3o/need"),
        ("do i need it for a pmo job", "topic_should_i_join_pmo", talk("role/pmo/overview"),
         "topic/should_i_join_pmo"),
        ("what does it set me back", "smalltalk_thanks", talk("credential/p3o/need"), "smalltalk/thanks"),
        ("what does it set me back", "need", talk("credential/p3o/need"), "credential/p3o/cost"),
        ("what does the pmp set people back", "need", Context(), "credential/pmp/cost"),
    ],
)  # fmt: skip
def test_the_talk_decides(ask, text, intent, context, expected):
    assert str(ask(text, intent, context=context).id) == expected


def test_of_two_corrected_the_new_one_is_meant_by_that_one(ask):
    first = ask("prince2 or msp", "compare")
    context = Context().after(first.id, first.aspect, (), first.named)
    second = ask("not msp, agilepm i mean", "compare", context=context)
    assert str(second.id) == "compare/agilepm/prince2"
    context = context.after(second.id, second.aspect, (), second.named)
    assert str(ask("exam of that one?", "exam", context=context).id) == "credential/agilepm/exam"
