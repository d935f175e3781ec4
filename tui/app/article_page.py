"""The page as it was: the source of an article with its furniture dimmed and named. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.app.page import Paragraph

if TYPE_CHECKING:
    from tui.articles.model import Article

INDENT = 11
"""Columns for the name of a kind of furniture."""


def page_paragraphs(article: Article) -> list[Paragraph]:
    """The lines of the source; `Paragraph.start` is an offset into the source."""
    made: list[Paragraph] = []
    named = ""
    for start, end, kind in _stretches(article):
        at = start
        for line in article.source[start:end].split("\n"):
            if line.strip():
                made.append(
                    Paragraph(
                        line,
                        style="page--dim" if kind else "",
                        start=at,
                        first=INDENT,
                        rest=INDENT,
                        sign=f"{kind} " if kind and kind != named else "",
                        gap=1 if kind != named and made else 0,
                    )
                )
                named = kind
            at += len(line) + 1
    return made


def _stretches(article: Article) -> Iterator[tuple[int, int, str]]:
    """The source from beginning to end, cut where furniture begins and ends."""
    at = 0
    for piece in sorted(article.furniture, key=lambda f: f.source_start):
        if piece.source_start > at:
            yield at, piece.source_start, ""
        if piece.source_end > max(at, piece.source_start):
            yield max(at, piece.source_start), piece.source_end, piece.kind
        at = max(at, piece.source_end)
    if at < len(article.source):
        yield at, len(article.source), ""


def to_source(article: Article, offset: int) -> int:
    """Where an offset of the text stands in the source: in its stretch, or at the end of the one before it."""
    found = 0
    for stretch in article.source_map:
        if stretch.start > offset:
            break
        found = stretch.source_start + min(offset, stretch.end - 1) - stretch.start
    return found


def to_text(article: Article, offset: int) -> int:
    """Where an offset of the source stands in the text: in its stretch, or at the end of the nearest before it."""
    before = [s for s in article.source_map if s.source_start <= offset]
    if not before:
        return 0
    stretch = max(before, key=lambda s: s.source_start)
    return stretch.start + min(offset - stretch.source_start, max(0, stretch.end - stretch.start - 1))
