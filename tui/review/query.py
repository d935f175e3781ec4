"""The words that choose articles for a review: a small language of words, phrases, fields and days. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from tui.analysis.model import Analysis
from tui.nearest import did_you_mean

HELP = (
    'words and "phrases" that the article holds, -word for one that it must not hold, '
    "title: publisher: author: actor: id: for where they stand, after:2025-06 before:2025-06-10 for its day"
)
"""The language in a sentence."""


class QueryError(ValueError):
    """A query that cannot be understood; the message is a sentence."""


class Term(Struct, frozen=True):
    """One part of a query: `words` sought in `field` ("" is everywhere), or a day that the article is after or before."""

    field: str
    words: str
    wanted: bool = True


_FIELDS: Mapping[str, Callable[[Analysis], str]] = {
    "": lambda a: "\n".join((a.title or "", a.publisher or "", a.author or "", a.text)),
    "title": lambda a: a.title or "",
    "publisher": lambda a: a.publisher or "",
    "author": lambda a: a.author or "",
    "actor": lambda a: "\n".join(name for actor in a.actors for name in (actor.name, *actor.aliases)),
    "id": lambda a: a.id,
}
_DAYS = ("after", "before")
_NAMES = (*filter(None, _FIELDS), *_DAYS)
_TERM = re.compile(r'(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"?|(\S+))')
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def parse(query: str) -> tuple[Term, ...]:
    """The terms of a query, all of which must hold; none for an empty one. Raises `QueryError`."""
    terms = []
    for minus, name, phrase, word in _TERM.findall(query):
        field, words = name.casefold(), (phrase or word).casefold()
        if field not in _FIELDS and field not in _DAYS:
            hint = did_you_mean(field, _NAMES, f"; there are {', '.join(f'{one}:' for one in _NAMES)}.")
            raise QueryError(f"There is no field {name}: to look in{hint}")
        if field in _DAYS and not _DAY.fullmatch(words):
            raise QueryError(f"{field}:{phrase or word} is no day; write a year, month or day as 2025-06-10.")
        if words:
            terms.append(Term(field, words, not minus))
    return tuple(terms)


def holds(terms: tuple[Term, ...], analysis: Analysis) -> bool:
    """Whether all terms hold for the article. An undated one is neither after nor before a day."""
    return all(_holds(term, analysis) == term.wanted for term in terms)


def _holds(term: Term, analysis: Analysis) -> bool:
    if term.field in _DAYS:
        published, size = analysis.published, len(term.words)
        if published is None:
            return False
        day = published[:size]
        return day >= term.words if term.field == "after" else day < term.words
    return term.words in " ".join(_FIELDS[term.field](analysis).casefold().split())
