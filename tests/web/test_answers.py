"""What stands under an answer: table, picture, files, sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from bot.answers.answer import Answer, Download, Picture
from bot.planning.ticket import PlanRequest, make_ticket
from bot.profile.person import Person
from bot.secret import secret_of
from tests.channels.service import Says
from tests.web.browser import MINE, Page
from tests.web.conftest import FakeService

SOURCES = [
    {
        "title": "Fees",
        "publisher": "PMI",
        "url": "https://example.org/fees",
        "as_of": "2026-07-02",
        "checked_on": "2026-11-22",
    },
    {"title": "Undated", "publisher": "APM", "url": "https://example.org/apm", "as_of": None},
    {
        "title": "Read",
        "publisher": "x",
        "url": "https://example.org/x",
        "as_of": "2026-11-22",
        "checked_on": "2026-11-22",
    },
]
TABLE = {"columns": ["", "Member", "Other"], "rows": [["Exam", "USD 405", "USD 575"]]}
MAP = "/chat/map.png?place=pmo_analyst&goal=project_manager"
ALT = "Career map. You are here: PMO analyst. Your goal: project manager."
ELSEWHERE = "https://example.org/map.png"


def answer(text: str, **data: object) -> dict:
    base = {"id": "topic/x", "text": text, "more": None, "table": None, "sources": [], "options": []}
    return {"text": text, "answer": {**base, **data}}


@pytest.fixture
def page(chat_page: Page, fake_service: FakeService) -> Page:
    request = PlanRequest(Person(role="pmo_analyst"), "project_manager", None, date(2026, 11, 26))
    ticket = make_ticket(request, secret_of(fake_service.settings))
    files = [Download(f"As {kind}", f"/chat/plan/{ticket}.{kind}") for kind in ("md", "ics")]
    foreign = [
        Download("Elsewhere", "https://example.org/plan.md"),
        Download("Script", "javascript:window.hacked=1"),
    ]

    async def script(text: str) -> Says:
        drawn = {
            "map": Picture(MAP, f"{MAP}&theme=dark", ALT, "** PMO analyst"),
            "elsewhere": Picture(ELSEWHERE, ELSEWHERE, ALT, ""),
            "script": Picture("javascript:window.hacked=1", "javascript:window.hacked=1", ALT, ""),
            "dark elsewhere": Picture(MAP, ELSEWHERE, ALT, ""),
        }.get(text)
        if drawn:
            found = Answer("tool/map", "Here it is.", picture=drawn)
            yield {"text": found.text, "answer": found.to_dict()}
        elif text == "plan":
            plan = Answer("tool/plan", "Your plan.", downloads=(*files, *foreign))
            yield {"text": plan.text, "answer": plan.to_dict()}
        else:
            yield answer("Here are the fees.\n\n- one\n- **two**\n\nEnd", table=TABLE, sources=SOURCES)

    fake_service.agent.script = script
    return chat_page.open().ready()


def drawn(page: Page, selector: str = ".picture img") -> None:
    page.until(lambda: page.script(f"return deep.all('{selector}').at(-1)?.naturalWidth") > 0)


def test_text_is_laid_out_and_tables_are_tables(page: Page) -> None:
    page.ask("table")
    assert page.texts(".cds-aichat-markdown-stack cds-custom-list-item") == ["one", "two"]
    assert page.texts(".cds-aichat-markdown-stack strong") == ["two"]
    assert page.texts(".table thead th") == ["", "Member", "Other"]
    assert page.texts(".table tbody tr > *") == ["Exam", "USD 405", "USD 575"]
    assert page.all(".table tbody th")[0].get_attribute("scope") == "row"


def test_sources_are_folded_dated_and_open_in_a_tab_of_their_own(page: Page) -> None:
    page.ask("table")
    assert page.texts(".sources summary") == ["3 sources"]
    assert page.all(".sources a") == []
    page.click(".sources summary")
    links = page.all(".sources a")
    assert [link.get_attribute("href") for link in links] == [source["url"] for source in SOURCES]
    for link in links:
        assert link.get_attribute("target") == "_blank"
        assert "noopener" in link.get_attribute("rel").split()
    assert page.texts(".sources small") == [
        "PMI, 2 July 2026, checked 22 November 2026",
        "APM",
        "x, checked 22 November 2026",
    ]
    assert page.complaints() == []


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_a_picture_stands_within_the_page_with_its_words(page: Page, width: int) -> None:
    page.open(width=width).ready()
    page.ask("map")
    drawn(page)
    image = page.one(".picture img")
    assert image.get_attribute("alt") == ALT
    assert page.one(".picture").accessible_name == f"{ALT} Open larger"
    assert image.rect["x"] >= 0
    assert min(300, width * 0.8) < image.rect["width"] <= width
    assert page.script("return document.documentElement.scrollWidth") == width
    assert page.complaints() == []


def test_the_picture_follows_the_colours_of_the_page(page: Page) -> None:
    page.ask("map")
    drawn(page)
    shown = "return deep.all('.picture img')[0].currentSrc"
    assert page.script(shown).endswith(MAP)
    page.prefer("dark")
    page.until(lambda: page.script(shown).endswith(f"{MAP}&theme=dark"))


@pytest.mark.parametrize("how", ["click", "keys"])
def test_the_picture_opens_larger_and_escape_gives_the_focus_back(page: Page, how: str) -> None:
    page.open(width=390, height=700).ready()
    page.ask("map")
    drawn(page)
    small = page.one(".picture img").rect["width"]
    if how == "click":
        page.click(".picture")
    else:
        page.script("deep.all('.picture')[0].focus()")
        page.keys(Keys.ENTER)
    drawn(page, ".large img")
    dialog = page.one(".picture-dialog")
    assert page.script(
        "return arguments[0].matches(':modal') && arguments[0].contains(deep.active())", dialog
    )
    assert dialog.rect["width"] <= 390
    assert dialog.rect["height"] <= 700
    assert page.one(".large img").rect["width"] == 780 > small
    assert page.one(".large img").get_attribute("alt") == ALT
    page.keys(Keys.ESCAPE)
    page.until(lambda: not page.all(".picture-dialog"))
    page.until(lambda: page.script("return deep.active().matches('.picture')"))


@pytest.mark.parametrize("text", ["elsewhere", "script", "dark elsewhere"])
def test_no_picture_comes_from_elsewhere(page: Page, text: str) -> None:
    page.prefer("dark")
    page.ask(text)
    assert page.said[-1] == "Here it is."
    assert page.script("return deep.all('source').length") == 0
    assert len(page.all(".picture")) == (1 if text == "dark elsewhere" else 0)
    assert page.script("return window.hacked") is None


def test_files_are_links_that_save_them_and_others_are_left_out(page: Page, tmp_path: Path) -> None:
    page.ask("plan")
    assert page.texts(".files a") == ["As md", "As ics"]
    behaviour = {"behavior": "allow", "downloadPath": str(tmp_path)}
    page.driver.execute_cdp_cmd("Browser.setDownloadBehavior", behaviour)
    for at in range(2):
        page.click(".files a", at)
    page.until(lambda: {"waymark-plan.md", "waymark-plan.ics"} <= {path.name for path in tmp_path.iterdir()})
    assert (tmp_path / "waymark-plan.md").read_text("utf-8").startswith("# From PMO analyst")
    assert page.texts(MINE) == ["plan"]


def test_all_of_it_comes_back_with_the_talk(page: Page) -> None:
    for text in ("plan", "table", "map"):
        page.ask(text)
    page.driver.refresh()
    page.ready().settle(3)
    drawn(page)
    assert page.texts(".files a") == ["As md", "As ics"]
    assert page.texts(".sources summary") == ["3 sources"]


def test_the_question_stays_in_view_when_its_picture_has_come(page: Page) -> None:
    page.open(width=390, height=600).ready()
    for _ in range(3):
        page.ask("map")
        drawn(page)
    bubble, frame = page.all(MINE)[-1], page.one(".frame")
    page.until(lambda: frame.rect["y"] <= bubble.rect["y"] < 300)
