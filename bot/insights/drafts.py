"""Stubs of entries for a family of unanswered questions: files with blanks, and what to do with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.insights.draft_steps import credential_steps, examples_steps, topic_steps
from bot.insights.figures import Family
from bot.insights.proposals import Proposal
from bot.knowledge.base import Knowledge
from bot.understanding.small_words import BESIDE_NAMES, WITHOUT_ASPECT

# Stands wherever a person has to write; as a source it is unknown, so that `make check` finds it.
BLANK = "fill_in"
_REVIEW_AFTER = timedelta(days=365)
_FOLLOW_UPS = ("topic/which_certification", "topic/career_ladder", "topic/career_change")
# Words that every other question holds: no name for a topic.
_EVERYWHERE = "best get long make manager much need pm project should whats worth would your"
_LITTLE = WITHOUT_ASPECT | BESIDE_NAMES | frozenset(_EVERYWHERE.split(" "))
_WORD = re.compile(r"[a-z][a-z0-9]+")


@dataclass(frozen=True)
class Draft:
    """The files of a draft by name."""

    slug: str
    files: dict[str, str]


def topic_draft(
    family: Family, slug: str, proposals: Sequence[Proposal], knowledge: Knowledge, today: date
) -> Draft:
    """Return a draft of a new topic: the entry, the examples, and what to copy where."""
    return Draft(
        slug,
        {
            f"{slug}.yml": _topic(family, knowledge, today),
            "examples.yml": _examples(f"topic_{slug}", proposals),
            "README.md": topic_steps(family, slug, proposals),
        },
    )


def credential_draft(family: Family, slug: str, knowledge: Knowledge, today: date) -> Draft:
    """Return a draft of a new credential: with its names known, questions about it need no examples."""
    given = [answer for answer, _ in family.answers if _leads_on(answer, knowledge)]
    text = (
        f"{_asked(family)}"
        f"name: {BLANK} in full\n"
        f"short: {BLANK}\n"
        f"aliases: [{slug.replace('_', ' ')}]  # how people write it, in lower case\n"
        f"issuer: {BLANK}\n"
        f"official_page: https://example.org/{BLANK}\n"
        "level: 1  # 1 needs no experience, 5 needs years of leading at the top\n"
        "field: project  # what its work is about\n"
        f"summary: {BLANK} in one line\n"
        f"{_facts(today)}"
        f"overview:\n{_passage('What it is', given, 'cost')}"
        f"cost:\n{_passage('What it costs', given, 'overview')}"
        "# Other questions are written likewise: need, eligibility, study_time, exam, renewal, how_to_get, "
        "application.\n"
    ).replace("SLUG", slug)
    return Draft(slug, {f"{slug}.yml": text, "README.md": credential_steps(family, slug)})


def examples_draft(family: Family, intent: str, proposals: Sequence[Proposal]) -> Draft:
    """Return a draft that adds examples to an intent that is there."""
    return Draft(
        intent,
        {
            "examples.yml": _examples(intent, proposals),
            "README.md": examples_steps(family, intent, proposals),
        },
    )


def slug_of(texts: Iterable[str]) -> str:
    """Return a name for what ``texts`` are about: the two words that most of them share."""
    counts = Counter(
        word
        for text in texts
        for word in dict.fromkeys(_WORD.findall(text.casefold()))
        if word not in _LITTLE
    )
    words = [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]]
    return "_".join(words) or "new_topic"


def _topic(family: Family, knowledge: Knowledge, today: date) -> str:
    given = [answer for answer, _ in family.answers if _leads_on(answer, knowledge)]
    follow_ups = list(dict.fromkeys((*given, *_FOLLOW_UPS)))[:3]
    return (
        f"{_asked(family)}"
        f'question: "{BLANK}: the question, as a button says it?"\n'
        f"{_facts(today)}"
        "answer: >-\n"
        f"  {BLANK}: the first sentence answers. At most 95 words; figures only as {{{BLANK}}}.\n"
        "more: |-\n"
        f'  {BLANK}: what "tell me more" says, at most 160 words. Or take "more" out.\n'
        "grounds: []  # facts that the text rests on without quoting them\n"
        f"follow_ups: [{', '.join(follow_ups)}]  # two to four answer ids\n"
    )


def _asked(family: Family) -> str:
    return (
        f"# Asked {_times(family.count)}, last on {family.last}. Replace every {BLANK}; these lines go.\n"
        f"# What people wrote:\n{_quoted(family.examples[:8])}"
    )


def _facts(today: date) -> str:
    return (
        "facts:\n"
        "  # One line for each thing that a page states. Name the fact, and put the page into sources.yml.\n"
        f'  {BLANK}: {{say: "{BLANK}: what the page states", value: "{BLANK}", source: {BLANK}, '
        f"checked_on: {today}, review_by: {today + _REVIEW_AFTER}, confidence: low}}\n"
    )


def _passage(asked: str, given: Sequence[str], other: str) -> str:
    follow_ups = list(dict.fromkeys((f"credential/SLUG/{other}", *given, *_FOLLOW_UPS)))[:3]
    return (
        f"  answer: >-\n    {BLANK}: {asked.lower()}; figures only as {{{BLANK}}}.\n"
        f"  follow_ups: [{', '.join(follow_ups)}]\n"
    )


def _leads_on(answer: str, knowledge: Knowledge) -> bool:
    kind, *parts = answer.split("/")
    if kind == "topic":
        return parts[0] in knowledge.topics
    return kind in ("role", "credential") and knowledge.is_subject(parts[0])


def _examples(intent: str, proposals: Sequence[Proposal]) -> str:
    kept = [proposal for proposal in proposals if proposal.refused is None]
    lines = "".join(f"    - {proposal.text}\n" for proposal in kept)
    return f"- intent: {intent}\n  examples: |\n{lines}"


def _quoted(texts: Iterable[str]) -> str:
    return "".join(f"#   {' '.join(text.split())}\n" for text in texts)


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
