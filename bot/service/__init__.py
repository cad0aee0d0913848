"""Runs Waymark: trains when the model is out of date, starts the two processes, watches them, ends them."""
