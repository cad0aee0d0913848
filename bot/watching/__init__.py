"""Watching the service: what a turn took and how it ended, as metrics and as lines of the log."""
