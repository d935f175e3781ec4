"""What the tree of a page says of its blocks: what they stand in, and how much text that holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from .dom import PageBlock, tag_of
from .kinds import names_of

PATTERNS = {
    "article": r"article|story|post(?:-|_|$|\b)|entry|blog",
    "content": r"content|body|main|text|prose|rich",
    "comments": r"comment|disqus|respond|repl(?:y|ies)|discuss",
    "share": r"shar(?:e|ing)|social|follow|addtoany",
    "related": r"related|recommend|popular|trending|most-?read|teaser|promo|outbrain|taboola|latest|recent|also|similar",
    "newsletter": r"newsletter|subscri|sign-?up|mailing|optin|cta|banner|lead-",
    "navigation": r"nav|menu|breadcrumb|crumb|pagination|pager|skip|search",
    "contents": r"(?:^|[^a-z])toc(?:$|[^a-z])|table-of-contents|contents|jump",
    "footer": r"foot|copyright|legal|colophon",
    "header": r"head|masthead|hero|title",
    "byline": r"byline|author|bio|meta|date|posted|publish",
    "tags": r"(?:^|[^a-z])tags?(?:$|[^a-z])|categor|topic|keyword|label",
    "caption": r"caption|credit|gallery|carousel|slide|image|photo|media|video",
    "sidebar": r"side|aside|rail|widget|secondary|column",
    "notice": r"cookie|consent|gdpr|privacy|disclaimer|disclosure|modal|popup|overlay|alert|notice|paywall|gate",
    "advert": r"(?:^|[^a-z])ads?(?:$|[^a-z])|advert|sponsor|affiliate|product|price|buy|deal|card|rating",
    "summary": r"summary|excerpt|standfirst|subtitle|deck|dek|lead|intro|takeaway|highlight|abstract",
    "faq": r"faq|accordion|question|quote|note|reference|footnote|source",
}  # fmt: skip
_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS.values())
TAGS = (
    "article",
    "main",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "figure",
    "ul",
    "table",
    "section",
    "button",
    "blockquote",
)
FAR = 9
"""A distance in elements that stands for: nowhere above."""
_DEEPEST = 60


@lru_cache(maxsize=20_000)
def _matches(names: str) -> tuple[int, ...]:
    return tuple(index for index, pattern in enumerate(_PATTERNS) if pattern.search(names))


@dataclass
class Container:
    """An element with blocks in it. `names` and `tags` are the distances to the nearest element above that matches."""

    parent: Container | None
    tag: str
    depth: int
    names: list[int]
    tags: list[int]
    chars: int = 0
    link_chars: int = 0
    blocks: int = 0
    prose: int = 0
    score: float = 0.0
    members: list[int] = field(default_factory=list)
    signature: int = 0

    def up(self, steps: int) -> Container:
        """The container so many steps above, or the highest."""
        node = self
        for _ in range(steps):
            if node.parent is None:
                break
            node = node.parent
        return node


class Tree:
    """The containers of a page's blocks: `of[i]` is the nearest one of block i, `top` the likeliest one of the article."""

    def __init__(self, blocks: Sequence[PageBlock]) -> None:
        self._known: dict[etree._Element, Container] = {}
        self._signatures: dict[object, int] = {}
        self.of = [self._container(block.element) for block in blocks]
        for index, (block, node) in enumerate(zip(blocks, self.of, strict=True)):
            node.members.append(index)
            self._add(block, node)
        candidates = [node for node in self._known.values() if node.score > 0]
        self.top = max(candidates, key=_worth, default=None)

    def _container(self, element: etree._Element) -> Container:
        chain = []
        current: etree._Element | None = element
        while current is not None and current not in self._known:
            chain.append(current)
            current = current.getparent()
        node = self._known[current] if current is not None else None
        for one in reversed(chain):
            node = self._made(one, node)
            self._known[one] = node
        assert node is not None
        return node

    def _made(self, element: etree._Element, parent: Container | None) -> Container:
        tag = tag_of(element)
        names = [min(FAR, far + 1) for far in parent.names] if parent else [FAR] * len(PATTERNS)
        tags = [min(FAR, far + 1) for far in parent.tags] if parent else [FAR] * len(TAGS)
        if tag not in ("body", "html"):
            for index in _matches(
                f"{names_of(element)} {element.get('itemprop') or ''} {element.get('role') or ''}"
            ):
                names[index] = 0
        kind = "ul" if tag in ("ol", "dl") else tag
        if kind in TAGS:
            tags[TAGS.index(kind)] = 0
        node = Container(parent, tag, parent.depth + 1 if parent else 0, names, tags)
        key = (tag, element.get("class") or "", parent.signature if parent and parent.depth else 0)
        node.signature = self._signatures.setdefault(key, len(self._signatures) + 1)
        return node

    def _add(self, block: PageBlock, node: Container) -> None:
        chars = len(block.text)
        prose = chars if chars > 80 and block.link_chars < 0.5 * chars and not block.hidden else 0
        worth = (1 + block.text.count(",") + min(chars / 100, 3.0)) if prose else 0.0
        current: Container | None = node
        for step in range(_DEEPEST):
            if current is None:
                break
            current.chars += chars
            current.link_chars += block.link_chars
            current.blocks += 1
            current.prose += prose
            if worth and 1 <= step <= 3:
                current.score += worth / step
            current = current.parent


def _worth(node: Container) -> float:
    """Readability's score: the paragraphs' worth, less for links, more or less for the names of the element."""
    names = node.names
    bonus = sum(names[i] == 0 for i in (0, 1)) - sum(names[i] == 0 for i in (2, 3, 4, 5, 6, 8, 13))
    return (node.score + 25.0 * bonus) * (1 - node.link_chars / (node.chars or 1))
