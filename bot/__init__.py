"""Waymark's thinking: knowledge, understanding of questions, and answers."""
