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

    def low(self, i: int) -> str:
        return self.lexemes[i].low if 0 <= i < len(self.lexemes) else ""

    def kind(self, i: int) -> str:
        return self.lexemes[i].kind if 0 <= i < len(self.lexemes) else ""

    def skip(self, i: int, *words: str) -> int:
        """`i`, moved on when the word there is one of `words`."""
        return i + 1 if self.low(i) in words else i
