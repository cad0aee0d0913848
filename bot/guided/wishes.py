"""What a message wants of the guided talks, told by its words: to begin, to stop, to know why, to be forgotten."""

from __future__ import annotations

import re
from typing import Literal

Wish = Literal["stop", "why", "go_on", "plan", "map", "profile", "forget", "save"]

_LONGEST = 160
_POLITE = r"(?:(?:please|ok|okay|no|hey|can you|could you|i want to|i'?d like to|let'?s|just|now|so|and|well|pls)\W+)*"
_PATTERNS: dict[Wish, re.Pattern[str]] = {
    wish: re.compile(pattern, re.IGNORECASE)
    for wish, pattern in {
        "forget": rf"^\W*{_POLITE}(?:forget (?:me|everything (?:about|on) me|everything i(?:'ve| have)? (?:told|said).*)"
        r"|delete (?:me|my (?:data|profile|conversation|chat|talk))|erase (?:me|my .*)|wipe my .*)\W*$",
        "profile": r"\b(?:what|which things) (?:do|did) you (?:know|remember|have|note|noted)(?: down)? (?:about|of|on) me\b"
        r"|\bwhat (?:have|did) i (?:told|tell|said|say)(?: you)?(?: so far| about (?:me|myself))?\W*$"
        r"|^\W*(?:show (?:me )?)?my (?:profile|facts)\W*$",
        "save": rf"^\W*{_POLITE}save(?: (?:this|my|the|it|our))?(?: (?:talk|chat|conversation|plan|progress|for later))?\W*$"
        r"|\b(?:continue|go on|carry on) (?:this |it )?(?:on|in|at|with) (?:slack|another|a different|my (?:phone|laptop|other))\b",
        "map": r"\bcareer map\b|\b(?:show|draw|see|give)\b.{0,12}\b(?:the|a|my) (?:map|picture of (?:the )?(?:careers?|roles?))\b"
        r"|^\W*(?:show |draw )?(?:me )?(?:the |my |a )?(?:path|route|way) from\b.{3,60}\bto\b"
        r"|^\W*(?:the )?map\W*$",
        "plan": r"\b(?:make|build|draw up|create|write|need|want|give|work out|do)\b.{0,14}\b(?:a|my) (?:career |study |personal"
        r" |dated |development |step[- ]by[- ]step )*(?:plan|roadmap)(?: for me| for my career| to (?:become|get|reach|be)\b.*"
        r"| for becoming\b.*| towards?\b.*| from\b.*)?\W*$"
        r"|\b(?:career|study) (?:plan|roadmap)\b|^\W*(?:my )?plan(?: please)?\W*$|\bwhat(?:'s| is| would be) my plan\b"
        r"|\bplan (?:my (?:career|way|path|move)|how i)\b|\b(?:a )?roadmap to (?:become|be|get)\b",
        "why": r"^\W*(?:and |but |hm+ |ok )*(?:why\W*$|why (?:do|would|must|should) (?:you|i|we)\b(?!.*\bget\b)"
        r"|why (?:is|does|are) (?:that|this|it)\b.{0,20}$|why (?:that|this)\W*$|what (?:do you need|is|for do you need) (?:that|this|it) for"
        r"|what'?s (?:that|this|it) for|what for\W*$|is that important)",
        "go_on": rf"^\W*{_POLITE}(?:continue|go on|carry on|resume|go ahead|back to (?:the|my) (?:check|plan|question)"
        r"|where were we)(?: with .*| the (?:check|plan))?\W*$",
        "stop": rf"^\W*{_POLITE}(?:stop(?: (?:it|this|that|here|asking.*|the (?:check|plan)))?|cancel(?: (?:it|that|this|the .*))?"
        r"|never ?mind|quit|exit|leave it|forget it|forget about it|abort|enough|end (?:this|it|the check)"
        r"|i (?:want|would like) to stop|no more questions|i(?:'ve| have) had enough|not interested any ?more)\W*"
        r"(?:please|thanks|thank you|now)?\W*$",
    }.items()
}
_CHECK = re.compile(
    r"\b(?:am i (?:even |already |now )?(?:eligible|qualified|entitled)|do i (?:already )?(?:qualify|meet|fulfil|tick)"
    r"|would i (?:qualify|be eligible|meet)|will i qualify|could i qualify|how (?:close|far) am i"
    r"|when (?:can|could|will|would) i (?:sit|take|apply|be (?:eligible|ready|able))"
    r"|check (?:my|if i|whether i)\b|eligibility check|check .{0,30}\bfor me\b)",
    re.IGNORECASE,
)
_MAY_I = re.compile(
    r"\b(?:can|could|may|should be able to) i (?:already |now )?(?:sit|take|apply|do|go for|write|get|register)\b"
    r"|\bis (?:that|it|this) enough\b|\benough (?:for|to)\b|\bdo i have enough\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:i'?ve|i have|i got|i hold|i did|i finished|i led|i managed|my|with (?:a|an|my|\d))\b|\bi'?m\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"^\W*(?:no\b|nope|sorry|wrong|actually|correction|that'?s (?:wrong|not right|incorrect)|not (?:right|true)|i mean)"
    r"|\b(?:is wrong|i meant|it'?s actually|should be)\b",
    re.IGNORECASE,
)
_WEEKLY = re.compile(
    r"\b(?:what|how) if\b|\bif i (?:only )?(?:study|learn|spend|do)\b|\bhours? (?:a|per|each) week\b|\bh/week\b",
    re.IGNORECASE,
)


def wish_in(text: str) -> Wish | None:
    """Return what a text wants by its words alone, None when it is an ordinary message."""
    if len(text) > _LONGEST:
        return None
    return next((wish for wish, pattern in _PATTERNS.items() if pattern.search(text)), None)


def asks_for_check(text: str, *, tells_facts: bool) -> bool:
    """Tell whether a text asks "am i eligible"; "can i take it" does when facts of oneself come with it."""
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
    return re.search(r"\b(?:i|i'?m|i'?ve|im|ive|my|me|mine|here)\b", text, re.IGNORECASE) is not None
