"""What a page says of itself in JSON-LD (schema.org)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

_ARTICLES = """
article newsarticle blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle
reviewnewsarticle askpublicnewsarticle advertisercontentarticle liveblogposting techarticle scholarlyarticle report
review socialmediaposting discussionforumposting medicalscholarlyarticle recipe howto
"""
ARTICLES = frozenset(_ARTICLES.split())
"""schema.org's types of article, lower case."""
PAGES = frozenset(
    ("webpage", "itempage", "aboutpage", "collectionpage", "faqpage", "medicalwebpage", "videoobject")
)
_LARGEST = 2_000_000
_DEEPEST = 12
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_WRAPPING = re.compile(r"^(?://)?\s*+(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*+;?$")

Item = dict[str, Any]


def items(root: etree._Element) -> list[Item]:
    """All objects with a type, in the order of the page, `@graph` and nested ones included."""
    found: list[Item] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        if 0 < len(text) <= _LARGEST:
            found += _walk(_parse(text), 0)
    return found


def _parse(text: str) -> object:
    text = _WRAPPING.sub("", text.strip()).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(value: object, depth: int) -> Iterator[Item]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _walk(part, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for part in value.values():
            if isinstance(part, (dict, list)):
                yield from _walk(part, depth + 1)


def types(item: Item) -> frozenset[str]:
    """The item's types, lower case, without the vocabulary's address."""
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(name.rpartition("/")[2].lower() for name in names if isinstance(name, str))


def string(value: object) -> str | None:
    """The first text in a value that may be a text, a list or an object with a name."""
    if isinstance(value, str):
        return html.unescape(value).strip() or None
    if isinstance(value, list):
        return next((text for part in value[:20] if (text := string(part))), None)
    if isinstance(value, dict):
        return string(value.get("name")) or string(value.get("@value"))
    return None


def strings(value: object) -> list[str]:
    """All texts in such a value."""
    parts = value if isinstance(value, list) else [value]
    return [text for part in parts[:50] if (text := string(part))]


def resolved(value: object, everything: list[Item]) -> object:
    """`value` with references (`{"@id": …}`) replaced by the items that they name."""
    if isinstance(value, list):
        return [resolved(part, everything) for part in value[:50]]
    if isinstance(value, dict) and "name" not in value and (key := value.get("@id")):
        return next((item for item in everything if item.get("@id") == key and "name" in item), value)
    return value
