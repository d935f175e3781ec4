"""What counts as a word and as a sentence of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.articles.model import Block, BlockKind

from .model import Sentence

WORD = re.compile(r"[^\W_](?:[^\W_]|(?:[.,:'’&/@-]|\.-)(?=[^\W_]))*")
"""A word as a person counts it: "U.S.-China", "don't", "3.5" and "and/or" are one each; a lone mark is none."""

COUNTED: frozenset[BlockKind] = frozenset(["heading", "body", "list"])
"""The kinds of blocks that count."""


def counted_sentences(text: str, blocks: Sequence[Block], sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentences of `text` that count as such: those of headings, body and lists that have a word in them."""
    return [
        sentence
        for sentence in sentences
        if blocks[sentence.block].kind in COUNTED and WORD.search(text, sentence.start, sentence.end)
    ]
