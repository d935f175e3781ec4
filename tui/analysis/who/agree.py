"""One article, one meaning: the names of an article decide about each other.

A name seen in full decides what a bare surname is, what is found once is found everywhere in the same form, and the
majority of an article decides a label.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..model import Label
from .gazetteer import country, demonym, seat
from .spans import Name, Tokens
from .titles import is_title

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PERSONAL = ("PERSON", "ORG", "PLACE", "GROUP", "PRODUCT")


def agree(doc: Doc, text: str, names: list[Name], tokens: Tokens) -> list[Name]:
    """The names with the labels that the article as a whole speaks for, and with the repeats that were missed."""
    names = [name for name in names if not (name.label == "ORG" and is_title(text[name.start : name.end]))]
    names = without_overlaps(names)
    surnames = _surnames(text, names)
    labels = _majority(text, names, surnames)
    names = [Name(n.start, n.end, labels.get(text[n.start : n.end], n.label)) for n in names]
    return without_overlaps([*names, *_repeats(doc, text, names, surnames, tokens)])


def without_overlaps(names: Iterable[Name]) -> list[Name]:
    """The names in reading order; of two that overlap the earlier given stays."""
    taken: list[Name] = []
    busy: set[int] = set()
    for name in names:
        if name.start < name.end and busy.isdisjoint(range(name.start, name.end)):
            busy.update(range(name.start, name.end))
            taken.append(name)
    return sorted(taken)


def _surnames(text: str, names: list[Name]) -> set[str]:
    """The first and last words of the people named in full."""
    found: set[str] = set()
    for name in names:
        words = text[name.start : name.end].split()
        if name.label == "PERSON" and len(words) > 1:
            found.update(word for word in (words[0], words[-1]) if len(word) > 1 and word[0].isupper())
    return {word for word in found if not country(word) and not demonym(word)}


def _majority(text: str, names: list[Name], surnames: set[str]) -> dict[str, Label]:
    votes: dict[str, Counter[Label]] = defaultdict(Counter)
    for name in names:
        votes[text[name.start : name.end]][name.label] += 1
    chosen: dict[str, Label] = {}
    for form, counts in votes.items():
        label = max(
            counts, key=lambda each: (counts[each], -_PERSONAL.index(each) if each in _PERSONAL else -9)
        )
        if form in surnames and label in _PERSONAL and not seat(form):
            label = "PERSON"
        chosen[form] = label
    return chosen


def _repeats(doc: Doc, text: str, names: list[Name], surnames: set[str], tokens: Tokens) -> list[Name]:
    """Further places where a form that was found stands, as a word of its own and written as a name."""
    labels: dict[str, Label] = dict.fromkeys(sorted(surnames), "PERSON")
    labels.update((text[name.start : name.end], name.label) for name in names)
    forms = [form for form in labels if len(form) > 2 or form.isupper()]
    if not forms:
        return []
    forms.sort(key=lambda form: (-len(form), form))
    pattern = re.compile(r"(?<![\w@])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w@])")
    known = {(name.start, name.end) for name in names}
    found = []
    for match in pattern.finditer(text):
        if match.span() in known:
            continue
        first, last = tokens.cover(*match.span())
        if any(doc[index].pos_ == "PROPN" for index in range(first, last)):
            found.append(Name(match.start(), match.end(), labels[match.group()]))
    return found
