"""Deletes what is older than it may be kept (docs/operations.md)."""
