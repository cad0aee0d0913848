"""Signs in the wording that do not need a classifier: bare names, ordinals, comparison words."""

from __future__ import annotations

import re
import unicodedata

from bot.understanding.mention import Mention
from bot.understanding.small_words import WITHOUT_ASPECT

_FEW_WORDS = 4
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_LETTER = re.compile(r"[^\W\d_]", re.UNICODE)

_MORE = r"(?:more|better|less|easier|harder|sooner|higher|best|cheaper|faster)"
_OF_TWO = (
    rf"(?:those|these|the|of) two|both|each(?: one)?(?= *[?.!]*$)|who (?:earns|gets|makes|has it) {_MORE}|which (?:\w+ )?pays {_MORE}"
    rf"|the difference(?= *\??$)|(?:and |so )?what'?s the difference"
    rf"|which (?:one )?(?:is|has|gets|would|of)(?: \w+){{0,3}} {_MORE}"
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


_ASKS = re.compile(
    r"\?|\b(?:what|how|which|who|where|when|why|can|could|should|do|does|is|are|will|would)\b", re.IGNORECASE
)


def asks(text: str) -> bool:
    """Tell whether a text asks something rather than tells it."""
    return _ASKS.search(text) is not None


def has_letters(text: str) -> bool:
    """Tell whether the text holds a letter at all; emoji, digits and signs alone ask nothing."""
    return _LETTER.search(text) is not None


_ONESELF = re.compile(
    r"\b(?:i'?m|i am|i was|i'?ve been|i work(?:ed)?|my (?:job|background|work)|ex|former(?:ly)?|as an?|here)\b",
    re.IGNORECASE,
)


def speaks_of_oneself(text: str) -> bool:
    """Tell whether someone says what they are or were: "im a site engineer", "ex navy here"."""
    return _ONESELF.search(text) is not None


def is_foreign_script(text: str) -> bool:
    """Tell whether most letters are of a script other than Latin: Waymark reads English alone."""
    letters = _LETTER.findall(text)
    foreign = sum("LATIN" not in unicodedata.name(letter, "LATIN") for letter in letters)
    return foreign > len(letters) / 2


_DISTRESS = re.compile(
    r"\b(?:(?<!career )(?<!professional )(?<!political )suicid\w*|kill(?:ing)? (?:myself|me)|end (?:my life|it all)|self[- ]?harm\w*|hurt(?:ing)? myself"
    r"|want(?:ed)? to die|don'?t want to (?:live|be alive)|no reason to live|better off dead)\b"
)


def is_distress(text: str) -> bool:
    """Tell whether someone may be in danger. Then help comes first, whatever else the message asks."""
    return _DISTRESS.search(text.lower().replace("\u2019", "'")) is not None


def is_bare(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether the text holds nothing but names and words without an aspect: "and capm?"."""
    if _WHAT_IS.match(text):
        return False
    position, rest = 0, []
    for mention in mentions:
        rest.append(text[position : mention.start])
        position = mention.end
    rest.append(text[position:])
    words = [word.lower() for piece in rest for word in _WORD.findall(piece)]
    return all(word in WITHOUT_ASPECT for word in words)


_WHAT_IS = re.compile(r"^\W*(?:and |ok |so )?what(?:'?s| is| are)\b(?! about)", re.IGNORECASE)
_AGAINST = re.compile(r"^\W*(?:vs?|versus|against|compared (?:to|with))\b", re.IGNORECASE)


def is_against(text: str) -> bool:
    """Tell whether a text sets a name against what the talk is about: "vs the pmi-acp"."""
    return _AGAINST.match(text) is not None


_SOFT_START = re.compile(
    r"^\W*(?:(?:and|n|or|ok|so|hm+)\W+)*(?:what about|how about|same for|(?:and|n|with|or)\b)", re.IGNORECASE
)


def is_loosely_bare(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether the text is little more than "what about X": a soft start, names, a few other words."""
    if not _SOFT_START.match(text):
        return False
    words = len(_WORD.findall(text)) - sum(
        len(_WORD.findall(m.text or text[m.start : m.end])) for m in mentions
    )
    return words <= _FEW_WORDS


def is_reversal(text: str) -> bool:
    """Tell whether the text turns the last question round: "no, the other way round"."""
    return (
        re.search(r"\b(?:other way(?: a?round)?|vice versa|the reverse|opposite direction)\b", text.lower())
        is not None
    )


def compares_the_last_two(text: str) -> bool:
    """Tell whether the text sets the two things of the talk against each other without naming them."""
    return re.search(rf"\b(?:{_OF_TWO})\b", text.lower()) is not None


def is_return(text: str) -> bool:
    """Tell whether the text goes back to an earlier subject: "back to the pmp"."""
    return (
        re.search(
            r"\b(?:back to|return(?:ing)? to|again about|about (?:the|that) .{3,40} again|earlier you)\b",
            text.lower(),
        )
        is not None
    )


def angle(text: str) -> str | None:
    """Return what two things are compared for, when the words say so: a key of ``Comparison.angles``."""
    lowered = text.lower()
    return next((name for name, signs in _ANGLES.items() if _has(lowered, signs)), None)


def _has(lowered: str, signs: str) -> bool:
    return re.search(rf"\b(?:{signs})\b", lowered) is not None


_HELD = re.compile(
    r"\b(?:have|hold|holding|has|got|after|passed|finished|completed|with (?:an?|my|the)|done|did|my|already)"
    r"(?: (?:a|an|the|my|already|just|got|passed|both))*\s*$"
)


_NEGATED = re.compile(r"\bnot (?:the |a |an )?$")


def taken_back(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions that a text takes back: the SP in "not the SP, the ACP"."""
    lowered = text.lower()
    return tuple(mention for mention in mentions if _NEGATED.search(lowered[: mention.start]))


def asked_mentions(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions that a question is about.

    A credential that the person only says to hold ("i have the capm, how long to study for the pmp") is left
    out as long as another credential remains, and so is a name that is taken back ("not the SP, the ACP").
    """
    lowered = text.lower()
    meant = tuple(m for m in mentions if m not in taken_back(text, mentions))
    mentions = meant or mentions
    credentials = [mention for mention in mentions if mention.kind == "credential"]
    held = {m for m in credentials if _HELD.search(lowered[: m.start])}
    if not held or len({m.name for m in credentials} - {m.name for m in held}) == 0:
        return mentions
    return tuple(mention for mention in mentions if mention not in held)


_MOVING = re.compile(
    r"\b(?:becom\w*|becam\w*|turn(?:ed|ing)?|mov(?:e|ed|ing)|switch\w*|transition\w*|transform\w*|progress\w*"
    r"|promot\w*|jump|shift|end up|grow|get(?:ting)? (?:in)?to|go(?:ing)? (?:from|to|into|back)|from .+ to)\b"
    r"|->|=>|\u2192"
)
_JOINED = re.compile(r"\b(?:vs?\.?|versus|or|compared (?:to|with)|difference|different|differ|same as)\b|/")


def is_move(text: str) -> bool:
    """Tell whether the words speak of going from one role to another."""
    return _MOVING.search(text.lower()) is not None


def is_comparison(text: str, first: Mention, second: Mention) -> bool:
    """Tell whether two names are set against each other: joined by "or", or with a word for difference."""
    lowered = text.lower()
    between = lowered[first.end : second.start]
    short = len(between.split()) <= _FEW_WORDS
    return (short and _JOINED.search(between) is not None) or "difference" in lowered or "differ" in lowered
