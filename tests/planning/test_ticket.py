from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import jwt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.planning.ticket import AUDIENCE, PlanRequest, make_ticket, read_ticket
from bot.profile.person import Person, Spell
from tests.profile.people import persons

SECRET, OTHER = "a" * 40, "b" * 40
REQUEST = PlanRequest(
    Person(role="pmo_analyst", weekly_hours=5.0), "project_manager", None, date(2026, 11, 26)
)
PLAN = {"person": {}, "goal": "pmp", "level": None, "made_on": "2026-11-26"}


def signed(secret: str = SECRET, algorithm: str = "HS256", **changes: object) -> str:
    now = datetime.now(timezone.utc)
    claims = {"aud": AUDIENCE, "iat": now, "exp": now + timedelta(days=1), "plan": PLAN, **changes}
    present = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode(present, secret, algorithm=algorithm)


requests = st.builds(
    PlanRequest,
    person=persons(),
    goal=st.sampled_from(["pmp", "project_manager"]) | st.text(min_size=1, max_size=20),
    level=st.none() | st.sampled_from(["Level D", "Practitioner"]),
    made_on=st.dates(),
)


@settings(deadline=None)
@given(requests)
def test_what_is_put_in_comes_out(request: PlanRequest) -> None:
    ticket = make_ticket(request, SECRET)
    assert read_ticket(ticket, SECRET) == request
    assert all(character.isascii() and (character.isalnum() or character in "-_.") for character in ticket)


@settings(deadline=None)
@given(st.data())
def test_a_ticket_with_another_character_is_refused(data: st.DataObject) -> None:
    ticket = make_ticket(REQUEST, SECRET)
    place = data.draw(st.integers(0, len(ticket) - 1))
    other = data.draw(st.sampled_from("Aa0-_.~ é\x00").filter(lambda letter: letter != ticket[place]))
    try:
        read = read_ticket(ticket[:place] + other + ticket[place + 1 :], SECRET)
    except ValueError:
        return
    # The last letter of a signature holds bits that stand for nothing: it may differ, the content may not.
    assert (place, read) == (len(ticket) - 1, REQUEST)


@given(st.text())
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not one of ours"):
        read_ticket(text, SECRET)


@pytest.mark.parametrize(
    "ticket",
    [
        signed(OTHER),
        signed("", "none"),
        signed("a" * 64, "HS512"),
        signed(aud="waymark-chat"),
        *(signed(**{name: None}) for name in ("aud", "iat", "exp", "plan")),
    ],
)
def test_a_ticket_that_we_did_not_make_is_refused(ticket: str) -> None:
    with pytest.raises(ValueError, match="not one of ours"):
        read_ticket(ticket, SECRET)


def test_a_ticket_ends_after_thirty_days() -> None:
    claims = jwt.decode(make_ticket(REQUEST, SECRET), SECRET, algorithms=["HS256"], audience=AUDIENCE)
    assert claims["exp"] - claims["iat"] == 30 * 24 * 3600
    with pytest.raises(ValueError, match="expired"):
        read_ticket(signed(exp=datetime.now(timezone.utc) - timedelta(seconds=1)), SECRET)


@pytest.mark.parametrize(
    "plan", ["text", 5, [], {}, PLAN | {"made_on": "soon"}, PLAN | {"made_on": 5}, {"goal": "pmp"}]
)
def test_a_ticket_without_a_plan_is_refused(plan: object) -> None:
    with pytest.raises(ValueError, match="no plan"):
        read_ticket(signed(plan=plan), SECRET)


def test_a_long_story_fits_into_an_address() -> None:
    """Sanic takes a request line with its headers of up to 8 kB."""
    spells = tuple(Spell(f"kind_of_work_{n}", 36, date(2020, 1, 1), 0.5) for n in range(15))
    names = tuple(f"a_long_credential_{n}" for n in range(15))
    person = Person("role", "goal", "master_gac", spells, (), names, "Germany", 7.5, names, names)
    request = PlanRequest(person, "project_manager", None, date(2026, 11, 26))
    assert len(make_ticket(request, SECRET)) < 5_000
