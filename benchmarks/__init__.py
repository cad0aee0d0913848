"""Measurements that take minutes: how fast the assistant trains, starts and reads."""
