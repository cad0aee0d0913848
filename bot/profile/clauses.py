"""The words round a place in a text, and whether a person states there something of themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.profile.speaker import is_of_another

_BREAK = re.compile(
    r"[;.!?\n()](?=\s|$)|,(?=\s|$)|\s-\s|\b(?:and then|and|but|then|though|although|because|so"
    r"|plus|while)\b"
    r"|\b(?:can|could|may|will|would|do|am|is|are|should|shall) (?:i|it|that|this)\b|\b(?:what|how"
    r"|which|when) "
)
# Asked, with or without the person in it.
_ASKING = re.compile(r"^\W*(?:does|do|is|are|what|where|which|why|when|should|who|must) ")
_QUESTION = re.compile(r"^\W*(?:how|what|where|which|why|does|is|are)\b(?!.*\bi\b)|^\W*where\b")
# A rule in front of a figure: it is not the person's own.
_RULE = re.compile(
    r"\b(?:need(?:s|ed)?|requir\w+|must|asks?(?:ed)? for|rules?|how (?:long|many)|(?:it|will|would"
    r"|can) takes?|takes|it took|costs?|valid|expires?|"
    r"minimum|eligibility|lasts?|wait)\b"
)
_IF = re.compile(
    r"\b(?:if|once|when|until|till|before|unless) (?:i|you|we)\b|\b(?:next|another|every|within)\b"
)
_NOT = re.compile(
    r"\b(?:do not|don'?t|did not|didn'?t|have not|haven'?t|never|without|not)(?: (?:have|got|done"
    r"|the|any|a|an|yet))*\s*$"
)
_OWN = re.compile(
    r"\b(?:i (?:already |now |do |also )?(?:have|had|got|did|worked|was)|i've)\b(?! to\b| need)"
)
_AGE = re.compile(r"^\W*(?:old\b|of age|ago\b|from now|later|left\b)")
_AFTERWARDS = re.compile(
    r"^\W*(?:is |are |be |of experience )*(?:enough|need\w*|requir\w*|necessary|old\b|of age|ago\b"
    r"|from now|later|left\b"
    r"|minimum|ok\b|okay\b|too (?:much|little))"
)


@dataclass(frozen=True)
class Clause:
    """What stands before and after a place, up to the next break, and before it in the sentence."""

    before: str
    after: str
    sentence: str = ""


def clause_at(text: str, start: int, end: int, least: int = 0, most: int | None = None) -> Clause:
    """Return the clause round ``text[start:end]``; it does not reach beyond ``least`` and ``most``."""
    sentence = re.split(r"[.!?\n](?=\s)", text[:start])[-1]
    before, after = text[least:start], text[end : most if most is not None else len(text)]
    breaks = list(_BREAK.finditer(before))
    if breaks:
        last = breaks[-1]
        # A question keeps its first words: they tell that nothing is stated.
        before = before[last.start() if last.group()[:1].isalpha() else last.end() :]
    first = _BREAK.search(after)
    return Clause(before, after[: first.start()] if first else after, sentence)


def is_stated(clause: Clause) -> bool:
    """Tell whether a figure between the two is the person's own, and neither a rule nor denied nor a wish."""
    if _IF.search(clause.before) or _NOT.search(clause.before) or is_of_another(clause.before):
        return False
    if _ASKING.match(clause.before) or _QUESTION.search(clause.sentence):
        return False
    if _OWN.search(clause.before) and not _AGE.match(clause.after):
        return True
    return not (_RULE.search(clause.before) or _AFTERWARDS.match(clause.after))
