"""Words that show that someone may be in danger, in English and in other languages.

Help comes first then, before any answer and before "I only speak English".
"""

from __future__ import annotations

import re

_ENGLISH = re.compile(
    r"\b(?:(?<!career )(?<!professional )(?<!political )suicid\w*"
    r"|kill(?:ing)? (?:myself|me)|end (?:my life|it all)|self[- ]?harm\w*|hurt(?:ing)? myself"
    r"|want(?:ed)? to die|don'?t want to (?:live|be alive)|no reason to live|better off dead)\b"
)
# What kills here is the work, and no one is meant to die: "would this career kill me".
_FIGURE_OF_SPEECH = re.compile(
    r"\b(?:careers?|jobs?|work|workload|boss|exams?|commute|hours|stress|meetings?|projects?|deadlines?|pmp|pace"
    r"|politics)(?: (?:really|just|is|are|will|would|might|may|could|gonna|going to))* kill(?:s|ing)? me\b"
)
# Suicide, to kill myself, to want to die. "Suicid..." of the Romance languages is known as English.
_FOREIGN = re.compile(
    r"\b(?:selbstmord\w*|suizid\w*|mich umbringen|will sterben|(?:veux|envie de) mourir|me tuer"
    r"|quiero morir|matarme|quero morrer|me matar|voglio morire|uccidermi|ammazzarmi|zelfmoord\w*|wil dood"
    r"|samob[oó]j\w*|chc[eę] umrze[cć]|intihar\w*|ölmek istiyorum|bunuh diri|mau mati|självmord\w*|vill dö"
    r"|sinucid\w*|vreau s[aă] mor|khudkushi|aatmahatya|marna chaht[aie]|magpakamatay)\b"
    r"|самоубий|покончить \S+ собой|хочу умереть|самогуб|хочу померти|انتحار|أريد أن أموت|خودکشی|आत्महत्या"
    r"|मरना चाहत|自杀|自殺|想死|死にたい|자살|죽고 싶"
)


def is_distress(text: str) -> bool:
    """Tell whether someone may be in danger, in whatever language they write."""
    lowered = text.lower()
    english = _ENGLISH.search(_FIGURE_OF_SPEECH.sub("", lowered.replace("\u2019", "'")))
    return english is not None or _FOREIGN.search(lowered) is not None
