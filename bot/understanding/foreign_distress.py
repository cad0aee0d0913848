"""Words of distress in other languages, so that help comes before "I only speak English"."""

from __future__ import annotations

import re

# Suicide, to kill myself, to want to die. "Suicid..." of the Romance languages is known as English.
_WORDS = re.compile(
    r"\b(?:selbstmord\w*|suizid\w*|mich umbringen|will sterben|(?:veux|envie de) mourir|me tuer"
    r"|quiero morir|matarme|quero morrer|me matar|voglio morire|uccidermi|ammazzarmi|zelfmoord\w*|wil dood"
    r"|samob[oó]j\w*|chc[eę] umrze[cć]|intihar\w*|ölmek istiyorum|bunuh diri|mau mati|självmord\w*|vill dö"
    r"|sinucid\w*|vreau s[aă] mor|khudkushi|aatmahatya|marna chaht[aie]|magpakamatay)\b"
    r"|самоубий|покончить \S+ собой|хочу умереть|самогуб|хочу померти|انتحار|أريد أن أموت|خودکشی|आत्महत्या"
    r"|मरना चाहत|自杀|自殺|想死|死にたい|자살|죽고 싶"
)


def is_foreign_distress(text: str) -> bool:
    """Tell whether someone who does not write English may be in danger."""
    return _WORDS.search(text.lower()) is not None
