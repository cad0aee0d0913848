"""What to do with a draft, as its README says it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.insights.figures import Family
from bot.insights.proposals import Proposal
from bot.knowledge.checks.training import FEWEST_EXAMPLES

_MEASURE = "`make evaluate SET=tests/evaluation/questions.jsonl`: no figure may fall.\n"
# Aspects of a credential: read without any name, the thing that was asked about has no entry.
_ASPECTS = ("cost", "exam", "eligibility", "study_time", "renewal", "how_to_get", "application", "need")


def topic_steps(family: Family, slug: str, proposals: Sequence[Proposal]) -> str:
    """Return the steps for a new topic."""
    kept = sum(proposal.refused is None for proposal in proposals)
    missing = max(0, FEWEST_EXAMPLES - kept)
    more = f" Add {missing} more in people's own words: a topic needs {FEWEST_EXAMPLES}." if missing else ""
    return (
        f"# Draft of the topic `{slug}`\n\n"
        f"From {family.count} questions ({family.name}). Nothing here is live.\n\n"
        f"1. Fill in `{slug}.yml` and copy it to `knowledge/topics/{slug}.yml`. Add its pages to "
        "`knowledge/sources.yml`.\n"
        f"2. Read `examples.yml`, delete what is not this question, and put it at the end of "
        f"`data/nlu_topics.yml`.{more}\n"
        f"3. Add `- topic_{slug}` to the intents in `domain.yml`, and `- intent: topic_{slug}` to the rule "
        "in `data/rules.yml`.\n"
        f"4. `make check` says what is missing. `./waymark ask --id topic/{slug}` shows the answer.\n"
        '5. `make train`, then `./waymark ask "..."` with a few of the questions. Start the service again.\n'
        f"6. {_MEASURE}{_hint(family, slug, proposals)}{_refused(proposals)}"
    )


def credential_steps(family: Family, slug: str) -> str:
    """Return the steps for a new credential."""
    return (
        f"# Draft of the credential `{slug}`\n\n"
        f"From {family.count} questions ({family.name}). Nothing here is live.\n\n"
        f"1. Fill in `{slug}.yml` and copy it to `knowledge/credentials/{slug}.yml`. Add its pages to "
        "`knowledge/sources.yml`.\n"
        f"2. `make check` says what is missing. `./waymark ask --id credential/{slug}/overview` shows it.\n"
        '3. Ask some of the questions, which are in the head of the file: `./waymark ask "..."`. Names count '
        "at once; no examples are needed.\n"
        "4. `make train`, and start the service again.\n"
        f"5. {_MEASURE}"
    )


def examples_steps(family: Family, intent: str, proposals: Sequence[Proposal]) -> str:
    """Return the steps for examples that go to an intent that is there."""
    return (
        f"# {family.count} questions for `{intent}`\n\n"
        f"1. Read `examples.yml` and delete what does not belong to `{intent}`.\n"
        f"2. Copy the lines below `{intent}` in `data/`.\n"
        '3. `make check`, `make train`, then ask a few of them: `./waymark ask "..."`.\n'
        f"4. {_MEASURE}{_refused(proposals)}"
    )


def _refused(proposals: Sequence[Proposal]) -> str:
    refused = "".join(f"- {item.text}: {item.refused}\n" for item in proposals if item.refused)
    notes = "".join(f"- {item.text}: {item.note}\n" for item in proposals if item.note)
    return (f"\n## Not proposed\n\n{refused}" if refused else "") + (
        f"\n## To look at\n\n{notes}" if notes else ""
    )


def _hint(family: Family, slug: str, proposals: Sequence[Proposal]) -> str:
    """Say so when most questions are about a thing without an entry, which an entry of its own answers."""
    aspects = sum(
        (item.refused or "").startswith(tuple(f"is read as {name} " for name in _ASPECTS))
        for item in proposals
    )
    if 2 * aspects < len(proposals):
        return ""
    command = f"./waymark draft {family.name} --as credential --slug {slug}"
    return (
        "\nMost of these ask what something costs, how it is examined and so on, and the thing has no entry. "
        f"If it is a credential, this needs no examples: `{command}`\n"
    )
