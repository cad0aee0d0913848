"""The colours of the map, those of the chat page: one accent, everything else shades of grey.

Meaning never rests on colour alone: place and goal carry words, the path has numbers and thicker lines.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Hex colours. ``wash`` fills the pills on the path, ``band`` every other level."""

    card: str
    band: str
    ink: str
    soft: str
    line: str
    edge: str
    accent: str
    on_accent: str
    wash: str


LIGHT = Palette(
    card="#ffffff",
    band="#f6f8f5",
    ink="#1d2b29",
    soft="#55655f",
    line="#c3ccc5",
    edge="#bcc7be",
    accent="#1f6f5c",
    on_accent="#ffffff",
    wash="#dcebe4",
)
DARK = Palette(
    card="#19221f",
    band="#1e2825",
    ink="#e3eae6",
    soft="#9db0a8",
    line="#45544f",
    edge="#4a5b55",
    accent="#74cbb0",
    on_accent="#0c1f19",
    wash="#1f3d34",
)
