"""The way back into a guided talk after something else was asked in between."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Choice
from bot.answers.wording import subject_name
from bot.guided.state import Guided
from bot.guided.turn import Turn
from bot.knowledge.base import Knowledge

GO_ON = "go on"


def way_back(guided: Guided | None, knowledge: Knowledge) -> Choice | None:
    """Return the button that goes on with a guided talk; None when no question of it is open."""
    if guided is None or guided.asking is None:
        return None
    if guided.tool == "plan":
        return Choice("Back to my plan", guided.id, GO_ON)
    return Choice(f"Back to the {subject_name(str(guided.subject), knowledge)} check", guided.id, GO_ON)


def aside(turn: Turn, guided: Guided | None, knowledge: Knowledge) -> Turn:
    """Return ``turn``, said in between, with the way back to ``guided``, which pauses until then."""
    back = way_back(guided, knowledge)
    if guided is None or back is None:
        return turn
    return replace(turn, answer=with_way_back(turn.answer, back), guided=replace(guided, paused=True))


def with_way_back(answer: Answer, back: Choice | None) -> Answer:
    """Return ``answer`` with the button back to a guided talk, after all that it offers itself."""
    if back is None:
        return answer
    beside = answer.options and answer.options != answer.follow_ups
    follow_ups = answer.follow_ups if beside else (*answer.follow_ups, back)
    options = (*answer.options, back) if answer.options else ()
    return replace(answer, follow_ups=follow_ups, options=options)
