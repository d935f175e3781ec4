"""The page as it was: body and furniture in the page's order, furniture dimmed and named. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app.page import Paragraph

if TYPE_CHECKING:
    from tui.articles.choices import Choice
    from tui.articles.model import Article
    from tui.articles.page import PageBlock

INDENT = 11
"""Columns for the name of a kind of furniture, or for what was decided by hand."""

_LOOK = {"title": "page--title", "heading": "page--heading", "caption": "page--caption"}
PUT_BACK, TAKEN_OUT = "put back", "taken out"


class Sheet(NamedTuple):
    """A page as it is shown. `text` has the blocks one below the other, each from its entry in `starts` on."""

    article: Article
    blocks: tuple[PageBlock, ...]
    starts: tuple[int, ...]
    text: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def units(self) -> list[tuple[int, int, str]]:
        """Where each block stands in `text`, as the reader goes by them."""
        return [
            (start, start + len(one.text), "") for start, one in zip(self.starts, self.blocks, strict=True)
        ]

    def at_source(self, offset: int) -> int:
        """Where the block at an offset of the source begins in `text`; for one between blocks, the block before."""
        found = 0
        for start, one in zip(self.starts, self.blocks, strict=True):
            if one.start > offset:
                break
            found = start
        return found

    def at_text(self, offset: int) -> int:
        """Where an offset of the article's text stands in `text`, as near as its block tells."""
        best = 0
        for start, one in zip(self.starts, self.blocks, strict=True):
            if one.block is not None:
                block = self.article.blocks[one.block]
                if block.start <= offset < block.end:
                    return start + min(offset - block.start, len(one.text) - 1)
                if block.end <= offset:
                    best = start
        return best

    def to_text(self, offset: int) -> int:
        """Where an offset of `text` stands in the article's text; for furniture, in the nearest block of the body before."""
        for index in range(bisect_right(self.starts, offset) - 1, -1, -1):
            one = self.blocks[index]
            if one.block is not None:
                block = self.article.blocks[one.block]
                within = offset - self.starts[index]
                return block.start + min(within, block.end - block.start - 1)
        return 0


def page_sheet(article: Article, choices: Sequence[Choice] = ()) -> Sheet:
    """The page of an article; `choices` are those that a person made about its blocks."""
    from tui.articles.page import page_blocks

    blocks = page_blocks(article)
    starts: list[int] = []
    paragraphs: list[Paragraph] = []
    at = 0
    before = ""
    for one in blocks:
        starts.append(at)
        name = _name(one, choices)
        body = one.block is not None
        apart = bool(paragraphs) and (name != before or (body and one.kind != "list"))
        for number, line in enumerate(one.text.split("\n")):
            if line.strip():
                first = number == 0
                paragraphs.append(
                    Paragraph(
                        line,
                        style=_LOOK.get(one.kind, "") if body else "page--dim",
                        start=at,
                        first=INDENT,
                        rest=INDENT,
                        sign=f"{name} " if first and name and (name != before or body) else "",
                        gap=1 if first and apart else 0,
                    )
                )
            at += len(line) + 1
        before = name
    return Sheet(article, blocks, tuple(starts), "\n".join(one.text for one in blocks), tuple(paragraphs))


def _name(one: PageBlock, choices: Sequence[Choice]) -> str:
    """What stands beside a block: what a person did with it, or the kind of furniture."""
    keep = one.block is not None
    if any(c.keep == keep and c.start < one.end and c.end > one.start for c in choices):
        return PUT_BACK if keep else TAKEN_OUT
    return "" if keep else one.kind
