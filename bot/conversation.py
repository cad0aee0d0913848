"""One turn of a talk: question and context in, answer and new context out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.answer_id import AnswerId
from bot.answers.answer import Answer
from bot.answers.compose import Composer
from bot.guided import mapping
from bot.guided.asides import with_way_back
from bot.guided.desk import Desk
from bot.guided.moment import Moment
from bot.guided.plans import Sign
from bot.guided.saving import Saving
from bot.guided.turn import Turn
from bot.knowledge.base import Knowledge
from bot.knowledge.loader import DEFAULT_ROOT, load
from bot.resume.codes import Codes
from bot.understanding.context import Context
from bot.understanding.mentions import MentionFinder
from bot.understanding.question import Question, Resolution
from bot.understanding.resolve import Resolver

# After being asked back, such a reply leaves the assistant as unsure as before.
_NO_WISER = ("out_of_scope/gibberish", "out_of_scope/unrelated", "smalltalk/deny")


class Guide:
    """The assistant without any framework: resolves a question and composes the reply.

    ``codes`` keeps saved talks and ``sign`` makes the tickets of a plan's files; without them these are not
    offered.
    """

    def __init__(self, knowledge: Knowledge, codes: Codes | None = None, sign: Sign | None = None) -> None:
        self.knowledge = knowledge
        self._resolver = Resolver(knowledge)
        self._composer = Composer(knowledge)
        self._finder = MentionFinder.from_knowledge(knowledge)
        self._desk = Desk(knowledge, Saving(codes, knowledge) if codes else None, sign)

    @classmethod
    def from_files(
        cls, root: Path = DEFAULT_ROOT, codes: Codes | None = None, sign: Sign | None = None
    ) -> Guide:
        """Load the knowledge below ``root``. Raises ``KnowledgeError`` when it has faults."""
        return cls(load(root), codes, sign)

    def reply(
        self, question: Question, context: Context, today: date, asker: str = ""
    ) -> tuple[Answer, Context]:
        """Return the reply to ``question`` and the context after it. ``asker`` names the conversation."""
        if question.pressed is not None and question.text:
            question = replace(question, mentions=tuple(self._finder.find(question.text)))
        moment = Moment(question, context, today, asker)
        turn = self._desk.take(moment)
        if turn is None:
            resolution = self._resolver.resolve(question, context)
            turn = self._desk.taken_over(str(resolution.id), moment)
            if turn is None:
                return self._answered(resolution, moment)
        return turn.answer, _after(turn, context)

    def _answered(self, resolution: Resolution, moment: Moment) -> tuple[Answer, Context]:
        question, context = moment.question, moment.context
        answered = (context.answered,) if context.answered else ()
        answer = self._composer.compose(resolution, moment.today, answered, context.unsure)
        answer = with_way_back(answer, self._desk.way_back(context.guided))
        offered = tuple(choice.id for choice in answer.choices)
        after = context.after(resolution.id, resolution.aspect, offered, resolution.named)
        doubtful = resolution.id.kind == "clarify" or (context.unsure and str(resolution.id) in _NO_WISER)
        guided = context.guided
        return answer, replace(
            after,
            unsure=context.unsure + 1 if doubtful else 0,
            profession=question.profession or context.profession,
            person=moment.person_after(),
            guided=replace(guided, paused=True) if guided and guided.asking else guided,
        )


def _after(turn: Turn, context: Context) -> Context:
    """Return the context after a turn of a guided talk."""
    base = turn.context or context
    if turn.answer.id == mapping.ID and len(turn.topic) == 2:  # noqa: PLR2004 - both ends of a way
        base = base.after(AnswerId("transition", turn.topic), "transition", (), turn.topic)
    kept = [name for name in base.subjects if name not in turn.topic]
    return replace(
        base,
        subjects=(*kept, *turn.topic)[-6:],
        offered=tuple(choice.id for choice in turn.answer.follow_ups if choice.say is None),
        person=turn.person,
        guided=turn.guided,
        unsure=0,
    )
