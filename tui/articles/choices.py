"""What a person decided about the blocks of a page: put back what was set aside, take out what was kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from .build import LIST_MARK, furniture_kind, laid_out
from .extracted import Piece
from .kinds import body_kind, own_kind
from .mend import mend
from .model import Article, BlockKind, Furniture, Stretch
from .page import lines, source_span, stretches_in


class Choice(NamedTuple):
    """`source[start:end]` of an article belongs into its text (`keep`), or does not."""

    start: int
    end: int
    keep: bool


class _Part(NamedTuple):
    """A block with its text; the stretches count from the beginning of that. `at` is where it begins in the source."""

    kind: BlockKind
    text: str
    stretches: tuple[Stretch, ...]
    at: int | None


def with_choices(article: Article, choices: Iterable[Choice]) -> Article:
    """The article as if its blocks had been told apart so; a later choice counts before an earlier one.

    What is put back is cleaned like all else and stands in the order of the page; what is taken out becomes furniture.
    The title stays, and so does all that the file states of the article. A choice that changes nothing is passed over.
    """
    if article.plain:
        return article
    for choice in choices:
        article = _put_back(article, choice) if choice.keep else _take_out(article, choice)
    return article


def _take_out(article: Article, choice: Choice) -> Article:
    parts: list[_Part] = []
    aside: list[Furniture] = []
    for part in _parts(article):
        inside = _within(part, choice) if part.kind != "title" else None
        if inside is None:
            parts.append(part)
            continue
        aside.append(_set_aside(part, *inside))
        parts += _cut(part, *inside)
    if not aside:
        return article
    left = [
        piece
        for piece in article.furniture
        if not any(one.source_start <= piece.source_start < one.source_end for one in aside)
    ]
    return _assembled(article, parts, [*left, *aside])


def _within(part: _Part, choice: Choice) -> tuple[int, int] | None:
    """The stretch of the part's text that comes from inside the choice; all of it where only white space would be left."""
    low, high = len(part.text), 0
    for stretch in part.stretches:
        shift = stretch.source_start - stretch.start
        start, end = (
            max(stretch.start, choice.start - shift),
            min(stretch.end, choice.end - shift),
        )
        if start < end:
            low, high = min(low, start), max(high, end)
    if low >= high:
        return None
    first, last = part.stretches[0], part.stretches[-1]
    if choice.start <= first.source_start:
        low = 0
    if choice.end >= last.source_start + last.end - last.start:
        high = len(part.text)
    return low, high


def _set_aside(part: _Part, low: int, high: int) -> Furniture:
    span = source_span(stretches_in(part.stretches, low, high))
    assert span is not None
    return Furniture(*span, furniture_kind(own_kind(part.text[low:high])))


def _cut(part: _Part, low: int, high: int) -> Iterator[_Part]:
    """What is left of a part on both sides of `text[low:high]`."""
    for start, end in ((0, low), (high, len(part.text))):
        kept = part.text[start:end].strip()
        if not kept:
            continue
        start += part.text[start:end].index(kept)
        end = start + len(kept)
        stretches = tuple(stretches_in(part.stretches, start, end))
        yield _Part(part.kind, kept, stretches, stretches[0].source_start if stretches else part.at)


def _put_back(article: Article, choice: Choice) -> Article:
    parts = list(_parts(article))
    there = [span for part in parts if (span := source_span(part.stretches))]
    gaps = list(_gaps(choice, sorted(there)))
    new = [part for gap in gaps for part in _read(article, *gap)]
    if not new:
        return article
    for part in new:
        assert part.at is not None
        index = next(
            (
                n
                for n, other in enumerate(parts)
                if other.kind != "title" and other.at is not None and other.at > part.at
            ),
            len(parts),
        )
        parts.insert(index, part)
    left = [piece for one in article.furniture for piece in _without(article.source, one, gaps)]
    return _assembled(article, parts, left)


def _gaps(choice: Choice, there: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The choice without the stretches in `there`."""
    at = choice.start
    for start, end in there:
        if start >= choice.end:
            break
        if at < start:
            yield at, start
        at = max(at, end)
    if at < choice.end:
        yield at, choice.end


def _read(article: Article, start: int, end: int) -> Iterator[_Part]:
    """The blocks of `source[start:end]`: of a text its lines, of a page with markup what stands there."""
    if article.markup:
        from .formats.places import visible

        text, stretches = visible(article.source, start, end)
        if text:
            yield _Part(_block_kind(text), text, stretches, start)
        return
    for low, high in lines(article.source, start, end):
        mended = mend(article.source[low:high])
        kept = mended.text.strip()
        if not kept:
            continue
        kind = _block_kind(kept)
        if kind == "list" and (mark := LIST_MARK.match(kept)):
            kept = kept[mark.end() :]
        first = mended.text.index(kept)
        found = tuple(
            Stretch(a - first, b - first, origin + low)
            for a, b, origin in mended.stretches(first, first + len(kept))
        )
        yield _Part(kind, kept.replace("\n", " "), found, low)


def _block_kind(text: str) -> BlockKind:
    match body_kind(text):
        case "heading" | "list" | "caption" as kind:
            return kind
    return "body"


def _without(source: str, piece: Furniture, gaps: Iterable[tuple[int, int]]) -> Iterator[Furniture]:
    """What is left of a piece of furniture outside `gaps`."""
    whole = Choice(piece.source_start, piece.source_end, False)
    for start, end in _gaps(whole, sorted(gaps)):
        kept = source[start:end].strip()
        if kept and any(c.isalnum() for c in kept):
            start += source[start:end].index(kept)
            yield Furniture(start, start + len(kept), piece.kind)


def _parts(article: Article) -> Iterator[_Part]:
    for block in article.blocks:
        stretches = tuple(stretches_in(article.source_map, block.start, block.end))
        text = article.text[block.start : block.end]
        yield _Part(block.kind, text, stretches, stretches[0].source_start if stretches else None)


def _assembled(article: Article, parts: Sequence[_Part], furniture: Iterable[Furniture]) -> Article:
    laid = laid_out(Piece(part.kind, part.text, part.stretches) for part in parts)
    return replace(
        article,
        text=laid.text,
        blocks=laid.blocks,
        source_map=laid.source_map,
        furniture=tuple(sorted(furniture, key=lambda piece: piece.source_start)),
    )
