from __future__ import annotations

from bot.understanding.names import names_in


def test_every_name_is_there_and_the_proper_one_is_first(knowledge):
    found = list(names_in(knowledge))
    assert ("pmo", "role", "pmo") in found
    assert ("pmp", "credential", "pmp") in found
    assert {kind for _, kind, _ in found} == {"role", "credential", "profession"}
    slugs = {slug for _, _, slug in found}
    assert slugs == {*knowledge.roles, *knowledge.credentials, *knowledge.professions}
    first = next(alias for alias, kind, slug in found if (kind, slug) == ("role", "project_manager"))
    assert first == knowledge.roles["project_manager"].name


def test_loose_names_are_not_among_them(knowledge):
    found = {(alias, slug) for alias, _, slug in names_in(knowledge)}
    things = {**knowledge.roles, **knowledge.credentials}
    loose = {(str(alias), slug) for slug, thing in things.items() for alias in thing.loose_aliases}
    assert loose
    assert not loose & found
