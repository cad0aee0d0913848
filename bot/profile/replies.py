"""Reads the small replies to a question: yes, no, not sure, rather not."""

from __future__ import annotations

import re
from typing import Literal

Reply = Literal["yes", "no", "unsure", "declined"]

_TAIL = (
    r"(?:[\s,.!]*(?:please|thanks|thank you|thx|sorry|mate|sir|yet|actually|really|at all|though"
    r"|i think|i guess|i believe|so far|unfortunately|sadly|for me|to be honest|tbh|lol|:\(|:\)))*"
)
_YES = (
    r"y|ye|yes|yess+|yep|yup|yeah|yea|ya|yah|sure|ok yes|of course|ofc|definitely|absolutely"
    r"|correct|right|exactly|indeed|true|affirmative|si|oui|"
    r"(?:yes|yeah|yep|ya|sure)?,? ?(?:i|we) (?:do|did|have|am|hold|can|think so|was|got (?:it|one"
    r"|that)|took it|have (?:it|one|that|done (?:it|that)))|"
    r"i (?:do|did|have) (?:yes)?|done|did it|i think so|think so|finished|already (?:done"
    r"|have (?:it|one)|did)|both|all of (?:them|it)|yes (?:it is|they are|it was|that'?s right"
    r"|both|sure|for sure|done|already|of course)"
)
_NO = (
    r"(?:(?:no|nope|nah)\W+)?(?:never|not yet|none|nothing|not really|not at all)|n|no|nope|nah"
    r"|naa|non|nein|nop|noo+|none|none of (?:them|these|those)|not yet|never|neither"
    r"|nothing|zero|0|nil|negative|not really|not at all|no way|"
    r"(?:no|nope|nah)?,? ?(?:i|we) (?:don'?t|do not|dont|haven'?t|havent|have not|didn'?t|did not"
    r"|didnt|have none|have nothing|never (?:did|have|had)|am not|have no|lack it)"
    r"(?: (?:have|got|done|taken|hold|held))?(?: (?:it|any|one|that|them|none|any of (?:them|these"
    r"|those)|yet))?|no (?:not yet|never|none|i never did|nothing|it'?s not)|not (?:any|one"
    r"|a single one)"
)
_UNSURE = (
    r"(?:i'?m |i am )?(?:not|un)[ -]?(?:sure|certain)(?: (?:about (?:that|it|this)|how (?:many"
    r"|much|long)|what (?:it|that) is|if .*|whether .*))?|unsure|idk|dunno|"
    r"(?:i |honestly |sorry )*(?:do not|don'?t|dont|wouldn'?t|can'?t|cannot) (?:know|remember"
    r"|recall|tell|say)(?: (?:that|it|exactly|really|how many|how much|what that is|how long"
    r"|yet))*|"
    r"no (?:idea|clue)|hard to (?:say|tell)|maybe|perhaps|it depends|depends|difficult to (?:say"
    r"|tell)|i forgot|forgot|i(?:'d| would) have to (?:check|look)|can'?t remember|who knows"
    r"|no sure|not know|i not know|possibly"
)
_DECLINED = (
    r"(?:i(?:'d| would)? ?)?(?:prefer|rather|would rather|would prefer) not(?: to)?(?: (?:say"
    r"|answer|tell|share|disclose)(?: (?:that|it|you|this))?)?|"
    r"(?:i )?(?:don'?t|do not|dont) (?:want|wish|like) to (?:say|answer|tell|share"
    r"|give)(?: (?:that|it|you|this))?|"
    r"(?:please )?(?:skip|pass)(?: (?:it|this|that|this (?:one|question)|that one|the question"
    r"|please))?|next(?: question| one| please)?|"
    r"(?:that'?s |it'?s )?(?:none of your business|private|personal|confidential)|no comment"
    r"|not (?:telling|saying)|i (?:won'?t|will not) (?:say|answer|tell)(?: (?:that|you))?|move on"
    r"|leave it|can (?:i|we) skip(?: (?:this|that|it))?"
)
_OPENING = r"\W*(?:(?:well|hm+|um+|uh|oh|so|ok|okay|honestly|sorry|ah|erm)\b\W*)?"
_WORDS: dict[Reply, str] = {"declined": _DECLINED, "unsure": _UNSURE, "yes": _YES, "no": _NO}
_PATTERNS = {reply: re.compile(rf"{_OPENING}(?:{words})\b{_TAIL}\W*") for reply, words in _WORDS.items()}
_LONGEST = 80
# How a message that is no answer starts: "what do you mean", "why do you ask", "how much does it cost".
_QUESTION = re.compile(
    r"^\W*(?:and |but |so |ok |okay |hm+ |wait |sorry |please |well |hey |hi )*(?:what|why|how"
    r"|which|who|whom|where|when|whats|what's|hows|is|are|does|do|can|could|should|would|will"
    r"|explain|tell me|define|stop|cancel|never ?mind|help|quit|exit|start over|forget)\b"
)
_BEGINS: dict[Reply, re.Pattern[str]] = {
    "no": re.compile(
        r"^\W*(?:no|nope|nah|not yet|never|not really|unfortunately not|sadly not)\b"
        r"|\b(?:failed|expired|lapsed)\b"
    ),
    "yes": re.compile(r"^\W*(?:yes|yep|yeah|yup|sure|of course|definitely|absolutely|i do|i did|i have)\b"),
}
_LEADS_NO = re.compile(r"^\W*(?:no|nope|nah)(?:[,.:;!-]+\s*|\s+(?=\d|it'?s|its|that|i))(?=\S)")


def reply_in(text: str) -> Reply | None:
    """Return which small reply ``text``, plain, is as a whole; None when it is none of them."""
    if len(text) > _LONGEST:
        return None
    return next((reply for reply, pattern in _PATTERNS.items() if pattern.fullmatch(text)), None)


def begins_with(text: str) -> Reply | None:
    """Return ``yes`` or ``no`` when ``text``, plain, begins by one of them and goes on."""
    return next((reply for reply, pattern in _BEGINS.items() if pattern.search(text)), None)


def is_question(text: str) -> bool:
    """Tell whether ``text``, plain, asks or commands instead of answering."""
    return _QUESTION.match(text) is not None


def without_no(text: str) -> str:
    """Return ``text`` without a leading "no": "no, 3 years" corrects, it does not deny."""
    return _LEADS_NO.sub("", text)
