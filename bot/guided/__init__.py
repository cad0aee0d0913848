"""Guided talks: the eligibility check, the plan, the map, the profile, saving and taking up a talk."""
