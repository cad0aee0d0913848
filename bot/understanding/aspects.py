"""Joins what is asked (the aspect) with whom or what it is asked of (the subject)."""

from __future__ import annotations

from bot.answer_id import CREDENTIAL_ASPECTS, ROLE_ASPECTS, AnswerId
from bot.knowledge.base import Knowledge

ASPECTS = frozenset((*ROLE_ASPECTS, *CREDENTIAL_ASPECTS))
# The role that is meant when a question is about roles and names none.
DEFAULT_ROLE = "project_manager"

# What a question means when its aspect is not one of the subject's: "what does a scrum master cost" asks for
# pay, "how do I become a PMP" for the way to it.
_FOR_ROLE = {
    "need": "overview",
    "eligibility": "entry",
    "cost": "salary",
    "study_time": "entry",
    "exam": "entry",
    "renewal": "overview",
    "how_to_get": "entry",
    "application": "entry",
}
_FOR_CREDENTIAL = {
    "duties": "overview",
    "skills": "exam",
    "salary": "need",
    "entry": "how_to_get",
    "outlook": "need",
    "next_steps": "need",
}

_ROLE_ONLY = frozenset(ROLE_ASPECTS) - frozenset(CREDENTIAL_ASPECTS)
_CREDENTIAL_ONLY = frozenset(CREDENTIAL_ASPECTS) - frozenset(ROLE_ASPECTS)


def about(subject: str, aspect: str, knowledge: Knowledge) -> AnswerId:
    """Return the id that answers ``aspect`` of ``subject``, a role or a credential that is known."""
    if subject in knowledge.roles:
        return AnswerId("role", (subject, aspect if aspect in ROLE_ASPECTS else _FOR_ROLE[aspect]))
    fitting = aspect if aspect in CREDENTIAL_ASPECTS else _FOR_CREDENTIAL[aspect]
    return AnswerId("credential", (subject, fitting))


def fitting_subjects(aspect: str, subjects: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """Return the subjects that the aspect is asked of.

    When both a role and a credential are named, the aspect decides: in "do I need a PMP to become a project
    manager" it is the PMP, in "what does a project manager with a PMP earn" the project manager.
    """
    roles = tuple(name for name in subjects if name in knowledge.roles)
    credentials = tuple(name for name in subjects if name in knowledge.credentials)
    if not (roles and credentials):
        return subjects
    if aspect in _ROLE_ONLY:
        return roles
    return credentials


def kind_of_aspect(aspect: str) -> str | None:
    """Return ``role`` or ``credential`` when only one kind has the aspect, else None."""
    if aspect in _ROLE_ONLY:
        return "role"
    return "credential" if aspect in _CREDENTIAL_ONLY else None


def aspect_of(answer: AnswerId) -> str | None:
    """Return the intent under which a name alone ("and capm?") would continue this answer, if any."""
    if answer.kind in ("role", "credential"):
        return answer.parts[1] if answer.parts[1] in ASPECTS else None
    return answer.kind if answer.kind in ("transition", "compare") else None
