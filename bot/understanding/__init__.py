"""From words to an answer id: who or what is named, what is asked, what the talk was about."""
