"""Other tools for the article of a web page: its body, and what they say of title, day and author."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct


class Read(Struct, frozen=True):
    """What a tool makes of a page; `day` is an ISO day. None where it found nothing, and where it does not look for it."""

    body: str
    title: str | None = None
    day: str | None = None
    author: str | None = None


def trafilatura(html: str) -> Read:
    """trafilatura, without comments."""
    from trafilatura import bare_extraction, extract

    found: Any = bare_extraction(html, include_comments=False, with_metadata=True)
    known = found.as_dict() if found is not None else {}
    return Read(
        extract(html, include_comments=False) or "",
        known.get("title"),
        known.get("date"),
        (known.get("author") or "").replace("; ", ", ") or None,
    )


def readability(html: str) -> Read:
    """readability-lxml, its HTML as text."""
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text

    document = Document(html)
    return Read(str(extract_plain_text(document.summary())), document.short_title())


def newspaper(html: str) -> Read:
    """newspaper4k."""
    from newspaper import Article

    article: Any = Article("https://example.org/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    day = article.publish_date
    return Read(
        str(article.text),
        article.title,
        day.date().isoformat() if hasattr(day, "date") else None,
        ", ".join(article.authors) or None,
    )


def resiliparse(html: str) -> Read:
    """Main content by Resiliparse."""
    from resiliparse.extract.html2text import extract_plain_text

    return Read(str(extract_plain_text(html, main_content=True)))


def justext(html: str) -> Read:
    """jusText with its English stop words."""
    from justext import get_stoplist
    from justext import justext as paragraphs

    found: Iterable[Any] = paragraphs(html.encode(), get_stoplist("English"))
    return Read("\n".join(part.text for part in found if not part.is_boilerplate))


READERS: dict[str, Callable[[str], Read]] = {
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "Resiliparse, main content": resiliparse,
    "jusText": justext,
}


def read_all(page: tuple[str, str]) -> tuple[str, dict[str, Read]]:
    """What each tool makes of a page (id and HTML); nothing where it fails."""
    logging.disable(logging.CRITICAL)
    name, html = page
    found = {}
    for tool, reader in READERS.items():
        try:
            found[tool] = reader(html)
        except Exception:
            found[tool] = Read("")
    return name, found
