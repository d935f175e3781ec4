"""The page that an article was taken from, block by block: what is body and what was set aside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .model import Article, BlockKind, FurnitureKind, Stretch


class PageBlock(NamedTuple):
    """A block of the article's text, or a line or block of furniture.

    `text` is what a reader of the page saw, with a line feed where the source has one. It stands at `source[start:end]`
    of the article; both are the same for a block whose place is not known. `block` is the index in `Article.blocks`, None
    for furniture.
    """

    kind: BlockKind | FurnitureKind
    text: str
    start: int
    end: int
    block: int | None = None

    @property
    def placed(self) -> bool:
        """Whether it is known where the block stands in the source."""
        return self.start < self.end


def stretches_in(source_map: Sequence[Stretch], start: int, end: int) -> Iterator[Stretch]:
    """What stands letter for letter in `text[start:end]`, counted from `start`."""
    for s in source_map[bisect_left(source_map, start + 1, key=lambda s: s.end) :]:
        if s.start >= end:
            break
        yield Stretch(
            max(s.start, start) - start, min(s.end, end) - start, s.source_start + max(0, start - s.start)
        )


def source_span(stretches: Iterable[Stretch]) -> tuple[int, int] | None:
    """From the first to past the last character of the source that the stretches cover; None for no stretches."""
    spans = [(s.source_start, s.source_start + s.end - s.start) for s in stretches]
    return (min(a for a, _ in spans), max(b for _, b in spans)) if spans else None


def page_blocks(article: Article) -> tuple[PageBlock, ...]:
    """The blocks of the page in its order. Of a source without markup furniture is cut into lines."""
    body: list[PageBlock] = []
    at = 0
    for index, block in enumerate(article.blocks):
        span = source_span(stretches_in(article.source_map, block.start, block.end))
        if span is None and block.kind == "title":
            continue  # stated by the file, and not on the page
        start, end = span or (at, at)
        text = article.text[block.start : block.end]
        body.append(PageBlock(block.kind, text, start, end, index))
        if block.kind != "title":
            at = end
    if article.markup:
        found = [*body, *_furniture_of_markup(article)]
    else:
        found = [_as_written(article, one) for one in body]
        found += _lines_between(article, [(one.start, one.end) for one in found])
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _furniture_of_markup(article: Article) -> Iterator[PageBlock]:
    from .formats.places import visible

    for piece in article.furniture:
        text, _ = visible(article.source, piece.source_start, piece.source_end)
        if text:
            yield PageBlock(piece.kind, text, piece.source_start, piece.source_end)


def _as_written(article: Article, one: PageBlock) -> PageBlock:
    """The block with its words as the source has them, with the mark of a list before it."""
    if not one.placed:
        return one
    start = one.start
    if one.kind == "list":
        line = article.source.rfind("\n", 0, start) + 1
        mark = article.source[line:start].strip()
        if mark and len(mark) <= 4:
            start = line + article.source[line:start].index(mark)
    return one._replace(text=article.source[start : one.end], start=start)


def _lines_between(article: Article, taken: Iterable[tuple[int, int]]) -> Iterator[PageBlock]:
    """The lines of the source outside the stretches in `taken`, with the kind of the furniture that they stand in."""
    furniture = sorted(article.furniture, key=lambda piece: piece.source_start)
    at = 0
    for start, end in (*sorted(taken), (len(article.source), len(article.source))):
        for low, high in lines(article.source, at, start):
            index = bisect_left(furniture, low + 1, key=lambda piece: piece.source_end)
            known = index < len(furniture) and furniture[index].source_start < high
            yield PageBlock(furniture[index].kind if known else "meta", article.source[low:high], low, high)
        at = max(at, end)


def lines(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The non-blank lines of `source[start:end]` without the white space around them."""
    at = start
    while at < end:
        stop = source.find("\n", at, end)
        stop = end if stop < 0 else stop
        kept = source[at:stop].strip()
        if kept:
            low = at + source[at:stop].index(kept)
            yield low, low + len(kept)
        at = stop + 1
