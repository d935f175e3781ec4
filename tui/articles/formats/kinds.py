"""What kind of block a stretch of an HTML page is, by its elements and their class names."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from ..model import BlockKind, FurnitureKind
from .dom import HEADINGS, PageBlock, tag_of

_LISTS = frozenset(("li", "dt", "dd"))
_LONGEST_HEADING = 14
_SENTENCE_END = re.compile(r"[.!?…,;]['\"”’»)\]]*$")
_CAPTION = re.compile(
    r"(?i)(?:^|[\s_-])(?:wp-)?(?:(?:image|img|photo|figure|media|picture)-)?(?:caption|credit|cutline)s?(?:$|[\s_-])"
)
_NAMES: dict[FurnitureKind, str] = {
    "comments": "comments?|disqus|respond|replies|discussion",
    "newsletter": "newsletter|subscri|sign-?up|mailing|optin|mc_embed",
    "share": "shar(?:e|ing)|social|follow|addtoany|sharedaddy",
    "related": "related|recommend|more-|read-?more|also|popular|trending|most-?read|teaser|promo|outbrain|taboola|latest",
    "navigation": "nav|menu|breadcrumb|crumbs?|toc|pagination|pager|skip|search|header|masthead|tabs?",
    "footer": "footer|copyright|legal|colophon|cookie|consent|gdpr",
    "meta": "meta|byline|author|bio|date|time|posted|tags?|categor|kicker|eyebrow",
}
_FURNITURE = {kind: re.compile(rf"(?i)(?:^|[^a-z])(?:{names})") for kind, names in _NAMES.items()}
_BY_TAG: dict[str, FurnitureKind] = {
    "nav": "navigation",
    "footer": "footer",
    "header": "navigation",
    "aside": "related",
}
_UP = 8


@lru_cache(maxsize=4096)
def _kind_of_names(names: str) -> FurnitureKind | None:
    return next((kind for kind, pattern in _FURNITURE.items() if pattern.search(names)), None)


def names_of(element: etree._Element) -> str:
    """The element's class names and id, cut to a sensible length."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:200]


def is_caption(block: PageBlock) -> bool:
    """Whether the block stands under a picture."""
    element = block.element
    for _ in range(4):
        if tag_of(element) in ("figcaption", "figure") or _CAPTION.search(names_of(element)):
            return True
        parent = element.getparent()
        if parent is None or tag_of(parent) in ("article", "main", "body"):
            return False
        element = parent
    return False


def block_kind(block: PageBlock) -> BlockKind:
    """The kind of a block that belongs to the article."""
    element = block.element
    tags = []
    for _ in range(3):
        tags.append(tag_of(element))
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    if tags[0] in HEADINGS or (len(tags) > 1 and tags[1] in HEADINGS):
        return "heading"
    if is_caption(block):
        return "caption"
    if block.row or any(tag in _LISTS for tag in tags):
        return "list"
    short = len(block.text.split()) <= _LONGEST_HEADING and not _SENTENCE_END.search(block.text)
    if short and block.bold_chars >= 0.9 * len(block.text) and any(c.isalpha() for c in block.text):
        return "heading"
    return "body"


def furniture_kind(block: PageBlock) -> FurnitureKind:
    """The kind of a block that does not: by the nearest ancestor whose name or element tells."""
    element: etree._Element | None = block.element
    for _ in range(_UP):
        if element is None or tag_of(element) in ("body", "html"):
            break
        if kind := _kind_of_names(names_of(element)) or _BY_TAG.get(tag_of(element)):
            return kind
        element = element.getparent()
    return "navigation" if block.link_chars > 0.6 * len(block.text) else "meta"
