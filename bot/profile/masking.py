"""Masks e-mail addresses, phone numbers, and card, bank and identity numbers, so that they are not stored.

Phone numbers are found by phonenumbers, check digits proved by python-stdnum; the patterns here only say what
is worth a try. A number is masked when its form or its check digit gives it away: years, pay, hours and exam
codes are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import phonenumbers
from stdnum import iban, luhn
from stdnum.br import cpf
from stdnum.de import idnr
from stdnum.es import dni, nie
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.in_ import aadhaar
from stdnum.it import codicefiscale
from stdnum.pl import pesel
from stdnum.us import ssn

EMAIL, PHONE, CARD, IDENTITY = "[e-mail address]", "[phone number]", "[card number]", "[identity number]"

_EMAILS = (
    re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
    re.compile(
        r"\b[\w.+-]{1,64} ?[\[(]? ?at ?[\])]? ?(?:gmail|googlemail|yahoo|outlook|hotmail|icloud|gmx"
        r"|proton\w*)"
        r" ?(?:\.|[\[(]? ?dot ?[\])]?) ?[a-z]{2,3}\b",
        re.IGNORECASE,
    ),
)
_DIGITS = re.compile(r"(?<![\w.,$\u00a3\u20ac])\d(?:[ -]?\d){8,18}(?![\w]|[.,]\d)")
_IBAN = re.compile(r"\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{2,4}){3,8}\b")
_SSN = re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")
_LETTERED = re.compile(r"\b(?=[A-Za-z]*\d)[A-Za-z0-9]{8,16}\b")
# Of a form that gives it away without a check digit: a National Insurance number, an Indian PAN.
_FORMS = (
    re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.IGNORECASE),
    re.compile(r"\b[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]\b", re.IGNORECASE),
)
# Said to be one: "passport no. X1234567", "my ssn is 123456789".
_SAID = re.compile(
    r"\b(?:passport|ssn|social security|national insurance|ni number|nino|id card|identity card"
    r"|identity|aadhaar|aadhar"
    r"|driving licen[cs]e|driver'?s licen[cs]e|tax id|national id|nhs|personnummer|bsn|cpf)"
    r"(?: (?:card|number|num|no|nr|code|is|was|id|it'?s))*[\s.:#-]{1,3}"
    r"(?P<number>(?=(?:[A-Za-z -]*\d){5})[A-Za-z]{0,2} ?\d[\dA-Za-z]*(?:[ -]\d+){0,4}(?: ?[A-Za-z])?)\b",
    re.IGNORECASE,
)
_SAID_PHONE = re.compile(
    r"\b(?:phone|mobile|cell|tel|telephone|whatsapp|call me|text me|ring me|reach me"
    r"|handy)(?: (?:number|no|on|at|is|me|my|under))*"
    r"[\s.:#-]{1,3}(?P<number>\+?\(?\d(?:[ ()./-]{0,2}\d){6,14})",
    re.IGNORECASE,
)
_PHONES = (
    re.compile(r"(?<![\w+])\+ ?\(?\d(?:[ ()./-]{0,2}\d){7,14}(?!\d)"),
    re.compile(r"(?<![\w.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-]|\.\d)"),
    re.compile(r"(?<![\w.,])0\d{2,4}[ /-]?\d{3,4}[ -]?\d{3,4}(?![\w-]|[.,]\d)"),
)
_REGIONS = (
    "US",
    "GB",
    "IN",
    "DE",
    "FR",
    "ES",
    "IT",
    "NL",
    "PL",
    "AU",
    "BR",
    "ZA",
    "NG",
    "PK",
    "PH",
    "AE",
    "SA",
    "MX",
)
_FEWEST_DIGITS, _FEWEST_IN_PHONE = 7, 9
_FEWEST_IN_CARD, _CARD_STARTS = 13, "23456"
# Nobody writes so many figures that look like phone numbers and are none.
_MOST_TRIES = 60
# "65000-75000" and "2019 2023 2024" are ranges and lists, though they could be dialled.
_NOT_DIALLED = re.compile(r"\d{4,6} ?[-/] ?\d{4,6}|(?:(?:19|20)\d{2}[ /-]*)+|\d{1,2}(?: \d{3})+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_MONEY_BEFORE = re.compile(
    r"(?:[$\u00a3\u20ac\u20b9]|\b(?:usd|gbp|eur|inr|rs\.?|salary|pay|earn|budget|budget of"
    r"|worth)) ?$",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(
    r"^ ?(?:k\b|usd|gbp|eur|inr|rupees|dollars|pounds|euros?|per|a year|p\.?a\.?\b|hours|years)",
    re.IGNORECASE,
)
_NUMBERS: tuple[tuple[re.Pattern[str], tuple[Callable[[str], bool], ...]], ...] = (
    (_SSN, (ssn.is_valid,)),
    (_LETTERED, (codicefiscale.is_valid, dni.is_valid, nie.is_valid)),
    (_DIGITS, (aadhaar.is_valid, cpf.is_valid, idnr.is_valid, nir.is_valid, pesel.is_valid, nhs.is_valid)),
)

_Found = tuple[int, int, str]


def masked(text: str) -> tuple[str, bool]:
    """Return ``text`` with what must not be stored replaced by a word for it, and whether anything was."""
    pieces, position = [], 0
    for start, end, word in _apart(sorted(_found(text))):
        pieces += [text[position:start], word]
        position = end
    return "".join((*pieces, text[position:])), bool(pieces)


def _apart(found: list[_Found]) -> Iterator[_Found]:
    """Yield what was found without what overlaps something before it."""
    last = 0
    for start, end, word in found:
        if start >= last:
            yield start, end, word
            last = end


def _found(text: str) -> Iterator[_Found]:
    for pattern in _EMAILS:
        yield from ((*match.span(), EMAIL) for match in pattern.finditer(text))
    for form in _FORMS:
        yield from ((*match.span(), IDENTITY) for match in form.finditer(text))
    yield from ((*match.span("number"), IDENTITY) for match in _SAID.finditer(text))
    yield from ((*match.span("number"), PHONE) for match in _SAID_PHONE.finditer(text))
    if sum(character.isdigit() for character in text) >= _FEWEST_DIGITS:
        yield from (*_cards(text), *_identities(text), *_phones(text))


def _cards(text: str) -> Iterator[_Found]:
    for match in _DIGITS.finditer(text):
        number = re.sub(r"\D", "", match.group())
        if len(number) >= _FEWEST_IN_CARD and number[0] in _CARD_STARTS and luhn.is_valid(number):
            yield (*match.span(), CARD)
    for match in _IBAN.finditer(text):
        # The words after it are not part of it: try the longest beginning that proves valid.
        ends = [match.start() + place.end() for place in re.finditer(r"\w+", match.group())]
        end = next((end for end in reversed(ends) if iban.is_valid(text[match.start() : end])), None)
        if end is not None:
            yield match.start(), end, CARD


def _identities(text: str) -> Iterator[_Found]:
    for pattern, checks in _NUMBERS:
        for match in pattern.finditer(text):
            if not _is_money(text, match.start(), match.end()) and any(
                check(match.group()) for check in checks
            ):
                yield (*match.span(), IDENTITY)


def _phones(text: str) -> Iterator[_Found]:
    for pattern in _PHONES:
        for match in pattern.finditer(text):
            if not _is_money(text, match.start(), match.end()):
                yield (*match.span(), PHONE)
    for found in _dialled(text):
        digits = sum(character.isdigit() for character in found.raw_string)
        dates = len(_YEAR.findall(found.raw_string)) > 1 or _NOT_DIALLED.fullmatch(found.raw_string)
        ordinary = dates or _is_money(text, found.start, found.end)
        if digits >= _FEWEST_IN_PHONE and not ordinary:
            yield found.start, found.end, PHONE


def _dialled(text: str) -> Iterator[phonenumbers.PhoneNumberMatch]:
    """Yield what can be dialled from one of the regions.

    A number that begins with + is the same in all of them and is looked at once. A message full of numbers
    would take seconds, hence ``_MOST_TRIES``.
    """
    for region in _REGIONS:
        for found in phonenumbers.PhoneNumberMatcher(text, region, max_tries=_MOST_TRIES):
            if found.raw_string.startswith("+"):
                text = f"{text[: found.start]}{'x' * (found.end - found.start)}{text[found.end :]}"
            yield found


def _is_money(text: str, start: int, end: int) -> bool:
    return bool(_MONEY_BEFORE.search(text[:start]) or _MONEY_AFTER.match(text[end:]))
