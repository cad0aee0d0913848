"""Ways to break one rule of the small knowledge each, and what the fault then says."""

from __future__ import annotations

from tests.conftest import fact, move, passage, role


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
