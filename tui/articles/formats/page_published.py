"""The day on which an HTML page says that it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import PublishedBasis
from .days import day_in_address, day_of

if TYPE_CHECKING:
    from .page_metadata import Facts

_META = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "cxenseparse:publishtime", "publishdate", "publish-date", "publish_date", "pubdate", "published", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "date", "article.published", "citation_publication_date",
)  # fmt: skip


def find_day(facts: Facts, title_block: int | None) -> tuple[str | None, PublishedBasis]:
    """The ISO day, and what it rests on."""
    for item in facts.articles[:3]:
        value = item.get("datePublished")
        if isinstance(value, str) and (day := day_of(value)):
            return day, "stated"
    for name in _META:
        if day := day_of(facts.meta(name)):
            return day, "stated"
    if day := day_in_address(facts.url):
        return day, "url"
    return None, "none"
