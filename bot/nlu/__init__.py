"""How Waymark classifies a sentence: encoder, intent model, and the Rasa components round them."""
