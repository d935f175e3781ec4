"""Expressions of time and the days that they stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.analysis.model import DateMention, Sentence
from tui.analysis.parsed import Parsed

from .events import event_of
from .expressions import Expression, Offset, Open
from .filters import is_date, is_duration, modifies, numeric_days, with_known_year
from .grammar import Found, Grammar
from .lexicon import TRIGGER, lex
from .nearest import Setting
from .resolve import resolve
from .tense import Tense, tense_of
from .working import is_relative, takes_tense, working

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Span

    from .calendar import Period


def find_dates(parsed: Parsed) -> tuple[DateMention, ...]:
    """The expressions of time in `parsed` that name days or periods, in reading order, with their days where they are known.

    Relative ones count from the article's published day. Not taken: times of day, durations, repetitions, ages, names.
    """
    sentences = [s for s in parsed.sentences if TRIGGER.search(parsed.text, s.start, s.end)]
    if not sentences:
        return ()
    offsets: list[int] = parsed.doc.to_array(["IDX"]).tolist()
    candidates = [
        _Candidate(sentence, grammar, found)
        for sentence in sentences
        for grammar in (Grammar(lex(parsed.text, sentence.start, sentence.end)),)
        for found in grammar.find()
    ]
    figures = [figure for each in candidates for figure in numeric_days(each.found.expression)]
    reader = _Reader(
        parsed, offsets, any(figure.first > 12 and figure.year is not None for figure in figures)
    )
    return tuple(mention for each in candidates if (mention := reader.read(each)))


class _Candidate:
    """An expression in a sentence."""

    __slots__ = ("found", "grammar", "sentence")

    def __init__(self, sentence: Sentence, grammar: Grammar, found: Found) -> None:
        self.sentence, self.grammar, self.found = sentence, grammar, found


class _Reader:
    """Reads the candidates of one article in order, and keeps the last stated day for those that lean on it."""

    def __init__(self, parsed: Parsed, offsets: list[int], day_first: bool) -> None:
        self.parsed = parsed
        self.offsets = offsets
        self.day_first = day_first
        self.written = _day(parsed.article.published)
        self.near: Period | None = None
        self.near_text = ""
        self.near_sentence = -9

    def read(self, candidate: _Candidate) -> DateMention | None:
        """The mention, or None where the words are no date after all."""
        found, grammar, sentence = candidate.found, candidate.grammar, candidate.sentence
        if found.core < 0:
            return None
        start, end = self._bounds(grammar, found.core, found.last)
        core = self._span(start, end)
        if not is_date(found, grammar, core):
            return None
        expression = with_known_year(found.expression, grammar, found.last)
        first = found.first
        if isinstance(expression, Open) and found.core > first and modifies(core):
            expression, first = expression.of, found.core
        start, end = self._bounds(grammar, first, found.last)
        span = self._span(start, end)
        loose = isinstance(expression, Offset) and expression.loose
        tense = tense_of(core) if loose or takes_tense(expression) else None
        if is_duration(expression, tense):
            return None
        return self._mention(expression, sentence, span, (start, end), tense)

    def _mention(
        self,
        expression: Expression,
        sentence: Sentence,
        span: Span,
        bounds: tuple[int, int],
        tense: Tense | None,
    ) -> DateMention | None:
        number = int(sentence.id[1:])
        near = self.near if number - self.near_sentence <= 1 else None
        leaning = isinstance(expression, Offset) and expression.from_text
        period = resolve(expression, Setting(self.written, tense, near, self.day_first))
        if leaning and period is None:
            return None
        text = self.parsed.text[bounds[0] : bounds[1]]
        relative = is_relative(expression)
        leans = period is not None and (leaning or (relative and self.written is None))
        basis = "none" if period is None else "relative to published" if relative and not leans else "stated"
        if period and period.first and period.precision in ("day", "month") and not leans:
            self.near, self.near_text, self.near_sentence = period, text, number
        event = event_of(span, sentence.start, sentence.end)
        published = self.written.isoformat() if self.written else None
        return DateMention(
            start=bounds[0],
            end=bounds[1],
            text=text,
            from_day=period.first.isoformat() if period and period.first else None,
            to_day=period.last.isoformat() if period and period.last else None,
            basis=basis,
            sentence=sentence.id,
            precision=period.precision if period else None,
            working=working(text, expression, period, published, tense, self.near_text if leans else None),
            event_start=event[0] if event else None,
            event_end=event[1] if event else None,
        )

    def _bounds(self, grammar: Grammar, first: int, last: int) -> tuple[int, int]:
        """Offsets of the lexemes, without a leading "the"."""
        if grammar.low(first) == "the" and last - first > 1:
            first += 1
        return grammar.lexemes[first].start, grammar.lexemes[last - 1].end

    def _span(self, start: int, end: int) -> Span:
        first = max(0, bisect_right(self.offsets, start) - 1)
        return self.parsed.doc[first : max(first + 1, bisect_left(self.offsets, end))]


def _day(published: str | None) -> date | None:
    from datetime import date

    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None
