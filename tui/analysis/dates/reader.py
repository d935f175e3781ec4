"""From the candidates of an article to its date mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tui.analysis.model import DateMention, Sentence
from tui.analysis.parsed import Parsed

from .calendar import Period
from .events import event_of
from .expiry import Expiry, expiry_of
from .expressions import Expression, Offset, Open, Shift, Year
from .filters import is_date, is_duration, modifies, with_known_year
from .grammar import Found, Grammar
from .nearest import Setting
from .resolve import resolve
from .tense import Tense, tense_of
from .working import is_relative, takes_tense, working

if TYPE_CHECKING:
    from spacy.tokens import Span


@dataclass(frozen=True)
class Candidate:
    """An expression in a sentence."""

    sentence: Sentence
    grammar: Grammar
    found: Found


@dataclass(frozen=True)
class _Anchor:
    """The last day or month that the text gave, for "three days later" and for months without a year."""

    period: Period
    text: str
    sentence: int


class Reader:
    """Reads the candidates of one article in their order; `day_first` is the order of its days in figures."""

    def __init__(self, parsed: Parsed, day_first: bool) -> None:
        self.parsed = parsed
        self.day_first = day_first
        self.written = _day(parsed.article.published)
        self.anchor: _Anchor | None = None

    def read(self, candidate: Candidate) -> DateMention | None:
        """The mention, or None where the words are no date after all."""
        found, grammar, sentence = candidate.found, candidate.grammar, candidate.sentence
        if found.core < 0:
            return None
        core = self._span(*self._bounds(grammar, found.core, found.last))
        if not is_date(found, grammar, core):
            return None
        expression, first = with_known_year(found.expression, grammar, found.last), found.first
        if isinstance(expression, Open) and found.core > first and modifies(core):
            expression, first = expression.of, found.core
        start, end = self._bounds(grammar, first, found.last)
        setting = self._setting(expression, found, grammar, core, int(sentence.id[1:]))
        if is_duration(expression, setting.tense):
            return None
        if isinstance(expression, Shift) and _follows(grammar, found) and setting.tense == "past":
            expression = Offset(((1.0, expression.unit),), 1, from_text=True)
        return self._mention(expression, sentence, (start, end), setting)

    def _setting(
        self, expression: Expression, found: Found, grammar: Grammar, core: Span, number: int
    ) -> Setting:
        tense: Tense | None = None
        direct = True
        if found.core > found.first and grammar.low(found.first) == "since":
            tense = "past"
        elif takes_tense(expression) or _follows(grammar, found):
            tense, direct = tense_of(core, self.parsed.text)
            if isinstance(expression, Open) and expression.word in ("by", "until") and tense != "past":
                tense = "future"
        near = self.anchor.period if self.anchor and number - self.anchor.sentence <= 1 else None
        return Setting(self.written, tense, near, self.day_first, direct)

    def _mention(
        self, expression: Expression, sentence: Sentence, bounds: tuple[int, int], setting: Setting
    ) -> DateMention | None:
        start, end = bounds
        text = self.parsed.text[start:end]
        span = self._span(start, end)
        period = resolve(expression, setting)
        from_text = isinstance(expression, Offset) and expression.from_text
        if from_text and period is None:
            return None
        relative = is_relative(expression)
        leans = period is not None and (from_text or (relative and self.written is None))
        basis = "none" if period is None else "relative to published" if relative and not leans else "stated"
        near = self.anchor.text if leans and self.anchor else None
        if period and period.first and period.precision in ("day", "month", "year") and not leans:
            self.anchor = _Anchor(period, text, int(sentence.id[1:]))
        event = event_of(span, self.parsed.text, sentence, year=isinstance(expression, Year))
        expiry = expiry_of(span, self.parsed.text, sentence, period) if period else None
        return DateMention(
            start=start,
            end=end,
            text=text,
            from_day=_iso(period.first) if period else None,
            to_day=_iso(period.last) if period else None,
            basis=basis,
            sentence=sentence.id,
            precision=period.precision if period else None,
            working=working(text, expression, period, setting, near),
            event_start=event[0] if event else None,
            event_end=event[1] if event else None,
            **_expiry(expiry),
        )

    def _bounds(self, grammar: Grammar, first: int, last: int) -> tuple[int, int]:
        """Offsets of the lexemes, without a leading "the"."""
        if grammar.low(first) == "the" and last - first > 1:
            first += 1
        return grammar.lexemes[first].start, grammar.lexemes[last - 1].end

    def _span(self, start: int, end: int) -> Span:
        offsets = self.parsed.offsets
        first = max(0, bisect_right(offsets, start) - 1)
        return self.parsed.doc[first : max(first + 1, bisect_left(offsets, end))]


def _follows(grammar: Grammar, found: Found) -> bool:
    """Whether it is "the following week", which counts from the story when that is told as past."""
    return grammar.low(found.last - 2) == "following"


def _expiry(expiry: Expiry | None) -> dict[str, str | None]:
    if expiry is None:
        return {}
    return {
        "expires_from": _iso(expiry.first),
        "expires_to": _iso(expiry.last),
        "expires_working": expiry.working,
    }


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None
