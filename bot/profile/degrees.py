"""The words for each level of education, as patterns over plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.knowledge.eligibility import Education


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?!\w)")


# A match within a longer match of another level does not count: "associate's degree" is no "degree".
TERMS: dict[Education, re.Pattern[str]] = {
    "master": _words(
        r"(?<!scrum )(?<!web )(?<!head )masters?(?:'s?)?(?: degrees?)?(?! ?class| black| data| plan"
        r"| schedule| the\b| my\b)",
        r"m\.?sc\.?",
        r"m\.?b\.?a\.?",
        r"m\.?eng",
        r"m\.?tech",
        r"m\.?com",
        r"mphil",
        r"ph\.?d\.?",
        r"doctora\w+",
        r"post ?-?grad\w*(?: (?:degree|diploma))?",
        r"maestria",
    ),
    "bachelor": _words(
        r"bache?l+[eo]rs?(?:'s?)?(?: degrees?)?",
        r"ba[tc]+h?elors?(?:'s?)?(?: degrees?)?",
        r"bach?lors?(?: degrees?)?",
        r"b\.?sc\.?(?:'s)?",
        r"b\.?eng",
        r"b\.?tech",
        r"b\.?com",
        r"bba",
        r"b\.?a\.? (?:degree|hons|honou?rs|in)",
        r"(?<=have a )ba",
        r"(?<=got a )ba",
        r"(?<=with a )ba",
        r"licenciatura",
        r"laurea",
        r"under ?-?grad\w*(?: degree)?",
        r"[34][ -]?years? (?:college |university |uni )?degrees?",
        r"(?:university |uni |college |honou?rs |engineering |first )?degrees?",
        r"(?:university|uni|college) (?:graduate|grad|educated)",
        r"graduated? (?:from|in|of|with)",
        r"(?<=i'm a )graduate",
        r"(?<=i am a )graduate",
        r"(?:went to|finished|completed) (?:uni\w*|college)",
    ),
    "associate": _words(
        r"associates?'?s? degrees?",
        r"associate'?s(?! in project)",
        r"associate in (?:arts|science|applied)",
        r"aas degree",
        r"hn[dc]",
        r"foundation degree",
        r"2[ -]?years? (?:college )?degree",
        r"community college(?: degree)?",
    ),
    "secondary": _words(
        r"high ?-?sch?ool\w*(?: (?:diploma|degree|education))?",
        r"hs diploma",
        r"secondary (?:school|diploma|education|degree)(?: diploma)?",
        r"a[ -]?levels?",
        r"gcses?",
        r"g\.?e\.?d\.?",
        r"abitur",
        r"matura",
        r"baccalaur\w+",
        r"matric\w*",
        r"12th (?:grade|standard|pass\w*)",
        r"leaving cert\w*",
        r"school leav\w+(?: cert\w*)?",
        r"(?:school )?diploma",
        r"highers",
        r"some college",
    ),
}

NO_SCHOOL = re.compile(
    r"\b(?:no|without|don'?t have (?:a|any)|(?:didn'?t|did not|never) (?:finish|finished|complete"
    r"|completed)|dropped out of)"
    r" (?:a |any |my )?(?:formal )?(?:high ?school|secondary school|school|diploma|education"
    r"|qualifications|schooling)"
    r"(?: (?:diploma|leaving|certificate|cert))?(?! (?:needed|required))\b|\bprimary school only\b"
    r"|\bonly primary school\b"
)
UNIVERSITY = re.compile(r"\b(?:uni|university|college|graduate|grad|graduated)\b")
SCHOOL = re.compile(r"\b(?:school|secondary)\b")
GAC = re.compile(r"\bgac\b|\bglobal accreditation cent(?:er|re)|\bpmi[ -]accredited")
NOT_GAC = re.compile(r"\b(?:not|no|non|isn'?t|without)[ -](?:\w+ ){0,2}(?:gac|pmi[ -]accredited)")
