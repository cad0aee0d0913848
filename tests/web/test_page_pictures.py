"""Pictures on the page, against a service whose words the test writes."""

from __future__ import annotations

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.keys import Keys

from bot.answers.answer import Answer, Picture
from tests.channels.service import Says
from tests.web.browser import Page
from tests.web.conftest import FakeService

MAP = "/chat/map.png?place=pmo_analyst&goal=project_manager"
ALT = "Career map. You are here: PMO analyst. Your goal: project manager."
ELSEWHERE = "https://example.org/map.png"
SPEAKS = '<b>bold</b> "quoted" <img src=x onerror=window.hacked=1>'
SCRIPT = "javascript:window.hacked=1"


def drawing(url: str, dark_url: str, alt: str = ALT) -> Answer:
    return Answer("tool/map", "Here it is.", picture=Picture(url, dark_url, alt, "** PMO analyst"))


@pytest.fixture
def page(fake_service: FakeService, browser: WebDriver) -> Page:
    answers = {
        "map": drawing(MAP, f"{MAP}&theme=dark"),
        "elsewhere": drawing(ELSEWHERE, ELSEWHERE),
        "dark elsewhere": drawing(MAP, ELSEWHERE),
        "script": drawing(SCRIPT, SCRIPT),
        "hostile": drawing(MAP, f"{MAP}&theme=dark", SPEAKS),
    }

    async def script(text: str) -> Says:
        yield (
            {"text": answers[text].text, "answer": answers[text].to_dict()}
            if text in answers
            else {"text": f"About {text}."}
        )

    fake_service.agent.script = script
    scheme(browser, "light")
    return Page(browser, fake_service.base).open()


def scheme(browser: WebDriver, value: str) -> None:
    feature = {"name": "prefers-color-scheme", "value": value}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})


def until_drawn(page: Page, selector: str = ".picture img") -> None:
    page.until(lambda: page.script(f"return document.querySelector('{selector}').naturalWidth") > 0)


def focus_is_on(page: Page, selector: str) -> bool:
    return page.script(f"return document.activeElement.matches('{selector}')")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_a_picture_stands_under_its_answer_within_the_bubble(page: Page, width: int) -> None:
    page.open(width=width)
    page.ask("map")
    until_drawn(page)
    image = page.one(".bot img")
    assert image.get_attribute("alt") == ALT
    bubble = page.answer.rect
    assert bubble["x"] <= image.rect["x"]
    assert image.rect["x"] + image.rect["width"] <= bubble["x"] + bubble["width"]
    assert image.rect["width"] > min(400, bubble["width"] * 0.85)
    assert page.script("return document.documentElement.scrollWidth") == width
    assert page.complaints() == []


def test_the_picture_follows_the_colours_of_the_page(page: Page) -> None:
    page.ask("map")
    until_drawn(page)
    shown = "return document.querySelector('.picture img').currentSrc"
    assert page.script(shown) == page.base + MAP
    scheme(page.driver, "dark")
    page.until(lambda: page.script(shown) == f"{page.base}{MAP}&theme=dark")
    assert page.complaints() == []


def test_the_answer_is_brought_into_view_again_when_its_picture_has_come(page: Page) -> None:
    page.open(width=390, height=600)
    for _ in range(3):
        page.ask("map")
    page.until(lambda: page.script("return [...document.images].every((image) => image.naturalWidth)"))
    page.until(
        lambda: page.script(
            "const asked = [...document.querySelectorAll('.mine')].pop().getBoundingClientRect();"
            "const talk = document.getElementById('talk').getBoundingClientRect();"
            "return asked.top >= talk.top && asked.bottom <= talk.bottom"
        )
    )


@pytest.mark.parametrize("how", ["click", "enter", "space"])
def test_the_picture_opens_larger_and_escape_gives_the_focus_back(page: Page, how: str) -> None:
    page.ask("map")
    until_drawn(page)
    button = page.one(".picture")
    small = page.one(".picture img").rect["width"]
    if how == "click":
        button.click()
    else:
        button.send_keys(Keys.ENTER if how == "enter" else Keys.SPACE)
    page.until(lambda: page.one("#large").is_displayed())
    until_drawn(page, "#large img")
    assert page.one("#large img").get_attribute("alt") == ALT
    assert page.one("#large img").rect["width"] > small
    assert page.script("return document.querySelector('#large').matches(':modal')")
    assert page.script("return document.querySelector('#large').contains(document.activeElement)")
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    page.until(lambda: not page.one("#large").is_displayed())
    page.until(lambda: focus_is_on(page, ".picture"))
    assert page.complaints() == []


def test_it_closes_with_its_button_too_and_fits_a_phone(page: Page) -> None:
    page.open(width=390, height=700)
    page.ask("map")
    until_drawn(page)
    page.one(".picture").click()
    until_drawn(page, "#large img")
    frame = page.one("#large").rect
    assert frame["width"] <= 390
    assert frame["height"] <= 700
    assert page.one("#large img").rect["width"] == 780
    assert page.script("const it = document.getElementById('large-picture'); return it.scrollWidth") >= 780
    page.one("#shrink").click()
    page.until(lambda: not page.one("#large").is_displayed())
    page.until(lambda: focus_is_on(page, ".picture"))


def test_the_screen_reader_hears_what_is_on_the_picture(page: Page) -> None:
    page.ask("map")
    assert page.one(".picture").accessible_name == f"{ALT} Open larger"
    assert page.one(".picture").aria_role == "button"


@pytest.mark.parametrize("text", ["elsewhere", "script"])
def test_a_picture_from_elsewhere_is_not_shown(page: Page, text: str) -> None:
    page.ask(text)
    assert page.said[-1] == "Here it is."
    assert page.all("#log img, #log source, .picture") == []
    assert page.complaints() == []


def test_a_dark_picture_from_elsewhere_is_left_out(page: Page) -> None:
    scheme(page.driver, "dark")
    page.ask("dark elsewhere")
    until_drawn(page)
    assert page.all("source") == []
    assert page.complaints() == []


def test_words_of_a_picture_become_no_part_of_the_page(page: Page) -> None:
    page.ask("hostile")
    until_drawn(page)
    page.one(".picture").click()
    assert page.one("#large img").get_attribute("alt") == SPEAKS
    assert page.script("return window.hacked") is None
    assert page.all("#log b, [onerror]") == []
    page.one("#shrink").click()
    assert page.complaints() == []


def test_pictures_come_back_with_the_talk(page: Page) -> None:
    page.ask("map")
    page.driver.refresh()
    page.settle(1)
    until_drawn(page)
