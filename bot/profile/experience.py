"""Reads experience: how long, of which kind, at which share of full time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.profile.clauses import Clause, clause_at
from bot.profile.cues import kind_of_work
from bot.profile.durations import lengths
from bot.profile.kinds import OF_ROLE, OTHER, UNSAID, counting
from bot.profile.numbers import plain
from bot.profile.periods import Length
from bot.profile.person import Spell
from bot.profile.speaker import is_of_another
from bot.understanding.mention import Mention

_FULL_DAYS, _FULL_HOURS, _PER_CENT = 5, 40, 100
_HALF = re.compile(
    r"\b(?:half[ -]?time|part[ -]?time|half (?:of )?(?:my|the) (?:time|job|day|week)|half days?|50/50)\b"
)
_THIRD = re.compile(r"\b(?:a )?third of (?:my|the) (?:time|job|work)\b")
_QUARTER = re.compile(r"\b(?:a )?quarter of (?:my|the) (?:time|job|work)\b")
_PERCENT = re.compile(r"\b(\d{1,3}) ?(?:%|per ?cent)")
_DAYS = re.compile(r"\b([1-4](?:\.5)?) days? (?:a|per|/|each|every) ?week\b")
_HOURS = re.compile(r"\b(\d{1,2}) ?(?:h|hrs?|hours?) ?(?:a|per|/|each|every) ?week\b")
_NO_EXPERIENCE = re.compile(
    r"\b(?:no|zero|0|without(?: any)?|don'?t have (?:any|much)|do not have (?:any|much)"
    r"|haven'?t (?:any|got any)|lack(?:ing)?)"
    r"((?: [a-z]+){0,4}?) (?:experience|exp)\b(?! (?:is |are |was )?(?:need\w*|requir\w*|necessary"
    r"|condition))((?: [a-z]+){0,5})"
)
_NEVER = re.compile(
    r"\b(?:never|not yet|haven'?t|have not)(?: \w+)? (?:led|lead|managed|run|ran|worked|done"
    r"|been)\b((?: [a-z]+){0,4})"
)
_ASKING = re.compile(r"\b(?:do|does|is|are|can|could|what|which|how)\b[^.,;]*$")
_FOR = re.compile(
    r"(?:\b(?:for|with|about|since|over|of)|:|-|,)\s*(?:the )?(?:last |past )?(?:about |around "
    r"|over |almost |nearly )?$"
)
_GOES_ON = re.compile(
    r"\W*(?:but|and|only|mostly|mainly|just|\W)*\b(?:as|of|in|leading|managing|running)\b[^.;,!?]*"
)
_FEW_WORDS, _NOT_MANY = 4, 9
_HAVING = re.compile(r"\b(?:have|had|got|having|with|but)\b(?:[^.;,!?\w]+\w+){0,5}\W*$")
_EXPERIENCE = re.compile(r"\b(?:experience|exp|work\w*|background)\b")
_TOTAL = re.compile(r"\b(?:in total|overall|altogether|all together|total|in all)\b")
_WORD = re.compile(r"[a-z][a-z']*")
_SAYS_NOTHING = """
a about actually all already am an and approx around as at been but can could day days do eligible exp
experience for full got had half has have having hour hours i i'm i've im in is it ive just least
less like long maybe more my nearly no now of on only or over part roughly sit so some take than
that the then time to total week with yes yet
"""
_GENERIC = frozenset(_SAYS_NOTHING.split())
# A clause next to a length of time may name the work, unless it speaks of what is wanted.
_WANTED = re.compile(
    r"\b(?:want|become|can|could|may|will|would|how|what|which|should|need|into|next|eligible"
    r"|apply|sit|take|goal|offer\w*|train\w*|retrain)\b"
)


def read_experience(
    text: str, original: str, mentions: Sequence[Mention], asked: str | None, today: date
) -> list[Spell]:
    """Return the experience that ``text``, plain, tells of; ``asked`` is the kind asked for, if any."""
    found = lengths(text, today)
    spells: list[Spell] = []
    for number, length in enumerate(found):
        least = found[number - 1].end if number else 0
        most = found[number + 1].start if number + 1 < len(found) else len(text)
        clause = clause_at(text, length.start, length.end, least, most)
        share = _share(clause, text if len(found) == 1 else "")
        words = _words_about(text, length, clause, least)
        kinds = _kinds(words, _roles(original, mentions), asked)
        if kinds == (UNSAID,) and not _is_told(text, clause):
            continue
        if kinds == (UNSAID,) and _is_elsewhere(clause, original, mentions):
            kinds = (OTHER,)
        if len(found) > 1 and _TOTAL.search(f"{clause.before} {clause.after}"):
            kinds = (OTHER,)
        spells += [Spell(kind, length.months, length.started, share) for kind in kinds]
    return _settled(spells) or list(_none(text, asked))


def _settled(spells: list[Spell]) -> list[Spell]:
    """Leave out what is said twice; where some work is named, the rest was other work or all together."""
    named = {spell.kind for spell in spells} - {UNSAID, OTHER}
    return list(
        dict.fromkeys(
            replace(spell, kind=OTHER) if named and spell.kind == UNSAID else spell for spell in spells
        )
    )


def _is_told(text: str, clause: Clause) -> bool:
    """Tell whether a time without a word on the work is told as experience: "a bachelor and 4 years".

    "study plan 3 months" and "a gap, two years" are not.
    """
    words = len(text.split())
    short = words <= _FEW_WORDS or (words <= _NOT_MANY and clause.before.endswith("for "))
    return short or bool(
        _HAVING.search(clause.sentence) or _EXPERIENCE.search(f"{clause.before} {clause.after}")
    )


def _is_elsewhere(clause: Clause, original: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether the words round a time name other work: "I repaired lifts for 26 years".

    Years count as experience of the kind in question only if next to nothing is said of them: "a bachelor
    and 4 years", "with 5 years of experience".
    """
    if any(mention.kind == "profession" and mention.direction != "to" for mention in mentions):
        return True
    named = {word for m in mentions for word in plain(original[m.start : m.end]).split()}
    words = set(_WORD.findall(f"{clause.before} {clause.after}"))
    return bool(words - _GENERIC - named)


