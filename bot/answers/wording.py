"""How ids are worded as questions, for buttons, and small helpers of English."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.answer_id import AnswerId
from bot.knowledge.base import OUTSIDE, Knowledge

_ROLE = {
    "overview": "What is {a} {name}?",
    "duties": "What does {a} {name} do all day?",
    "skills": "What skills does {a} {name} need?",
    "salary": "What does {a} {name} earn?",
    "entry": "How do I become {a} {name}?",
    "outlook": "Is {name} a job with a future?",
    "next_steps": "What comes after {name}?",
}
_CREDENTIAL = {
    "overview": "What is {name}?",
    "need": "Is {name} worth it?",
    "eligibility": "Who can take {name}?",
    "cost": "What does {name} cost?",
    "study_time": "How long do I study for {name}?",
    "exam": "What is the {name} exam like?",
    "renewal": "Does {name} expire?",
    "how_to_get": "How do I get {name}?",
    "application": "How do I apply for {name}?",
}
_FIXED = {
    "smalltalk/help": "What can I ask you?",
    "smalltalk/privacy": "What do you keep about me?",
    "smalltalk/bot_identity": "Who are you?",
    "smalltalk/human_handoff": "Can I talk to a person?",
}
_TOOLS = {
    "plan": "Make me a plan",
    "map": "Show me the career map",
    "profile": "What do you know about me?",
}
_VOWEL_SOUND = re.compile(r"^(?:[aeio]|IT\b|MS|RM|SP|AP|ACP|u(?!n?i))", re.ASCII)
_SENTENCE = re.compile(r"^.+?[.?!](?=\s|$)(?<!e\.g\.)(?<!i\.e\.)", re.DOTALL)
MONTHS_A_YEAR = 12
HALF_YEAR = 6


def question(answer: AnswerId, knowledge: Knowledge) -> str:
    """Return ``answer`` worded as the question that a person would ask."""
    word = _WORDED.get(answer.kind)
    return word(answer.parts, knowledge) if word else _FIXED.get(str(answer), str(answer))


def _role(parts: tuple[str, ...], knowledge: Knowledge) -> str:
    name = knowledge.roles[parts[0]].name
    return _ROLE[parts[1]].format(a=article(name), name=name)


def _credential(parts: tuple[str, ...], knowledge: Knowledge) -> str:
    return _CREDENTIAL[parts[1]].format(name=knowledge.credentials[parts[0]].short)


def _move(parts: tuple[str, ...], knowledge: Knowledge) -> str:
    goal = knowledge.roles[parts[1]].name
    if parts[0] == OUTSIDE:
        return f"How do I become {article(goal)} {goal} from another job?"
    return f"How do I get from {uncapitalised(knowledge.roles[parts[0]].short)} to {goal}?"


def _pair(parts: tuple[str, ...], knowledge: Knowledge) -> str:
    return capitalised(f"{subject_name(parts[0], knowledge)} or {subject_name(parts[1], knowledge)}?")


def _topic(parts: tuple[str, ...], knowledge: Knowledge) -> str:
    return knowledge.topics[parts[0]].question


def _tool(parts: tuple[str, ...], knowledge: Knowledge) -> str:
    if parts[0] == "eligibility":
        return f"Can I take the {knowledge.credentials[parts[1]].short}? Check it with me."
    return _TOOLS[parts[0]]


_WORDED: dict[str, Callable[[tuple[str, ...], Knowledge], str]] = {
    "role": _role,
    "credential": _credential,
    "transition": _move,
    "compare": _pair,
    "topic": _topic,
    "tool": _tool,
}


def subject_name(name: str, knowledge: Knowledge) -> str:
    """Return how a role or credential is called within a sentence."""
    role = knowledge.roles.get(name)
    return role.name if role is not None else knowledge.credentials[name].short


def article(name: str) -> str:
    """Return ``a`` or ``an`` as it is spoken before ``name``."""
    return "an" if _VOWEL_SOUND.match(name) else "a"


def first_sentence(text: str) -> str:
    """Return the first sentence of ``text``."""
    match = _SENTENCE.match(text)
    return match.group() if match else text


def capitalised(text: str) -> str:
    """Return ``text`` with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """Return ``text`` with its first letter in lower case, unless an abbreviation such as PMO begins it."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def span(least: int, most: int) -> str:
    """Return a span of months in words: "6 to 12 months", "about 2 years", "6 months to 3 years".

    Years are told to the half year, the lower end rounded down and the upper end up.
    """
    if least == most:
        return f"about {_time(least)}"
    if not least:
        return f"up to {_time(most)}"
    if most <= MONTHS_A_YEAR * 2 and (least % MONTHS_A_YEAR or most % MONTHS_A_YEAR):
        return f"{least} to {most} months"
    low, high = _time(least - least % HALF_YEAR if least > MONTHS_A_YEAR else least), _time(most)
    number, _, unit = low.partition(" ")
    return f"{number} to {high}" if unit.rstrip("s") == "year" else f"{low} to {high}"


def _time(months: int) -> str:
    """Return months below a year as months, else as years to the next half year."""
    if months < MONTHS_A_YEAR:
        return f"{months} month{'s' if months != 1 else ''}"
    years, rest = divmod(months, MONTHS_A_YEAR)
    half = 0 < rest <= HALF_YEAR
    years += rest > HALF_YEAR
    number = f"{years}\u00bd" if half else str(years)
    return f"{number} year{'s' if number != '1' else ''}"
