"""Colours as WCAG 2.1 measures them; a colour is what the browser computes, such as ``rgb(1, 2, 3)``."""

from __future__ import annotations


def luminance(colour: str) -> float:
    """Return the relative luminance."""
    channels = [int(part) / 255 for part in colour.split("(")[1].rstrip(")").split(",")[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, paper: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    high, low = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (high + 0.05) / (low + 0.05)
