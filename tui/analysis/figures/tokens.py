"""From offsets to tokens, and the few walks over the parse that figures need."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..parsed import Parsed

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Tokens:
    """The tokens of a parse by offset."""

    def __init__(self, parsed: Parsed) -> None:
        self.doc = parsed.doc
        self._starts = parsed.offsets

    def at(self, offset: int) -> Token | None:
        """The token that holds `offset`, or None (white space, no token)."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        token = self.doc[index]
        return token if offset < token.idx + len(token) else None

    def before(self, offset: int) -> Token | None:
        """The last token that is not white space and ends at or before `offset`, in the same sentence."""
        index = bisect_left(self._starts, offset) - 1
        while index >= 0 and (
            self.doc[index].is_space or self.doc[index].idx + len(self.doc[index]) > offset
        ):
            index -= 1
        return self.doc[index] if index >= 0 else None

    def after(self, offset: int) -> Token | None:
        """The first token that is not white space and starts at or after `offset`."""
        index = bisect_left(self._starts, offset)
        while index < len(self.doc) and self.doc[index].is_space:
            index += 1
        return self.doc[index] if index < len(self.doc) else None

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens that share a letter with `start`..`end`."""
        index = max(0, bisect_right(self._starts, start) - 1)
        found = []
        while index < len(self.doc) and self._starts[index] < end:
            token = self.doc[index]
            if token.idx + len(token) > start and not token.is_space:
                found.append(token)
            index += 1
        return found


def root_of(tokens: list[Token]) -> Token | None:
    """The token of the run that hangs from outside it; the last one where several do."""
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    return roots[-1] if roots else None
