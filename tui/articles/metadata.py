"""Title, day, publisher, author and language of an article, from its text."""

from __future__ import annotations

from msgspec import Struct

from .extracted import Judged, Stated


class Found(Struct, frozen=True):
    """What was found, and the span of the title in the text (None: it is not there)."""

    stated: Stated
    title_span: tuple[int, int] | None = None


def find_metadata(
    text: str, judged: tuple[Judged, ...], stated: Stated | None = None, name: str = ""
) -> Found:
    """The metadata of an article: what its format states, and for the rest what its text gives.

    `name` is that of the file, whose words may help to find the title's line.
    """
    stated = stated or Stated()
    from .published import find_published
    from .titles import find_title

    span = find_title(text, judged, stated.title)
    title = stated.title or (text[slice(*span)].replace("\n", " ") if span else None)
    day = stated.published or find_published(text, judged, span)
    return Found(
        Stated(
            title, day, stated.publisher, stated.author, stated.language, stated.url, stated.published_basis
        ),
        span,
    )
