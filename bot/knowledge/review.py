"""Which facts are due to be read again, by the page that they were taken from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from uuid import UUID, uuid5

from bot.knowledge.base import Knowledge

# Names of events are made from this one: the same review has the same name whenever it is exported.
_NAMESPACE = UUID("1d1c7c0a-0f0e-4a44-9a5c-5b8c3a1c2e77")
_PRODUCT = "-//Waymark//Review calendar//EN"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DueFact:
    """A fact with its day of review; ``place`` is file and line, ``value`` what texts show of it."""

    name: str
    say: str
    value: str | None
    review_by: date
    place: str


@dataclass(frozen=True)
class DueSource:
    """A page, with the facts to read again in it, the first one due first."""

    name: str
    title: str
    publisher: str
    url: str
    facts: tuple[DueFact, ...]

    @property
    def review_by(self) -> date:
        """Return the day on which the first of its facts is due."""
        return self.facts[0].review_by


def due(knowledge: Knowledge, until: date) -> list[DueSource]:
    """Return the pages with facts to be reviewed by ``until``, overdue ones too, the most urgent first."""
    found: dict[str, list[DueFact]] = defaultdict(list)
    for home, facts in knowledge.facts.items():
        for name, fact in facts.items():
            if fact.review_by <= until:
                line = knowledge.files[home].line(("facts", name))
                place = f"knowledge/{home}.yml:{line}"
                found[fact.source].append(DueFact(name, fact.say, fact.value, fact.review_by, place))
    sources = [
        DueSource(
            name,
            source.title,
            source.publisher,
            str(source.url),
            tuple(sorted(facts, key=lambda fact: (fact.review_by, fact.place))),
        )
        for name, facts in found.items()
        if (source := knowledge.sources.get(name)) is not None
    ]
    return sorted(sources, key=lambda source: (source.review_by, source.name))


def to_calendar(sources: list[DueSource], today: date) -> bytes:
    """Return the reviews as an iCalendar file (RFC 5545): one all-day event a page, overdue ones today.

    ``sources`` must not be empty, because a calendar has to have an event.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - reads time zones when it is imported

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Waymark: facts to read again")
    for source in sources:
        day = max(source.review_by, today)
        event = Event()
        event.add("uid", f"{uuid5(_NAMESPACE, source.name)}@waymark")
        event.add("dtstamp", datetime.combine(today, time(), timezone.utc))
        event.add("dtstart", day)
        event.add("dtend", day + _ONE_DAY)
        event.add("summary", f"Read again: {source.publisher}: {source.title}")
        event.add("description", "\n".join(f"{fact.place}: {fact.say}" for fact in source.facts))
        event.add("url", source.url)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
