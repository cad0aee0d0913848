"""The whole service in a real browser: one question, its answer, its sources."""

from __future__ import annotations

from selenium.webdriver.chrome.webdriver import WebDriver

from bot.service.running import Service
from tests.web.browser import Page


def test_a_person_asks_reads_the_answer_and_opens_its_sources(service: Service, browser: WebDriver) -> None:
    page = Page(browser, service.url).open("/")
    assert page.driver.current_url == f"{service.url}/chat"
    assert page.one("h1").text == "Waymark"

    page.ask("can pmo become project manager")
    question, answer = page.said[:2]
    assert question == "can pmo become project manager"
    assert "project manager" in answer.lower()

    sources = page.answer.find_element("css selector", ".sources")
    sources.find_element("tag name", "summary").click()
    links = sources.find_elements("tag name", "a")
    assert links
    for link in links:
        assert link.is_displayed()
        assert link.text
        assert link.get_attribute("href").startswith("http")
        assert link.get_attribute("target") == "_blank"
        assert "noopener" in link.get_attribute("rel").split()
    assert any(character.isdigit() for character in sources.find_element("tag name", "small").text)
    assert page.complaints() == []
