"""An article with its parse: what every finding is made from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.articles.model import Article, Block

from .model import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


@dataclass(frozen=True)
class Parsed:
    """`doc.text` is `article.text`, so that `token.idx` is an offset into it. `sentences` cover all blocks in order."""

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset`; between two sentences, the one before. There must be a sentence."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def block_at(self, offset: int) -> Block:
        """The block of the sentence at `offset`."""
        return self.article.blocks[self.sentence_at(offset).block]

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The tokens of each sentence, in the order of `sentences`."""
        found = []
        for sentence in self.sentences:
            span = self.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
            assert span is not None  # offsets are inside the text
            found.append(span)
        return tuple(found)
