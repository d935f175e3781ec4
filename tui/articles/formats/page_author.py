"""The author of an HTML page: names without roles, dates and the publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lxml import etree

from . import jsonld
from .days import days_in
from .dom import neat, tag_of
from .kinds import names_of
from .page_published import in_other
from .page_title import words_of

if TYPE_CHECKING:
    from .page_metadata import Facts

_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator",
    "dcterms.creator", "byl", "citation_author", "article.author", "twitter:data1",
)  # fmt: skip
_BEFORE, _AFTER = 6, 16
"""Blocks before and after the title among which a byline stands."""
_LONGEST_LINE, _LONGEST_NAME, _MOST_WORDS = 160, 60, 6
_BY = re.compile(
    r"(?i:^|[|•·]\s*|\d\s*)(?i:(?:written|posted|published|reported|words|text|story|article|created|contributed)?\s*by|author)"
    r"\s*:?\s*(?=[^\W\d_])"
)
_CUT = re.compile(
    r"(?i)\s*(?:[|•·–—:/\n(\[]|\s-\s|\s@|,\s+(?=(?:\w+\s+)?(?:senior|staff|chief|contribut|correspond|report|editor|writer|author|director|"
    r"manager|special|the|of|for|at|in|cnn|bbc|reuters|associated|news|founder|ceo|analyst|columnist|professor|political|business|"
    r"national|world|health|tech|science)\b)|\b(?:on|in|from|for|at|last|posted|published|updated|reviewed|edited|fact.checked|"
    r"photo\w*|follow|is an?|has been|staff|contribut\w+|correspondent|reporter|writer|editor|senior|freelance|"
    r"\d+ min|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d+)\b).*$",
    re.DOTALL,
)
_MONTHS = re.compile(
    r"(?i)\s*(?:january|february|march|april|may|june|july|august|september|october|november|december)?\s*\d.*$",
    re.DOTALL,
)
_NOBODY = re.compile(
    r"(?i)\b(?:staff|team|desk|newsroom|editors?|editorial|admin(?:istrator)?|webmaster|contributors?|guest|agencies|wires?|"
    r"bureau|press release|sponsored|news|media|inc|llc|ltd|magazine|blog|website|anonymous|unknown|user|author|subscribe|"
    r"press|books?|today|times|institute|society|company|group|agency|network|university|council|foundation|"
    r"organi[sz]ations?|association|department|cent(?:er|re)|strategy|insights|community|marketing|categor(?:y|ies)|"
    r"comments?|share|read|about|view|posts?|home|contact|more|privacy|terms)\b|@|https?:|www\.|\.(?:com|org|net|io|co)\b"
)
_TEAM = re.compile(r"(?i)[^,|–—-]\s+(?:staff|team|desk|editors|contributors?|reporters?)\s*$")
_LEAD = re.compile(r"^(?i:(?:[\w’']+ ){0,2}by\b|authors?\b|from\b)\s*:?\s*")
_AND = re.compile(r"\s*(?:;|,|\b(?:and|with|og|und|et)\b|&)\s*", re.IGNORECASE)
_PERSON = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ]\.)?(?:[ -][A-ZÀ-Þ][a-zß-ÿ’']+[^\W\d_]*){1,2}(?=$|[\s,|•·(–—-])"
)
_TITLES = re.compile(
    r"(?i)^(?:ph\.?\s?d|m\.?\s?d|m\.?\s?a|m\.?\s?s|r\.?\s?n|r\.?\s?d|j\.?\s?d|mba|esq|jr|sr|cfp|cpa|ii|iii|[A-Z]{2,6})\.?$"
)
_NAMED = re.compile(
    r"(?i)(?:^|[\s_-])(?:by-?line\w*|author\w*|(?:post|entry|article|story)-?(?:author|by)\w*|contributor\w*|writer\w*)(?:$|[\s_-])"
)
_OTHERS = re.compile(
    r"(?i)related|recommend|comment|sidebar|widget|teaser|latest|recent|popular|trending|bio|box|about|description"
)


def names_in(text: str, sites: Iterable[str]) -> list[str]:
    """The people whom a byline names. Names of the site, of teams and of roles are none."""
    text = _LEAD.sub("", neat(" ".join(text.split())))
    if _TEAM.search(text):
        return []
    keys = {"".join(words_of(site)) for site in sites} - {""}
    found: list[str] = []
    for part in _AND.split(_MONTHS.sub("", _CUT.sub("", text))):
        name = part.strip(" ,.;:-–—|•·'\"")
        if not name or _TITLES.match(name):
            continue
        words = name.split()
        plain = name.replace(".", "").replace("-", "").replace("'", "").replace("’", "").replace(" ", "")
        key = "".join(words_of(name))
        if (
            len(name) > _LONGEST_NAME
            or len(words) > _MOST_WORDS
            or not plain.isalpha()
            or _NOBODY.search(name)
        ):
            continue
        if key in keys and not 2 <= len(words) <= 3:
            continue
        if not words[0][0].isupper() or sum(word[0].islower() for word in words) > 2:
            continue
        if name.isupper() and len(name) > 3:
            name = name.title()
        if name not in found:
            found.append(name)
    return found[:8]


def _stated(facts: Facts) -> Iterator[str]:
    """Bylines in the markup."""
    for item in facts.articles[:3]:
        authors = jsonld.resolved(item.get("author"), facts.items)
        people = [
            one for one in (authors if isinstance(authors, list) else [authors]) if not _is_organisation(one)
        ]
        if names := jsonld.strings(people):
            yield ", ".join(names)
    for name in _META:
        yield from facts.metas.get(name, ())
    root = facts.page.root
    assert root is not None
    for element in root.xpath("//*[@itemprop='author' or contains(@rel, 'author')]")[:20]:
        if not _in_other(element):
            inner = element.xpath(".//*[@itemprop='name']")
            yield (
                (inner[0].get("content") or "".join(inner[0].itertext()))
                if inner
                else "".join(element.itertext())[:200]
            )


def _is_organisation(value: object) -> bool:
    return (
        isinstance(value, dict)
        and "person" not in jsonld.types(value)
        and bool(jsonld.types(value) & {"organization", "newsmediaorganization"})
    )


def _in_other(element: etree._Element) -> bool:
    current: etree._Element | None = element
    for _ in range(6):
        if current is None or tag_of(current) in ("body", "main", "article"):
            return False
        if tag_of(current) in ("nav", "footer", "aside") or _OTHERS.search(names_of(current)):
            return True
        current = current.getparent()
    return False


def _shown(facts: Facts, title_block: int | None) -> Iterator[str]:
    """Bylines near the title: lines that begin with "By", then lines in elements that are named for them."""
    start = 0 if title_block is None else max(0, title_block - _BEFORE)
    end = 60 if title_block is None else title_block + _AFTER
    near = [
        block
        for block in facts.page.blocks[start:end]
        if not block.hidden and len(block.text) <= _LONGEST_LINE
    ]
    near = [block for block in near if not in_other(block.element)]
    for index, block in enumerate(near):
        if match := _BY.search(block.text):
            yield block.text[match.end() :]
        elif re.fullmatch(r"(?i)(?:written |posted )?by:?|author:?|words:?", block.text) and index + 1 < len(
            near
        ):
            yield near[index + 1].text
    for block in near:
        element: etree._Element | None = block.element
        for _ in range(3):
            if element is None:
                break
            if _NAMED.search(names_of(element)):
                if _PERSON.match(block.text):
                    yield block.text
                break
            element = element.getparent()
    for index, block in enumerate(near[:-1]):
        day = next(days_in(near[index + 1].text, month_first=True), None)
        if day and day[0] < 3 and _PERSON.fullmatch(block.text) and tag_of(block.element)[:1] != "h":
            yield block.text


def find_author(facts: Facts, title_block: int | None) -> str | None:
    """The names of the authors, joined by commas; None when the page names nobody."""
    host = facts.host or ""
    sites = [*facts.site_names, host, host.split(".")[0]]
    for source in (_stated(facts), _shown(facts, title_block)):
        for line in source:
            if names := names_in(line[:300], sites):
                return ", ".join(names)
    return None
