"""Judged lines → article: title, body blocks, furniture, and where each of them stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from .extracted import BODY_KINDS, Extracted, Judged, LineKind, Piece, Stated
from .lines import classify, split
from .mend import Mended, mend
from .metadata import Found, find_metadata
from .model import Article, Block, BlockKind, Furniture, FurnitureKind, PublishedBasis, Stretch
from .paragraphs import paragraphs

LIST_MARK = re.compile(r"(?:[•◦▪‣●○■–—*+-]|\(?(?:\d{1,3}|[a-z])[.)])\s+")
"""What stands before an item of a list, which is no part of it."""
_BETWEEN = "\n\n"
_SPACE = 10
"""White space characters at most between two parts of one line."""


class Laid(NamedTuple):
    """The text of an article, where its blocks are, and where they come from."""

    text: str
    blocks: tuple[Block, ...]
    source_map: tuple[Stretch, ...]


def build_plain(
    extracted: Extracted, *, id: str, file: str, sha256: str, published: str | None = None
) -> Article:
    """The article whose body is all of the text, as it is."""
    text = extracted.text
    laid = Laid(text, paragraphs(text), (Stretch(0, len(text), 0),) if text else ())
    return replace(_article(extracted.stated, laid, (), text, id, file, sha256, published), plain=True)


def build(extracted: Extracted, *, id: str, file: str, sha256: str, published: str | None = None) -> Article:
    """The article in an extracted text: mended, its lines judged, its metadata found, its furniture set aside.

    `published` is the day to take where the source gives none.
    """
    if extracted.pieces is not None:
        stated = extracted.stated
        title = (Piece("title", stated.title, extracted.title_stretches),) if stated.title else ()
        laid = laid_out((*title, *extracted.pieces))
        made = _article(stated, laid, extracted.furniture, extracted.text, id, file, sha256, published)
        return replace(made, markup=True)
    mended = mend(extracted.text)
    judged = _given(extracted, mended) if extracted.kinds is not None else classify(mended.text)
    found = find_metadata(mended.text, judged, extracted.stated, file)
    page = _Page(mended)
    page.fill(judged, found)
    furniture = _joined_furniture(page.furniture, extracted.text)
    return _article(
        found.stated, laid_out(page.pieces), furniture, extracted.text, id, file, sha256, published
    )


def _article(
    stated: Stated,
    laid: Laid,
    furniture: tuple[Furniture, ...],
    source: str,
    id: str,
    file: str,
    sha256: str,
    published: str | None,
) -> Article:
    day, basis = _published(stated.published, stated.published_basis, published)
    return Article(
        id=id,
        file=file,
        sha256=sha256,
        title=stated.title,
        published=day,
        published_basis=basis,
        publisher=stated.publisher,
        author=stated.author,
        language=stated.language,
        text=laid.text,
        blocks=laid.blocks,
        source_map=laid.source_map,
        furniture=furniture,
        source=source,
    )


def _published(
    stated: str | None, basis: PublishedBasis, given: str | None
) -> tuple[str | None, PublishedBasis]:
    if stated:
        return stated, basis
    return (given, "given") if given else (None, "none")


def laid_out(pieces: Iterable[Piece]) -> Laid:
    """The pieces, but for empty ones, in their order with a blank line between two."""
    texts: list[str] = []
    blocks: list[Block] = []
    stretches: list[Stretch] = []
    at = 0
    for piece in pieces:
        if not piece.text:
            continue
        stretches += [Stretch(part.start + at, part.end + at, part.source_start) for part in piece.stretches]
        texts.append(piece.text)
        blocks.append(Block(piece.kind, at, at + len(piece.text)))
        at += len(piece.text) + len(_BETWEEN)
    return Laid(_BETWEEN.join(texts), tuple(blocks), _joined_stretches(stretches))


class _Page:
    """The blocks and the furniture of a mended text while they are told apart."""

    def __init__(self, mended: Mended) -> None:
        self.mended = mended
        self.pieces: list[Piece] = []
        self.furniture: list[Furniture] = []

    def fill(self, judged: tuple[Judged, ...], found: Found) -> None:
        """Blocks and furniture of the judged lines, in this order of the text: the title, then the rest as it stands."""
        text = self.mended.text
        if found.title_span is not None:
            self.add("title", *found.title_span)
        elif found.stated.title:
            self.pieces.append(Piece("title", found.stated.title))
        for line in _rejoined(text, judged, found.title_span):
            if found.title_span and line.start <= found.title_span[0] < line.end:
                self.set_aside("meta", line.start, found.title_span[0])
                self.set_aside("meta", found.title_span[1], line.end)
                continue
            if line.kind not in BODY_KINDS and line.kind != "caption":
                self.set_aside(line.kind, line.start, line.end)
                continue
            start = line.start
            if line.kind == "list" and (marker := LIST_MARK.match(text, line.start, line.end)):
                start = marker.end()
                self.set_aside("meta", line.start, start)
            self.add(line.kind, start, line.end)  # type: ignore[arg-type]

    def add(self, kind: BlockKind, start: int, end: int) -> None:
        """A block made of a span of the mended text; its line ends become spaces."""
        stretches = tuple(
            Stretch(low - start, high - start, origin)
            for low, high, origin in self.mended.stretches(start, end)
        )
        self.pieces.append(Piece(kind, self.mended.text[start:end].replace("\n", " "), stretches))

    def set_aside(self, kind: LineKind, start: int, end: int) -> None:
        """A span of the mended text becomes furniture."""
        while start < end and self.mended.text[start].isspace():
            start += 1
        while start < end and self.mended.text[end - 1].isspace():
            end -= 1
        if start < end:
            low, high = self.mended.source_span(start, end)
            self.furniture.append(Furniture(low, high, furniture_kind(kind)))


def furniture_kind(kind: LineKind | None) -> FurnitureKind:
    """The kind of furniture that a line of this kind becomes when it is set aside."""
    match kind:
        case "navigation" | "related" | "share" | "newsletter" | "comments" | "footer":
            return kind
    return "meta"


def _rejoined(text: str, judged: tuple[Judged, ...], title: tuple[int, int] | None) -> list[Judged]:
    """The lines, of which parts of one line of the text that are all body are one again, but for the title."""
    whole: list[Judged] = []
    for line in judged:
        last = whole[-1] if whole else None
        if (
            last
            and last.kind in BODY_KINDS
            and line.kind in BODY_KINDS
            and line.start - last.end <= _SPACE
            and "\n" not in text[last.end : line.start]
            and not (title and last.start <= title[0] < line.end)
        ):
            kind: LineKind = "list" if last.kind == "list" else "body"
            whole[-1] = Judged(last.start, line.end, kind, max(last.body, line.body))
        else:
            whole.append(line)
    return whole


def _joined_stretches(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Stretches in order; two that touch in the text and in the source become one."""
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        if (
            last
            and last.end == stretch.start
            and last.source_start + last.end - last.start == stretch.source_start
        ):
            joined[-1] = Stretch(last.start, stretch.end, last.source_start)
        else:
            joined.append(stretch)
    return tuple(joined)


