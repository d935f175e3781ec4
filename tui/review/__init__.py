"""A review session: pure state, decisions, queue, undo."""
