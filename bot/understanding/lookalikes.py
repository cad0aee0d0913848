"""Words that look like names of roles: a degree, a purchase order."""

from __future__ import annotations

import re

from bot.understanding.mention import Mention

_OWNED = re.compile(
    r"\b(?:have|has|had|got|with|did|hold|holding|my|finished|studied)(?: (?:a|an|my))? $", re.IGNORECASE
)
_STUDIED = re.compile(r"^(?:\s*\(?hons\)?)? (?:in|degree|from|but)\b", re.IGNORECASE)


_ORDERED = re.compile(
    r"\b(?:raise|raising|approve|invoice|supplier|vendor|purchas\w*|sap|erp|ariba|procurement|number|toner"
    r"|goods receipt)\b",
    re.IGNORECASE,
)


def is_lookalike(text: str, mention: Mention) -> bool:
    """Tell whether a name found in ``text`` is another thing that is written the same."""
    return is_degree(text, mention) or is_purchase_order(text, mention)


def is_purchase_order(text: str, mention: Mention) -> bool:
    """Tell whether "PO" is a purchase order and not a product owner: "how do i raise a PO in sap"."""
    return mention.text.casefold() in ("po", "pos") and _ORDERED.search(text) is not None


def is_degree(text: str, mention: Mention) -> bool:
    """Tell whether "BA" is a degree and not a business analyst: "i have a BA in history"."""
    return (
        mention.text.casefold() == "ba"
        and _OWNED.search(text[: mention.start]) is not None
        and _STUDIED.match(text[mention.end :]) is not None
    )
