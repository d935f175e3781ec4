"""The page as it was: body and furniture in the page's order, furniture dimmed and named. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app.finding import rough_sentences
from tui.app.looks import OF_BLOCKS
from tui.app.page import Paragraph

if TYPE_CHECKING:
    from tui.articles.choices import Choice
    from tui.articles.model import Article
    from tui.articles.page import PageBlock

LONG = 1000
"""Characters of a block that can be gone through sentence by sentence, where the source has no markup."""

NAME = -2
"""The item of paragraphs that name what is below them."""

PUT_BACK, TAKEN_OUT = "put back", "taken out"


class Unit(NamedTuple):
    """A block, or a sentence of a long one: `text[start:end]` of the sheet. `within` is its place in the article's text."""

    start: int
    end: int
    block: PageBlock
    within: int | None


class Sheet(NamedTuple):
    """A page as it is shown: `text` has its blocks one below the other. Paragraphs of the item `NAME` are no part of it:
    they name what is below them."""

    text: str
    units: tuple[Unit, ...]
    paragraphs: tuple[Paragraph, ...]

    def at_source(self, offset: int) -> int:
        """Where the unit at an offset of the source begins in `text`; for one between units, the unit before."""
        found = 0
        for unit in self.units:
            if unit.block.start > offset:
                break
            found = unit.start
        return found

    def at_text(self, offset: int) -> int:
        """Where an offset of the article's text stands in `text`, as near as its unit tells."""
        body = [unit for unit in self.units if unit.within is not None and unit.within <= offset]
        if not body:
            return 0
        unit = max(body, key=lambda one: one.within or 0)
        return min(unit.start + offset - (unit.within or 0), unit.end - 1)

    def to_text(self, offset: int) -> int:
        """Where an offset of `text` stands in the article's text; for furniture, in the body before it."""
        found = 0
        for unit in self.units:
            if unit.start > offset:
                break
            if unit.within is not None:
                found = unit.within + min(offset, unit.end - 1) - unit.start
        return found


def page_sheet(article: Article, choices: Sequence[Choice] = ()) -> Sheet:
    """The page of an article; `choices` are those that a person made about its blocks."""
    from tui.articles.page import page_blocks

    parts: list[str] = []
    units: list[Unit] = []
    paragraphs: list[Paragraph] = []
    at = 0
    before = kind = ""

    def add(text: str, style: str, gap: int, indent: int = 0) -> None:
        nonlocal at
        for line in text.split("\n"):
            if line.strip():
                gap = gap if paragraphs else 0
                paragraphs.append(Paragraph(line, style=style, start=at, first=indent, rest=indent, gap=gap))
                gap = 0
            at += len(line) + 1
        parts.append(text)

    for one in page_blocks(article):
        name = _name(one, choices)
        body = one.block is not None
        apart = name != before or (body and not (one.kind == kind == "list"))
        if name and (name != before or body):
            gap = 1 if paragraphs else 0
            paragraphs.append(Paragraph(f"[{name}]", style="page--dim", start=at, gap=gap, item=NAME))
            apart = False
        units += _units(article, one, at)
        look = OF_BLOCKS.get(one.kind, "") if body else "page--dim"
        add(one.text, look, int(apart), 0 if body else 2)
        before, kind = name, one.kind
    return Sheet("\n".join(parts), tuple(units), tuple(paragraphs))


def _units(article: Article, one: PageBlock, at: int) -> Iterator[Unit]:
    """What can be gone to in a block that is shown at `at`."""
    whole = article.blocks[one.block] if one.block is not None else None
    first = whole.start if whole is not None else None
    if first is None or article.markup or len(one.text) < LONG or not one.placed:
        yield Unit(at, at + len(one.text), one, first)
        return
    for start, end in rough_sentences(one.text, 0, len(one.text)):
        part = one._replace(text=one.text[start:end], start=one.start + start, end=one.start + end)
        yield Unit(at + start, at + end, part, first + start)


def _name(one: PageBlock, choices: Sequence[Choice]) -> str:
    """What stands above a block: what a person did with it, or the kind of furniture."""
    keep = one.block is not None
    if any(c.keep == keep and c.start < one.end and c.end > one.start for c in choices):
        return PUT_BACK if keep else TAKEN_OUT
    return "" if keep else one.kind
