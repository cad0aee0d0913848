"""The settings of the page and of the chat API."""

from __future__ import annotations

from bot import setting_kinds as kinds
from bot.options.option import Option

CHAT: tuple[Option, ...] = (
    Option(
        "token_secret",
        "",
        kinds.SECRET,
        "Key that signs tokens and links to plans; servers that share a database need the same. "
        "When not set: a random one, in token-secret of the var directory.",
    ),
    Option(
        "token_days",
        "30",
        kinds.whole(1, 365, "days"),
        "How long a person can come back to a conversation.",
    ),
    Option("allowed_origins", "", kinds.ORIGINS, "Other sites whose pages may talk to the chat."),
    Option(
        "message_limit",
        "4000",
        kinds.whole(100, 20_000, "characters"),
        "Longest message that is passed on.",
    ),
    Option("body_limit", "32768", kinds.whole(1024, 1_048_576, "bytes"), "Largest request body."),
    Option(
        "turn_seconds",
        "25",
        kinds.whole(1, 300, "seconds"),
        "How long a person waits for an answer before being told to try again.",
    ),
)