def _roles(original: str, mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """Return the roles that somebody comes from, as (words, slug)."""
    own = [m for m in mentions if m.kind == "role" and m.direction != "to"]
    return [(plain(original[m.start : m.end]), m.name) for m in own if 0 <= m.start < m.end <= len(original)]


def _words_about(text: str, length: Length, clause: Clause, least: int) -> list[str]:
    """Return the words that may name the work, the likeliest first."""
    near = [clause.after, clause.before]
    if _FOR.search(clause.before):
        near.reverse()
    going_on = _GOES_ON.match(text, length.end)
    near += [going_on.group()] if going_on else []
    # "i work as a PM in Leeds, 4 years": what was said before, but no wish and nothing that comes after.
    pieces = [piece for piece in re.split(r"[;.!?,]| and | but ", text[least : length.start])[::-1] if piece]
    return [*near, *(piece for piece in pieces if not _WANTED.search(piece))]


def _kinds(words: list[str], roles: list[tuple[str, str]], asked: str | None) -> tuple[str, ...]:
    for piece in words:
        role = next((slug for name, slug in roles if re.search(rf"\b{re.escape(name)}\b", piece)), None)
        found = OF_ROLE.get(role, ()) if role else ()
        kind = kind_of_work(piece)
        if found or kind:
            return _fitting(found or (str(kind),), asked, by_role=bool(found))
    return (asked or UNSAID,)


def _fitting(kinds: tuple[str, ...], asked: str | None, *, by_role: bool) -> tuple[str, ...]:
    """Return the kinds that are meant when one was asked for.

    "4 years in construction" answers the question for time as a project leader; "2 years as a coordinator"
    does not, it says what the time was instead.
    """
    if asked is None or set(kinds) & set(counting(asked)):
        return kinds
    return kinds if by_role or kinds == ("project_work",) else (asked,)


def _share(clause: Clause, whole: str) -> float:
    """Return the share of full time that the words next to a length of time tell, 1 by default."""
    for words in (clause.after, clause.before, whole):
        share = _share_in(words)
        if share is not None:
            return share
    return 1.0


def _share_in(words: str) -> float | None:
    for pattern, share in ((_HALF, 0.5), (_THIRD, 0.33), (_QUARTER, 0.25)):
        if pattern.search(words):
            return share
    for pattern, full in ((_PERCENT, _PER_CENT), (_DAYS, _FULL_DAYS), (_HOURS, _FULL_HOURS)):
        match = pattern.search(words)
        if match and float(match[1]) > 0:
            return min(1.0, round(float(match[1]) / full, 2))
    return None


def _none(text: str, asked: str | None) -> Iterator[Spell]:
    """Yield "no experience" and "never led a project" as spells of no months."""
    for pattern in (_NO_EXPERIENCE, _NEVER):
        match = pattern.search(text)
        if (
            match is None
            or is_of_another(text[: match.start()])
            or (pattern is _NEVER and _ASKING.search(text[: match.start()]))
        ):
            continue
        kind = kind_of_work(match.group()) or asked or (UNSAID if pattern is _NO_EXPERIENCE else None)
        if kind is not None:
            yield Spell(kind, 0)
        return
