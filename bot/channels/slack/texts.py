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

# What people can start with; each is understood as typed. The first four are suggested in the messages.
STARTERS = (
    "What can I ask you?",
    "Can someone in a PMO become a project manager?",
    "Am I eligible for the PMP?",
    "Make me a plan",
    "Show me the career map",
)
PROMPTS = "Ask me, for example:"
HOME_TITLE = "Waymark, a guide to careers in project management"
HOME_KNOWS = (
    "I answer from {roles} roles, {credentials} certificates and {moves} moves between jobs, with {sources} "
    "sources and their dates. I can check whether you may take a certificate, make you a dated plan and draw "
    "the career map. Mention me in a channel, or write to me in Messages."
)
HOME_START = "Start with a question"
HOME_YOU = "What I know about you"
HOME_TOLD = "This is what you told me:"
HOME_NOTHING = "Nothing yet. What you tell me of your job, education and years helps in checks and plans."
HOME_FORGET = "Forget me"
HOME_SURE = "Forget everything?"
HOME_WHAT = "All talks that you began with me are deleted, with what you told me. It cannot be brought back."
HOME_YES, HOME_NO = "Yes, delete", "No, keep it"
HOME_FORGOTTEN = "Done: your talks and all that you told me are deleted."
HOME_FOOT = (
    "I am a program, not a person. Messages that stand in Slack are Slack's: you can delete your own there."
)
