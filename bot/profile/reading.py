"""Reads what a message tells of the person who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.profile.bare import read_bare
from bot.profile.education import read_education
from bot.profile.experience import read_experience
from bot.profile.held import read_held
from bot.profile.kinds import OF_ROLE
from bot.profile.numbers import plain
from bot.profile.person import Course, Person, Spell
from bot.profile.places import read_country
from bot.profile.replies import Reply, begins_with, is_question, reply_in, without_no
from bot.profile.training import read_courses_taken, read_training
from bot.profile.weekly import read_weekly_hours
from bot.understanding.mention import Mention

__all__ = ["read_person"]

_LONGEST = 2_000
_NOTHING = re.compile(r"\b(?:none|nothing|nil|zero)\b")
_TOWARDS = re.compile(
    r"(?:\b(?:to|into|become|becoming|became|be|want|wants|goal|goal is|aim\w*|target|for|reach"
    r"|get|like|as)"
    r"(?: (?:a|an|the|be|become|to|senior|is|my|at))*|->|=>|>|\u2192)\s*$"
)


def read_person(text: str, mentions: Sequence[Mention], expecting: str | None, today: date) -> Person:
    """Return what ``text`` says of its writer, and nothing that it does not say.

    ``mentions`` are the names found in it; ``expecting`` is the name of the question just asked
    (:class:`bot.eligibility.verdict.Question`), by which a bare "4" or "yes" is understood. Never raises.
    """
    original = text[:_LONGEST]
    words = plain(original)
    asked = expecting or ""
    subject, slash, about = asked.partition("/")
    if slash and not about:
        asked = subject = ""
    reply = reply_in(words)
    if reply is not None:
        return _replied(reply, words, asked) if asked else Person()
    found = _told(without_no(words), original, mentions, subject, about, today)
    if not asked or is_question(words):
        return found
    if subject in ("holds", "demand", "course"):
        return _with_reply(found, begins_with(words), subject, about)
    return read_bare(without_no(words), subject, about) if found == Person() else found


def _with_reply(found: Person, reply: Reply | None, subject: str, about: str) -> Person:
    """Return what was found together with a yes or no in front of it: "no but i have the capm"."""
    if reply is None or (subject == "holds" and set(about.split("+")) & set(found.holds)):
        return found
    return (_yes(subject, about) if reply == "yes" else _no(subject, about)).merged(found)


def _told(
    words: str, original: str, mentions: Sequence[Mention], subject: str, about: str, today: date
) -> Person:
    """Return what the words tell by themselves; the question asked only says what unnamed figures are of."""
    held, lacking = read_held(original, mentions, about.split("+") if subject in ("holds", "hours") else ())
    work = about if subject in ("months", "demand") else None
    experience = read_experience(words, original, mentions, work, today)
    role, goal = _roles(original, mentions, subject, {spell.kind for spell in experience})
    return Person(
        role=role,
        goal=goal,
        education=read_education(words, original, asked=subject == "education"),
        experience=tuple(experience),
        training=tuple(read_training(words, about if subject == "hours" else None)),
        holds=tuple(held),
        country=read_country(words, asked=subject == "country"),
        weekly_hours=read_weekly_hours(words, asked=subject == "weekly_hours"),
        confirmed=tuple(read_courses_taken(words)),
        denied=tuple(f"holds/{name}" for name in lacking),
    )


def _roles(
    text: str, mentions: Sequence[Mention], subject: str, work: set[str]
) -> tuple[str | None, str | None]:
    """Return the role that somebody has and the one that they want; ``work`` is what they did.

    Of two roles of which neither is said to be wanted ("coordinator for 3 years, then PM for 2") the later
    one is the present one.
    """
    role = goal = None
    for mention in (m for m in mentions if m.kind == "role"):
        wanted = mention.direction == "to" and _TOWARDS.search(text[: mention.start].lower())
        if wanted or (mention.direction is None and subject == "goal"):
            goal = goal or mention.name
        elif "projects" in text[mention.start : mention.end].lower():
            continue  # "4 years leading projects" tells the work; what the job is called, it does not
        elif mention.direction is not None or subject == "role" or work & set(OF_ROLE.get(mention.name, ())):
            role = mention.name
    return role, goal


def _replied(reply: Reply, words: str, asked: str) -> Person:
    """Return what a yes, a no or a shrug says about the question asked."""
    subject, _, about = asked.partition("/")
    if reply == "unsure":
        return Person(unsure=(asked,))
    if reply == "declined":
        return Person(declined=(asked,))
    if subject == "education" and _NOTHING.search(words):
        return Person(education="none")
    return _yes(subject, about) if reply == "yes" else _no(subject, about)


def _yes(subject: str, about: str) -> Person:
    """Return what "yes" says: only to a question that can be answered by it."""
    if subject in ("demand", "course"):
        return Person(confirmed=(about,))
    return Person(holds=(about,)) if subject == "holds" and "+" not in about else Person()


def _no(subject: str, about: str) -> Person:
    if subject == "months":
        return Person(experience=(Spell(about, 0),))
    if subject == "hours":
        return Person(training=(Course(about, 0),))
    if subject in ("demand", "course"):
        return Person(denied=(about,))
    if subject == "holds":
        return Person(denied=tuple(f"holds/{name}" for name in about.split("+")))
    return Person()
