"""Where the sentences are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.articles.model import Article

from .model import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc


def mark_block_starts(doc: Doc, article: Article) -> None:
    """Tell the parser, before it runs, that a sentence starts where a block does."""
    starts = {block.start for block in article.blocks}
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True


def split_sentences(doc: Doc, article: Article) -> tuple[Sentence, ...]:
    """The sentences of all blocks, by the parse, each inside one block and without the white space around it."""
    found: list[Sentence] = []
    spans = [(span.start_char, span.end_char) for span in doc.sents]
    for number, block in enumerate(article.blocks):
        for start, end in spans:
            start, end = max(start, block.start), min(end, block.end)
            if start >= end:
                continue
            piece = article.text[start:end]
            start += len(piece) - len(piece.lstrip())
            end -= len(piece) - len(piece.rstrip())
            if start < end:
                found.append(Sentence(f"S{len(found) + 1}", start, end, number))
    return tuple(found)
