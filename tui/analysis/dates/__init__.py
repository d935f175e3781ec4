"""Expressions of time and the days that they stand for."""

from __future__ import annotations

from tui.analysis.model import DateMention
from tui.analysis.openings import small
from tui.analysis.parsed import Parsed

from .filters import numeric_days
from .grammar import Grammar
from .lexicon import lex, may_hold_date
from .reader import Candidate, Reader


def find_dates(parsed: Parsed) -> tuple[DateMention, ...]:
    """The expressions of time in `parsed` that name days or periods, in reading order, with their days where they are known.

    Relative ones count from the article's published day. Not taken: times of day, durations, repetitions, ages, names.
    """
    low = small(parsed.text)
    sentences = [s for s in parsed.sentences if may_hold_date(low, s.start, s.end)]
    candidates = [
        Candidate(sentence, grammar, found)
        for sentence in sentences
        for grammar in (Grammar(lex(low, sentence.start, sentence.end)),)
        for found in grammar.find()
    ]
    if not candidates:
        return ()
    figures = [figure for each in candidates for figure in numeric_days(each.found.expression)]
    reader = Reader(
        parsed, day_first=any(figure.first > 12 and figure.year is not None for figure in figures)
    )
    return tuple(mention for each in candidates if (mention := reader.read(each)))
