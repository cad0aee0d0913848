"""Waymark's custom actions: thin adapters between Rasa's tracker and the thinking in ``bot``."""

from actions.answer import ActionAnswer

__all__ = ["ActionAnswer"]
