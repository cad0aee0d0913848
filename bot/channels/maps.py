"""The career map as a picture: ``/chat/map.png`` and ``/chat/map.svg``."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import Literal, NamedTuple

from sanic.request import Request
from sanic.response import HTTPResponse

from bot.careermap.maps import Maps
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

Kind = Literal["png", "svg"]


class _Wanted(NamedTuple):
    """One picture: the marks on it, its colours and its format."""

    place: str | None
    goal: str | None
    dark: bool
    kind: Kind


class MapFiles:
    """Serves maps that are drawn when asked for. The last ones are kept, packed and ready to send.

    They are drawn in a thread, one at a time: a picture takes half a second, and the chat goes on beside it.
    ``knowledge`` is called in such a thread too.
    """

    def __init__(self, knowledge: Callable[[], Knowledge]) -> None:
        self._knowledge = knowledge
        self._maps: Maps | None = None
        self._kept: dict[_Wanted, Asset] = {}
        self._drawing = asyncio.Lock()

    async def map_png(self, request: Request) -> HTTPResponse:
        """Answer with the map as PNG. Raises ``bad_map``."""
        return await self._answer(request, "png")

    async def map_svg(self, request: Request) -> HTTPResponse:
        """Answer with the map as SVG. Raises ``bad_map``."""
        return await self._answer(request, "svg")

    async def warm_up(self) -> None:
        """Draw the map without marks: what takes two seconds once, importing matplotlib, is done by then."""
        for dark in (False, True):
            await self._asset(_Wanted(None, None, dark, "png"))

    async def _answer(self, request: Request, kind: Kind) -> HTTPResponse:
        knowledge = await asyncio.to_thread(self._knowledge)
        wanted = _Wanted(
            _one_of({*knowledge.roles, OUTSIDE}, request, "place"),
            _one_of(knowledge.roles, request, "goal"),
            _one_of(_THEMES, request, "theme") == "dark",
            kind,
        )
        return respond(request, await self._asset(wanted), _HEADERS)

    async def _asset(self, wanted: _Wanted) -> Asset:
        if wanted not in self._kept:
            async with self._drawing:
                if wanted not in self._kept:
                    asset = await asyncio.to_thread(self._draw, wanted)
                    for old in list(self._kept)[: len(self._kept) + 1 - _KEPT]:
                        del self._kept[old]
                    self._kept[wanted] = asset
                return self._kept[wanted]
        return self._kept[wanted]

    def _draw(self, wanted: _Wanted) -> Asset:
        if self._maps is None:
            self._maps = Maps(self._knowledge())
        picture = self._maps.picture(wanted.place, wanted.goal, dark=wanted.dark, kind=wanted.kind)
        return Asset.of(picture, f".{wanted.kind}")


def _one_of(known: Collection[str], request: Request, name: str) -> str | None:
    """Return what the address says for ``name``, None when it says nothing. Raises ``bad_map``."""
    value: str | None = request.args.get(name)
    if value is not None and value not in known:
        raise ChatError("bad_map")
    return value
