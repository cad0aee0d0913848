"""The sections of the report; each says so when there is nothing to show."""

from __future__ import annotations

from bot.answer_id import AnswerId
from bot.answers.wording import question
from bot.insights import charts
from bot.insights.figures import OUTCOMES, Family, Figures
from bot.insights.markup import Cell, Html, bar, code, day_of, none, number, percent, table, text
from bot.insights.reasons import REASONS
from bot.insights.turns import FAILED
from bot.knowledge.base import Knowledge

MOST_ROWS, MOST_FAMILIES, MOST_EXAMPLES = 20, 25, 6
_VOTE_REASONS = {
    "wrong": "wrong",
    "outdated": "out of date",
    "unclear": "unclear",
    "not_my_question": "not my question",
}
_REFUSALS = {
    "other_career": "about another career",
    "method": "how to do the work itself",
    "advice": "legal, tax or medical advice",
    "unrelated": "about something else, or not understood",
    "gibberish": "no words that could be read",
    "other_language": "not in English",
    "attack": "an attack on the assistant",
}
_TOOLS = {"eligibility": "Eligibility check", "plan": "Plan", "map": "Career map"}


def volume(figures: Figures, _knowledge: Knowledge) -> str:
    """Return questions by day, as a chart and as a table, and the talks by channel."""
    if not figures.turns:
        return none("Nobody asked anything in these days.")
    rows: list[tuple[Cell | str, ...]] = [
        (f"{day:%a %d %b %Y}", *(number(counts[name]) for name in OUTCOMES))
        for day, counts in figures.by_day.items()
    ]
    days = table("Questions by day", ("day", *OUTCOMES), rows)
    by_channel = ", ".join(f"{name} {amount:,}" for name, amount in figures.channels)
    return (
        f"<figure>{charts.volume(figures)}</figure><details><summary>The same as a table</summary>{days}"
        f"</details><p>Talks by channel: {text(by_channel)}. {_failures(figures)}</p>"
    )


def _failures(figures: Figures) -> str:
    failed = figures.outcomes[FAILED]
    turns = "1 turn" if failed == 1 else f"{failed:,} turns"
    return (
        f"{turns} failed and got no answer; the log of that time says why." if failed else "No turn failed."
    )


def families(figures: Figures, _knowledge: Knowledge) -> str:
    """Return the largest families of unanswered questions."""
    if not figures.families:
        return none("There are none in these days.")
    shown = "".join(map(_family, figures.families[:MOST_FAMILIES]))
    rest = len(figures.families) - MOST_FAMILIES
    more = (
        f"<p>{rest:,} smaller families are not shown; <code>--json</code> lists them.</p>" if rest > 0 else ""
    )
    return shown + more


def _family(family: Family) -> str:
    reasons = "; ".join(f"{REASONS[name]} {amount}" for name, amount in family.reasons)
    answers = ", ".join(code(name) for name, _ in family.answers[:3])
    examples = "".join(f"<li>{text(words)}</li>" for words in family.examples[1:MOST_EXAMPLES])
    times = "once" if family.count == 1 else f"{family.count:,} times"
    return (
        f'<article class="family"><h3><span>{text(family.examples[0])}</span><span>{times}</span></h3>'
        f"{f'<ul>{examples}</ul>' if examples else ''}"
        f"<p>{text(reasons)}. Got {answers}. Last asked on {day_of(family.last)}. "
        f'<span class="command">{code(f"./waymark draft {family.name}")}</span></p></article>'
    )


def top(figures: Figures, knowledge: Knowledge) -> str:
    """Return the answers given most, with their votes."""
    if not figures.answers:
        return none("No answer was given in these days.")
    most = figures.answers[0][1]
    rows = [
        (_titled(answer, knowledge), number(amount), bar(amount, most), *_thumbs(figures, answer))
        for answer, amount in figures.answers[:MOST_ROWS]
    ]
    return table(
        f"The first {len(rows)} of {len(figures.answers):,} answers",
        ("answer", "times", "", "up", "down"),
        rows,
    )


def _thumbs(figures: Figures, answer: str) -> tuple[Cell, Cell]:
    rating = figures.ratings.get(answer)
    return number(rating.up if rating else 0), number(rating.down if rating else 0)


def quality(figures: Figures, knowledge: Knowledge) -> str:
    """Return the answers with votes, most thumbs down first."""
    if not figures.ratings:
        return none("Nobody voted in these days.")
    ranked = sorted(figures.ratings.items(), key=lambda item: (-item[1].down, item[1].up, item[0]))[
        :MOST_ROWS
    ]
    most = max(rating.down for _, rating in ranked)
    rows = [
        (
            _titled(answer, knowledge),
            number(rating.down),
            bar(rating.down, most),
            number(rating.up),
            ", ".join(f"{_VOTE_REASONS.get(name, name)} {amount}" for name, amount in rating.reasons),
        )
        for answer, rating in ranked
    ]
    return table("Votes by answer", ("answer", "thumbs down", "", "thumbs up", "reasons given"), rows)


def declined(figures: Figures, _knowledge: Knowledge) -> str:
    """Return the refusals by reason."""
    if not figures.declined:
        return none("Nothing was declined in these days.")
    most = figures.declined[0][1]
    rows = [
        (
            _refusal(answer),
            number(amount),
            bar(amount, most),
            Cell(percent(amount, figures.turns), number=True),
        )
        for answer, amount in figures.declined
    ]
    return table("Refusals", ("reason", "times", "", "of all questions"), rows)


def guided(figures: Figures, _knowledge: Knowledge) -> str:
    """Return how far the guided talks went."""
    if not any(tool.begun for tool in figures.tools.values()):
        return none("No guided talk was begun in these days.")
    most = max(tool.begun for tool in figures.tools.values())
    rows = [
        (
            f"{_TOOLS[name]}: {label}",
            number(amount),
            bar(amount, most),
            Cell(percent(amount, tool.begun), number=True),
        )
        for name, tool in figures.tools.items()
        for label, amount in (
            ("shown" if name == "map" else "begun", tool.begun),
            ("a question answered", tool.went_on),
            ("result told", tool.finished),
        )
        if name != "map" or label == "shown"
    ]
    return table("Guided talks by how far they went", ("step", "talks", "", "of those begun"), rows)


def latency(figures: Figures, _knowledge: Knowledge) -> str:
    """Return how long answers took."""
    if not figures.latency:
        return none("Nothing was answered in these days.")
    rows: list[tuple[Cell | str, ...]] = [
        (f"{day:%a %d %b %Y}", *(Cell(f"{1000 * seconds:.0f}", number=True) for seconds in pair))
        for day, pair in figures.latency_by_day.items()
    ]
    days = table("Milliseconds by day", ("day", "half are quicker", "95 of 100 are quicker"), rows)
    median, most = figures.latency
    return (
        f"<p>Half of all answers came within {1000 * median:.0f} ms, "
        f"95 of 100 within {1000 * most:.0f} ms.</p>"
        f"<figure>{charts.latency(figures)}</figure>"
        f"<details><summary>The same as a table</summary>{days}</details>"
    )


def _refusal(answer: str) -> Html:
    """Return the reason of a refusal in words, with its id."""
    words = _REFUSALS.get(answer.partition("/")[2])
    return Html(f"{words} {code(answer)}" if words else code(answer))


def _titled(answer: str, knowledge: Knowledge) -> Html:
    """Return what an answer is about, with its id; ids of entries that are gone stand alone."""
    try:
        title = question(AnswerId.parse(answer), knowledge)
    except (KeyError, ValueError):
        title = answer
    return Html(code(answer) if title == answer else f"{text(title)} {code(answer)}")
