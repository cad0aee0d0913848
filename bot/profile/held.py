"""Reads which credentials a person says to hold, or not to hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.profile.speaker import is_first_person, is_of_another
from bot.understanding.mention import Mention

_HAVE = (
    r"(?:have|hold|holding|got|passed|earned|obtained|achieved|completed|finished|cleared|i've"
    r"|with my|am|i'm|im"
    r"|being|did|done|own|possess)"
)
_SMALL = (
    r"(?:also|already|just|only|an?|the|my|both|active|current|valid|in hand|got|it|recently"
    r"|certified|in|is|last year"
    r"|hold|passed|have|been|now|qualified|since \d+)"
)
_HELD_BEFORE = re.compile(rf"\b{_HAVE}(?: {_SMALL})*\s*$")
# A verb of having counts with "i", or at the head of its clause: "got my csm last year".
_HEAD = re.compile(
    rf"(?:^|[.;:,!?(]|\band|\bbut|\bor)\W*(?:(?:yes|no|just|already|also|ok|hi"
    rf"|hello)\W+)*{_HAVE}(?: {_SMALL})*\s*$"
)
_WISHED = re.compile(r"\b(?:what|how|can|get|getting|become|becoming|be|to|is|are|two|or)\b[^.;,]*$")
_HELD_AFTER = re.compile(
    r"^[ -]*(?:certified|certificate holder|holder|cert(?:ification|ificate)? (?:already|in hand)"
    r"|qualified|passed|already|(?:foundation|practitioner|certification|cert"
    r"|certificate)? ?(?:in (?:hand|the bag)|done|passed|active))\b"
)
_SMALL_WORDS = re.compile(
    r"(?:\W|\b(?:yes|yep|yeah|sure|ok|the|only|just|my|an?|both|and|plus|also|foundation|practitioner|level"
    r"|cert\w*|[abcd]|one|i+|please|too|it'?s)\b)*"
)
_NOT_BEFORE = re.compile(
    r"\b(?:no|(?:don'?t|do not|never|haven'?t|have not|didn'?t|not) (?:have|hold|got|get|passed"
    r"|taken|done)|lack|isn'?t"
    r"|am not|i'm not|lost|nor|neither|i failed|failed|but not)"
    r"(?: (?:have|hold|got|passed|had|an?|the|my|any|yet|active|done|taken|certified|in))*\s*$"
)
_NOT_AFTER = re.compile(r"^\W*(?:has |is |was )?(?:expired|lapsed|ran out|not (?:active|valid)|failed)\b")
# Passed over: "have to take the pmp", "as good as a pmp", "i have been studying for the capm".
_NOT_HELD_BEFORE = re.compile(
    r"\bto (?:have|hold|get|do)\b[^.;,]*$|\b(?:have|has|had|got|need|want|wanted|plan|like|going"
    r"|able|hope|hoping|trying|try"
    r"|due) to\b[^.;,]*$|\bas (?:\w+ )?as (?:an? )?$|\b(?:if|once|when|after|until"
    r"|before) [^.;,]*$"
    r"|\b(?:for|towards?|about|than|or|vs|versus|study\w*|prepar\w*|book\w*|considering"
    r"|between)\W+(?:the |my |a |an )?$"
)
_COURSE_AFTER = re.compile(
    r"^ ?(?:prep\w*|exam prep|training|course|classes|class|bootcamp|study|book|material"
    r"|exam (?:soon|next|booked|date|on)|experience|questions?|hours|pdus?|application"
    r"|eligibility)\b"
)
_JOINED = re.compile(r"^[\s,]*(?:and|&|\+|,|plus|as well as|/)?\s*(?:also |an? |the |my )*$")
_QUESTION = re.compile(
    r"\b(?:do|does|should|must|can|could|would|will) (?:i|you|we|people|they|he|she)\b[^.;]*$"
    r"|\b(?:he|she|friend|boss|colleague|people|who|someone|they)\b(?!.*\bi\b)[^.;]*$"
    r"|\bneed[^.;,]*$"
)


def read_held(
    text: str, mentions: Sequence[Mention], asked: Sequence[str] = ()
) -> tuple[list[str], list[str]]:
    """Return the slugs of credentials that ``text`` says are held, and those that it says are not.

    ``asked`` are the credentials of the question just asked: then a bare "the capm" is one that is held.
    """
    lowered = text.lower().replace("\u2019", "'")
    held: list[str] = []
    lacking: list[str] = []
    end, last = 0, ""
    for mention in (m for m in mentions if m.kind == "credential" and 0 <= m.start < m.end <= len(text)):
        before, after = lowered[: mention.start], lowered[mention.end :]
        between = lowered[end : mention.start] if last else None
        state = _state(before, after, between, last)
        if not state and mention.name in asked and _is_list(lowered, mentions):
            state = "held"
        if state:
            (held if state == "held" else lacking).append(mention.name)
        end, last = mention.end, state
    return list(dict.fromkeys(held)), [name for name in dict.fromkeys(lacking) if name not in held]


def _is_list(text: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a text is little more than names: "the pmp and the capm"."""
    rest, position = [], 0
    for mention in mentions:
        rest.append(text[position : mention.start])
        position = mention.end
    return all(_SMALL_WORDS.fullmatch(piece) for piece in (*rest, text[position:]))


def _state(before: str, after: str, between: str | None, last: str) -> str:
    """Return ``held``, ``lacking`` or nothing for a name, from the words round it and the last state."""
    if _COURSE_AFTER.match(after) or _NOT_HELD_BEFORE.search(before):
        return ""
    if _NOT_AFTER.match(after) or _NOT_BEFORE.search(before):
        return "lacking"
    if between is not None and last and _JOINED.match(between):
        return last
    if _QUESTION.search(before) or is_of_another(before):
        return ""
    if _HELD_AFTER.match(after):
        return "" if _WISHED.search(before) else "held"
    own = _HEAD.search(before) or is_first_person(before)
    return "held" if own and _HELD_BEFORE.search(before) else ""
