"""The author of an HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import jsonld

if TYPE_CHECKING:
    from .page_metadata import Facts


def find_author(facts: Facts, title_block: int | None) -> str | None:
    """The names of the authors, joined by commas."""
    for item in facts.articles[:3]:
        if names := jsonld.strings(jsonld.resolved(item.get("author"), facts.items)):
            return ", ".join(names)
    return facts.meta("author", "parsely-author", "sailthru.author")
