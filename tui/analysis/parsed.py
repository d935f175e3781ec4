"""An article with its parse: what every finding is made from.

Asking each token of spaCy for its attributes is slow: what a finding asks of all tokens it reads from the columns.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.articles.model import Article, Block

from .model import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


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
    def tokens(self) -> list[Token]:
        return list(self.doc)

    @cached_property
    def offsets(self) -> list[int]:
        """Where each token starts."""
        offsets: list[int] = self.doc.to_array("IDX").astype(int).tolist()
        return offsets

    @cached_property
    def forms(self) -> list[str]:
        """The text of each token."""
        return self._column("ORTH")

    @cached_property
    def lowers(self) -> list[str]:
        """The form of each token in lower case."""
        return self._column("LOWER")

    @cached_property
    def lemmas(self) -> list[str]:
        return self._column("LEMMA")

    @cached_property
    def low_lemmas(self) -> list[str]:
        """The lemma of each token in lower case."""
        low = {lemma: lemma.lower() for lemma in set(self.lemmas)}
        return [low[lemma] for lemma in self.lemmas]

    @cached_property
    def tags(self) -> list[str]:
        """The fine part of speech of each token ("VBZ")."""
        return self._column("TAG")

    @cached_property
    def classes(self) -> list[str]:
        """The coarse part of speech of each token ("VERB")."""
        return self._column("POS")

    @cached_property
    def relations(self) -> list[str]:
        """What each token is to its head ("nsubj")."""
        return self._column("DEP")

    @cached_property
    def heads(self) -> list[int]:
        """The index of each token's head."""
        return [i + step for i, step in enumerate(self.doc.to_array("HEAD").astype("int64").tolist())]

    @cached_property
    def entities(self) -> list[str]:
        """The label of the model's entity that each token is part of, "" outside."""
        return self._column("ENT_TYPE")

    def flags(self, attribute: str) -> list[bool]:
        """A yes or no of each token, by the name of spaCy's attribute ("IS_SPACE")."""
        return [value != 0 for value in self.doc.to_array(attribute).tolist()]

    def _column(self, attribute: str) -> list[str]:
        ids = self.doc.to_array(attribute).tolist()
        strings = self.doc.vocab.strings
        names = {number: strings[number] for number in set(ids)}
        return [names[number] for number in ids]

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The tokens of each sentence, in the order of `sentences`."""
        found = []
        for sentence in self.sentences:
            span = self.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
            assert span is not None  # offsets are inside the text
            found.append(span)
        return tuple(found)
