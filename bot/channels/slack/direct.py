"""Questions asked by a command or on a message: they are answered in the person's direct messages."""

from __future__ import annotations

from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack import texts
from bot.channels.slack.inquiry import Inquiry
from bot.channels.slack.place import Place
from bot.channels.slack.posting import Poster
from bot.channels.slack.render import sentence
from bot.channels.slack.words import cut

_QUOTED = 300


async def in_direct_messages(client: AsyncWebClient, poster: Poster, inquiry: Inquiry) -> Inquiry:
    """Begin a thread in the direct messages that quotes the question; return the inquiry moved there.

    Nobody else of the channel sees it, and it works where the bot is no member. Raises the SDK's errors.
    """
    opened = await client.conversations_open(users=inquiry.user)
    place = Place(inquiry.place.team, str(opened["channel"]["id"]), None, inquiry.place.enterprise)
    asked = texts.ASKED.format(text=cut(inquiry.text, _QUOTED))
    thread = await poster.post(client, place, sentence(asked))
    return replace(inquiry, place=replace(place, thread=thread), private=False)
