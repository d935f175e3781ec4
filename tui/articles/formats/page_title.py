"""The title of an HTML page, without the name of its site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import jsonld
from .dom import heading_level, neat

if TYPE_CHECKING:
    from .page_metadata import Facts

_BETWEEN = re.compile(r"\s+[|–—·•»«:/\\-]{1,2}\s+|\s*[|»]\s*|:\s+")
_LETTERS = re.compile(r"[^\W_]+")
_SECTIONS = "home blog news article articles page post index untitled welcome menu search login"
_GENERIC = frozenset(_SECTIONS.split())
_LONGEST = 400


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, apostrophes dropped."""
    return _LETTERS.findall(re.sub(r"['’‘]", "", text.casefold()))


def _key(text: str) -> str:
    return "".join(words_of(text))


def without_site(title: str, sites: list[str]) -> str:
    """`title` without the name of the site before or after it."""
    keys = {_key(site) for site in sites} - {""}
    changed = True
    while changed:
        changed = False
        for match in _BETWEEN.finditer(title):
            head, tail = title[: match.start()].strip(), title[match.end() :].strip()
            if head and _key(tail) in keys:
                title, changed = head, True
                break
            if tail and _key(head) in keys:
                title, changed = tail, True
                break
    return title


def _stated(facts: Facts) -> list[str]:
    """The titles that the markup states, best first."""
    found = [
        facts.meta("og:title"),
        facts.meta("twitter:title", "twitter:text:title"),
        facts.meta("headline"),
    ]
    found += [jsonld.string(item.get("headline")) for item in facts.articles[:3]]
    found += [facts.meta("parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title")]
    root = facts.page.root
    if root is not None:
        found += [" ".join("".join(element.itertext()).split()) for element in list(root.iter("title"))[:1]]
    return [neat(" ".join(text.split())) for text in found if text and text.strip() and len(text) <= _LONGEST]


def _before_bar(title: str, host: str) -> str:
    """`title` without a last part that is short, or the name of the host."""
    head, bar, tail = title.rpartition(" | ")
    if (
        bar
        and len(words_of(head)) > len(words_of(tail))
        and (len(words_of(tail)) <= 3 or _key(tail) in _key(host))
    ):
        return head
    return title


def _overlap(a: str, b: str) -> float:
    """The share of the shorter text's words that the other has."""
    first, second = set(words_of(a)), set(words_of(b))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def find_title(facts: Facts) -> tuple[str | None, int | None]:
    """The title, and the index of the block that shows it."""
    blocks = facts.page.blocks
    host = facts.host or ""
    sites = [*facts.site_names, host, host.rpartition(".")[0]]
    stated = [without_site(text, sites) for text in _stated(facts)]
    stated = [text for text in stated if _key(text) and _key(text) not in {_key(site) for site in sites}]
    headings = [
        (index, heading_level(block.element)) for index, block in enumerate(blocks) if not block.hidden
    ]
    best: tuple[float, int] | None = None
    tops = sum(level == 1 for _, level in headings)
    for index, level in headings:
        block = blocks[index]
        if not level or len(block.text) > _LONGEST or not _key(block.text):
            continue
        key = _key(block.text)
        score = 2.0 if level == 1 else 0.5 if level == 2 else 0.0
        score += 1.0 if level == 1 and tops == 1 else 0.0
        score += max((3.0 * _overlap(block.text, text) for text in stated), default=0.0)
        score += 2.0 if any(key == _key(text) for text in stated) else 0.0
        score += 1.0 if any(key in _key(text) for text in stated) and len(key) > 10 else 0.0
        score -= 3.0 if key in {_key(site) for site in sites} or key in _GENERIC else 0.0
        score -= 1.0 if len(words_of(block.text)) < 3 else 0.0
        score -= index / (len(blocks) + 1)
        if best is None or score > best[0]:
            best = (score, index)
    if best and best[0] >= 3.0:
        shown = without_site(blocks[best[1]].text, sites)
        return shown, best[1]
    for text in stated:
        for place, block in enumerate(blocks):
            if not block.hidden and _key(block.text) == _key(text):
                return block.text, place
    if stated:
        return _before_bar(stated[0], host), None
    return (blocks[best[1]].text, best[1]) if best and best[0] >= 1.0 else (None, None)
