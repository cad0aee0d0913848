"""The ways in which people reach Waymark: neutral messages in, neutral answers out."""
