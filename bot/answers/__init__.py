"""From an answer id to the reply: text, sources, follow-ups."""
