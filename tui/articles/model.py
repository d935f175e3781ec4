"""What an article is made of. All offsets are code points, end exclusive."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

BlockKind = Literal["title", "heading", "body", "list", "caption"]
FurnitureKind = Literal["navigation", "related", "share", "newsletter", "comments", "footer", "meta"]
PublishedBasis = Literal["stated", "url", "given", "none"]


class Block(Struct, frozen=True):
    """A stretch of `Article.text` of one kind."""

    kind: BlockKind
    start: int
    end: int


class Stretch(Struct, frozen=True):
    """`text[start:end]` stands, but for the kind of white space letter for letter, at `source_start` of the source."""

    start: int
    end: int
    source_start: int


class Furniture(Struct, frozen=True):
    """A stretch of the decoded source that was set aside."""

    source_start: int
    source_end: int
    kind: FurnitureKind


class Article(Struct, frozen=True):
    """What is left of a source file.

    `id` is the number in the file's name, or else a short slug of it; it is unique in its folder and stands in citations.
    `file` is the file's name as the user gave it, relative to the opened folder. `sha256` is that of the source's bytes,
    or, of one of several articles in a source, of its own text, so that it stays when others are added.
    `published` is an ISO day; `published_basis` tells whether the text states it, its URL does, or the caller gave it.
    `text` is the title, then the body blocks, joined by blank lines; with `plain` it is the decoded file itself.
    `source` is the decoded source (for formats without a text of their own, such as PDF, the text that was taken out of
    them), into which `source_map` and `furniture` point. With `markup` it is HTML, of which only the text between the tags
    was on the page.
    """

    id: str
    file: str
    sha256: str
    title: str | None
    published: str | None
    published_basis: PublishedBasis
    publisher: str | None
    author: str | None
    language: str | None
    text: str
    blocks: tuple[Block, ...]
    source_map: tuple[Stretch, ...]
    furniture: tuple[Furniture, ...]
    source: str
    plain: bool = False
    markup: bool = False
