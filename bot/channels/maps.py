"""The career map as a picture: ``/chat/map.png`` and ``/chat/map.svg``."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import NamedTuple

from sanic.request import Request
from sanic.response import HTTPResponse

from bot.careermap.maps import Maps
from bot.careermap.pen import apart
from bot.careermap.sheet import Kind
from bot.channels.assets import PUBLIC, Asset, respond
from bot.channels.errors import ChatError
from bot.knowledge.base import OUTSIDE, Knowledge

_KEPT = 64
# An SVG that is opened by itself is a document: its own style sheet is all that it may use.
_HEADERS = {
    **PUBLIC,
    "Cache-Control": "public, max-age=86400",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}
_THEMES = ("light", "dark")


class _Wanted(NamedTuple):
    """One picture: the marks on it, its colours and its format."""

    place: str | None
    goal: str | None
    dark: bool
    kind: Kind


class _Book:
    """The maps of one knowledge, and those of its pictures that were drawn last."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.maps = Maps(knowledge, apart)
        self.kept: dict[_Wanted, Asset] = {}


class MapFiles:
    """Serves maps that are drawn when asked for. The last ones are kept, packed and ready to send.

    They are drawn one at a time, each by a process of its own: that takes a second, and the chat goes on
    beside it. ``knowledge`` is called in a thread.
    """

    def __init__(self, knowledge: Callable[[], Knowledge]) -> None:
        self._knowledge = knowledge
        self._book: _Book | None = None
        self._drawing = asyncio.Lock()

    async def map_png(self, request: Request) -> HTTPResponse:
        """Answer with the map as PNG. Raises ``bad_map``."""
        return await self._answer(request, "png")

    async def map_svg(self, request: Request) -> HTTPResponse:
        """Answer with the map as SVG. Raises ``bad_map``."""
        return await self._answer(request, "svg")

    async def warm_up(self) -> None:
        """Draw the map without marks, which most people see first."""
        book = await asyncio.to_thread(self._current_book)
        for dark in (False, True):
            await self._asset(book, _Wanted(None, None, dark, "png"))

    async def _answer(self, request: Request, kind: Kind) -> HTTPResponse:
        book = await asyncio.to_thread(self._current_book)
        knowledge = book.knowledge
        wanted = _Wanted(
            _one_of({*knowledge.roles, OUTSIDE}, request, "place"),
            _one_of(knowledge.roles, request, "goal"),
            _one_of(_THEMES, request, "theme") == "dark",
            kind,
        )
        return respond(request, await self._asset(book, wanted), _HEADERS)

    async def _asset(self, book: _Book, wanted: _Wanted) -> Asset:
        kept = book.kept
        if wanted not in kept:
            async with self._drawing:
                if wanted not in kept:
                    asset = await asyncio.to_thread(self._draw, book, wanted)
                    for old in list(kept)[: len(kept) + 1 - _KEPT]:
                        del kept[old]
                    kept[wanted] = asset
                return kept[wanted]
        return kept[wanted]

    def _current_book(self) -> _Book:
        """Return the maps of the knowledge in use, new ones when it was exchanged."""
        knowledge = self._knowledge()
        if self._book is None or self._book.knowledge is not knowledge:
            self._book = _Book(knowledge)
        return self._book

    def _draw(self, book: _Book, wanted: _Wanted) -> Asset:
        picture = book.maps.picture(wanted.place, wanted.goal, dark=wanted.dark, kind=wanted.kind)
        return Asset.of(picture, f".{wanted.kind}")


def _one_of(known: Collection[str], request: Request, name: str) -> str | None:
    """Return what the address says for ``name``, None when it says nothing. Raises ``bad_map``."""
    value: str | None = request.args.get(name)
    if value is not None and value not in known:
        raise ChatError("bad_map")
    return value
