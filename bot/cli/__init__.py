"""The command line ``waymark``: what editors and operators do, one command a file."""