def _joined_furniture(furniture: list[Furniture], source: str) -> tuple[Furniture, ...]:
    """Furniture in source order; neighbours of one kind with nothing but white space between them become one."""
    joined: list[Furniture] = []
    for part in sorted(furniture, key=lambda part: part.source_start):
        last = joined[-1] if joined else None
        if last and last.kind == part.kind and not source[last.source_end : part.source_start].strip():
            joined[-1] = Furniture(last.source_start, max(last.source_end, part.source_end), part.kind)
        else:
            joined.append(part)
    return tuple(joined)


def _given(extracted: Extracted, mended: Mended) -> tuple[Judged, ...]:
    """The lines with the kinds that the format gives them; where it gives none, the classifier's."""
    kinds = extracted.kinds or ()
    starts = [0, *(match.end() for match in re.finditer("\n", extracted.text))]
    judged = {line.start: line for line in classify(mended.text)} if None in kinds else {}
    lines = []
    for line in split(mended.text, unwrap=False):
        number = bisect_right(starts, mended.source_span(line.start, line.end)[0]) - 1
        kind = kinds[number] if number < len(kinds) else None
        if kind is None:
            lines.append(judged.get(line.start) or Judged(line.start, line.end, "body", 0.5))
        else:
            lines.append(Judged(line.start, line.end, kind, float(kind in BODY_KINDS)))
    return tuple(lines)
