"""Every sentence that the web chat says by itself, to people and to programs. Log lines are not here."""

from __future__ import annotations

EMPTY_MESSAGE = (
    "I did not get any words. Ask me about a role, a certificate or a step in a project career, "
    "for example: can someone in a PMO become a project manager?"
)
LONG_MESSAGE = (
    "That is more than I can read at once ({length:,} characters; I can take {limit:,}). "
    "Which one question matters most to you? Ask it in a sentence or two, and we take the rest after that."
)

BAD_JSON = 'The body is not JSON in UTF-8. Send an object such as {"text": "What does a PMO analyst do?"}.'
BAD_BODY = "The body should be an object with either 'text' or 'payload', and its value should be a text."
BAD_MESSAGE_ID = "'message_id' should be 8 to 100 letters, digits, '-', '_', '.' or ':', such as a UUID."
BAD_CHARACTERS = "The text holds half a character (a lone surrogate). Send it again as valid Unicode."
BAD_FEEDBACK = (
    "Feedback should be an object with 'answer' (the id of an answer), 'vote' ('up' or 'down') and, "
    "with 'down', perhaps a 'reason': {reasons}."
)
BAD_LAST = "'last' should be a whole number from 1 to {most:,}: how many entries of the talk you want."
BAD_MAP = (
    "The map takes 'place' and 'goal', which are names of roles such as project_manager, and 'theme', "
    "which is light or dark. Each can be left out."
)
UNKNOWN_BUTTON = "That button is not one that I gave you in this conversation. Type your question instead."
UNAUTHORISED = (
    "This needs the token of a conversation, as 'Authorization: Bearer ...'. "
    "POST /chat/api/conversations gives you one."
)
TALK_EXPIRED = "This conversation is too old to go on. Start a new one with POST /chat/api/conversations."
ORIGIN_REFUSED = (
    "Pages of this site may not talk to the chat. Its keeper can add the site to WAYMARK_ALLOWED_ORIGINS."
)
NOT_FOUND = "There is nothing at this address. The chat is at /chat."
NO_PLAN = "This link to a plan is no longer good. Ask for your plan again in the chat, and you get a new one."
NO_CALENDAR = "This plan has no steps that could go into a calendar. The chat tells you why."
METHOD_NOT_ALLOWED = "This address does not take {method} requests."
TOO_LARGE = "The request is larger than {limit:,} bytes. Send a shorter message."
UNAVAILABLE = "I could not answer just now. Your question is not lost: please send it again in a moment."
NOT_READY = "The service is starting or a part of it is down. Try again in a moment."
NOT_FORGETTABLE = "This installation keeps conversations in a place that I cannot delete from."
BAD_REQUEST = "The request could not be read."
INTERNAL = "Something went wrong on our side. Please try again."
