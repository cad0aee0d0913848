"""Currencies and where they are used, from the tables of Unicode's CLDR that Babel carries."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

# What people call two countries whose codes are other letters.
_ALSO = {"uk": "GB", "usa": "US"}


@lru_cache(maxsize=1)
def currencies_in_use() -> frozenset[str]:
    """Return the ISO 4217 codes that are legal tender somewhere today."""
    territories = get_global("territory_currencies")
    return frozenset(code for territory in territories for code in get_territory_currencies(territory))


def currency_of(country: str | None) -> str | None:
    """Return the currency of ``country``, given by its English name or ISO 3166 code; None when unknown."""
    territory = _territories().get((country or "").strip().casefold().removeprefix("the "))
    used = get_territory_currencies(territory) if territory else []
    return str(used[0]) if used else None


@lru_cache(maxsize=1)
def _territories() -> dict[str, str]:
    territories = Locale("en").territories.items()
    names = {str(name).casefold(): str(code) for code, name in territories if code.isalpha()}
    return names | {code.casefold(): code for code in names.values()} | _ALSO
