"""Where a decision belongs when its text may have changed."""

from __future__ import annotations

from tui.library.model import Anchor

CONTEXT = 32
"""Code points kept before and after the words."""


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`."""
    return Anchor(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end
    )


def find(sought: Anchor, text: str) -> tuple[int, int] | None:
    """Where the anchor's words stand in `text`: in place, else where they stand once, else once with what is around them.

    None when they are gone or stand in several places alike. Never a place with other words.
    """
    exact = sought.exact
    if not exact:
        return None
    if text[sought.start : sought.end] == exact:
        return sought.start, sought.end
    places = _places(exact, text)
    if len(places) > 1:
        before, after = sought.prefix, sought.suffix
        places = [p for p in places if text[:p].endswith(before) and text.startswith(after, p + len(exact))]
    return (places[0], places[0] + len(exact)) if len(places) == 1 else None


def _places(exact: str, text: str) -> list[int]:
    found, at = [], text.find(exact)
    while at >= 0:
        found.append(at)
        at = text.find(exact, at + 1)
    return found
