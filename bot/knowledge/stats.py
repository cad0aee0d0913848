"""Counts that tell how large and how fresh the knowledge is."""

from __future__ import annotations

from collections import Counter

from bot.knowledge.base import Knowledge


def stats(knowledge: Knowledge) -> dict[str, str]:
    """Return each count under its label, in the order in which to print them."""
    facts = [fact for group in knowledge.facts.values() for fact in group.values()]
    confidence = Counter(fact.confidence for fact in facts)
    checked = sorted(fact.checked_on for fact in facts)
    dated = sorted(fact.as_of for fact in facts if fact.as_of)
    shares = ", ".join(f"{name} {count / len(facts):.0%}" for name, count in confidence.most_common())
    return {
        "roles": str(len(knowledge.roles)),
        "credentials": str(len(knowledge.credentials)),
        "transitions": str(len(knowledge.transitions)),
        "comparisons": str(len(knowledge.comparisons)),
        "topics": str(len(knowledge.topics)),
        "professions": str(len(knowledge.professions)),
        "written answers": str(sum(1 for _ in knowledge.passages())),
        "facts": str(len(facts)),
        "facts by confidence": shares,
        "sources": str(len(knowledge.sources)),
        "oldest check": str(checked[0]) if checked else "none",
        "oldest source date": dated[0] if dated else "none",
    }
