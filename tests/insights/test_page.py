from __future__ import annotations

import re
from datetime import date, timedelta
from html.parser import HTMLParser

import pytest

from bot.insights.figures import Span, count
from bot.insights.page import page
from bot.insights.reasons import Unanswered
from bot.insights.turns import Turn
from bot.insights.votes import Vote
from tests.insights.conftest import NOW, START

SPAN = Span(date(2026, 11, 1), date(2026, 11, 30))
EVIL = "<script>alert(1)</script>&\"'"


def full(span: Span = SPAN):
    answers = (
        "topic/masters",
        "credential/pmp/cost",
        "clarify",
        "out_of_scope/method",
        "tool/map",
        "topic/gone",
        "failed",
    )
    talks = [
        [Turn(f"e{n}", f"t{n}", "web", START + timedelta(hours=n), EVIL, answer, 0.9, (), 0.1)]
        for n, answer in enumerate(answers * 5)
    ]
    votes = [Vote(START, "t0", "topic/masters", up=False, reason="wrong")]
    queue = [Unanswered("e3", START, "web", "t3", EVIL, "out_of_scope/method", "refused", None, "u-1a2b3c")]
    return count(talks, votes, queue, span)


class Outline(HTMLParser):
    """Which elements there are, whether they close, and what they refer to."""

    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ("href", "src", "xlink:href")]
        if tag not in ("meta", "path", "use", "rect", "br", "link"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ("href", "src", "xlink:href")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def outline(html: str) -> Outline:
    found = Outline()
    found.feed(html)
    assert found.open == []
    return found


@pytest.mark.parametrize("figures", [full(), count([], [], [], SPAN)], ids=["full", "empty"])
def test_the_page_is_whole_and_needs_nothing_else(figures, knowledge):
    html = page(figures, knowledge, NOW)
    found = outline(html)
    assert "script" not in found.tags
    assert all(address.startswith("#") for address in found.addresses)
    assert "url(" not in re.sub(r"url\(#", "", html)
    assert "1 November 2026 to 30 November 2026" in html


def test_failed_turns_are_told(knowledge):
    assert "5 turns failed and got no answer" in page(full(), knowledge, NOW)


def test_words_of_people_are_escaped(knowledge):
    html = page(full(), knowledge, NOW)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_families_come_with_the_command_that_drafts_an_entry(knowledge):
    assert "./waymark draft u-1a2b3c" in page(full(), knowledge, NOW)


def test_answers_are_titled_and_those_of_gone_entries_stand_by_their_id(knowledge):
    html = page(full(), knowledge, NOW)
    assert "What does PMP cost? <code>credential/pmp/cost</code>" in html
    assert "<code>topic/gone</code>" in html


def test_kinds_are_told_apart_without_colour_and_charts_have_a_table(knowledge):
    html = page(full(), knowledge, NOW)
    assert html.count("<pattern") >= 2
    assert html.count("The same as a table") == html.count("<figure>") == 2
    assert html.count('aria-hidden="true"') >= 2


def test_an_empty_month_says_so_in_each_section(knowledge):
    html = page(count([], [], [], SPAN), knowledge, NOW)
    assert html.count('class="none"') == html.count("<section") == 7
    assert "<svg" not in html


def test_a_long_span_is_drawn_by_week(knowledge):
    html = page(full(Span(date(2026, 1, 1), date(2026, 12, 31))), knowledge, NOW)
    assert "questions a week" in html


def test_one_day_can_be_shown(knowledge):
    html = page(full(Span(date(2026, 11, 3), date(2026, 11, 3))), knowledge, NOW)
    assert "questions a day" in html
