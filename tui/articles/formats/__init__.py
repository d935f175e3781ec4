"""Source formats other than plain text. A reader is imported when a file needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..extracted import Extracted

HTML = frozenset((".html", ".htm", ".xhtml"))
FEEDS = frozenset((".rss", ".atom", ".xml"))
SUFFIXES = HTML | FEEDS | frozenset((".pdf", ".docx", ".eml", ".mbox", ".epub"))
"""The suffixes that `read` knows, lower case."""


def read(suffix: str, data: bytes, name: str, url: str | None = None) -> tuple[Extracted, ...]:
    """The articles in a file of the format that `suffix` names: one, but for mailboxes and feeds. Raises `UnreadableError`.

    `name` stands in its sentence. `url` is the address that the file was fetched from, when it is known.
    """
    if suffix in HTML:
        from .html import decode_page, read_page

        return (read_page(decode_page(data, name), url),)
    if suffix in FEEDS:
        from .feed import read_feed

        return read_feed(data, name)
    if suffix == ".pdf":
        from .pdf import read_pdf

        return (read_pdf(data, name),)
    if suffix == ".docx":
        from .docx import read_docx

        return (read_docx(data, name),)
    if suffix == ".epub":
        from .epub import read_epub

        return (read_epub(data, name),)
    if suffix == ".mbox":
        from .mail import read_mbox

        return read_mbox(data, name)
    if suffix == ".eml":
        from .mail import read_eml

        return (read_eml(data, name),)
    raise ValueError(suffix)
