"""Waymark in Slack: Bolt inside Rasa's own server."""
