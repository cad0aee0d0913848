"""People on a running Waymark, sent by locust. ``people.py`` is for locust alone, in its own environment."""
