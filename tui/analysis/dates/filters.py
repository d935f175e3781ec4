"""What looks like a date and is none: names, verbs, ages, counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..wordset import word_set
from .expressions import (
    Day,
    Decade,
    Expression,
    Fiscal,
    Holiday,
    Month,
    NumericDay,
    Offset,
    Open,
    Part,
    Quarter,
    Range,
    Shift,
    Weekday,
    Year,
)
from .grammar import Found, Grammar
from .tense import Tense

if TYPE_CHECKING:
    from spacy.tokens import Span

_NAMES = frozenset(["PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART", "PRODUCT", "NORP", "LAW", "LOC"])
_COUNTS = frozenset(["CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"])
_YEAR_CUES = word_set(
    "in since of by until till from before after during through year late early mid circa between - – / ( ,"
)
_MONTH_CUES = word_set(
    "in since of by until till from before after during through late early mid last next this - – to and"
)
_MODIFIERS = frozenset(["compound", "nmod", "amod", "nummod", "poss"])
_OWN = frozenset(["his", "her", "their", "my", "your", "our", "its"])

_NAMED_DAYS = word_set("super bloody ruby cyber black giving fat holy")

_KNOWN_DAYS = {
    (9, 11): (
        2001,
        ("attack", "attacks", "attackers", "terror", "terrorist", "terrorists", "hijackers", "hijackings"),
    ),
    (1, 6): (
        2021,
        ("attack", "riot", "riots", "rioters", "insurrection", "capitol", "committee", "defendants"),
    ),
    (10, 7): (2023, ("attack", "attacks", "massacre")),
}
"""Days that are named without their year: month and day to the year and the words that follow them then."""


def is_date(found: Found, grammar: Grammar, span: Span) -> bool:
    """Whether the words of `found`, which are the tokens of `span`, stand for a time."""
    expression = found.expression
    while isinstance(expression, Open | Part):
        expression = expression.of
    match expression:
        case Fiscal(None):
            return False
        case Month():
            return _is_month(expression, found, grammar, span)
        case Day(year=None):
            return not (span[0].lower_ == "may" and span[0].pos_ == "AUX")
        case Weekday():
            return _is_weekday(found, grammar, span)
        case Shift():
            return not _is_title(found, span)
        case Quarter(year=None):
            return not _is_model(span)
        case Year():
            return _is_year(found, grammar, span)
        case Decade(year) if year < 100:
            return _is_decade(found, grammar)
        case Holiday(name):
            return not (name in ("new year", "may day") and span[0].text.islower())
        case _:
            return True


def _is_month(expression: Month, found: Found, grammar: Grammar, span: Span) -> bool:
    if expression.year is not None and not span.text.startswith("may"):
        return True
    at = next((i for i in range(found.first, found.last) if grammar.month(i)), found.core)
    low = grammar.low(at)
    token = next((token for token in span if token.lower_.rstrip(".") == low), span[0])
    cued = grammar.low(at - 1) in _MONTH_CUES or isinstance(found.expression, Open)
    if token.text.islower() and low in ("may", "march", "mar", "jan", "jun"):
        return False
    if token.pos_ in ("AUX", "VERB") or token.tag_ == "MD":
        return False
    if (
        low in ("may", "march", "april", "june", "august")
        and token.i
        and token.nbor(-1).pos_ == "PROPN"
        and not cued
    ):
        # "Theresa May"
        return False
    if token.ent_type_ in _NAMES:
        return cued and token.ent_type_ != "PERSON" and token.ent_iob_ == "B" and len(span) == 1
    if low in ("may", "march"):
        return token.ent_type_ == "DATE" or cued
    if len(low) <= 4 and low not in ("june", "july"):
        return cued or token.ent_type_ == "DATE"
    return low != "august" or token.text[0].isupper()


def _is_weekday(found: Found, grammar: Grammar, span: Span) -> bool:
    if span[0].ent_type_ in ("ORG", "WORK_OF_ART", "PERSON", "FAC", "PRODUCT"):
        return False
    # "Super Tuesday", "Bloody Sunday"
    return not (
        found.core
        and grammar.low(found.core - 1) in _NAMED_DAYS
        and span.start
        and span.doc[span.start - 1].text[:1].isupper()
    )


def _is_title(found: Found, span: Span) -> bool:
    """Whether capitals inside a sentence make a name of it ("USA Today", ABC's "This Week")."""
    if not found.core or not span[-1].text[:1].isupper():
        return False
    if len(span) == 1 and span.start and not span[0].is_sent_start and span[0].nbor(-1).pos_ == "PROPN":
        return True
    return span[-1].ent_type_ in _NAMES or (len(span) > 1 and span[0].text[:1].isupper())


def _is_model(span: Span) -> bool:
    """Whether "Q3" is the name of a thing: it follows a name, and no noun follows it."""
    if not any(map(str.isdigit, span[0].text)) or not span.start:
        return False
    before, after = span.doc[span.start - 1], span.doc[span.end] if span.end < len(span.doc) else None
    return before.pos_ == "PROPN" and (after is None or after.pos_ not in ("NOUN", "PROPN"))


def _is_year(found: Found, grammar: Grammar, span: Span) -> bool:
    token = next((token for token in span if token.text.isdigit()), span[-1])
    if found.last - found.core > 1 or isinstance(found.expression, Part):
        return True
    if token.ent_type_ in _COUNTS or (token.i and token.nbor(-1).text in "$€£#"):
        return False
    before = grammar.low(found.core - 1)
    cued = before in _YEAR_CUES or found.core > found.first
    value = int(token.text) if token.text.isdigit() else 0
    counts = token.dep_ == "nummod" and token.head.tag_ == "NNS" and before not in ("the", "in", "since")
    if counts and value % 10 == 0:
        # "2000 magnets", but "2018 elections"
        return False
    if token.ent_type_ in ("DATE", "EVENT"):
        return True
    if counts:
        return False
    return (cued and 1500 <= value < 2100) or (
        found.first == 0 and len(grammar.lexemes) == 1 and 1900 <= value < 2100
    )


def _is_decade(found: Found, grammar: Grammar) -> bool:
    at = found.last - 1
    back = found.core
    if grammar.low(at).startswith(("'", "‘")):
        return True
    if grammar.low(back - 1) in _OWN or grammar.low(back) in _OWN:
        return False
    before = {grammar.low(at - 1), grammar.low(at - 2), grammar.low(at - 3)}
    return "the" in before and not before & _OWN and int(grammar.low(at)[0]) >= 5


def is_duration(expression: Expression, tense: Tense | None) -> bool:
    """Whether "in three days" tells how long something took, and not when it will be."""
    return isinstance(expression, Offset) and expression.loose and tense not in ("future", None)


def modifies(span: Span) -> bool:
    """Whether the date only qualifies a noun behind it ("after May meetings"), so that "after" belongs to that noun."""
    root = span.root
    return root.dep_ in _MODIFIERS and root.head.i >= span.end


def with_known_year(expression: Expression, grammar: Grammar, last: int) -> Expression:
    """The expression with the year of a day that is known by its name ("the September 11 attacks")."""
    if isinstance(expression, Open):
        return replace(expression, of=with_known_year(expression.of, grammar, last))
    if isinstance(expression, Day) and expression.year is None and expression.month:
        known = _KNOWN_DAYS.get((expression.month, expression.day))
        following = {grammar.low(last), grammar.low(last + 1), grammar.low(last + 2)}
        if known and following & set(known[1]):
            return Day(known[0], expression.month, expression.day)
    return expression


def numeric_days(expression: Expression) -> list[NumericDay]:
    """The days in figures inside an expression."""
    match expression:
        case NumericDay():
            return [expression]
        case Range(first, last):
            return numeric_days(first) + numeric_days(last)
        case Open(_, of) | Part(_, of):
            return numeric_days(of)
        case _:
            return []
