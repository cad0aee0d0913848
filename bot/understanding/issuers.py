"""Issuers whose name alone means one of their credentials: "will PMI audit me" is about the PMP."""

from __future__ import annotations

import re

from bot.knowledge.base import Knowledge


def flagship(text: str, knowledge: Knowledge) -> str | None:
    """Return the credential that an issuer named in ``text`` stands for (``flagship_of``), else None."""
    lowered = text.lower()
    for name, credential in knowledge.credentials.items():
        if any(re.search(rf"\b{re.escape(issuer.lower())}\b", lowered) for issuer in credential.flagship_of):
            return name
    return None
