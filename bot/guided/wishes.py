"""What a message wants of the guided talks, by its words: to begin, to stop, to know why, to be forgotten."""

from __future__ import annotations

import re
from typing import Literal

Wish = Literal["stop", "why", "go_on", "plan", "map", "profile", "forget", "save"]

# Longer messages are no commands.
_LONGEST = 160
_POLITE = (
    r"(?:(?:please|ok|okay|no|hey|can you|could you|i want to|i'?d like to|let'?s"
    r"|just|now|so|and|well|pls)\W+)*"
)


def _alone(*wordings: str) -> str:
    """Return a pattern for a message that is nothing but one of these wordings."""
    return rf"^\W*(?:{'|'.join(wordings)})\W*$"


def _politely(*wordings: str) -> str:
    """Return a pattern for a message that is one of these wordings, "please" and the like before it."""
    return rf"^\W*{_POLITE}(?:{'|'.join(wordings)})\W*$"


_FORGET = (
    _politely(
        r"forget me",
        r"forget everything (?:about|on) me",
        r"forget everything i(?:'ve| have)? (?:told|said).*",
        r"delete (?:me|my (?:data|profile|conversation|chat|talk))",
        r"erase (?:me|my .*)",
        r"wipe my .*",
    ),
)
_PROFILE = (
    (
        r"\b(?:what|which things) (?:do|did) you (?:know|remember|have|note|noted)(?: down)?"
        r" (?:about|of|on) me\b"
    ),
    r"\bwhat (?:have|did) i (?:told|tell|said|say)(?: you)?(?: so far| about (?:me|myself))?\W*$",
    _alone(r"(?:show (?:me )?)?my (?:profile|facts)"),
)
_SAVE = (
    _politely(
        r"save(?: (?:this|my|the|it|our))?(?: (?:talk|chat|conversation|plan|progress|for later))?",
    ),
    (
        r"\b(?:continue|go on|carry on) (?:this |it )?(?:on|in|at|with)"
        r" (?:slack|another|a different|my (?:phone|laptop|other))\b"
    ),
)
_MAP = (
    r"\bcareer map\b",
    r"\b(?:show|draw|see|give)\b.{0,12}\b(?:the|a|my) (?:map|picture of (?:the )?(?:careers?|roles?))\b",
    (
        r"\b(?:show|draw|see|give)\b.{0,40}\b(?:jobs|roles|careers?|positions)\b.{0,50}"
        r"\b(?:on|in|as) (?:a|one) (?:single )?(?:picture|diagram|chart|map|graph)\b"
    ),
    r"^\W*(?:show |draw )?(?:me )?(?:the |my |a )?(?:path|route|way) from\b.{3,60}\bto\b",
    _alone(r"(?:the )?map"),
)
_PLAN = (
    (
        r"\b(?:make|build|draw up|create|write|need|want|give|work out|do)\b.{0,14}\b(?:a|my)"
        r" (?:career |study |personal |dated |development |step[- ]by[- ]step )*(?:plan|roadmap)"
        r"(?: for me| for my career| to (?:become|get|reach|be)\b.*"
        r"| for becoming\b.*| towards?\b.*| from\b.*)?"
        r"(?:,? (?:please|pls|thanks))?(?:[,.;:]+ ?(?:so )?i(?:'m| am|'d| want| would| need)\b.*)?\W*$"
    ),
    r"\b(?:career|study) (?:plan|roadmap)\b",
    _alone(r"(?:my )?plan(?: please)?"),
    r"\bwhat(?:'s| is| would be) my plan\b",
    r"\bplan (?:my (?:career|way|path|move)|how i)\b",
    r"\b(?:a )?roadmap to (?:become|be|get)\b",
)
_WHY = (
    (
        r"^\W*(?:and |but |hm+ |ok )*(?:"
        r"why\W*$"
        r"|why (?:do|would|must|should) (?:you|i|we)\b(?!.*\bget\b)"
        r"|why (?:is|does|are) (?:that|this|it)\b.{0,20}$"
        r"|why (?:that|this)\W*$"
        r"|what (?:do you need|is|for do you need) (?:that|this|it) for"
        r"|what'?s (?:that|this|it) for"
        r"|what for\W*$"
        r"|is that important)"
    ),
)
_GO_ON = (
    _politely(
        r"(?:continue|go on|carry on|resume|go ahead|back to (?:the|my) (?:check|plan|question)"
        r"|where were we)(?: with .*| the (?:check|plan))?",
    ),
)
_STOP = (
    (
        rf"^\W*{_POLITE}(?:"
        r"stop(?: (?:it|this|that|here|asking.*|the (?:check|plan)))?"
        r"|cancel(?: (?:it|that|this|the .*))?"
        r"|never ?mind|quit|exit|abort|enough|leave it|forget it|forget about it"
        r"|end (?:this|it|the check)"
        r"|i (?:want|would like) to stop|no more questions|i(?:'ve| have) had enough|not interested any ?more"
        r")\W*(?:please|thanks|thank you|now)?\W*$"
    ),
)


def _compiled(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# The first that fits counts: "forget me" before "forget it".
_PATTERNS: dict[Wish, re.Pattern[str]] = {
    "forget": _compiled(*_FORGET),
    "profile": _compiled(*_PROFILE),
    "save": _compiled(*_SAVE),
    "map": _compiled(*_MAP),
    "plan": _compiled(*_PLAN),
    "why": _compiled(*_WHY),
    "go_on": _compiled(*_GO_ON),
    "stop": _compiled(*_STOP),
}


def wish_in(text: str) -> Wish | None:
    """Return what a text wants by its words alone, None when it is an ordinary message."""
    if len(text) > _LONGEST:
        return None
    return next((wish for wish, pattern in _PATTERNS.items() if pattern.search(text)), None)
