"""Changed answers go live while the service runs: the knowledge in use, and how it is exchanged."""
