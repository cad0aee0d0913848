"""The curated knowledge: its shapes, its loader, its checks and the career graph."""
