"""Events that ask nothing, in the shapes in which Slack sends them."""

from __future__ import annotations

from tests.channels.slack.fake import BOT, BOT_USER
from tests.channels.slack.people import direct, envelope, mention, said

EDITED = {
    "type": "message",
    "subtype": "message_changed",
    "hidden": True,
    "channel": "D1",
    "channel_type": "im",
    "ts": "1690000001.000100",
    "message": {"type": "message", "user": "U1", "text": "changed", "ts": "1690000000.000100"},
    "previous_message": {"type": "message", "user": "U1", "text": "old", "ts": "1690000000.000100"},
}
DELETED = {
    "type": "message",
    "subtype": "message_deleted",
    "hidden": True,
    "channel": "D1",
    "channel_type": "im",
    "ts": "1690000001.000200",
    "deleted_ts": "1690000000.000100",
    "previous_message": {"type": "message", "user": "U1", "text": "old", "ts": "1690000000.000100"},
}
QUIET = {
    "its own message": direct("hello", user=BOT_USER, bot_id=BOT),
    "another bot": mention("hello", bot_id="B9"),
    "a bot without a user": direct("hello", subtype="bot_message", bot_id="B9", user=None),
    "a join": said("<@U9> has joined the channel", subtype="channel_join"),
    "a topic": said("<@U9> set the channel topic", subtype="channel_topic", topic="pmo"),
    "an edit": envelope(EDITED),
    "a deletion": envelope(DELETED),
    "a message to nobody": said("does anybody know what the pmp costs"),
    "a group's message to nobody": said("hello", channel="G1", channel_type="group"),
    "an event that nobody asked for": envelope({"type": "reaction_added", "user": "U1"}),
}
