"""Every sentence that the Slack channel says by itself. Log lines are not here."""

from __future__ import annotations

FAILED = "I could not answer just now. Please ask me again in a moment."
SLOW = "This takes longer than it should. Please ask me again in a moment."
NO_FILE = "I could not attach the file just now. Ask me again in a moment, and I try once more."
OLD_BUTTON = "That button belongs to a talk that I no longer have. Type your question instead."
STATUS = "is looking it up"
NO_WORDS = "I have no words for that."
SOURCES = "Sources:"
MORE = "Tell me more"
CHOSE = "<@{user}> chose: {title}"
ASKED = "You asked me: {text}"
ASKED_ABOUT = "You asked me about this message: {text}"
GO_TO_DIRECT = "I answer you in {link}."
DIRECT = "our direct messages"
EMPTY_COMMAND = "What would you like to know? For example: /waymark can PMO become PM"

GOOD, BAD = "Helpful", "Not helpful"
GOOD_LABEL, BAD_LABEL = "This answer was helpful", "This answer was not helpful"
THANKS = "Thank you. That helps to make the answers better."
WHY = "Thank you for telling me. What was wrong with it?"
REASONS = {
    "wrong": "It is wrong",
    "outdated": "It is outdated",
    "unclear": "It is unclear",
    "not_my_question": "It is not my question",
}
MAP_TITLE = "The career map"
