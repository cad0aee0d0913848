"""What the assistant knows of a person, told, corrected and forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.answer import Answer, Choice
from bot.answers.wording import article, subject_name
from bot.eligibility.words import months_in_words, plural
from bot.guided.turn import Turn
from bot.knowledge.base import Knowledge
from bot.profile.kinds import called, training_called
from bot.profile.person import Person
from bot.understanding.context import Context

ID = "tool/profile"
FORGET = "tool/profile/forget"
_EDUCATION = {
    "none": "no school diploma",
    "secondary": "a school diploma",
    "associate": "an associate degree",
    "bachelor": "a bachelor's degree",
    "bachelor_gac": "a bachelor's degree accredited by PMI's GAC",
    "master": "a master's degree",
    "master_gac": "a master's degree accredited by PMI's GAC",
}
_TOLD = "This is what you told me:"
_WHERE = (
    "I keep this for this talk alone, to use it in checks and plans. Correct me in your own words, such as "
    '"no, it is 5 years".'
)
_NOTHING = (
    "I know nothing about you yet. If you tell me your job, education or years, I use it in checks and plans."
)
_PLAN = Choice("Make me a plan", "tool/plan")
_PRIVACY = Choice("What do you keep about me?", "smalltalk/privacy")


def told(person: Person, knowledge: Knowledge, before: str = _TOLD) -> Turn:
    """Return what is known of ``person`` as a short list under ``before``, with a way to forget it."""
    lines = list(facts(person, knowledge))
    if not lines:
        return Turn(Answer(ID, _NOTHING, follow_ups=(_PLAN, _PRIVACY)), person, None)
    listed = "\n".join(f"- {line}" for line in lines)
    choices = (_PLAN, Choice("Forget me", ID, "forget me"), _PRIVACY)
    return Turn(Answer(ID, f"{before}\n\n{listed}\n\n{_WHERE}", follow_ups=choices), person, None)


def asked_to_forget(person: Person) -> Turn:
    """Return the question whether everything shall really be deleted."""
    text = "Shall I delete this whole talk, with all that you told me? It cannot be brought back."
    choices = (Choice("Yes, delete everything", FORGET), Choice("No, keep it", ID, "keep it"))
    return Turn(Answer(ID, text, follow_ups=choices), person, None)


def forgotten() -> Turn:
    """Return the goodbye after which the channel deletes the talk.

    It has no buttons: a channel takes only those of the talk, and the talk is gone when they are shown.
    """
    text = "Done: this talk and all that you told me are deleted. You can start afresh whenever you like."
    return Turn(Answer(ID, text, forget=True), Person(), None, context=Context())


def facts(person: Person, knowledge: Knowledge) -> Iterator[str]:
    """Yield what is known of ``person``, a short phrase a line."""
    if person.role:
        yield f"Job: {_role(person.role, knowledge)}"
    if person.goal:
        yield f"Goal: {_role(person.goal, knowledge)}"
    if person.education:
        yield f"Education: {_EDUCATION[person.education]}"
    for kind in dict.fromkeys(spell.kind for spell in person.experience):
        months = person.months(kind) or 0
        yield f"Experience: {months_in_words(months) if months else 'none'} of {called(kind)}"
    for course in person.training:
        yield f"Training: {plural(course.hours, 'hour')} of {training_called(course.kind)}"
    held = [subject_name(name, knowledge) for name in person.holds if knowledge.is_subject(name)]
    if held:
        yield f"Certificates: {', '.join(held)}"
    if person.country:
        yield f"Country: {person.country}"
    if person.weekly_hours:
        yield f"Study: {person.weekly_hours:g} hours a week"


def _role(name: str, knowledge: Knowledge) -> str:
    if not knowledge.is_subject(name):
        return name.replace("_", " ")
    worded = subject_name(name, knowledge)
    return f"{article(worded)} {worded}" if name in knowledge.roles else worded
