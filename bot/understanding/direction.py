"""Tells which role a person comes from and which one they want, from the words around the names.

"can a PMO become a project manager" and "become a project manager from a PMO" ask the same; "can a project
manager become a PMO" asks the opposite. The cues are prepositions and verbs next to the names.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understanding.mention import Direction, Mention

_PEOPLE = ("role", "profession")

# Small words that may stand between a cue and the name.
_SMALL = (
    r"(?:\s+(?:a|an|the|my|our|your|any|another|some|good|real|actual|full|proper|junior|senior"
    r"|just|only|still|currently|now|basically))*\s*"
)
_ARROW = r"->|-+>|=>|\u2192|>"

_CUES_OF_START = (
    r"from|as|i am|i'?m|am|being|currently|current|was|after|out of|leav(?:e|ing)|quit(?:ting)?",
    r"(?:i have|i'?ve|^)\s*been",
    r"(?:years?|yrs?|months?)(?: in| as| of)?|work(?:ing|ed)? (?:in|as)|exp(?:erience)? (?:as|in)",
    r"instead of|my|can|could|do|does|will|would|how (?:can|do|does)|ex|former|used to be",
    r"start(?:ed|ing)? (?:as|in)|join(?:ed|ing)?|doing|background (?:in|as)",
    r"(?:step|move|option|path|progression|goal|direction|choice|jump|promotion|change) for",
)
_CUES_OF_GOAL = (
    r"to|into|becom(?:e|ing)|became|be|towards?|end up as|turn(?:ed)? into|apply(?:ing)? (?:for|as)",
    r"get(?:ting)?(?: into)?|promot(?:ed|ion) to|go(?:ing)? for|land|wants?|hired as|target",
    r"going independent as|(?:thinking|dreaming) of|(?:tempted|drawn) by|aim(?:ing)? (?:at|for)",
    r"(?:take|hire|want|accept|have) (?:me|us|him|her|them)(?: on)? as",
    r"dream is|goal is|offer(?:s|ed) me|look(?:ing)? at|head(?:ing)? for|step(?:ping)? up to|reach",
)
_VERBS_OF_LEAVING = (
    r"becom(?:e|ing)|turn(?:ed)?|mov(?:e|ing)|switch(?:ing)?|who wants?|wanting|looking|trying|hoping",
    r"(?:and |but )?(?:i )?(?:want|wants|would like)|end up|grow into|get into|transition|go|to|into",
)

_FROM_BEFORE = re.compile(rf"\b(?:{'|'.join(_CUES_OF_START)}){_SMALL}$")
_TO_BEFORE = re.compile(rf"(?:\b(?:{'|'.join(_CUES_OF_GOAL)})|{_ARROW}){_SMALL}(?:job|role|position)?\s*$")
_FROM_AFTER = re.compile(
    rf"^\s*(?:role|job|position|background|person|people|team)?\s*"
    rf"(?:(?:{'|'.join(_VERBS_OF_LEAVING)})\b|{_ARROW}|here\b|(?:for|since) (?:\w+ )?\d+\b|for years\b)"
)
_TO_AFTER = re.compile(
    r"^\s*(?:job |role |team )?(?:take|hire|want|accept|consider|have) (?:me|us|someone|people|somebody|a)\b"
)
_GOAL_FIRST = re.compile(r"\b(?:do|does|must|should|have|need|got)\b.*\b(?:first|before)\b")


def with_directions(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return ``mentions`` with a direction on roles and professions where the words show one.

    With two people-names of which only one shows a direction, the other gets the opposite one; two roles are
    such a pair also where a profession is named besides. Credentials are left alone.
    """
    lowered = text.lower()
    people = [index for index, mention in enumerate(mentions) if mention.kind in _PEOPLE]
    found: dict[int, Direction | None] = {}
    for place, index in enumerate(people):
        left = mentions[people[place - 1]].end if place else 0
        right = mentions[people[place + 1]].start if place + 1 < len(people) else len(text)
        mention = mentions[index]
        found[index] = _direction(lowered[left : mention.start], lowered[mention.end : right])
    roles = {index: found[index] for index in people if mentions[index].kind == "role"}
    found |= _settled(lowered, roles if len(roles) == 2 else found)  # noqa: PLR2004 - a pair
    return [replace(mention, direction=found.get(index)) for index, mention in enumerate(mentions)]


def _direction(before: str, after: str) -> Direction | None:
    if _TO_BEFORE.search(before) or _TO_AFTER.search(after):
        return "to"
    if _FROM_BEFORE.search(before) or _FROM_AFTER.search(after):
        return "from"
    return None


def _settled(text: str, shown: dict[int, Direction | None]) -> dict[int, Direction | None]:
    """Return directions in which exactly one of two names is the start and the other the goal."""
    found = dict(shown)
    if len(found) != 2:  # noqa: PLR2004 - a pair
        return found
    first, second = found
    pair = (found[first], found[second])
    opposite: dict[Direction, Direction] = {"from": "to", "to": "from"}
    if pair[0] is None and pair[1] is not None:
        found[first] = opposite[pair[1]]
    elif pair[1] is None and pair[0] is not None:
        found[second] = opposite[pair[0]]
    elif pair == ("to", "to"):
        goal_first = text.startswith(("to ", "if i want", "for ")) and bool(_GOAL_FIRST.search(text))
        found[first], found[second] = ("to", "from") if goal_first else ("from", "to")
    elif pair == ("from", "from"):
        found[first], found[second] = "from", "to"
    return found
