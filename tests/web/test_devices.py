"""Other screens: phones, dark mode, pages that run from right to left, other languages."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from tests.channels.service import Says
from tests.web.browser import INPUT, MINE, THEIRS, Page
from tests.web.colours import luminance
from tests.web.conftest import FakeService

LONG = "word " * 1000 + "long" * 300


async def script(text: str) -> Says:
    table = {"columns": ["Exam", "Member", "Other", "More"], "rows": [["a" * 60, "b" * 60, "c", "d"]]}
    yield {
        "text": LONG if text == "long" else f"About {text}.",
        "buttons": [{"title": "And then? " * 10, "payload": "/x"}],
        "answer": {"id": "topic/x", "text": "", "table": table},
    }


@pytest.fixture
def page(host_page: Page, fake_service: FakeService) -> Page:
    fake_service.agent.script = script
    return host_page


def size(page: Page, selector: str) -> list[float]:
    rect = page.one(selector).rect
    return [rect["x"], rect["y"], rect["width"], rect["height"]]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 480)])
def test_on_a_phone_the_panel_is_the_whole_screen(page: Page, width: int, height: int) -> None:
    page.open(width=width, height=height, path="/?tall").launch()
    assert size(page, ".frame") == [0, 0, width, height]
    assert page.script("return deep.all('.frame')[0].matches(':modal')"), "the page behind cannot be reached"
    page.type("pay")
    page.enter()
    page.settle(1)
    page.ask("long")
    sizes = "return [document.documentElement.scrollWidth, visualViewport.scale, innerWidth]"
    assert page.script(sizes) == [width, 1, width]
    font = page.script("return getComputedStyle(arguments[0]).fontSize", page.one(INPUT))
    assert float(font.removesuffix("px")) >= 16
    wide = "return deep.all('.cds-custom-aichat--messages__wrapper')[0]"
    assert page.script(f"const it = (() => {{ {wide} }})(); return it.scrollWidth - it.clientWidth") == 0
    page.click(".cds-aichat-toolbar__end cds-custom-icon-button")
    page.until(lambda: page.texts(".launcher"))
    x, y, own_width, own_height = size(page, ".launcher")
    assert x >= 0
    assert x + own_width <= width
    assert y + own_height <= height


def test_on_a_desk_the_panel_is_roomy_and_stays_on_the_screen(page: Page) -> None:
    page.open(width=1280, height=900).launch()
    x, y, width, height = size(page, ".frame")
    assert (width, height) >= (420, 700)
    assert x + width <= 1280
    assert y >= 0
    page.open(width=1280, height=500).ready()
    _, y, _, height = size(page, ".frame")
    assert y >= 0
    assert height <= 500


def paper(page: Page, selector: str) -> float:
    """The luminance of what is behind an element."""
    return luminance(
        page.script(
            """
            const clear = "rgba(0, 0, 0, 0)";
            for (let node = arguments[0]; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
              const colour = getComputedStyle(node).backgroundColor;
              if (colour !== clear) return colour;
            }
            """,
            page.all(selector)[-1],
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system(page: Page, scheme: str) -> None:
    page.open(scheme=scheme).launch().ask("pay")
    dark = scheme == "dark"
    for selector in (".frame", MINE, THEIRS, INPUT, ".table", ".note"):
        assert (paper(page, selector) < 0.2) is dark, selector
    page.prefer("light" if dark else "dark")
    page.until(lambda: (paper(page, THEIRS) < 0.2) is not dark)


def test_on_a_page_from_right_to_left_everything_is_mirrored(page: Page) -> None:
    page.open(path="/?" + urlencode({"dir": "rtl"})).launch().ask("pay")
    [frame] = page.all(".frame")
    middle = frame.rect["x"] + frame.rect["width"] / 2
    mine = page.all(".cds-custom-aichat--sent--bubble")[0].rect
    theirs = page.script(
        "const range = document.createRange(); range.selectNodeContents(deep.all('.cds-aichat-markdown-stack p').at(-1));"
        "const { x, width } = range.getBoundingClientRect(); return { x, width }"
    )
    assert mine["x"] + mine["width"] / 2 < middle
    assert theirs["x"] + theirs["width"] > middle
    close, title = (
        page.all(".cds-aichat-toolbar__end cds-custom-icon-button"),
        page.all(".cds-aichat-toolbar__title"),
    )
    assert close[-1].rect["x"] < title[0].rect["x"]


@pytest.mark.parametrize(
    ("lang", "ask", "greeting", "place"),
    [
        ("de", "Waymark fragen", "Wohin als Nächstes?", "Ihre Frage"),
        ("de-AT", "Waymark fragen", "Wohin als Nächstes?", "Ihre Frage"),
        ("xx", "Ask Waymark", "Where to next?", "Ask your question"),
    ],
)
def test_the_words_round_the_answers_are_in_the_language_of_the_page(
    page: Page, lang: str, ask: str, greeting: str, place: str
) -> None:
    page.open(path="/?" + urlencode({"data-lang": lang}))
    page.until(lambda: page.texts(".launcher") == [ask])
    page.launch()
    assert page.texts(".greeting") == [greeting]
    assert page.texts(".cds-custom-aichat--text-area-placeholder") == [place]
    page.ask("pay")
    english = {"Options", "Close", "Send", "You said", "said", "Message", "Chat", "This helps", "Loading"}
    if lang != "xx":
        labels = page.script(
            "return deep.all('[aria-label], [title]').filter(deep.seen).map((it) => it.getAttribute('aria-label') ?? it.title)"
        )
        assert [label for label in labels if label in english] == []
