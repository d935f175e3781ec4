"""One article, one meaning: the names of an article decide about each other.

A name seen in full decides what a bare surname is, what is found once is found everywhere in the same form, and what
speaks for a label in all places of a form together decides it for all of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from ..model import Label
from .candidates import Candidate, Candidates
from .folding import fold
from .gazetteer import country, demonym, seat
from .lexicon import FAMILY_FIRST
from .organisations import firm_names
from .short_forms import explained
from .spans import Name, Tokens
from .titles import is_title

if TYPE_CHECKING:
    from spacy.tokens import Span

_ACCEPT = 0.5
"""The chance that a repeat of a known form must have to be part of a name."""

_ACCEPT_PERSON = 0.02
"""The same for a person's name where the model sees a name, of whatever kind."""

_IN_FULL = 2
"""How much more a name in full says about its surname than the surname on its own."""

_SURE = 0.95
"""The chance from which a name of a headline is not doubted."""

_PAIR = re.compile(
    r"(?<![\w@.–-])(?P<one>(?:[A-Z]\.)+|[A-Z]\w+)[-–](?P<other>(?:[A-Z]\.)+|[A-Z]\w+)(?![\w@–-])"
)
_JOINED = re.compile(r"[A-Z][\w.]*[-–][A-Z]")
_LONGEST_HEADLINE = 40
"""Tokens."""

_WORD = re.compile(r"(?<![\w@])\w+")
_GOES_ON = re.compile(r"[\w@]")
_HYPHEN = re.compile(r"(?<=\w)[-–](?=[A-Z])")
_LABELS: tuple[Label, ...] = ("PERSON", "ORG", "PLACE")


def agree(text: str, found: Candidates, tokens: Tokens) -> list[Name]:
    """The names of the article in reading order, none overlapping another."""
    names = [each for each in found.names if not (_org(each) and is_title(text, each.start, each.end))]
    short = explained(text, names)
    names = [*short, *names]
    labels = _labels(text, names)
    names = [part for each in names for part in _couple(text, each, labels)]
    if made := _headlines(text, names, found, tokens):
        names = [each for each in names if text[each.start : each.end] not in made]
        labels = _labels(text, names)
    labelled = [Name(each.start, each.end, _label(text[each.start : each.end], labels)) for each in names]
    others = [Name(n.start, n.end, labels.get(text[n.start : n.end], n.label)) for n in found.others]
    kept = without_overlaps([*labelled, *others, *_known_pairs(text, labels)])
    sure = {text[each.start : each.end] for each in short}
    return without_overlaps([*kept, *_repeats(text, kept, labels, sure, found, tokens)])


def without_overlaps(names: Iterable[Name]) -> list[Name]:
    """The names in reading order; of two that overlap the earlier given stays."""
    taken: list[Name] = []
    busy: set[int] = set()
    for name in names:
        if name.start < name.end and busy.isdisjoint(range(name.start, name.end)):
            busy.update(range(name.start, name.end))
            taken.append(name)
    return sorted(taken)


def _org(name: Candidate) -> bool:
    return name.support[1] == max(name.support)


def _labels(text: str, names: Iterable[Candidate]) -> dict[str, Label]:
    """The label of each form, PERSON for the surnames of the people named in full, and ORG for companies' short names."""
    support: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for name in names:
        total = support[text[name.start : name.end]]
        for i, value in enumerate(name.support):
            total[i] += value
    surnames: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    firms: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for form, total in support.items():
        if total[0] == max(total) and len(words := form.split()) > 1:
            ends = {words[-1], *((" ".join(words[-2:]),) if len(words) > 2 else ())}
            if len(words) <= 3 and fold(words[0]) in FAMILY_FIRST:
                ends.add(words[0])
            for word in ends:
                surnames[word] = [a + _IN_FULL * b for a, b in zip(surnames[word], total, strict=True)]
        elif total[1] == max(total):
            for firm in firm_names(form):
                firms[firm] = [a + _IN_FULL * b for a, b in zip(firms[firm], total, strict=True)]
    chosen: dict[str, Label] = dict.fromkeys(filter(_may_be_bare, sorted(firms)), "ORG")
    chosen |= dict.fromkeys(filter(_may_be_bare, sorted(surnames)), "PERSON")
    for form, total in support.items():
        votes = [sum(each) for each in zip(total, surnames[form], firms[form], strict=True)]
        chosen[form] = _LABELS[votes.index(max(votes))]
        if chosen[form] == "PERSON" and seat(form) and not any(surnames[form]):
            chosen[form] = "PLACE"
    return chosen


