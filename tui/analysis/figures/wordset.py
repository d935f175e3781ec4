"""Word lists, written as running text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text`, which are set apart by white space."""
    return frozenset(text.split())
