"""A site of another origin: pages that carry the widget, kind and hostile."""

from __future__ import annotations

import asyncio
import threading
from html import escape

from aiohttp import web
from typing_extensions import Self

HOSTILE_CSS = """
* { color: red !important; font: 9px/1 cursive !important; letter-spacing: 9px !important; text-transform: uppercase !important; }
div, button, section, dialog { display: none !important; transform: rotate(9deg) !important; position: static !important; }
waymark-chat { opacity: 0 !important; display: none !important; width: 900px !important; filter: blur(9px) !important; }
:root { --cds-text-primary: red; --cds-background: red; --waymark-accent: red; font-size: 40px; }
"""


class HostSite:
    """Serves ``/`` with the attributes of the script tag taken from the query.

    ``csp`` sends the strict policy, ``hostile`` adds a style sheet that fights, ``dir`` sets the direction,
    ``tall`` makes the page scroll. ``service`` is the address that the script comes from.
    """

    def __init__(self) -> None:
        self.base = ""
        self.service = ""
        self._up = threading.Event()

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._down = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),))
        self._thread.start()
        assert self._up.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._down.set)
        self._thread.join()

    async def _serve(self) -> None:
        app = web.Application()
        app.router.add_get("/", self._page)
        app.router.add_get("/hostile.css", self._css)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._up.set()
        await self._down.wait()
        await runner.cleanup()

    async def _css(self, _request: web.Request) -> web.Response:
        return web.Response(text=HOSTILE_CSS, content_type="text/css")

    async def _page(self, request: web.Request) -> web.Response:
        query = dict(request.query)
        attributes = " ".join(
            f'{name}="{escape(value)}"' for name, value in query.items() if name.startswith("data-")
        )
        css = '<link rel="stylesheet" href="/hostile.css">' if "hostile" in query else ""
        tall = "<p>A line of the page.</p>" * 80 if "tall" in query else ""
        page = (
            f'<!doctype html><html lang="en" dir="{query.get("dir", "ltr")}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>'
            f"{css}</head><body><h1>A page</h1><button id='before'>Before</button>{tall}"
            f'<script src="{self.service}/chat/embed.js" {attributes} async></script></body></html>'
        )
        bot = self.service
        policy = f"script-src {bot}; style-src {bot}; connect-src {bot}; img-src {bot} data:"
        headers = {"Content-Security-Policy": policy} if "csp" in query else {}
        return web.Response(text=page, content_type="text/html", headers=headers)
