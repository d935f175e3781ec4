"""The lexemes of one sentence, and what every rule asks of them."""

from __future__ import annotations

from collections.abc import Sequence

from .expressions import Expression
from .lexicon import Lexeme

Parse = tuple[Expression, int] | None
"""An expression and the index after its last lexeme."""


class Cursor:
    """Looks at lexemes by index; beyond the last, all is empty."""

    def __init__(self, lexemes: Sequence[Lexeme]) -> None:
        self.lexemes = lexemes
        self.depth = 0
        self._low = [lexeme.low for lexeme in lexemes]
        self._kind = [lexeme.kind for lexeme in lexemes]
        self._count = len(lexemes)

    def low(self, i: int) -> str:
        return self._low[i] if 0 <= i < self._count else ""

    def kind(self, i: int) -> str:
        return self._kind[i] if 0 <= i < self._count else ""

    def skip(self, i: int, *words: str) -> int:
        """`i`, moved on when the word there is one of `words`."""
        return i + 1 if 0 <= i < self._count and self._low[i] in words else i
