"""Title, day, publisher, author and language of an article, from its text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from .bylines import find_author
from .extracted import BODY_KINDS, Judged, Stated
from .language import find_language
from .published import find_published
from .publishers import find_publisher
from .titles import find_title

_SAMPLE = 2000
"""Characters of a line whose language is looked at."""


class Found(Struct, frozen=True):
    """What was found, and the span of the title in the text (None: it is not there)."""

    stated: Stated
    title_span: tuple[int, int] | None = None


def find_metadata(text: str, judged: Sequence[Judged], stated: Stated | None = None, name: str = "") -> Found:
    """The metadata of an article: what its format states, and for the rest what its text gives.

    `name` is that of the file.
    """
    stated = stated or Stated()
    span = find_title(text, judged, stated.title)
    title = stated.title or (text[slice(*span)].replace("\n", " ") if span else None)
    published, basis = stated.published, stated.published_basis
    if published is None and (day := find_published(text, judged, span)):
        published, basis = day[0], "url" if day[1] else "stated"
    publisher = stated.publisher or find_publisher(text, judged, title)
    author = stated.author or find_author(text, judged, span, publisher)
    body = " ".join(
        text[line.start : min(line.end, line.start + _SAMPLE)] for line in judged if line.kind in BODY_KINDS
    )
    language = stated.language or find_language(body)
    return Found(Stated(title, published, publisher, author, language, stated.url, basis), span)
