"""What a topic means for a role or a credential: "and scrum masters?" after the topic on the job market."""

from __future__ import annotations

from bot.answer_id import AnswerId
from bot.knowledge.base import Knowledge
from bot.knowledge.models import Topic
from bot.understanding.aspects import about
from bot.understanding.context import Context
from bot.understanding.question import Question


def last_topic(context: Context, knowledge: Knowledge) -> Topic | None:
    """Return the topic that the last answer was, else None."""
    last = context.last_id
    return knowledge.topics.get(last.parts[0]) if last is not None and last.kind == "topic" else None


def topic_of_others(subject: str, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return what "and scrum masters?" asks after a topic: the matching aspect, else the topic again."""
    topic, last = last_topic(context, knowledge), context.last_id
    if topic is None:
        return None
    aspect = topic.of_role if subject in knowledge.roles else topic.of_credential
    if aspect is not None:
        return about(subject, aspect, knowledge)
    return last if subject in knowledge.roles and topic.about is None else None


def of_named_role(name: str, question: Question, knowledge: Knowledge) -> AnswerId | None:
    """Return what the topic ``name``, which is about one role, asks when another is named, else None.

    "How long to become a PMO director" has the intent of the topic on becoming a project manager.
    """
    topic = knowledge.topics.get(name)
    roles = [subject for subject in question.subjects if subject in knowledge.roles]
    if topic is None or topic.about is None or topic.of_role is None:
        return None
    if len(roles) != 1 or roles[0] == topic.about:
        return None
    return about(roles[0], topic.of_role, knowledge)
