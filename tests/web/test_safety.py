"""Words of the bot, and of the tables, sources and buttons that come with them, never become part of the page."""

from __future__ import annotations

import pytest

from tests.channels.service import Says
from tests.web.browser import CHIP, MINE, THEIRS, Page
from tests.web.conftest import FakeService

TRICKS = [
    '<img src=x onerror="window.hacked=1">',
    '<svg onload="window.hacked=1"><g onload="window.hacked=1"/></svg>',
    "<script>window.hacked=1</script>",
    '<form action="https://evil.example"><input name=a><button>Go</button></form>',
    '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
    '<a href="javascript:window.hacked=1">press</a>',
    '<style>* { display: none !important }</style><link rel=stylesheet href="https://evil.example">',
    "[press](javascript:window.hacked=1)",
    "[press](JaVaScRiPt:window.hacked=1)",
    "[press](&#106;avascript:window.hacked=1)",
    "[press](data:text/html,<script>window.hacked=1</script>)",
    "[press](vbscript:x) [press](//evil.example) [press](/chat/plan) [press](mailto:a@b.example)",
    "![picture](https://evil.example/track.png)",
    "![picture](data:image/svg+xml,<svg onload=window.hacked=1>)",
    "[press][1]\n\n[1]: javascript:window.hacked=1",
    "<javascript:window.hacked=1> <https://evil.example>",
    "[a](https://a.example){onclick=window.hacked=1 .x style=color:red}",
    "| a | b |\n|---|---|\n| <img src=x onerror=window.hacked=1> | c |",
    "```html\n<img src=x onerror=window.hacked=1>\n```",
    "    <img src=x onerror=window.hacked=1>",
    "<details open ontoggle=window.hacked=1>",
    "\\<img src=x onerror=window.hacked=1>",
    "`<img src=x onerror=window.hacked=1>`",
]


@pytest.fixture
def page(chat_page: Page, fake_service: FakeService) -> Page:
    async def script(text: str) -> Says:
        said = TRICKS[int(text)] if text.isdigit() else "\n\n".join(TRICKS)
        if text.startswith("all"):
            source = {"title": said, "publisher": said, "url": "https://a.example", "as_of": said}
            trap = {"title": "Trap", "publisher": "x", "url": "javascript:window.hacked=1", "as_of": "2026"}
            yield {
                "text": "All of it.",
                "buttons": [{"title": said, "payload": "/x"}],
                "answer": {
                    "id": "topic/x",
                    "table": {"columns": [said, ""], "rows": [[said, said]]},
                    "picture": {"url": "/chat/map.png", "alt": said},
                    "sources": [source, trap],
                },
            }
        else:
            yield {"text": said}

    fake_service.agent.script = script
    return chat_page.open().ready()


def inserted(page: Page) -> list[str]:
    """What of the bot's text has become an element that it should not be."""
    return page.script(
        """
        const found = [];
        for (const one of deep.all("cds-aichat-markdown")) {
          for (const node of one.shadowRoot.querySelectorAll("*")) {
            const handler = [...node.attributes].some(({ name }) => name.startsWith("on"));
            if (handler || !/^(DIV|P|UL|OL|LI|STRONG|EM|A|BR|SPAN)$/.test(node.nodeName)) found.push(node.outerHTML);
            if (node.nodeName === "A" && !/^https?:\\/\\//.test(node.getAttribute("href"))) found.push(node.outerHTML);
            if (node.nodeName === "A" && node.target !== "_blank") found.push(node.outerHTML);
          }
        }
        return found;
        """
    )


def test_no_trick_gets_through_in_the_text(page: Page) -> None:
    through = []
    for at, trick in enumerate(TRICKS):
        page.ask(str(at))
        if inserted(page) or page.script("return window.hacked"):
            through.append(trick)
            page.open().ready()
            page.script("localStorage.clear()")
    assert through == []
    assert page.complaints() == []


def test_what_is_written_can_be_read(page: Page) -> None:
    page.ask("0")
    page.ask("7")
    assert page.texts(THEIRS) == [TRICKS[0], TRICKS[7]]


def test_no_trick_gets_through_in_what_comes_with_the_text(page: Page) -> None:
    page.ask("all")
    page.click(".sources summary")
    page.click(CHIP)
    page.settle(2)
    assert page.texts(MINE)[1].startswith("<img src=x")
    assert page.script("return window.hacked") is None
    assert (
        page.script("return deep.all('.extras :is([onerror], form, script, svg:not(.thumb svg))').length")
        == 0
    )
    assert {link.get_attribute("href") for link in page.all(".sources a")} == {"https://a.example/"}
    assert page.complaints() == []


def test_links_of_the_text_open_in_a_tab_of_their_own(page: Page, fake_service: FakeService) -> None:
    async def script(text: str) -> Says:
        yield {
            "text": f"Go to [the **library**](https://example.org/lib?a=1&b=(2)_x) and <b>read</b> *{text}*."
        }

    fake_service.agent.script = script
    page.ask("now")
    link = page.one(".cds-aichat-markdown-stack a")
    assert link.get_attribute("href") == "https://example.org/lib?a=1&b=(2)_x"
    assert link.get_attribute("target") == "_blank"
    assert "noopener" in link.get_attribute("rel").split()
    assert page.said[1] == "Go to the library and <b>read</b> now."
