from __future__ import annotations

import pytest

from bot.knowledge.currencies import currencies_in_use, currency_of


@pytest.mark.parametrize(
    ("country", "currency"),
    [
        ("UK", "GBP"),
        ("usa", "USD"),
        ("United Kingdom", "GBP"),
        ("the US", "USD"),
        ("Germany", "EUR"),
        (" india ", "INR"),
        ("ng", "NGN"),
        ("Narnia", None),
        ("", None),
        (None, None),
    ],
)
def test_currency_of_a_country_as_people_write_it(country, currency):
    assert currency_of(country) == currency


def test_only_money_that_can_be_spent_is_in_use():
    assert {"USD", "EUR", "GBP", "INR"} <= currencies_in_use()
    assert not {"DEM", "EURO", "XXX"} & currencies_in_use()
