"""A question in words, its buttons, and why it is asked."""

from __future__ import annotations

from dataclasses import dataclass

from bot.eligibility.verdict import Question
from bot.eligibility.words import listed, months_in_words, plural, shorts
from bot.knowledge.base import Knowledge
from bot.profile.kinds import called, demanded, training_called


@dataclass(frozen=True)
class Button:
    """A reply to choose. ``value`` is what the reading is given, as if the person had typed it."""

    title: str
    value: str


@dataclass(frozen=True)
class Asked:
    """A question as it is put to a person."""

    text: str
    buttons: tuple[Button, ...]


_EDUCATION = {
    "none": Button("None so far", "no diploma"),
    "secondary": Button("School diploma", "high school diploma"),
    "associate": Button("Associate degree", "associate degree"),
    "bachelor": Button("Bachelor's or higher", "bachelor's degree"),
    "bachelor_gac": Button("GAC-accredited degree", "GAC accredited degree"),
    "master": Button("Master's degree", "master's degree"),
    "master_gac": Button("GAC-accredited master's", "GAC accredited master's degree"),
}
_NOT_SURE = Button("Not sure", "not sure")
_YES_NO = (Button("Yes", "yes"), Button("No", "no"), _NOT_SURE)
_DEMANDS = {
    "complex_projects": "Have you led complex projects, with risk and several interests at work?",
    "safe": "Have you worked with SAFe?",
    "one_completed_improvement_project": (
        "Have you completed an improvement project that somebody confirms by signature?"
    ),
    "two_completed_improvement_projects": (
        "Have you completed two improvement projects that somebody confirms by signature?"
    ),
}


def ask(question: Question, knowledge: Knowledge) -> Asked:
    """Return a question in one or two short sentences, with buttons; free text is always read too."""
    return {
        "education": _education,
        "months": _months,
        "hours": _hours,
        "course": _course,
        "holds": _holds,
        "demand": _demand,
    }[question.subject](question, knowledge)


def why(question: Question, knowledge: Knowledge) -> str:
    """Return why a question is asked, for "why do you ask?"."""
    name = knowledge.credentials[question.credential].short
    told = {
        "education": f"The rules of the {name} ask for less experience with a higher education.",
        "months": f"The {name} asks for {_amounts(question)} of {called(_kind(question))}.",
        "hours": f"The {name} asks for {_amounts(question)} of {training_called(_kind(question))}.",
        "course": f"The {name} asks for {training_called(_kind(question))}.",
        "holds": f"Holding one of these can open the {name}.",
        "demand": f"The {name} asks for {demanded(_kind(question))}.",
    }[question.subject]
    if question.subject == "education" and len(question.educations) == 1:
        told = f"The {name} asks for a least level of education."
    return f"{told} You can skip the question; then I tell you what I can without it."


def _kind(question: Question) -> str:
    return question.about[0] if question.about else ""


def _amounts(question: Question) -> str:
    unit = months_in_words if question.subject == "months" else lambda hours: plural(hours, "hour")
    amounts = [unit(amount) for amount in question.amounts]
    return f"{listed(amounts)}, by your education," if len(amounts) > 1 else listed(amounts)


def _education(question: Question, _knowledge: Knowledge) -> Asked:
    buttons = [_EDUCATION["none"], *(_EDUCATION[name] for name in question.educations)]
    if "bachelor" not in question.educations:
        buttons.append(_EDUCATION["bachelor"])
    return Asked("What is your highest education?", (*buttons, _NOT_SURE))


def _months(question: Question, _knowledge: Knowledge) -> Asked:
    amounts = [*question.amounts]
    last = len(amounts) - 1
    steps = [
        Button(months_in_words(amount) + (" or more" if place == last else ""), months_in_words(amount))
        for place, amount in enumerate(amounts)
    ]
    text = (
        f"How long is your experience of {called(_kind(question))}? "
        'You can also write "18 months", "since March 2021" or "half time for 2 years".'
    )
    return Asked(text, (Button("None", "none"), *steps, _NOT_SURE))


def _hours(question: Question, knowledge: Knowledge) -> Asked:
    stand_ins = [
        Button(f"I hold the {name}", f"I hold the {name}") for name in shorts(question.waived_by, knowledge)
    ]
    steps = [Button(f"{plural(amount, 'hour')} or more", f"{amount} hours") for amount in question.amounts]
    text = f"How many hours of {training_called(_kind(question))} have you done? The certificates show them."
    return Asked(text, (Button("None", "none"), *steps, *stand_ins, _NOT_SURE))


def _course(question: Question, _knowledge: Knowledge) -> Asked:
    return Asked(f"Have you taken {training_called(_kind(question))}?", _YES_NO)


def _holds(question: Question, knowledge: Knowledge) -> Asked:
    names = shorts(question.about, knowledge)
    if len(names) == 1:
        own = "" if question.about[0] != question.credential else " already, at the level below"
        return Asked(f"Do you hold the {names[0]}{own}?", _YES_NO)
    buttons = [Button(name, f"I hold the {name}") for name in names]
    return Asked("Which of these do you hold?", (*buttons, Button("None of them", "none of them"), _NOT_SURE))


def _demand(question: Question, _knowledge: Knowledge) -> Asked:
    kind = _kind(question)
    return Asked(_DEMANDS.get(kind, f"Do you have {demanded(kind)}?"), _YES_NO)