def _may_be_bare(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and not demonym(word)


def _label(form: str, labels: dict[str, Label]) -> Label:
    if place := country(form):
        return "ORG" if place == "European Union" else "PLACE"
    if demonym(form) and labels[form] != "PERSON":
        return "GROUP"
    return labels[form]


def _couple(text: str, name: Candidate, labels: dict[str, Label]) -> list[Candidate]:
    """The two people of "Trump-Xi", where the article names both apart too."""
    piece = text[name.start : name.end]
    cuts = [match.start() for match in _HYPHEN.finditer(piece)]
    if len(cuts) == 1 and all(part in labels for part in (piece[: cuts[0]], piece[cuts[0] + 1 :])):
        middle = name.start + cuts[0]
        return [
            Candidate(name.start, middle, name.support),
            Candidate(middle + 1, name.end, name.support),
        ]
    return [name]


def _known_pairs(text: str, labels: dict[str, Label]) -> Iterator[Name]:
    """The two names of "Berlin-Tunis" or "U.K.-Japan", where the article or the gazetteer knows both."""
    for match in _PAIR.finditer(text):
        parts = {part: _known(match[part], labels) for part in ("one", "other")}
        if all(parts.values()):
            yield from (Name(*match.span(part), label) for part, label in parts.items() if label)


def _known(form: str, labels: dict[str, Label]) -> Label | None:
    if country(form):
        return _label(form, labels)
    return "GROUP" if demonym(form) else labels.get(form) or ("PLACE" if seat(form) else None)


def _headlines(text: str, names: list[Candidate], found: Candidates, tokens: Tokens) -> list[str]:
    """The names that a headline's capitals made: of several words, unsure, found in headlines only and holding a name
    that the article has apart, which is found again as a repeat."""
    forms: dict[str, list[Candidate]] = defaultdict(list)
    for each in names:
        forms[text[each.start : each.end]].append(each)
    seen: dict[int, bool] = {}

    def headline(name: Candidate) -> bool:
        sentence = tokens.doc[tokens.cover(name.start, name.end)[0]].sent
        if sentence.start not in seen:
            seen[sentence.start] = _is_headline(sentence)
        return seen[sentence.start]

    doubtful = [
        form
        for form, places in forms.items()
        if " " in form and all(headline(each) for each in places) and _chance(found, tokens, places) < _SURE
    ]
    apart = {word for form in forms.keys() - set(doubtful) for word in form.split()}
    return [
        form
        for form in doubtful
        if any(word in apart or country(word) or _JOINED.match(word) for word in form.split())
    ]


def _chance(found: Candidates, tokens: Tokens, places: Iterable[Candidate]) -> float:
    return max(found.mean_chance(*tokens.cover(each.start, each.end)) for each in places)


def _is_headline(sentence: Span) -> bool:
    """Whether the sentence reads like a headline: its longer words with a capital, and a verb or preposition among them."""
    if len(sentence) > _LONGEST_HEADLINE:
        return False
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    titled = sum(token.text[0].isupper() for token in words) >= 0.85 * len(words)
    return len(words) > 3 and titled and any(token.pos_ in ("VERB", "ADP") for token in sentence)


def _repeats(
    text: str,
    names: list[Name],
    labels: dict[str, Label],
    sure: Container[str],
    found: Candidates,
    tokens: Tokens,
) -> list[Name]:
    """Further places where a form of the article stands, as a word of its own and with some chance to be a name there,
    for the `sure` forms with any."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for form in sorted(labels, key=lambda form: (-len(form), form)):
        if (len(form) > 2 or form.isupper()) and (word := _WORD.match(form)):
            by_word[word.group()].append(form)
    busy = {i for name in names for i in range(name.start, name.end)}
    more = []

    def is_person(form: str, first: int, last: int) -> bool:
        proper = all(token.pos_ == "PROPN" for token in tokens.doc[first:last])
        return proper and len(form) > 3 and labels[form] == "PERSON"

    for word in _WORD.finditer(text):
        start = word.start()
        if start in busy:
            continue
        for form in by_word.get(word.group(), ()):
            end = start + len(form)
            if (
                text.startswith(form, start)
                and not _GOES_ON.match(text, end)
                and busy.isdisjoint(range(start, end))
            ):
                first, last = tokens.cover(start, end)
                chance = found.mean_chance(first, last)
                if (
                    form in sure
                    or chance > _ACCEPT
                    or (chance > _ACCEPT_PERSON and is_person(form, first, last))
                ):
                    more.append(Name(start, end, _label(form, labels)))
                    busy.update(range(start, end))
                    break
    return more
