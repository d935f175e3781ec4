"""The formats other than plain text, each by a reader of its own."""

from __future__ import annotations

from tui.articles.errors import UnreadableError
from tui.articles.extracted import Extracted

SUFFIXES: frozenset[str] = frozenset()
"""The suffixes of the formats, lower case with the dot."""


def read(suffix: str, data: bytes, name: str) -> tuple[Extracted, ...]:
    """The articles in a file of the format `suffix`; `name` stands in the sentence of an `UnreadableError`."""
    raise UnreadableError(f"{name} cannot be read: there is no reader for {suffix} files.")
