"""Questions that set two roles or two credentials side by side."""

from __future__ import annotations

import re

from bot.answer_id import AnswerId, compare
from bot.knowledge.base import Knowledge
from bot.understanding.aspects import about
from bot.understanding.context import Context
from bot.understanding.mention import Mention
from bot.understanding.question import Question

_FEW_WORDS = 4
_MORE = r"(?:more|better|less|easier|harder|sooner|higher|best|cheaper|faster)"
_OF_TWO = re.compile(
    rf"\b(?:(?:those|these|the|of) two|both|each(?: one)?(?= *[?.!]*$)"
    rf"|who (?:earns|gets|makes|has it) {_MORE}|which (?:\w+ )?pays {_MORE}"
    rf"|the difference(?= *\??$)|(?:and |so )?what'?s the difference"
    rf"|which (?:one )?(?:is|has|gets|would|of)(?: \w+){{0,3}} {_MORE})\b"
)
_AND_MORE = re.compile(
    r"^\W*(?:and|or|but|also|which(?: one| of (?:them|those|these))?(?: is| has| gets)?)\s+"
    r"(?:the |it |one |is )?"
    r"(?:quick|fast|cheap|easi|hard|short|long|tough|simpl|slow|high|low|bett|saf|wid|old|new)(?:er|est)\b",
    re.IGNORECASE,
)
_ANGLES = {
    "easier": r"easi(?:er|est)|hard(?:er|est)|tougher|simpler|stress(?:ful)?|difficult",
    "pay": r"pays?|paid|salar(?:y|ies)|earns?|money|make more",
    "seniority": r"higher|above|below|senior|(?:out)?ranks?|step up|promotion|boss",
    "cost": r"cheap(?:er|est)|costs?|prices?|expensive|affordable",
    "time": r"faster|fastest|quick(?:er|est)|sooner|longer",
    "first": r"first|before",
    "better": r"better|best|should i|choose|right for me|prefer|recommend",
}
# "do they earn more than a PM": what the talk was about, set against the one name in the text.
_THAN_NAMED = re.compile(r"\b(?:they|it|that|those|these|he|she)\b.{1,40}\bthan (?:an? |the )?$")
_AGAINST = re.compile(r"^\W*(?:vs?|versus|against|compared (?:to|with))\b", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:vs?\.?|versus|or|compared (?:to|with)|difference|different|differ|same as)\b|/")


def angle(text: str) -> str | None:
    """Return what two things are compared for, when the words say so: a key of ``Comparison.angles``."""
    lowered = text.lower()
    return next((name for name, signs in _ANGLES.items() if re.search(rf"\b(?:{signs})\b", lowered)), None)


def compares_the_last_two(text: str) -> bool:
    """Tell whether the text sets the two things of the talk against each other without naming them."""
    return _OF_TWO.search(text.lower()) is not None


def goes_on_comparing(text: str) -> bool:
    """Tell whether a text after a comparison asks for another side of it: "and quicker to do?"."""
    return _AND_MORE.match(text) is not None


def is_against(text: str) -> bool:
    """Tell whether a text sets a name against what the talk is about: "vs the pmi-acp"."""
    return _AGAINST.match(text) is not None


def is_comparison(text: str, first: Mention, second: Mention) -> bool:
    """Tell whether two names are set against each other: joined by "or", or with a word for difference."""
    lowered = text.lower()
    between = lowered[first.end : second.start]
    short = len(between.split()) <= _FEW_WORDS
    return (short and _JOINED.search(between) is not None) or "difference" in lowered or "differ" in lowered


def comparison_in_words(question: Question) -> AnswerId | None:
    """Return the comparison of exactly two names of one kind that the words set against each other."""
    for kind in ("credential", "role"):
        same = [mention for mention in question.mentions if mention.kind == kind]
        different = len({mention.name for mention in same}) == len(same) == 2  # noqa: PLR2004 - a pair
        if different and is_comparison(question.text, same[0], same[1]):
            return compare(same[0].name, same[1].name)
    return None


def is_less_or_more(question: Question) -> bool:
    """Tell whether a pronoun is said to be more or less than the one subject named: "is it harder than X"."""
    if len(question.subjects) != 1:
        return False
    named = next(mention for mention in question.mentions if mention.kind != "profession")
    return _THAN_NAMED.search(question.text.lower()[: named.start]) is not None


def comparison_asked(question: Question, context: Context, knowledge: Knowledge) -> AnswerId | None:
    """Return which comparison is asked for: of two that are named, else with what the talk was about.

    One name that can be compared with nothing is asked about alone. None when nothing is named and the talk
    has no pair.
    """
    for names in (knowledge.credentials, knowledge.roles):
        same = [name for name in question.subjects if name in names]
        if len(same) > 1:
            return compare(same[0], same[1])
    if not question.subjects:
        pair = context.pair(knowledge)
        return compare(*pair) if pair else _earlier(question, context)
    return with_the_talk(question.subjects[0], question, context, knowledge)


def _earlier(question: Question, context: Context) -> AnswerId | None:
    """Return the last comparison of the talk when "those two" are asked about, else None."""
    last = context.last_of("compare") if compares_the_last_two(question.text) else None
    return compare(*last.parts) if last else None


def with_the_talk(subject: str, question: Question, context: Context, knowledge: Knowledge) -> AnswerId:
    """Return the comparison of ``subject`` with the newest of its kind in the talk, else what it is."""
    names = knowledge.roles if subject in knowledge.roles else knowledge.credentials
    other = next((name for name in reversed(context.subjects) if name in names and name != subject), None)
    if other is not None:
        return compare(subject, other)
    asks_worth = subject in knowledge.credentials and angle(question.text) is not None
    return about(subject, "need" if asks_worth else "overview", knowledge)
