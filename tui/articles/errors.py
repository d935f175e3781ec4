"""What reading can fail with."""

from __future__ import annotations


class UnreadableError(Exception):
    """A source cannot be made an article; the message is a sentence: what, which file, what to do."""
