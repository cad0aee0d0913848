from __future__ import annotations

import time

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.profile.masking import CARD, EMAIL, IDENTITY, PHONE, masked

# Numbers are made up or the ones that issuers publish as examples.
KEPT_BACK = [
    ("my email is jane.doe+pm@example.co.uk thanks", f"my email is {EMAIL} thanks"),
    ("write to O'Brien@example.org.", f"write to {EMAIL}."),
    ("john.smith at gmail dot com", EMAIL),
    ("call me on +44 7700 900123", f"call me on {PHONE}"),
    ("+1 (212) 555-0199 is mine", f"{PHONE} is mine"),
    ("+919876543210", PHONE),
    ("my number is 07700 900123 ok", f"my number is {PHONE} ok"),
    ("(555) 123-4567", PHONE),
    ("555-123-4567 after five", f"{PHONE} after five"),
    ("my phone: 5551234567", f"my phone: {PHONE}"),
    ("whatsapp me 612 345 678", f"whatsapp me {PHONE}"),
    ("0171 1234567", PHONE),
    ("card 4111 1111 1111 1111 exp 09/28", f"card {CARD} exp 09/28"),
    ("4111111111111111", CARD),
    ("378282246310005", CARD),
    ("IBAN GB82 WEST 1234 5698 7654 32 please", f"IBAN {CARD} please"),
    ("DE89370400440532013000", CARD),
    ("ssn 219-09-9999", f"ssn {IDENTITY}"),
    ("my ssn is 219099999", f"my ssn is {IDENTITY}"),
    ("passport no. X1234567", f"passport no. {IDENTITY}"),
    ("my NI number is QQ 12 34 56 C", f"my NI number is {IDENTITY}"),
    ("AB123456C", IDENTITY),
    ("aadhaar 2341 2341 2346", f"aadhaar {IDENTITY}"),
    ("PAN ABCPE1234F", f"PAN {IDENTITY}"),
    ("RSSMRA85T10A562S", IDENTITY),
    ("dni 12345678Z", f"dni {IDENTITY}"),
    ("a@example.org and +44 7700 900123", f"{EMAIL} and {PHONE}"),
]

LEFT_ALONE = [
    "i have 35 hours and 36 months since 2019",
    "2019-2023",
    "2019 to 2023, then 2024 - 2026",
    "i led projects in 2015 2016 2018 2019 2020",
    "01/2020 - 06/2022",
    "26.11.2026",
    "2026-11-26",
    "salary 45000-55000 GBP",
    "65000-75000",
    "\u00a345,000 to \u00a355,000",
    "$120,000 a year",
    "1200000 budget",
    "a budget of 1,200,000,000",
    "EUR 250000000",
    "12 345 678 900 rupees",
    "i earn 1200000 inr",
    "exam PK0-005",
    "PRINCE2 7 and PMBOK 7",
    "ISO 21500 and ISO 9001:2015",
    "exam 200-301",
    "my PMI id is 1234567",
    "60 to 70000 people",
    "3000 hours, 4500 hours",
    "call me maybe",
    "email me the list",
    "meet @ 5pm",
    "level A, B, C or D",
    "",
]


@pytest.mark.parametrize(("text", "safe"), KEPT_BACK)
def test_what_must_not_be_stored_is_masked(text, safe):
    assert masked(text) == (safe, True)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_ordinary_numbers_stay(text):
    assert masked(text) == (text, False)


@settings(deadline=None)
@given(st.text(alphabet="0123456789 -+()@.aA\u00e9[]x", max_size=60))
def test_masking_again_finds_nothing_more(text):
    safe, _ = masked(text)
    again, _ = masked(safe)
    assert masked(again)[0] == again


@settings(deadline=None)
@given(st.integers(1950, 2030), st.integers(1950, 2030), st.sampled_from(["-", " to ", " - ", "/", " "]))
def test_no_span_of_years_is_masked(first, last, joint):
    assert masked(f"from {first}{joint}{last}")[1] is False


@settings(deadline=None)
@given(
    st.integers(0, 999_999),
    st.sampled_from(["", "\u00a3", "$", "EUR "]),
    st.sampled_from(["", "k", " a year"]),
)
def test_no_pay_is_masked(amount, sign, unit):
    assert masked(f"i earn {sign}{amount:,}{unit}")[1] is False
    assert masked(f"i earn {sign}{amount}{unit}")[1] is False


@pytest.mark.parametrize(
    "text", ["1 " * 1000, "a" * 2000, "1" * 2000, "a@" * 1000, "+1" * 1000, "ab12 " * 400, "a.b@c." * 300]
)
def test_long_texts_are_masked_quickly(text):
    begun = time.process_time()
    masked(text)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    "number", ["+44 20 7946 0958 ", "+44 20 7946 0958", "4111 1111 1111 1112 ", "1 ", "2019-2023 "]
)
def test_a_message_full_of_numbers_takes_few_tries(number: str, monkeypatch) -> None:
    """It took a second and a half of computing, during which nobody else got an answer."""
    parsed: list[str] = []
    parse = phonenumbers.phonenumbermatcher.parse

    def counted(text: str, *rest: object, **more: object) -> object:
        parsed.append(text)
        return parse(text, *rest, **more)

    monkeypatch.setattr(phonenumbers.phonenumbermatcher, "parse", counted)
    masked((number * 400)[:4000])
    assert len(parsed) <= 18 * 61 + 250


def test_a_number_after_many_figures_of_other_kinds_is_masked() -> None:
    figures = "I worked from 2019 to 2023 on 12 projects with 340 people and a budget of 2,500,000. " * 5
    assert "7946" not in masked(f"{figures} call +44 20 7946 0958 or 020 7946 0958")[0]
