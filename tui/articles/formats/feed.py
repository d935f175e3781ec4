"""Saved feeds (RSS, Atom): one article an entry."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from ..errors import UnreadableError
from ..extracted import Extracted, Stated
from .days import day_of
from .dom import neat
from .flat import MOST_ARTICLES, Line, flat, html_lines

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF|channel)\b")
_HEAD = 8192


def read_feed(data: bytes, name: str) -> tuple[Extracted, ...]:
    """The entries of a feed that have a title or text. Raises `UnreadableError`."""
    import feedparser

    if not _FEED.search(data, 0, _HEAD):
        raise UnreadableError(f"{name} is no RSS or Atom feed.")
    if b"<!ENTITY" in data:
        raise UnreadableError(f"{name} declares XML entities, which no feed needs: it was not opened.")
    try:
        parsed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # whatever a damaged feed makes the parser raise
        raise UnreadableError(f"{name} cannot be read as a feed: {type(error).__name__}.") from None
    publisher = _text(parsed.feed.get("title"))
    language = (_text(parsed.feed.get("language")) or "").split("-")[0].lower() or None
    found = []
    for number, entry in enumerate(parsed.entries[:MOST_ARTICLES], 1):
        lines = _lines(entry)
        title = _text(entry.get("title"))
        if not lines and not title:
            continue
        stated = Stated(
            title=title,
            published=_day(entry),
            publisher=publisher,
            author=_authors(entry),
            language=language,
            url=_text(entry.get("link")),
        )
        found.append(flat(lines or [("title", title or "")], stated, str(number)))
    if not found:
        raise UnreadableError(f"{name} is a feed without entries.")
    return tuple(found)


def _text(value: object) -> str | None:
    """A field that may hold markup, as one line."""
    if not isinstance(value, str) or not value.strip():
        return None
    if "<" in value or "&" in value:
        value = " ".join(text for _, text in html_lines(f"<html><body>{value}</body></html>"))
    return neat(" ".join(value.split())) or None


def _lines(entry: Any) -> list[Line]:
    """The longest text of the entry: its content, or else its summary."""
    texts = [part.get("value") or "" for part in entry.get("content") or []] + [entry.get("summary") or ""]
    return html_lines(f"<html><body>{max(texts, key=len)}</body></html>")


def _authors(entry: Any) -> str | None:
    names = [_text(author.get("name")) for author in entry.get("authors") or [] if author]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _day(entry: Any) -> str | None:
    """The day in the entry's own time zone."""
    value = entry.get("published")
    if not isinstance(value, str):
        return None
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return day_of(value)
