"""The day on which an HTML page says that it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from ..model import PublishedBasis
from .days import day_in_address, day_of, days_in
from .dom import tag_of
from .kinds import names_of

if TYPE_CHECKING:
    from .page_metadata import Facts

_META = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "cxenseparse:publishtime", "publishdate", "publish-date", "publish_date", "pubdate", "published", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dc.date", "date", "article.published", "citation_publication_date",
)  # fmt: skip
_CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_BEFORE, _AFTER = 8, 40
"""Blocks before and after the title among which its day stands."""
_LONGEST = 160
"""Characters of a line that gives a day; longer ones are text."""
_UPDATED = re.compile(
    r"(?i)\b(?:up-?dated|modified|edited|revised|last review(?:ed)?|reviewed|as of|fact.checked|last tested)\b[^|•·]{0,30}$"
)
_PUBLISHED = re.compile(
    r"(?i)\b(?:(?:first |originally )?(?:published|posted)|publication date|created|date|post time)\b[^|•·]{0,30}$"
)
_OTHERS = re.compile(
    r"(?i)(?:^|[\s_-])(?:related|recommend\w*|comments?|sidebar|widget|teasers?|latest|recent|popular|trending|footer|nav|menu)(?:$|[\s_-])"
)
_NEAR = 4
"""Blocks around the title whose day is the article's, whatever their elements are called."""
_DAY_FIRST_ENDS = (
    ".uk",
    ".au",
    ".nz",
    ".in",
    ".ie",
    ".za",
    ".eu",
    ".de",
    ".fr",
    ".it",
    ".es",
    ".nl",
    ".sg",
    ".ng",
    ".ke",
    ".pk",
)


def _month_first(facts: Facts) -> bool:
    """Whether a day in numbers is written the American way."""
    if facts.locale:
        return facts.locale in ("en-us", "en-ph", "en")
    return facts.language in (None, "en") and not (facts.host or "").endswith(_DAY_FIRST_ENDS)


def shown_days(facts: Facts, title_block: int | None) -> Iterator[tuple[str, str]]:
    """Label (`published`, `updated` or empty) and day of each day that is shown near the title, in reading order."""
    blocks = facts.page.blocks
    start = 0 if title_block is None else max(0, title_block - _BEFORE)
    end = 80 if title_block is None else title_block + _AFTER
    for index, block in enumerate(blocks[start:end], start):
        near = title_block is not None and abs(index - title_block) <= _NEAR
        if block.hidden or len(block.text) > _LONGEST or (in_other(block.element) and not near):
            continue
        for low, _, day in days_in(block.text, month_first=_month_first(facts)):
            before = block.text[:low]
            label = "updated" if _UPDATED.search(before) else "published" if _PUBLISHED.search(before) else ""
            yield label, day


def in_other(element: etree._Element) -> bool:
    """Whether the element belongs to a list of other articles, to comments or to the page's frame."""
    current: etree._Element | None = element
    for _ in range(6):
        if current is None or tag_of(current) in ("body", "main"):
            return False
        if tag_of(current) in ("nav", "footer", "aside") or _OTHERS.search(names_of(current)):
            return True
        current = current.getparent()
    return False


def _stated(facts: Facts, fields: tuple[str, ...], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if day := day_of(facts.meta(name)):
            yield day
    for item in facts.articles[:3]:
        for field in fields:
            value = item.get(field)
            if isinstance(value, str) and (day := day_of(value)):
                yield day


def _timed(facts: Facts) -> dict[str, str]:
    """The first day of a `time` element or a schema.org property for publication, and of any other in the article."""
    found: dict[str, str] = {}
    root = facts.page.root
    assert root is not None
    for element in root.xpath("//time | //*[@itemprop='datePublished']"):
        named = f"{names_of(element)} {element.get('itemprop') or ''}".lower()
        value = element.get("datetime") or element.get("content") or "".join(element.itertext())
        if in_other(element) or not (day := day_of(value, month_first=_month_first(facts))):
            continue
        if "updated" in named or "modified" in named:
            found.setdefault("updated", day)
        elif "publish" in named or "pubdate" in element.attrib:
            found.setdefault("published", day)
        else:
            found.setdefault("other", day)
    return found


def find_day(facts: Facts, title_block: int | None) -> tuple[str | None, PublishedBasis]:
    """The ISO day, and what it rests on.

    First the page's address, then what it shows with the word for it, then its markup, then what it shows without a
    word; a day that is only that of a change is none.
    """
    if day := day_in_address(facts.url):
        return day, "url"
    shown = list(shown_days(facts, title_block))
    timed = _timed(facts)
    changed = {day for label, day in shown if label == "updated"} | {
        *_stated(facts, ("dateModified",), _CHANGED)
    }
    published = {*_stated(facts, ("datePublished",), _META)}
    plain = [day for label, day in shown if not label]
    order = (
        next((day for label, day in shown if label == "published"), None),
        next(_stated(facts, (), _META), None),
        timed.get("published"),
        next((day for day in plain if day not in changed or day in published), None),
        next(_stated(facts, ("datePublished",), ()), None),
        timed.get("other") if timed.get("other") not in changed else None,
        next(iter(plain), None),
    )
    day = next((day for day in order if day), None)
    return day, "stated" if day else "none"
