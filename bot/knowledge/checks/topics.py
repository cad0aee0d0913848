"""Checks of what topics say for the talk that goes on after them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.knowledge.base import Knowledge
from bot.knowledge.problems import Problem


def topics_name_roles(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """Every role that a topic is about exists."""
    for name, topic in knowledge.topics.items():
        if topic.about is not None and topic.about not in knowledge.roles:
            cure = f"Use one of: {', '.join(knowledge.roles)}"
            yield knowledge.files[f"topics/{name}"].problem(("about",), f"'{topic.about}' is no role", cure)


def topics_cover_each_aspect_once(knowledge: Knowledge, _today: date) -> Iterator[Problem]:
    """No topic lists an aspect twice."""
    for name, topic in knowledge.topics.items():
        for aspect, count in Counter(topic.covers).items():
            if count > 1:
                message = f"'{aspect}' is listed {count} times"
                yield knowledge.files[f"topics/{name}"].problem(("covers",), message, "Keep one of them")
