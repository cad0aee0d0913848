"""What a talk points to besides words: maps and plans, as routes of a channel mounted at ``/chat``."""

from __future__ import annotations

from sanic import Blueprint

from bot.channels.maps import MapFiles
from bot.channels.plans import PlanFiles
from bot.channels.routes import add
from bot.live.shared import live_knowledge
from bot.secret import secret_of
from bot.settings import Settings

PREFIX = "/chat"


def add_files(routes: Blueprint, settings: Settings) -> MapFiles:
    """Add the routes to ``routes`` and return the maps, which can be warmed up.

    The knowledge is read at the first use.
    """
    knowledge = live_knowledge(settings.var_dir)
    maps = MapFiles(knowledge)
    add(routes, maps.map_png, "/map.png", "GET", "HEAD")
    add(routes, maps.map_svg, "/map.svg", "GET", "HEAD")
    add(routes, PlanFiles(secret_of(settings), knowledge).plan, "/plan/<name:str>", "GET", "HEAD")
    return maps
