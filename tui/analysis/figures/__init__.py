"""Figures: quantities with value, unit, qualifier, and what they measure.

First a number grammar over the letters (`numerals`, `units`, `qualifiers`, `scan`), then what is a date, a name or a
label is taken out (`filters`), then the parse tells what each figure measures (`measure`), then they are ranked (`rank`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from ..model import Actor, DateMention, Figure, FigureKind, Mention
from ..parsed import Parsed
from ..same_figure import same_figure
from .filters import Filter
from .measure import Sense, sense_of
from .quantity import Quantity
from .rank import salience, topic_words
from .rhetoric import is_rhetorical
from .scan import quantities
from .tokens import Tokens
from .unit_table import NAMES

__all__ = ["find_figures"]

_TOP_ACTORS = 3
_MANY = 50
_BACKGROUND = 0.25


def find_figures(
    parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor], dates: Sequence[DateMention]
) -> tuple[Figure, ...]:
    """The figures of an article, in reading order.

    `mentions` and `dates` tell which numbers are parts of names and dates; `actors` and the title what the article is
    about, for the rank.
    """
    text = parsed.text
    tokens = Tokens(parsed)
    keep = Filter(text, tokens, mentions, dates).keeps
    found: list[Figure] = []
    kept = [quantity for quantity in quantities(text) if keep(quantity)]
    taken = frozenset(
        token.i for quantity in kept for token in tokens.within(quantity.number.start, quantity.end)
    )
    senses = [sense_of(quantity, tokens, taken) for quantity in kept]
    for index, quantity in enumerate(kept):
        sense = senses[index]
        if index and _converts(text, kept[index - 1], quantity):
            sense = senses[index] = replace(senses[index - 1], noun=sense.noun)
        elif sense.noun is None and _is_compared(parsed, kept, index):
            before = kept[index - 1]
            quantity = kept[index] = replace(quantity, unit=before.unit, kind=before.kind)
            noun, measure = senses[index - 1].noun, senses[index - 1].measure
            sense = senses[index] = replace(sense, noun=noun, measure=measure)
        following = (kept[index + 1], senses[index + 1]) if index + 1 < len(kept) else None
        found.append(_figure(parsed, quantity, sense, following))
    return _ranked(parsed, found, actors)


def _figure(
    parsed: Parsed, quantity: Quantity, sense: Sense, following: tuple[Quantity, Sense] | None
) -> Figure:
    text = parsed.text
    unit, kind = quantity.unit, quantity.kind
    if unit is None:
        unit, kind = _counted_unit(quantity, sense.noun)
    measure = sense.measure
    if following and _shares_of(parsed, quantity, following[0]) and following[1].measure:
        measure = following[1].measure
    return Figure(
        start=quantity.start,
        end=quantity.end,
        text=text[quantity.start : quantity.end],
        value=quantity.value,
        high=quantity.high,
        unit=unit,
        kind=kind or "other",
        qualifier=quantity.qualifier,
        measure=measure,
        subject=None if sense.subject is None or _AMOUNT.search(sense.subject) else sense.subject,
        sentence=parsed.sentence_at(quantity.number.start).id,
        change=sense.change,
        rhetorical=is_rhetorical(text, quantity),
    )


_AMOUNT = re.compile(r"\d\s?%|\d (?:percent|per cent|million|billion)\b|[$€£]\s?\d")
"""No amount has another one: the parse has put two phrases together."""


def _counted_unit(quantity: Quantity, noun: str | None) -> tuple[str | None, FigureKind]:
    """The unit and kind of a number without a unit right behind it: a share, a unit after an adjective, or a count."""
    if quantity.number.form == "fraction":
        return noun, "percent"
    if noun is None:
        return None, "other"
    return NAMES.get(noun, (noun, "count"))


_OPENING = re.compile(r"\s?[(\[]\s?")


def _converts(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether the second quantity is the first in another unit ("8 billion yuan ($1.1 billion)")."""
    return second.unit is not None and _OPENING.fullmatch(text[first.end : second.start]) is not None


_COMPARED = re.compile(
    r"[^.;:!?…]{0,80}[\s,](?:(?:as )?compared (?:to|with)|versus|vs\.?|(?:up|down) from)\s+", re.I
)


def _is_compared(parsed: Parsed, found: Sequence[Quantity], index: int) -> bool:
    """Whether a bare number is compared with the only other one before it in its sentence ("12 ships, up from 9")."""
    first, second = found[max(0, index - 1)], found[index]
    if not index or second.unit is not None or second.number.form not in ("digits", "words"):
        return False
    sentence = parsed.sentence_at(second.start)
    alone = sentence.start <= first.start and (index < 2 or found[index - 2].end <= sentence.start)
    between = parsed.text[first.end : second.start]
    return alone and first.kind != "money" and _COMPARED.fullmatch(between) is not None


_COORDINATED = re.compile(
    r",?\s+(?:and|or|but)\s+(?:[a-z]+(?:ing|ed|s)\s+|about\s+|nearly\s+|some\s+|almost\s+){0,2}", re.I
)


def _shares_of(parsed: Parsed, quantity: Quantity, following: Quantity) -> bool:
    """Whether the "of …" behind the following quantity belongs to this one too ("mining 70% and refining 90% of …")."""
    text = parsed.text
    between = text[quantity.end : following.start]
    return (
        quantity.kind == following.kind == "percent"
        and len(between) < 40
        and _COORDINATED.fullmatch(between) is not None
        and text[following.end : following.end + 4] == " of "
    )


def _is_trait(figure: Figure) -> bool:
    """Whether a size only tells apart things of one name ("the 13-inch MacBook")."""
    return figure.kind == "distance" and "-" in figure.text and (figure.measure or "")[:1].isupper()


_AGE = re.compile(r"[- ]old\b", re.I)
_SPAN_OF_TIME = re.compile(r"\b(?:past|last|next|previous|coming|following|recent)\s$", re.I)


def _only_dates(text: str, figure: Figure) -> bool:
    """Whether a length of time is somebody's age, or only tells when ("over the past three decades")."""
    return (
        _AGE.search(text, figure.start, figure.end + 5) is not None
        or _SPAN_OF_TIME.search(text, max(0, figure.start - 12), figure.start) is not None
    )


def _ranked(parsed: Parsed, found: list[Figure], actors: Sequence[Actor]) -> tuple[Figure, ...]:
    names = [actor.name for actor in sorted(actors, key=lambda actor: -actor.salience)[:_TOP_ACTORS]]
    topic, foremost = topic_words(parsed.article.title, names), topic_words(None, names)
    length = max(1, len(parsed.text))
    alike: dict[tuple[float | None, str | None], list[int]] = {}
    for index, figure in enumerate(found):
        alike.setdefault((figure.value, figure.unit), []).append(index)
    ranked = []
    for index, figure in enumerate(found):
        others = alike[figure.value, figure.unit][:_MANY]
        repeated = any(same_figure(figure, found[other]) for other in others if other != index)
        score = salience(figure, topic, foremost, figure.start / length, repeated)
        if (figure.kind == "duration" and _only_dates(parsed.text, figure)) or _is_trait(figure):
            score = min(score, _BACKGROUND)
        ranked.append(msgspec.structs.replace(figure, salience=score))
    return tuple(ranked)
