"""The settings of the processes and of what they keep."""

from __future__ import annotations

from bot import setting_kinds as kinds
from bot.options.option import Option

SERVICE: tuple[Option, ...] = (
    Option("host", "127.0.0.1", kinds.HOST, "Address of the chat."),
    Option("port", "5005", kinds.PORT, "Port of the chat."),
    Option("action_port", "5055", kinds.PORT, "Port of the action server."),
    Option(
        "action_host",
        "127.0.0.1",
        kinds.HOST,
        "Address of the action server. Another one only where action servers run on machines of their own, "
        "in a private network: python -m actions.server.",
    ),
    Option(
        "action_url",
        "",
        kinds.OPTIONAL_URL,
        "Where such an action server is; then none is started beside the chat.",
    ),
    Option(
        "action_secret",
        "",
        kinds.SECRET,
        "Key without which the action server does nothing, the same on both machines. "
        "When not set: made from the key that signs tokens.",
    ),
    Option(
        "model_secret",
        "",
        kinds.SECRET,
        "Key that signs a model when it is trained and proves it before it is loaded. "
        "When not set: only its SHA-256 is compared.",
    ),
    Option("var_dir", "var", kinds.DIRECTORY, "Where the service keeps what it makes while it runs."),
    Option(
        "database_url",
        "",
        kinds.DATABASE,
        "Database of conversations and feedback. When not set: SQLite, in waymark.db of the var directory.",
    ),
)
