"""The chat page, which is the widget in full, before the whole service: real questions, real answers."""

from __future__ import annotations

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver

from bot.service.running import Service
from tests.web.browser import THEIRS, Page


@pytest.fixture
def page(service: Service, browser: WebDriver) -> Page:
    return Page(browser, service.url)


def test_the_home_screen_says_what_it_knows_and_how_to_begin(page: Page) -> None:
    page.open(path="/").ready()
    assert page.driver.current_url == f"{page.address}/chat"
    assert page.texts(".greeting") == ["Where to next?"]
    assert "certificates" in page.texts(".introduction")[0]
    assert page.texts(".topic h3") == ["Moving on", "Certificates", "Roles and pay", "Your own plan"]
    assert len(page.texts(".start")) == 10
    assert page.script("return document.fonts.check('16px \"Waymark Overpass\"')")
    assert page.all(".launcher") == []
    assert page.script("return document.documentElement.scrollHeight <= innerHeight")
    assert page.complaints() == []


def test_every_starting_question_is_answered(page: Page, service: Service) -> None:
    questions = page.open(path="/chat").ready().texts(".start")
    for at, question in enumerate(questions):
        page.click(".start", at)
        page.settle(1)
        assert page.said[0] == question
        answer = page.texts(THEIRS)[0]
        assert len(answer) > 40
        assert "not sure" not in answer
        assert "do not know" not in answer, question
        page.script("localStorage.clear()")
        page.open(path="/chat").ready()


def test_a_person_asks_reads_the_answer_and_opens_its_sources(page: Page) -> None:
    page.open(path="/chat").ready()
    page.ask("can pmo become project manager")
    assert "project manager" in page.texts(THEIRS)[0].lower()
    page.click(".sources summary")
    links = page.all(".sources a")
    assert links
    for link in links:
        assert link.text
        assert link.get_attribute("href").startswith("http")
        assert "noopener" in link.get_attribute("rel").split()
    assert all(any(character.isdigit() for character in line) for line in page.texts(".sources small"))
    page.press(page.chips[1])
    assert len(page.said) == 4
    assert page.complaints() == []


def test_the_map_is_drawn_and_the_check_asks_its_questions(page: Page) -> None:
    page.open(path="/chat").ready()
    page.ask("show me the career map")
    page.until(lambda: page.script("return deep.all('.picture img')[0].naturalWidth") > 0)
    page.ask("am I eligible for the PMP?")
    assert page.said[-1].rstrip().endswith("?")
    assert page.chips
