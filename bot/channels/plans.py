"""Plans to take along: ``/chat/plan/<ticket>.md`` and ``.ics``, made anew from what the ticket holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels import texts
from bot.channels.errors import ChatError
from bot.knowledge.base import Knowledge
from bot.planning.calendar import to_calendar
from bot.planning.make import make_plan
from bot.planning.markdown import to_markdown
from bot.planning.plan import Plan
from bot.planning.ticket import read_ticket

_TYPES = {"md": "text/markdown; charset=utf-8", "ics": "text/calendar; charset=utf-8"}
# The file tells of one person: nobody on the way keeps it, and no search engine lists it.
_HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


class PlanFiles:
    """Serves plans. The ticket is the only right that it takes to get one.

    A plan is made in a thread; ``knowledge`` is called there.
    """

    def __init__(self, secret: str, knowledge: Callable[[], Knowledge]) -> None:
        self._secret = secret
        self._knowledge = knowledge

    async def plan(self, request: Request, name: str) -> HTTPResponse:  # noqa: ARG002 - Sanic's signature
        """Answer with the plan called ``name``, or with 404 and a sentence. Raises ``not_found``."""
        ticket, _, kind = name.rpartition(".")
        if kind not in _TYPES:
            raise ChatError("not_found")
        return await asyncio.to_thread(self._answer, ticket, kind)

    def file(self, ticket: str, kind: str) -> bytes | None:
        """Return the plan as ``md`` or ``ics``; None for a bad ticket or a calendar without steps."""
        knowledge = self._knowledge()
        plan = self._plan(ticket, knowledge)
        if plan is None or (kind == "ics" and not plan.alternatives):
            return None
        return to_markdown(plan, knowledge).encode() if kind == "md" else to_calendar(plan, knowledge)

    def _answer(self, ticket: str, kind: str) -> HTTPResponse:
        body = self.file(ticket, kind)
        if body is None:
            known = kind == "ics" and self.file(ticket, "md") is not None
            return _no_file(texts.NO_CALENDAR if known else texts.NO_PLAN)
        saved_as = {"Content-Disposition": f'attachment; filename="waymark-plan.{kind}"'}
        return HTTPResponse(body, headers={**_HEADERS, **saved_as}, content_type=_TYPES[kind])

    def _plan(self, ticket: str, knowledge: Knowledge) -> Plan | None:
        """Return the plan; None for a ticket that is not good, or whose goal is no longer known."""
        try:
            asked = read_ticket(ticket, self._secret)
            return make_plan(asked.person, asked.goal, knowledge, asked.made_on, asked.level)
        except (ValueError, KeyError):
            return None


def _no_file(sentence: str) -> HTTPResponse:
    """Return a 404 for a person who followed a link: a sentence, not data."""
    return HTTPResponse(f"{sentence}\n", 404, _HEADERS, content_type="text/plain; charset=utf-8")
