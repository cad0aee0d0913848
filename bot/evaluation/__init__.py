"""Measures how often the right answer is found, on labelled questions and dialogues."""
