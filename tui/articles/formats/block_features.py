"""What a block of a page says by itself: its text, its element and the names of the elements above it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from zlib import crc32

import numpy as np
from lxml import etree

from .containers import PATTERNS, TAGS, Container
from .dom import PageBlock, heading_level, tag_of
from .kinds import names_of

BUCKETS = 1 << 14
_CLIP, _FIRST_WORDS, _PAIRS = 400, 40, 10
_DIGITS = re.compile(r"\d+")

WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?…]['\"”’»)\]]*$")
_STOP_WORDS = """
a about after all also an and are as at be because been but by can could for from had has have he her his how i if in into
is it its more not of on one or our she so than that the their them there they this to up was we were what when which who
will with would you your
"""
STOPS = frozenset(_STOP_WORDS.split())
_NOISE_WORDS = (
    r"related|recommended|you (?:may|might) also|more (?:from|on|stories|news|in)|read (?:more|next|also)|also read|trending"
    r"|most (?:read|popular)|popular (?:posts|articles)|latest|up next|see also|don't miss|recent posts|similar|keep reading"
    r"|further reading|other (?:articles|posts)",
    r"comments?|leave a (?:reply|comment)|repl(?:y|ies)|responses?|log ?in|sign ?in|join the (?:conversation|discussion)",
    r"newsletter|subscribe|sign up|inbox|email address|get (?:the|our) (?:latest|best)|download|free trial|book a"
    r"|contact us",
    r"share|tweet|facebook|twitter|linkedin|whatsapp|pinterest|instagram|telegram|reddit|copy link|print|follow us",
    r"copyright|all rights reserved|privacy policy|terms of (?:use|service)|cookies?|affiliate|disclaimer|disclosure",
    r"about the authors?|written by|reviewed by|edited by|posted (?:by|on|in)|published|updated|min(?:ute)?s? read",
    r"table of contents|in this (?:article|guide|post)|contents|jump to|key takeaways|skip to|on this page",
    r"photo|image|credit|getty|reuters|courtesy|photograph|illustration|screenshot|source:|figure \d|video|watch",
    r"tags?|topics?|filed under|categor(?:y|ies)|previous|next (?:post|article)|back to|view all|show more|load more"
    r"|advertisement|sponsored",
)
_NOISE = tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in _NOISE_WORDS)
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
    r"|\b\d{4}-\d\d-\d\d|\b\d+ (?:hours?|days?|weeks?|months?|years?|mins?|minutes?) ago",
    re.IGNORECASE,
)
_OWN_TAGS = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "div",
    "td",
    "figcaption",
    "blockquote",
    "pre",
    "dd",
    "button",
    "section",
    "article",
)
NOISE = len(_NOISE)
WORDS, FINAL, LINKS, HEADING = 1, 3, 15, 26
"""Columns that other features are made of: words (logarithm), sentence end, share of links, level of the heading."""
SIZE = 27 + len(_OWN_TAGS) + len(_NOISE) + len(PATTERNS) + len(TAGS)


def block_features(
    block: PageBlock, node: Container, seen: Counter[str], title: frozenset[str]
) -> list[float]:
    """What the block's own text and element say."""
    text = block.text
    words = WORD.findall(text)
    count = len(words) or 1
    lower = [word.lower() for word in words[:200]]
    chars = len(text)
    tag = node.tag
    row = [
        np.log1p(chars),
        np.log1p(len(words)),
        chars / count,
        bool(_END.search(text)),
        text.endswith(":"),
        text.endswith("?"),
        text[:1].islower(),
        text[:1].isupper(),
        sum(word[0].isupper() for word in words[:200]) / min(count, 200),
        text.isupper(),
        sum(c.isdigit() for c in text[:500]) / min(chars, 500),
        sum(word in STOPS for word in lower) / min(count, 200),
        text.count(",") / count,
        len(re.findall(r"[.!?](?:\s|$)", text[:2000])),
        sum(c in "|»›•·→/" for c in text[:500]),
        block.link_chars / chars,
        block.links,
        np.log1p(max(0, chars - block.link_chars)),
        block.bold_chars / chars,
        block.hidden,
        block.row,
        seen[text] - 1,
        len(title.intersection(lower)) / (len(title) or 1),
        len(title.intersection(lower)) / count,
        bool(_DATE.search(text[:300])),
        node.depth,
        heading_level(block.element),
        *(float(tag == one) for one in _OWN_TAGS),
        *(float(bool(pattern.search(text[:300]))) for pattern in _NOISE),
        *map(float, node.names),
        *map(float, node.tags),
    ]
    return [float(value) for value in row]


def noise_in(text: str) -> list[float]:
    """Which kinds of noise words `text` has."""
    return [float(bool(pattern.search(text))) for pattern in _NOISE]


def word_buckets(block: PageBlock) -> list[int]:
    """The hash buckets of a block's first and last words and pairs of words."""
    words = [word.lower() for word in WORD.findall(block.text[:_CLIP])][:_FIRST_WORDS]
    size = min(6, len(words).bit_length())
    tokens = {f"#{size}", *(f"{size > 3}{word}" for word in words)}
    tokens.update(f"^{a} {b}" for a, b in pairwise(words[:_PAIRS]))
    tokens.update(f"{word}$" for word in words[-3:])
    return sorted({crc32(token.encode("utf-8", "replace")) % BUCKETS for token in tokens})


def name_buckets(block: PageBlock) -> list[int]:
    """The hash buckets of the class names and ids of a block's element and the three above it."""
    tokens = set()
    element: etree._Element | None = block.element
    for step in range(4):
        if element is None or tag_of(element) in ("body", "html"):
            break
        tokens.add(f"{step}<{tag_of(element)}")
        for name in names_of(element).lower().split()[:10]:
            tokens.add(f"{step > 0}.{_DIGITS.sub('0', name)}")
        element = element.getparent()
    return sorted({crc32(token.encode("utf-8", "replace")) % BUCKETS for token in tokens})
