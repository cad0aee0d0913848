"""What goes on with a guided talk: answers, corrections, another level or pace, stop, why, go on."""

from __future__ import annotations

from bot.answers.answer import Answer, Choice
from bot.eligibility.levels import named_level
from bot.guided import about_me
from bot.guided.moment import Moment
from bot.guided.signs import changes_pace, corrects
from bot.guided.state import Guided
from bot.guided.talks import Talks
from bot.guided.turn import Turn
from bot.profile.bare import unread_months
from bot.profile.kinds import UNSAID
from bot.profile.numbers import plain
from bot.profile.person import Person
from bot.profile.replies import is_question, reply_in

_STOPPED = "All right, we leave it there. What you told me stays for this talk."
# A message that tells a fact in more words than this is rather about something else.
_MOST_WORDS_OF_A_FACT = 14
# From this confidence on, a message that names a role or a credential asks about it.
_SURE = 0.8
# After something else was asked, these reply to that.
_TO_ANYTHING = ("yes", "no")


class GoingOn:
    """Takes messages into the guided talk that runs. Holds no state of a talk."""

    def __init__(self, talks: Talks) -> None:
        self._talks = talks

    def turn(self, moment: Moment) -> Turn | None:
        """Return the next turn when the message answers, or corrects, what a guided talk asked."""
        guided = moment.guided
        if guided is None:
            return None
        return (
            self._at_another_pace(guided, moment)
            or self._at_another_level(guided, moment)
            or self._with_a_unit(guided, moment)
            or self._with_facts(guided, moment)
        )

    def stopped(self, moment: Moment) -> Turn | None:
        """Return the turn that leaves a guided talk, None when no question is open."""
        guided = moment.guided
        if guided is None or guided.asking is None:
            return None
        choices = (
            Choice("What can I ask you?", "smalltalk/help"),
            Choice("What do you know about me?", about_me.ID),
        )
        return Turn(Answer(guided.id, _STOPPED, follow_ups=choices), moment.person, None)

    def again(self, moment: Moment, before: str = "") -> Turn | None:
        """Return the step at which a guided talk stands, after ``before``; None when none was begun."""
        guided = moment.guided
        return self._talks.step(guided, moment.person, moment.today, before) if guided else None

    def reason(self, moment: Moment) -> Turn | None:
        """Return why the open question is asked; None when none is, or something else was asked since."""
        guided = moment.guided
        if guided is None or guided.asking is None or guided.paused:
            return None
        return self._talks.reason(guided, moment.person, moment.today)

    def _at_another_pace(self, guided: Guided, moment: Moment) -> Turn | None:
        if guided.tool != "plan" or not changes_pace(moment.text):
            return None
        read = moment.read("weekly_hours")
        if not read.weekly_hours:
            return None
        return self._talks.planner.paced(guided, moment.person, moment.person.merged(read), moment.today)

    def _at_another_level(self, guided: Guided, moment: Moment) -> Turn | None:
        if guided.tool != "eligibility":
            return None
        level = named_level(moment.text, str(guided.subject), self._talks.knowledge)
        if level is None or level == guided.level:
            return None
        state = Guided("eligibility", guided.subject, level)
        return self._talks.checking.step(state, moment.person, moment.today)

    def _with_a_unit(self, guided: Guided, moment: Moment) -> Turn | None:
        """Return the question which unit is meant, when a bare number may be months as well as years."""
        if guided.tool != "eligibility":
            return None
        number = unread_months(moment.text, guided.asking)
        return None if number is None else self._talks.checking.which_unit(guided, moment.person, number)

    def _with_facts(self, guided: Guided, moment: Moment) -> Turn | None:
        read = _read(guided, moment)
        if read == Person() or is_question(moment.text.lower()) or not _is_meant(guided, moment):
            return None
        return self._talks.step(guided, moment.person.merged(read), moment.today)


def _read(guided: Guided, moment: Moment) -> Person:
    """Return what a message tells within a guided talk: an answer, a correction, or other facts."""
    if guided.asking is None:
        return corrected_experience(moment) or moment.read()
    read = moment.read(guided.asking)
    if guided.tool == "plan" and guided.asking == "role" and read.role is None and moment.question.profession:
        return Person(declined=("role",))
    names_no_work = all(spell.kind == UNSAID for spell in read.experience)
    if corrects(moment.text) and names_no_work and not read.training and not _is_months(guided.asking):
        return corrected_experience(moment) or read
    return read


def corrected_experience(moment: Moment) -> Person | None:
    """Return the experience told last as the message puts it right: "no, it is 5 years".

    None when no experience was told before or now. A small reply such as "no" corrects nothing.
    """
    told = moment.person.experience
    if not told or reply_in(plain(moment.text)) is not None:
        return None
    read = moment.read(f"months/{told[-1].kind}")
    return read if read.experience else None


def _is_months(asking: str) -> bool:
    return asking.startswith("months/")


def _is_meant(guided: Guided, moment: Moment) -> bool:
    """Tell whether facts in a message are meant for the guided talk, not for a question of its own."""
    if guided.asking is None:
        return corrects(moment.text) or not _is_other(moment)
    return not guided.paused or not (_is_other(moment) or reply_in(plain(moment.text)) in _TO_ANYTHING)


def _is_other(moment: Moment) -> bool:
    """Tell whether a message that holds a fact asks something of its own."""
    question = moment.question
    sure = bool(question.intents) and question.intents[0][1] > _SURE
    return (
        "?" in moment.text
        or len(moment.text.split()) > _MOST_WORDS_OF_A_FACT
        or (bool(question.subjects) and sure)
    )
