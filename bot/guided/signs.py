"""Small signs in the words of a message: it asks for a check, corrects, is about oneself."""

from __future__ import annotations

import re

_CHECK = re.compile(
    r"\b(?:am i (?:even |already |now )?(?:eligible|qualified|entitled)"
    r"|do i (?:already )?(?:qualify|meet|fulfil|tick)"
    r"|would i (?:qualify|be eligible|meet)|will i qualify|could i qualify|how (?:close|far) am i"
    r"|when (?:can|could|will|would) i (?:sit|take|apply|be (?:eligible|ready|able))"
    r"|check (?:my|if i|whether i)\b|eligibility check|check .{0,30}\bfor me\b)",
    re.IGNORECASE,
)
_MAY_I = re.compile(
    r"\b(?:can|could|may|should be able to) i (?:already |now )?"
    r"(?:sit|take|apply|do|go for|write|get|register)\b"
    r"|\bis (?:that|it|this) enough\b|\benough (?:for|to)\b|\bdo i have enough\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:i'?ve|i have|i got|i hold|i did|i finished|i led|i managed|my|with (?:a|an|my|\d))\b|\bi'?m\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"^\W*(?:no\b|nope|sorry|wrong|actually|correction|that'?s (?:wrong|not right|incorrect)"
    r"|not (?:right|true)|i mean)"
    r"|\b(?:is wrong|i meant|it'?s actually|should be)\b",
    re.IGNORECASE,
)
_WEEKLY = re.compile(
    r"\b(?:what|how) if\b|\bif i (?:only )?(?:study|learn|spend|do)\b"
    r"|\bhours? (?:a|per|each) week\b|\bh/week\b",
    re.IGNORECASE,
)
_ME = re.compile(r"\b(?:i|i'?m|i'?ve|im|ive|my|me|mine|here)\b", re.IGNORECASE)


def asks_for_check(text: str, *, tells_facts: bool) -> bool:
    """Tell whether a text asks "am i eligible".

    ``tells_facts`` is whether facts of oneself were read in it: with them "can i take it" asks for one too.
    """
    if _CHECK.search(text):
        return True
    return tells_facts and _MAY_I.search(text) is not None and _OWN.search(text) is not None


def corrects(text: str) -> bool:
    """Tell whether a text corrects what was said before: "that's wrong, it is 5 years"."""
    return _CORRECTS.search(text) is not None


def changes_pace(text: str) -> bool:
    """Tell whether a text asks for the plan with other hours of study: "what if i study 10 hours a week"."""
    return _WEEKLY.search(text) is not None


def speaks_of_me(text: str) -> bool:
    """Tell whether somebody speaks of themselves, so that what is told is about them."""
    return _ME.search(text) is not None
