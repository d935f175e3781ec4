"""What the finders of claims share: a claim in the making, and the way from offsets to tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.analysis.parsed import Parsed

from .cues import Stance
from .quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEMMAS = {"hop": "hope", "grip": "gripe", "lambast": "lambaste", "texte": "text", "deadpane": "deadpan"}
"""What spaCy's rules make of the forms of five cue verbs ("hoped" to "hop"), and their lemmas."""

_EDGE = " \t\n\r\u00a0,;:–—-"


@dataclass(frozen=True)
class Found:
    """A claim before its speaker is known as an actor.

    `speaker` and `cue` are spans of the text, `head` is the offset of the speaker's head word. A `quoted` statement was
    found by its marks; one that `inherits` has the speaker of the statement before it, and `continues` it when its
    paragraph reopens the same quotation.
    """

    start: int
    end: int
    stance: Stance
    speaker: tuple[int, int] | None = None
    head: int | None = None
    cue: tuple[int, int] | None = None
    quoted: bool = False
    inherits: bool = False
    continues: bool = False


@dataclass(frozen=True)
class Page:
    """The parse and the quotations of one article."""

    parsed: Parsed
    quotes: tuple[Quote, ...]

    @property
    def text(self) -> str:
        return self.parsed.text

    @property
    def tokens(self) -> list[Token]:
        return self.parsed.tokens

    @cached_property
    def lemmas(self) -> list[str]:
        return [_LEMMAS.get(lemma, lemma) for lemma in self.parsed.low_lemmas]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.parsed.article.blocks]

    def token_from(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return bisect_left(self.parsed.offsets, offset)

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that `offset` stands in."""
        index = bisect_right(self._quote_starts, offset) - 1
        if index >= 0 and offset < self.quotes[index].end:
            return self.quotes[index]
        return None

    def quotes_in(self, start: int, end: int) -> tuple[Quote, ...]:
        """The quotations that touch the stretch."""
        first = max(0, bisect_right(self._quote_starts, start) - 1)
        last = bisect_left(self._quote_starts, end)
        return tuple(quote for quote in self.quotes[first:last] if quote.end > start)

    def block_at(self, offset: int) -> int:
        """Index of the block at `offset`."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without white space and loose punctuation at its edges; quotation marks and full stops stay."""
        text = self.text
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        return start, end


def letters(text: str, start: int, end: int) -> int:
    """How many letters and digits a stretch holds."""
    return sum(map(str.isalnum, text[start:end]))


def end_of(token: Token) -> int:
    """The offset after a token."""
    return token.idx + len(token.text)
