"""Each rule of the knowledge: a folder that breaks just this rule, and the fault that names it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.knowledge.checks import check
from bot.knowledge.loader import load
from tests.conftest import fact, move, passage, role

TODAY = date(2026, 11, 23)


def faults(root, today=TODAY):
    return [problem for problem in check(load(root), today) if not problem.warning]


def test_small_knowledge_keeps_every_rule(write):
    assert faults(write()) == []


def change(files, path, **changes):
    files[path] = files[path] | changes


FEE = {"currency": "USD", "least": 10, "most": 10, "fact": "fee"}


def fees(files, changes):
    change(files, "credentials/oil.yml", figures={"fees": [FEE | changes]})


BROKEN = {
    "unknown source": (
        lambda f: f["topics/start.yml"]["facts"].update(known=fact("x", source="nowhere")),
        "the source 'nowhere' is not known",
    ),
    "unused source": (
        lambda f: f["sources.yml"].update(
            spare={"title": "Spare", "publisher": "House", "url": "https://example.org/spare"}
        ),
        "no fact rests on this source",
    ),
    "unused fact": (
        lambda f: f["topics/start.yml"]["facts"].update(spare=fact("never said")),
        "no text rests on this fact",
    ),
    "checked in the future": (
        lambda f: f["topics/start.yml"]["facts"].update(known=fact("x", checked_on="2026-11-24")),
        "checked_on 2026-11-24 lies in the future",
    ),
    "stated in the future": (
        lambda f: f["topics/start.yml"]["facts"].update(known=fact("x", as_of="2026-12")),
        "as_of 2026-12 lies in the future",
    ),
    "review before check": (
        lambda f: f["topics/start.yml"]["facts"].update(known=fact("x", review_by="2026-02-01")),
        "is not after checked_on",
    ),
    "unknown fact": (
        lambda f: change(f, "topics/start.yml", grounds=["known", "unheard"]),
        "there is no fact 'unheard'",
    ),
    "fact of an unknown file": (
        lambda f: change(f, "topics/start.yml", answer="It costs {credentials/none.fee}."),
        "there is no fact 'credentials/none.fee'",
    ),
    "quoted fact without a value": (
        lambda f: change(f, "topics/start.yml", answer="It is {known}."),
        "has no value to show",
    ),
    "text without ground": (
        lambda f: change(f, "credentials/oil.yml", overview=passage("Oil.", "topic/start", "role/painter/entry", grounds=()))
        or f["credentials/oil.yml"]["facts"].pop("known"),
        "rests on no fact",
    ),
    "figure in the text": (
        lambda f: change(f, "topics/start.yml", answer="It takes 12 weeks."),
        "the figure '12' is typed into the text",
    ),
    "figure in a step": (
        lambda f: f["transitions/painter.yml"]["to"].update(sculptor=move("Go.", steps=["a", "b", "wait 3 days"])),
        "the figure '3' is typed into the text",
    ),
    "long answer": (
        lambda f: change(f, "topics/start.yml", answer="word " * 96),
        "96 words, at most 95",
    ),
    "hard text": (
        lambda f: change(
            f,
            "topics/start.yml",
            answer="Organisational transformation necessitates comprehensive interdisciplinary collaboration "
            "capabilities, notwithstanding considerable administrative responsibilities and accountability "
            "considerations regarding numerous international organisational interdependencies everywhere.",
        ),
        "reading grade",
    ),
    "rule without its fact": (
        lambda f: change(f, "credentials/oil.yml", eligibility_paths=[{"name": "open", "fact": "unheard"}]),
        "there is no fact 'unheard'",
    ),
    "rule that names no credential": (
        lambda f: change(
            f, "credentials/oil.yml", eligibility_paths=[{"name": "x", "fact": "known", "holds_any": ["gold"]}]
        ),
        "'gold' is no credential",
    ),
    "figure without its fact": (
        lambda f: fees(f, {"fact": "unheard"}),
        "there is no fact 'unheard'",
    ),
    "figure that its fact does not print": (
        lambda f: fees(f, {"most": 12}),
        "says 'USD 10', which has no 12",
    ),
    "upper end without its fact": (
        lambda f: fees(f, {"most": 12, "most_fact": "known"}),
        "the fact 'known' says '', which has no 12",
    ),
    "currency that is not in use": (
        lambda f: fees(f, {"currency": "DEM"}),
        "'DEM' is no currency in use",
    ),
    "currency of another fact": (
        lambda f: fees(f, {"currency": "EUR"}),
        "the fact 'fee' is not in EUR",
    ),
    "figure of an unknown level": (
        lambda f: fees(f, {"level": "Gold"}),
        "'Gold' is no level of its eligibility paths",
    ),
    "figure without a level where there are several": (
        lambda f: change(
            f,
            "credentials/oil.yml",
            eligibility_paths=[{"name": name, "level": name, "fact": "known"} for name in ("One", "Two")],
            figures={"fees": [FEE]},
        ),
        "figures.fees.0: no level",
    ),
    "same text twice": (
        lambda f: change(f, "topics/start.yml", answer=f["roles/painter.yml"]["overview"]["answer"]),
        "the same text as role/painter/overview",
    ),
    "move to a role that is not there": (
        lambda f: f["transitions/painter.yml"]["to"].update(plumber=move("Pipes.")),
        "'plumber' is no role",
    ),
    "move to the same role": (
        lambda f: f["transitions/painter.yml"]["to"].update(painter=move("Stay.")),
        "a move to the same role",
    ),
    "comparison of unlike things": (
        lambda f: f.update({"comparisons/clay-painter.yml": f["comparisons/clay-oil.yml"] | {"answer": "Odd."}}),
        "are not two roles or two credentials",
    ),
    "alias of two entries": (
        lambda f: f.update({"roles/curator.yml": role("curator", aliases=["curator", "painter"])}),
        "the alias 'painter' belongs to",
    ),
    "alias with capitals": (
        lambda f: f.update({"roles/curator.yml": role("curator", aliases=["Curator"])}),
        "has capitals",
    ),
    "loose alias of two words": (
        lambda f: change(f, "roles/curator.yml", loose_aliases=["head curator"]),
        "'head curator' is no single word",
    ),
    "loose alias that is an alias of another thing": (
        lambda f: change(f, "roles/curator.yml", loose_aliases=["oil"]),
        "'oil' is a full name of credentials/oil",
    ),
    "loose alias that is an alias of the same thing": (
        lambda f: change(f, "roles/curator.yml", loose_aliases=["curator"]),
        "'curator' is a full name of roles/curator",
    ),
    "loose alias that is a short name": (
        lambda f: change(f, "roles/curator.yml", short="Head", loose_aliases=["head"]),
        "'head' is a full name of roles/curator",
    ),
    "issuer of two flagships": (
        lambda f: [change(f, f"credentials/{name}.yml", flagship_of=["Issuer"]) for name in ("clay", "oil")],
        "'Issuer' stands for credentials/clay already",
    ),
    "issuer that is a credential": (
        lambda f: change(f, "credentials/oil.yml", flagship_of=["CLAY"]),
        "'CLAY' is a full name of credentials/clay",
    ),
    "topic about no role": (
        lambda f: change(f, "topics/start.yml", about="plumber"),
        "'plumber' is no role",
    ),
    "topic that covers an aspect twice": (
        lambda f: change(f, "topics/start.yml", covers=["cost", "salary", "cost"]),
        "'cost' is listed 2 times",
    ),
    "dangling follow-up": (
        lambda f: change(f, "topics/start.yml", follow_ups=["topic/none", "role/painter/overview"]),
        "'topic/none' leads to no entry",
    ),
    "follow-up with a bad aspect": (
        lambda f: change(f, "topics/start.yml", follow_ups=["role/painter/price", "role/painter/overview"]),
        "ends with 'price'",
    ),
    "follow-up to itself": (
        lambda f: change(f, "topics/start.yml", follow_ups=["topic/start", "role/painter/overview"]),
        "leads back to this very answer",
    ),
    "too few follow-ups": (
        lambda f: change(f, "topics/start.yml", follow_ups=["role/painter/overview"]),
        "fewer than 2 follow-ups",
    ),
}  # fmt: skip


def test_words_for_the_talk_that_follow_the_rules_pass(files, write):
    change(files, "roles/curator.yml", loose_aliases=["head", "IT"])
    change(files, "credentials/oil.yml", loose_aliases=["head"], flagship_of=["Issuer"])
    change(files, "topics/start.yml", about="painter", covers=["cost"], of_role="entry", of_credential="cost")
    assert faults(write()) == []


@pytest.mark.parametrize("name", BROKEN)
def test_broken_rule_is_named(name, files, write):
    breakage, message = BROKEN[name]
    breakage(files)
    found = [str(problem) for problem in faults(write())]
    assert any(message in text for text in found), found


def test_missing_phrase_is_named(files, write):
    write()
    del files["refusals.yml"]["out_of_scope/attack"]
    assert any("'out_of_scope/attack' is missing" in str(p) for p in faults(write()))


LANGUAGES = {
    "english": ("out_of_scope/other_language", {"en": "I speak English."}, "said by 'answer'"),
    "long": ("out_of_scope/other_language", {"de": "Wort " * 100}, "at most 350 are allowed"),
    "copied": (
        "out_of_scope/other_language",
        {"de": "Nur Englisch.", "nl": "Nur Englisch."},
        "the same text as 'de'",
    ),
    "misplaced": ("smalltalk/greet", {"de": "Hallo."}, "given in English only"),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_faulty_text_in_another_language_is_named(name, files, write):
    write()
    phrase, texts, message = LANGUAGES[name]
    file = "smalltalk.yml" if phrase.startswith("smalltalk/") else "refusals.yml"
    files[file][phrase]["languages"] = texts
    assert any(message in str(problem) for problem in faults(write()))


def test_review_within_thirty_days_is_a_warning_not_a_fault(files, write):
    files["topics/start.yml"]["facts"]["known"] = fact("x", review_by="2026-12-20")
    problems = check(load(write()), TODAY)
    assert [p.warning for p in problems] == [True]
    assert "is due by 2026-12-20" in problems[0].message


def test_overdue_review_says_since_when(files, write):
    files["topics/start.yml"]["facts"]["known"] = fact("x", review_by="2026-11-01")
    assert "is overdue since 2026-11-01" in check(load(write()), TODAY)[0].message


def test_a_later_review_says_nothing(files, write):
    files["topics/start.yml"]["facts"]["known"] = fact("x", review_by="2026-12-24")
    assert check(load(write()), TODAY) == []
