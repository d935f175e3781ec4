"""Source formats other than plain text. A reader is imported when a file needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..extracted import Extracted

HTML = frozenset((".html", ".htm", ".xhtml"))
SUFFIXES = HTML
"""The suffixes that `read` knows, lower case."""


def read(suffix: str, data: bytes, name: str, url: str | None = None) -> tuple[Extracted, ...]:
    """The articles in a file of the format that `suffix` names. Raises `UnreadableError`.

    `name` stands in its sentence. `url` is the address that the file was fetched from, when it is known.
    """
    from .html import decode_page, read_page

    return (read_page(decode_page(data, name), url),)
