"""Decides whether a message belongs to a guided talk, and hands it to the right one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answers.answer import Answer, Choice
from bot.answers.wording import subject_name
from bot.eligibility.levels import named_level
from bot.guided import about_me
from bot.guided.checking import Checking
from bot.guided.mapping import Mapping
from bot.guided.plans import Planner, Sign
from bot.guided.saving import Saving
from bot.guided.state import Guided
from bot.guided.turn import Turn, reply
from bot.guided.wishes import Wish, asks_for_check, changes_pace, corrects, speaks_of_me, wish_in
from bot.knowledge.base import OUTSIDE, Knowledge
from bot.profile.person import Person
from bot.profile.reading import read_person
from bot.profile.replies import is_question
from bot.understanding.context import Context
from bot.understanding.oneself import asks
from bot.understanding.question import Question

_STOPPED = "All right, we leave it there. What you told me stays for this talk."
_NOTED = "Thank you, I noted that. What would you like to know? So far I know of you:"
_NOT_READ = "I could not read an answer in that."
# What a message that nobody can read resolves to.
_UNREADABLE = ("clarify", "out_of_scope/gibberish")


class Desk:
    """The guided talks of one knowledge. Holds no state of a talk."""

    def __init__(self, knowledge: Knowledge, saving: Saving | None = None, sign: Sign | None = None) -> None:
        self._knowledge = knowledge
        self._checking = Checking(knowledge)
        self._planner = Planner(knowledge, sign)
        self._mapping = Mapping(knowledge)
        self._saving = saving

    def person_after(self, question: Question, context: Context, today: date) -> Person:
        """Return the person with what an ordinary message tells of them."""
        if question.pressed is not None or not speaks_of_me(question.text):
            return context.person
        return context.person.merged(self._read(question, None, today))

    def take(self, question: Question, context: Context, today: date, asker: str) -> Turn | None:
        """Return the turn of a guided talk, None when the message is for the ordinary answers.

        ``asker`` names the conversation, to count its tries at codes.
        """
        if question.pressed is not None:
            if question.pressed == about_me.FORGET and self._saving is not None:
                self._saving.forget(asker)
            if not question.text:
                return self._started(question.pressed, context, today)
            context = replace(context, guided=self._of_button(question.pressed, context, today))
        wish = wish_in(question.text)
        taken = self._wished(wish, question, context, today, asker) if wish else None
        taken = taken or self._resumed(question, context, asker)
        taken = taken or self._going_on(question, context, today) or self._begun(question, context, today)
        if taken is None and question.pressed is not None:
            return about_me.told(context.person, self._knowledge)
        return taken

    def taken_over(self, resolved: str, question: Question, context: Context, today: date) -> Turn | None:
        """Return the turn that replaces an ordinary answer.

        That is the first turn of a tool, when "yes" took one that was offered; the open question once more, when a
        message in the middle of a guided talk could not be read; or what was noted, when somebody only told of
        themselves.
        """
        if resolved.startswith("tool/"):
            return self._started(resolved, context, today)
        if resolved not in _UNREADABLE:
            return None
        guided = context.guided
        if guided is not None and guided.asking is not None and not guided.paused:
            return self._step(guided, context.person, today, _NOT_READ)
        person = self.person_after(question, context, today)
        if person == context.person or asks(question.text):
            return None
        turn = about_me.told(person, self._knowledge, _NOTED)
        return replace(turn, topic=(person.role,) if person.role in self._knowledge.roles else ())

    def way_back(self, context: Context) -> Choice | None:
        """Return the button that goes on with a guided talk in which a question is open."""
        guided = context.guided
        if guided is None or guided.asking is None:
            return None
        if guided.tool == "plan":
            return Choice("Back to my plan", guided.id, "go on")
        return Choice(
            f"Back to the {subject_name(str(guided.subject), self._knowledge)} check", guided.id, "go on"
        )

    def _read(self, question: Question, expecting: str | None, today: date) -> Person:
        return read_person(question.text, question.mentions, expecting, today)

    def _started(self, pressed: str, context: Context, today: date) -> Turn | None:
        """Return the first turn of the tool that a button names."""
        kind, _, rest = pressed.partition("/")
        tool, _, subject = rest.partition("/")
        if kind != "tool":
            return None
        person = context.person
        if pressed == about_me.FORGET:
            return about_me.forgotten()
        if tool == "eligibility" and self._checking.can_check(subject):
            return self._checking.step(self._same_or_new(context, subject), person, today)
        if tool == "plan":
            return self._planner.step(Guided("plan", self._goal(None, context)), person, today)
        if tool == "map":
            return self._mapping.shown(person, *self._ends(None, context))
        return about_me.told(person, self._knowledge) if tool == "profile" else None

    def _of_button(self, pressed: str, context: Context, today: date) -> Guided | None:
        """Return the guided talk that a button belongs to; an older one is taken up again where it stands."""
        guided = context.guided
        if guided is not None and guided.id == pressed:
            return replace(guided, paused=False)
        kind, _, rest = pressed.removeprefix("tool/").partition("/")
        if kind == "eligibility" and self._checking.can_check(rest):
            return self._checking.step(Guided("eligibility", rest), context.person, today).guided
        return guided

    def _same_or_new(self, context: Context, subject: str) -> Guided:
        guided = context.guided
        same = guided is not None and guided.tool == "eligibility" and guided.subject == subject
        return guided if same and guided is not None else Guided("eligibility", subject)

    def _wished(
        self, wish: Wish, question: Question, context: Context, today: date, asker: str
    ) -> Turn | None:
        person, guided = self.person_after(question, context, today), context.guided
        if wish == "forget":
            return about_me.asked_to_forget(person)
        if wish == "profile":
            return about_me.told(person, self._knowledge)
        if wish == "save":
            return self._saving.saved(context, asker) if self._saving else None
        if wish == "map":
            return self._mapping.shown(person, *self._ends(question, context))
        if wish == "plan":
            return self._planner.step(Guided("plan", self._goal(question, context)), person, today)
        if guided is None:
            return None
        if wish == "stop":
            return self._stopped(guided, context)
        if wish == "go_on":
            return self._step(guided, context.person, today)
        return self._why(guided, context, today)

    def _stopped(self, guided: Guided, context: Context) -> Turn | None:
        if guided.asking is None:
            return None
        choices = [
            Choice("What can I ask you?", "smalltalk/help"),
            Choice("What do you know about me?", about_me.ID),
        ]
        return Turn(reply(guided.id, _STOPPED, choices), context.person, None)

    def _why(self, guided: Guided, context: Context, today: date) -> Turn | None:
        if guided.asking is None or guided.paused:
            return None
        talk = self._checking if guided.tool == "eligibility" else self._planner
        return talk.reason(guided, context.person, today)

    def _resumed(self, question: Question, context: Context, asker: str) -> Turn | None:
        return self._saving.resumed(question.text, context, asker) if self._saving else None

    def _step(self, guided: Guided, person: Person, today: date, before: str = "") -> Turn:
        open_again = replace(guided, paused=False)
        if guided.tool == "plan":
            return self._planner.step(open_again, person, today, before)
        return self._checking.step(open_again, person, today, before)

    def _going_on(self, question: Question, context: Context, today: date) -> Turn | None:
        """Return the next turn when the message answers, or corrects, what a guided talk asked."""
        guided, text = context.guided, question.text
        if guided is None:
            return None
        if guided.tool == "plan" and changes_pace(text):
            read = self._read(question, "weekly_hours", today)
            if read.weekly_hours:
                return self._planner.paced(guided, context.person, context.person.merged(read), today)
        expecting = guided.asking or self._last_asked(context.person)
        read = self._read(question, expecting, today)
        level = (
            named_level(text, str(guided.subject), self._knowledge) if guided.tool == "eligibility" else None
        )
        if level is not None and level != guided.level:
            return self._checking.step(Guided("eligibility", guided.subject, level), context.person, today)
        if guided.tool == "plan" and guided.asking == "role" and read.role is None and question.profession:
            read = Person(declined=("role",))
        if guided.asking is None:
            facts = (
                read != Person()
                and not is_question(text.lower())
                and (corrects(text) or not self._is_other(question))
            )
            return self._step(guided, context.person.merged(read), today) if facts else None
        if read == Person() or is_question(text.lower()) or (guided.paused and self._is_other(question)):
            return None
        return self._step(guided, context.person.merged(read), today)

    def _last_asked(self, person: Person) -> str | None:
        """Return what a bare "no, it is 5 years" is about: the last kind of experience that was told."""
        return f"months/{person.experience[-1].kind}" if person.experience else None

    def _is_other(self, question: Question) -> bool:
        """Tell whether a message that holds a fact asks something of its own."""
        words = question.text.split()
        return (
            "?" in question.text
            or len(words) > 14
            or bool(question.subjects and question.intents and question.intents[0][1] > 0.8)
        )

    def _begun(self, question: Question, context: Context, today: date) -> Turn | None:
        """Return the first turn of a check that the message asks for, or goes on into by telling facts."""
        read = self._read(question, None, today)
        told = replace(read, role=None, goal=None, country=None) != Person()
        person = self.person_after(question, context, today)
        if asks_for_check(question.text, tells_facts=told):
            credential = self._credential(question, context)
            if credential is None:
                return None
            level = named_level(question.text, credential, self._knowledge)
            return self._checking.step(Guided("eligibility", credential, level), person, today)
        last = context.last_id
        informed = last is not None and last.kind == "credential" and last.parts[1] == "eligibility"
        if (
            last is None
            or not informed
            or question.subjects
            or is_question(question.text.lower())
            or "?" in question.text
        ):
            return None
        facts = self._read(question, "education", today)
        if facts == Person() or not self._checking.can_check(last.parts[0]):
            return None
        return self._checking.step(Guided("eligibility", last.parts[0]), context.person.merged(facts), today)

    def _credential(self, question: Question, context: Context) -> str | None:
        named = [name for name in question.subjects if name in self._knowledge.credentials]
        found = named[0] if named else context.newest(self._knowledge.credentials)
        return found if found is not None and self._checking.can_check(found) else None

    def _goal(self, question: Question | None, context: Context) -> str | None:
        """Return where a plan leads: what is named as the goal, said before, or talked about."""
        if question is not None:
            wanted = question.named("to") or next(
                (name for name in question.subjects if name != question.named("from")), None
            )
            if wanted is not None:
                return wanted
        if context.person.goal:
            return context.person.goal
        move = context.last_of("transition")
        return move.parts[1] if move is not None and move.parts[1] != OUTSIDE else None

    def _ends(self, question: Question | None, context: Context) -> tuple[str | None, str | None]:
        """Return the place and the goal that a map marks."""
        roles = [name for name in question.subjects if name in self._knowledge.roles] if question else []
        if question is not None and len(roles) > 1:
            start = question.named("from") or roles[0]
            return start, question.named("to") or next(name for name in roles if name != start)
        place = context.person.role
        goal = roles[0] if roles else context.person.goal
        if question is None or not roles:
            move = context.last_of("transition")
            if move is not None and goal is None:
                return (place or move.parts[0]), (move.parts[1] if move.parts[1] != OUTSIDE else None)
        if question is not None and roles and question.named("from") == roles[0]:
            return roles[0], context.person.goal
        return place, goal if goal in self._knowledge.roles else None


def with_way_back(answer: Answer, back: Choice | None) -> Answer:
    """Return ``answer`` with the button back to a guided talk after its own follow-ups or options."""
    if back is None:
        return answer
    options = (*answer.options, back) if answer.options else ()
    return replace(answer, follow_ups=(*answer.follow_ups, back), options=options)
