"""Text with its number words in digits and its odd characters made plain, ready for patterns."""

from __future__ import annotations

import re
import unicodedata

from text_to_num.transforms import alpha2digit

_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "`": "'", "\u2013": "-", "\u2014": "-", "\u2212": "-"})
_FRACTIONS = {"\u00bd": ".5", "\u00bc": ".25", "\u00be": ".75"}
# Ordinals stay words: somebody in a second year has not two years.
_NO_ORDINALS = 10**9
# Slips of the pen in number words that the library would not take.
_MISSPELT = {
    "fourty": "forty",
    "fiveteen": "fifteen",
    "tree years": "three years",
    "tow years": "two years",
    "thre": "three",
    "fife": "five",
    "sevn": "seven",
    "eigth": "eight",
    "elven": "eleven",
    "twelf": "twelve",
    "twelv": "twelve",
    "thirthy": "thirty",
    "thrity": "thirty",
}
_SLIP = re.compile(r"\b(?:" + "|".join(_MISSPELT) + r")\b")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}\b)")
_HALF = re.compile(r"(?<=\d) (?:and )?1/2\b")
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_PAIR = re.compile(rf"\b({_SMALL})\s?-\s?({_SMALL})\b")
_HUNDREDS = re.compile(r"\b(\d+00) and (\d{1,2})\b")
_SHORT_FORM = re.compile(
    r"\b(yrs?|mos?|mths?|hrs?|exp|approx)\.(?= ?(?:,|of|exp|in|as|with|at|lead|work|manag))"
)
_GLUED = re.compile(r"(?<=[a-z])-(?=(?:year|yr|month|mth|hour|hr|week|day|decade)s?\b)")


def plain(text: str) -> str:
    """Return ``text`` in lower case with numbers in digits: "Two and a half yrs" gives "2 and a half yrs"."""
    text = unicodedata.normalize("NFC", text).translate(_PLAIN).lower()
    for sign, decimal in _FRACTIONS.items():
        text = re.sub(rf"(\d)\s?{sign}", rf"\g<1>{decimal}", text).replace(sign, f"0{decimal}")
    text = _HALF.sub(".5", _DECIMAL_COMMA.sub(".", _THOUSANDS.sub("", text)))
    text = _SLIP.sub(lambda match: _MISSPELT[match.group()], _GLUED.sub(" ", _SHORT_FORM.sub(r"\1", text)))
    text = _in_digits(_PAIR.sub(r"\1 to \2", " ".join(text.split())))
    return _HUNDREDS.sub(lambda match: str(int(match[1]) + int(match[2])), text)


def _in_digits(text: str) -> str:
    if not re.search(r"[a-z]", text):
        return text
    return str(alpha2digit(text, "en", signed=False, ordinal_threshold=_NO_ORDINALS))
