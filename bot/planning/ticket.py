"""Tickets: what a plan is made from, as a signed text for a link, so that no plan has to be stored.

A ticket is a JWT (HS256). It is signed, not encrypted: whoever has the link can read what the person said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

import jwt

from bot.profile.person import Person

AUDIENCE = "waymark-plan"
LIFETIME = timedelta(days=30)
_ALGORITHM = "HS256"


@dataclass(frozen=True)
class PlanRequest:
    """What :func:`bot.planning.make.make_plan` needs besides the knowledge."""

    person: Person
    goal: str
    level: str | None
    made_on: date


def make_ticket(request: PlanRequest, secret: str) -> str:
    """Return a ticket for ``request`` that is good for 30 days from now and fits into an address."""
    now = datetime.now(timezone.utc)
    plan = {
        "person": request.person.to_slot(),
        "goal": request.goal,
        "level": request.level,
        "made_on": request.made_on.isoformat(),
    }
    claims = {"aud": AUDIENCE, "iat": now, "exp": now + LIFETIME, "plan": plan}
    return jwt.encode(claims, secret, algorithm=_ALGORITHM)


def read_ticket(text: str, secret: str) -> PlanRequest:
    """Return what ``text`` was made from. Raises ``ValueError`` for one that is expired or not ours."""
    try:
        claims = jwt.decode(
            text,
            secret,
            algorithms=[_ALGORITHM],
            audience=AUDIENCE,
            # A clock that is set back, or differs between servers, must not make ours "not valid yet".
            options={"require": ["aud", "iat", "exp", "plan"], "verify_iat": False},
        )
    except jwt.ExpiredSignatureError as error:
        raise ValueError("the ticket has expired") from error
    except (jwt.InvalidTokenError, UnicodeEncodeError) as error:
        raise ValueError("the ticket is not one of ours") from error
    return _request(claims["plan"])


def _request(plan: Any) -> PlanRequest:  # noqa: ANN401 - whatever JSON holds
    try:
        level = None if plan["level"] is None else str(plan["level"])
        made_on = date.fromisoformat(plan["made_on"])
        return PlanRequest(Person.from_slot(plan["person"]), str(plan["goal"]), level, made_on)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("the ticket holds no plan") from error
