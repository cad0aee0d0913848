"""Taking a talk up again elsewhere, by a short code."""
