"""What is taken out of a file before it is cleaned. All offsets are code points, end exclusive."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .model import BlockKind, Furniture, PublishedBasis, Stretch

LineKind = Literal[
    "title",
    "heading",
    "body",
    "list",
    "caption",
    "navigation",
    "related",
    "share",
    "newsletter",
    "comments",
    "footer",
    "meta",
]
BODY_KINDS: frozenset[str] = frozenset(("heading", "body", "list"))
"""The kinds of line that make up the body."""


class Stated(Struct, frozen=True):
    """What is known of an article: from a format's own fields (None: look for it in the text) or from the text.

    `published` is an ISO day, `published_basis` what it rests on.
    """

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    published_basis: PublishedBasis = "stated"


class Piece(Struct, frozen=True):
    """A block that a format delivers ready: its clean text, and where it stands in the source.

    The stretches' `start` and `end` count from the beginning of `text`.
    """

    kind: BlockKind
    text: str
    stretches: tuple[Stretch, ...] = ()


class Extracted(Struct, frozen=True):
    """The text of one article as it was taken out of a file, with its furniture.

    `text` has a line feed between lines and a blank line between blocks; it becomes `Article.source`. `kinds` has one
    entry for each line of `text.split("\\n")`; where it is None the line classifier decides. `name` tells the articles
    of one file apart, and is empty where there is only one.

    A format with a marked-up text of its own (HTML) gives `pieces` instead: `text` is then the decoded file, the article
    is the stated title and the pieces as they are, and `furniture` and `title_stretches` (from the beginning of the
    stated title) point into `text` too.
    """

    text: str
    kinds: tuple[LineKind | None, ...] | None = None
    stated: Stated = Stated()
    name: str = ""
    pieces: tuple[Piece, ...] | None = None
    furniture: tuple[Furniture, ...] = ()
    title_stretches: tuple[Stretch, ...] = ()


class Judged(Struct, frozen=True):
    """A non-blank line, without the white space around it, and what it is.

    `body` is the probability that it belongs to the body (headings and lists included).
    """

    start: int
    end: int
    kind: LineKind
    body: float
