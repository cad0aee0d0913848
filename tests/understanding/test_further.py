from __future__ import annotations

import pytest

from tests.understanding.talks import talk


@pytest.mark.parametrize(
    ("text", "intent", "found", "others"),
    [
        ("what do scrum masters earn and agile coaches", "salary", "compare/agile_coach/scrum_master", []),
        ("cost of pmp capm and csm", "cost", "compare/capm/pmp", ["compare/capm/csm"]),
        ("do i need a pmp as a scrum master", "need", "credential/pmp/need", []),
    ],
)
def test_the_same_of_other_subjects_is_offered(ask, text, intent, found, others):
    resolution = ask(text, intent)
    assert (str(resolution.id), [str(other) for other in resolution.others]) == (found, others)


@pytest.mark.parametrize(
    ("clause", "others"),
    [
        (("do i need a degree for it", "topic_no_degree", 0.8), ["topic/no_degree"]),
        # A clause leans on what the first one is about.
        (("what skills do they need", "skills", 0.8), ["role/pmo_analyst/skills"]),
        (("what about scrum masters", "salary", 0.8), ["role/scrum_master/salary"]),
        # What is answered is not offered, nor what is not sure or asks nothing.
        (("what do they earn", "salary", 0.8), []),
        (("do i need a degree for it", "topic_no_degree", 0.4), []),
        (("thanks a lot", "smalltalk_thanks", 0.9), []),
        (("is it raining", "out_of_scope_unrelated", 0.9), []),
    ],
)
def test_other_clauses_are_offered(ask, read, clause, others):
    first = read("what does a pmo analyst earn", "salary")
    resolution = ask("what does a pmo analyst earn and the rest", "salary", clauses=(first, read(*clause)))
    assert str(resolution.id) == "role/pmo_analyst/salary"
    assert [str(other) for other in resolution.others] == others


def test_a_clause_without_a_ranking_is_left_out(ask, read):
    nothing = read("xq")
    resolution = ask("pmo pay and xq", "salary", clauses=(nothing.__class__("xq"),))
    assert resolution.others == ()


@pytest.mark.parametrize(
    ("text", "listed"),
    [("and all three", ("pmp", "capm", "csm")), ("each of them", ("pmp", "capm"))],
)
def test_all_of_several_are_answered_one_after_another(ask, text, listed):
    context = talk(*(f"credential/{name}/cost" for name in listed))
    context = context.from_slot(context.to_slot() | {"listed": listed})
    resolution = ask(text, "exam", context=context)
    found = [str(resolution.id), *map(str, resolution.others)]
    assert found == [f"credential/{name}/exam" for name in listed]
