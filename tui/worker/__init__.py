"""The analysis in a process of its own: what goes through the pipe, restart, order."""
