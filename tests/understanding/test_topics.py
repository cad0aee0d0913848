from __future__ import annotations

import pytest

from bot.understanding.topics import last_topic, of_named_role, topic_of_others
from tests.understanding.talks import talk


@pytest.mark.parametrize(
    ("topic", "subject", "expected"),
    [
        ("job_market", "scrum_master", "role/scrum_master/outlook"),
        ("which_certification", "csm", "credential/csm/need"),
        # The topic is about one role and says nothing of others.
        ("pmo_value", "scrum_master", "None"),
        # It is about no role in particular: it holds for this one, too.
        ("masters", "scrum_master", "topic/masters"),
        ("masters", "csm", "None"),
    ],
)
def test_and_x_after_a_topic(knowledge, topic, subject, expected):
    assert str(topic_of_others(subject, talk(f"topic/{topic}"), knowledge)) == expected


def test_after_anything_but_a_topic_there_is_none(knowledge):
    assert last_topic(talk("credential/pmp/cost"), knowledge) is None
    assert topic_of_others("pmo", talk("credential/pmp/cost"), knowledge) is None


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("time_to_become_pm", "how long to become a pmo director", "role/pmo_director/entry"),
        ("after_project_manager", "what comes after scrum master", "role/scrum_master/next_steps"),
        # Its own role, two roles, or none: the topic itself.
        ("time_to_become_pm", "how long to become a project manager", "None"),
        ("time_to_become_pm", "how long to become a pmo director or coo", "None"),
        ("time_to_become_pm", "how long does it take", "None"),
        # About no role in particular.
        ("job_market", "is it hard to find pmo director jobs", "None"),
        ("unheard_of", "pmo director", "None"),
    ],
)
def test_a_topic_about_one_role_asked_of_another(knowledge, read, name, text, expected):
    assert str(of_named_role(name, read(text), knowledge)) == expected
