"""Title, day, publisher, author, language and address of an HTML page, from its markup first, then from what it shows."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from lxml import etree

from tui.plain import one_line

from ..extracted import Stated
from . import jsonld
from .dom import Page, neat
from .page_author import find_author
from .page_published import find_day
from .page_title import find_title

_LONGEST = 500


@dataclass
class Facts:
    """What the markup states. `metas` has the contents of the meta elements by name, property or itemprop, lower case."""

    page: Page
    metas: dict[str, list[str]]
    items: list[jsonld.Item]
    articles: list[jsonld.Item]
    url: str | None
    language: str | None
    locale: str | None
    site_names: list[str] = field(default_factory=list)

    @cached_property
    def host(self) -> str | None:
        """The host of the page's address without `www.`."""
        try:
            name: str | None = urlsplit(self.url or "").hostname
        except ValueError:
            return None
        return name.removeprefix("www.") if name else None

    def meta(self, *names: str) -> str | None:
        """The first content under the first of the names that has one."""
        return next((content for name in names for content in self.metas.get(name, ())), None)


@dataclass(frozen=True)
class PageMetadata:
    """The metadata, and the index of the block that is the title (None: the page does not show it)."""

    stated: Stated
    title_block: int | None


def gather(page: Page, url: str | None) -> Facts:
    """What the page's markup states of it."""
    root = page.root
    assert root is not None
    metas: dict[str, list[str]] = defaultdict(list)
    for meta in root.iter("meta"):
        content = one_line(meta.get("content") or "")[:_LONGEST]
        if content:
            for key in ("property", "name", "itemprop"):
                if name := meta.get(key):
                    metas[name.strip().lower()].append(content)
    items = jsonld.items(root)
    kinds = [(item, jsonld.types(item)) for item in items]
    articles = [item for item, kind in kinds if kind & jsonld.ARTICLES]
    articles = articles or [item for item, kind in kinds if kind & jsonld.PAGES]
    return Facts(page, metas, items, articles, url or _address(root, metas), *_language(root, metas))


def _address(root: etree._Element, metas: dict[str, list[str]]) -> str | None:
    links = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for address in (*links, *metas.get("og:url", ())):
        if address and address.startswith(("http://", "https://")) and len(address) < 2000:
            return one_line(address)
    return None


def _language(root: etree._Element, metas: dict[str, list[str]]) -> tuple[str | None, str | None]:
    """The language's code, and language with region where the page gives one."""
    stated = [
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        *metas.get("og:locale", ()),
    ]
    codes = [(value or "").strip().lower().replace("_", "-") for value in stated]
    language = next((code.split("-")[0] for code in codes if re.fullmatch(r"[a-z]{2,3}(?:-.*)?", code)), None)
    return language, next((code for code in codes if re.fullmatch(r"[a-z]{2,3}-[a-z]{2}", code)), None)


def _site_names(facts: Facts) -> list[str]:
    """The names that the page gives for its site, best first."""
    names = [facts.meta("og:site_name"), facts.meta("application-name", "apple-mobile-web-app-title")]
    for item in facts.articles:
        names += jsonld.strings(jsonld.resolved(item.get("publisher"), facts.items))[:1]
    for item in facts.items:
        if jsonld.types(item) & {"website", "organization", "newsmediaorganization"}:
            names.append(jsonld.string(item.get("name")))
    found: list[str] = []
    for name in names:
        name = neat(" ".join((name or "").split()))
        if name and len(name) <= 80 and "http" not in name and name not in found:
            found.append(name)
    return found


def find_metadata(page: Page, url: str | None = None) -> PageMetadata:
    """The metadata of the page. What it does not give is None."""
    facts = gather(page, url)
    facts.site_names = _site_names(facts)
    title, title_block = find_title(facts)
    day, basis = find_day(facts, title_block)
    author = find_author(facts, title_block)
    publisher = facts.site_names[0] if facts.site_names else facts.host
    return PageMetadata(
        Stated(title, day, publisher, author, facts.language, facts.url, basis),
        title_block,
    )
