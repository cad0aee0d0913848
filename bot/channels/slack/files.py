"""The files that belong to an answer, uploaded: the career map as a picture, a plan as text and calendar."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from slack_sdk.web.async_client import AsyncWebClient

from bot.careermap.maps import Maps
from bot.careermap.pen import apart
from bot.channels.plans import PlanFiles
from bot.channels.slack import texts
from bot.channels.slack.place import Place
from bot.channels.slack.words import cut
from bot.knowledge.base import Knowledge

LONGEST_ALT = 1_000


class File(NamedTuple):
    """A file to upload; ``alt`` is what a screen reader says of a picture."""

    name: str
    title: str
    body: bytes
    alt: str | None = None


class Files:
    """Makes files and uploads them. ``knowledge`` is called in a thread."""

    def __init__(self, secret: str, knowledge: Callable[[], Knowledge]) -> None:
        self._plans = PlanFiles(secret, knowledge)
        self._maps = lru_cache(maxsize=1)(lambda: Maps(knowledge(), apart))
        self._one_at_a_time = asyncio.Lock()

    async def upload(self, client: AsyncWebClient, place: Place, answer: dict[str, Any]) -> None:
        """Upload what belongs to ``answer`` to the place. Raises the SDK's errors."""
        if not (answer.get("picture") or answer.get("downloads")):
            return
        async with self._one_at_a_time:  # a picture takes a second of computing
            files = await asyncio.to_thread(self.of, answer)
        for file in files:
            await client.files_upload_v2(
                channel=place.channel,
                thread_ts=place.thread,
                filename=file.name,
                title=file.title,
                file=file.body,
                alt_txt=file.alt,
            )

    def of(self, answer: dict[str, Any]) -> list[File]:
        """Return the files that belong to ``answer``."""
        picture = answer.get("picture")
        drawn = [self._picture(picture)] if picture else []
        plans = [self._plan(download) for download in answer.get("downloads") or ()]
        return [*drawn, *(plan for plan in plans if plan)]

    def _picture(self, picture: dict[str, Any]) -> File:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(picture["url"]).query).items()}
        body = self._maps().picture(asked.get("place"), asked.get("goal"))
        return File("career-map.png", texts.MAP_TITLE, body, cut(str(picture["alt"]), LONGEST_ALT))

    def _plan(self, download: dict[str, Any]) -> File | None:
        ticket, _, kind = str(download["url"]).rpartition("/")[2].rpartition(".")
        body = self._plans.file(ticket, kind)
        return File(f"waymark-plan.{kind}", str(download["title"]), body) if body else None
