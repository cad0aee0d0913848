from __future__ import annotations

import dataclasses

from bot.channels import maps
from bot.channels.maps import MapFiles
from bot.knowledge.base import Knowledge


async def test_maps_are_drawn_anew_after_the_knowledge_was_exchanged(
    monkeypatch, knowledge: Knowledge
) -> None:
    drawn = []
    monkeypatch.setattr(maps.Maps, "picture", lambda self, *marks, **look: drawn.append(self) or b"x")
    in_use = [knowledge]
    files = MapFiles(lambda: in_use[0])
    await files.warm_up()
    in_use[0] = dataclasses.replace(knowledge)
    await files.warm_up()
    await files.warm_up()
    assert len(drawn) == 4
    assert len(set(map(id, drawn))) == 2
