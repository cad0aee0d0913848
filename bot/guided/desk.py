"""Decides whether a message belongs to a guided talk, and hands it to the right one."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Choice
from bot.guided import about_me, asides
from bot.guided.beginnings import Beginnings
from bot.guided.going_on import GoingOn, corrected_experience
from bot.guided.moment import Moment
from bot.guided.plans import Sign
from bot.guided.saving import Saving
from bot.guided.signs import corrects
from bot.guided.state import Guided
from bot.guided.talks import Talks
from bot.guided.turn import Turn
from bot.guided.wishes import Wish, wish_in
from bot.knowledge.base import Knowledge
from bot.understanding.oneself import asks, wants

_PUT_RIGHT = "Thank you, I put that right:"
_NOTED = "Thank you, I noted that. What would you like to know? So far I know of you:"
_NOT_READ = "I could not read an answer in that."
# What a message that nobody can read resolves to.
_UNREADABLE = ("clarify", "out_of_scope/gibberish")


class Desk:
    """The guided talks of one knowledge. Holds no state of a talk.

    ``saving`` keeps talks under codes and ``sign`` makes the tickets of a plan's files; without them neither
    is offered.
    """

    def __init__(self, knowledge: Knowledge, saving: Saving | None = None, sign: Sign | None = None) -> None:
        self._knowledge = knowledge
        talks = Talks.over(knowledge, sign)
        self._beginnings = Beginnings(talks)
        self._going_on = GoingOn(talks)
        self._saving = saving

    def take(self, moment: Moment) -> Turn | None:
        """Return the turn of a guided talk, None when the message is for the ordinary answers."""
        pressed = moment.question.pressed
        if pressed is None:
            return self._said(moment)
        if not moment.text:
            return self._by_id(pressed, moment)
        within = moment.within(self._beginnings.talk_of(pressed, moment))
        return self._said(within) or self._profile(within)

    def taken_over(self, resolved: str, moment: Moment) -> Turn | None:
        """Return the turn that replaces the ordinary answer ``resolved``, None to keep it.

        That is the first turn of a tool, when "yes" took one that was offered; the open question once more,
        when a message in the middle of a guided talk could not be read; or what was noted, when somebody only
        told of themselves.
        """
        if resolved.startswith("tool/"):
            return self._by_id(resolved, moment)
        if resolved not in _UNREADABLE:
            return None
        if _is_open(moment.guided):
            return self._going_on.again(moment, _NOT_READ)
        return self._noted(moment)

    def way_back(self, guided: Guided | None) -> Choice | None:
        """Return the button that goes on with a guided talk; None when no question of it is open."""
        return asides.way_back(guided, self._knowledge)

    def _by_id(self, answer_id: str, moment: Moment) -> Turn | None:
        if answer_id != about_me.FORGET:
            turn = self._beginnings.by_id(answer_id, moment)
            return self._aside(turn, moment) if turn and turn.guided is None else turn
        if self._saving is not None:
            self._saving.forget(moment.asker)
        return about_me.forgotten()

    def _said(self, moment: Moment) -> Turn | None:
        wish = wish_in(moment.text)
        return (
            (self._wished(wish, moment) if wish else None)
            or self._resumed(moment)
            or self._going_on.turn(moment)
            or self._corrected(moment)
            or self._beginnings.check(moment)
        )

    def _resumed(self, moment: Moment) -> Turn | None:
        turn = self._saving.resumed(moment.text, moment.context, moment.asker) if self._saving else None
        return asides.aside(turn, turn.guided, self._knowledge) if turn else None

    def _corrected(self, moment: Moment) -> Turn | None:
        """Return what is known after a fact was put right outside of a guided talk."""
        read = corrected_experience(moment) if moment.guided is None and corrects(moment.text) else None
        if read is None or moment.question.subjects or "?" in moment.text:
            return None
        return about_me.told(moment.person.merged(read), self._knowledge, _PUT_RIGHT)

    def _wished(self, wish: Wish, moment: Moment) -> Turn | None:
        return {
            "forget": self._asked_to_forget,
            "profile": self._profile,
            "save": self._saved,
            "map": self._map,
            "plan": self._beginnings.plan,
            "stop": self._going_on.stopped,
            "go_on": self._going_on.again,
            "why": self._going_on.reason,
        }[wish](moment)

    def _asked_to_forget(self, moment: Moment) -> Turn:
        return self._aside(about_me.asked_to_forget(moment.person_after()), moment)

    def _map(self, moment: Moment) -> Turn:
        return self._aside(self._beginnings.map(moment), moment)

    def _profile(self, moment: Moment) -> Turn:
        return self._aside(about_me.told(moment.person_after(), self._knowledge), moment)

    def _saved(self, moment: Moment) -> Turn | None:
        return self._aside(self._saving.saved(moment.context, moment.asker), moment) if self._saving else None

    def _aside(self, turn: Turn, moment: Moment) -> Turn:
        return asides.aside(turn, moment.guided, self._knowledge)

    def _noted(self, moment: Moment) -> Turn | None:
        """Return what is known by now, when the message told something and asked nothing."""
        person = moment.person_after()
        if person == moment.person or asks(moment.text) or wants(moment.text):
            return None
        turn = about_me.told(person, self._knowledge, _NOTED)
        return replace(turn, topic=(person.role,) if person.role in self._knowledge.roles else ())


def _is_open(guided: Guided | None) -> bool:
    """Tell whether a question was just asked, with nothing else in between."""
    return guided is not None and guided.asking is not None and not guided.paused
