"""The career map: every role by level and family, with a person's place, goal and path."""
