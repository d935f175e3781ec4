"""Sentences as evidence, and where the evidence of a line stands. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Sentence
    from tui.brief.model import Evidence, Line


class Sentences:
    """The sentences of an analysis, found by id and by offset."""

    def __init__(self, analysis: Analysis) -> None:
        self._article = analysis.id
        self._all = analysis.sentences

    @cached_property
    def _by_id(self) -> dict[str, Sentence]:
        return {sentence.id: sentence for sentence in self._all}

    def evidence(self, ids: Iterable[str]) -> tuple[Evidence, ...]:
        """The sentences with these ids as evidence, each once; ids that there are not are left out."""
        from tui.brief.model import Evidence

        return tuple(Evidence(self._article, s.id, s.start, s.end) for s in self._known(ids))

    def spans(self, line: Line) -> list[tuple[int, int]]:
        """Where the sentences stand that a line rests on, each once."""
        return [(s.start, s.end) for s in self._known(e.sentence for e in line.evidence)]

    def _known(self, ids: Iterable[str]) -> Iterator[Sentence]:
        return (self._by_id[one] for one in dict.fromkeys(ids) if one in self._by_id)

    def at(self, offset: int) -> str | None:
        """The id of the sentence that holds an offset of the text."""
        place = bisect_right(self._all, offset, key=lambda sentence: sentence.start) - 1
        return self._all[place].id if place >= 0 and offset < self._all[place].end else None
