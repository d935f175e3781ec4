"""Names as the tagger or the model alone finds them, cut to what the name is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from .features import Floats
from .folding import fold
from .gazetteer import country, demonym, seat
from .lexicon import FAMILY_FIRST
from .spans import LABELS, Name, Tokens, is_address, trim
from .tagger import TYPES, decode, probabilities
from .titles import OFFICES, RANKS, strip_titles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

SCORED = ("PERSON", "ORG", "PLACE")
"""The labels between which the article decides."""

_JOINT = re.compile(r"(?<=[\w.])[-–—/](?=\w)")
_STANCE = re.compile(r"(?:anti|pro|non|ex|post|pre|Sino|Indo)[-–]", re.IGNORECASE)
_HE_BEFORE = re.compile(r"(?:^|\W)He $")
_HE_AFTER = re.compile(r" He\b")
_PERSON = (0.0, -5.0, -5.0)
_POSTS = frozenset(f"{OFFICES}|{RANKS}".lower().split("|"))
_WORD_GOES_ON = re.compile(
    r"[-–](?:op|operation|operative|ordination)\b(?: (?:and|of|for|in) [A-Z][\w’'-]+)*"
)
_COMPOUND = re.compile(r"[-–](?:[a-z]+ed|led|era|based|run|style|like|born|made|owned|wide|spent|bound)$")
_PARTY = re.compile(r"[RDI]-[A-Z][a-z]+\.?")
_OWNER = re.compile(r"((?!America)[A-Z]\w+)s (?=[A-Z])")
"""A country with the 's of what is its own, where the apostrophe was lost."""
_GIVEN = re.compile(r"-[a-z]+\b")
_SURE = 0.9
"""What the model's own label counts for where the tagger cannot be used."""


@dataclass(frozen=True)
class Candidate:
    """A name and how much speaks for each of `SCORED`, as logarithms."""

    start: int
    end: int
    support: tuple[float, float, float]


@dataclass(frozen=True)
class Candidates:
    """The names of an article before they are compared: those between whose labels the article decides, the others, and
    for each token the chance that it is part of a name of the first kind."""

    names: tuple[Candidate, ...]
    others: tuple[Name, ...]
    chance: tuple[float, ...]

    def mean_chance(self, first: int, last: int) -> float:
        """That of the tokens from `first` to before `last` together."""
        return sum(self.chance[first:last]) / (last - first)


def candidates(doc: Doc, text: str, tokens: Tokens, breaks: Sequence[int]) -> Candidates:
    """The names that the tagger finds, or the model where the tagger does not know it; GROUP, EVENT, LAW and PRODUCT are
    always the model's. None goes over one of `breaks`, the offsets at which sentences start."""
    entities = doc.ents
    others = tuple(_others(entities, text))
    chances = probabilities(doc)
    if chances is None:
        chance = tuple(float(token.pos_ == "PROPN") for token in doc)
        return Candidates(tuple(_of_model(entities, text)), others, chance)
    masses = np.add.reduceat(chances, range(1, 1 + 4 * len(TYPES), 4), axis=1)
    masses = np.column_stack([masses[:, :2], masses[:, 2] + masses[:, 3]])
    found = [*decode(chances), *_after_posts(doc, entities, masses)]
    people = _sums(masses, found).argmax(1) == 0
    sizes = np.array([[last - first] for first, last in found], np.float32).reshape(-1, 1)
    supports = _sums(np.log(masses + 1e-3), found) / sizes
    names = []
    for (first, last), person, support in zip(found, people.tolist(), supports.tolist(), strict=True):
        if doc[first].ent_type_ == "PERSON" and _is_post(doc, first - 1):
            person, support = True, list(_PERSON)
        end = tokens.starts[last - 1] + len(doc[last - 1])
        for piece in _apart(tokens.starts[first], end, breaks):
            for start, stop in cut(text, *piece, person):
                names.append(_mended(text, Candidate(start, stop, (support[0], support[1], support[2]))))
    return Candidates(tuple(names), others, tuple(masses.sum(1).tolist()))


def _apart(start: int, end: int, breaks: Sequence[int]) -> list[tuple[int, int]]:
    """The stretch, cut where a sentence starts in it."""
    at = bisect_right(breaks, start)
    if at == len(breaks) or breaks[at] >= end:
        return [(start, end)]
    inside = [start, *breaks[at : bisect_left(breaks, end)], end]
    return list(pairwise(inside))


def _sums(values: Floats, stretches: Sequence[tuple[int, int]]) -> Floats:
    """The sums of the rows of each of the stretches."""
    edges = np.array(stretches, np.int64).reshape(-1)
    padded = np.concatenate([values, np.zeros((1, values.shape[1]), np.float32)])
    return np.asarray(np.add.reduceat(padded, edges)[::2], np.float32)


def _is_post(doc: Doc, index: int) -> bool:
    return index >= 0 and doc[index].is_title and doc[index].lower_ in _POSTS


def _after_posts(doc: Doc, entities: Sequence[Span], masses: Floats) -> list[tuple[int, int]]:
    """The people of the model right after a post ("Secretary Bessent") where the tagger hesitates between labels."""
    inside = masses.sum(1)
    return [
        (entity.start, entity.end)
        for entity in entities
        if entity.label_ == "PERSON"
        and _is_post(doc, entity.start - 1)
        and inside[entity.start : entity.end].mean() > 0.3
    ]


def cut(text: str, start: int, end: int, person: bool) -> list[tuple[int, int]]:
    """What of a stretch names somebody: without titles, articles, 's and white space, a pair as two, an address as none."""
    start, end = trim(text, start, end)
    if start >= end or is_address(text[start:end]) or _PARTY.fullmatch(text, start, end):
        return []
    if " / " in text[start:end]:
        middle = text.index(" / ", start)
        return [*cut(text, start, middle, person), *cut(text, middle + 3, end, person)]
    found = []
    for a, b in _pair(text, start, end):
        if person:
            a, b = trim(text, *strip_titles(text, a, b))
            family = fold(text[a:b].split(maxsplit=1)[0]) if a < b else ""
            if family in FAMILY_FIRST and (match := _GIVEN.match(text, b)):
                b = match.end()
        if (match := _OWNER.match(text, a, b)) and country(match[1]) and not country(f"{match[1]}s"):
            a = match.end()
        if match := _COMPOUND.search(text[a:b]):
            b = a + match.start()
        elif text.endswith("Co", a, b) and (match := _WORD_GOES_ON.match(text, b)):
            b = match.end()
        if any(letter.isalpha() for letter in text[a:b]):
            found.append((a, b))
    return found


def _mended(text: str, name: Candidate) -> Candidate:
    """The whole of a name with the family name or the given name "He", which the model takes for the pronoun."""
    start, end = name.start, name.end
    piece = text[start:end]
    if " " in piece or _known(piece) or not piece[:1].isupper():
        return name
    if _HE_BEFORE.search(text, max(0, start - 4), start):
        start -= 3
    elif fold(piece) in FAMILY_FIRST and (match := _HE_AFTER.match(text, end)):
        end = match.end()
    return name if start == name.start and end == name.end else Candidate(start, end, _PERSON)


def _of_model(entities: Sequence[Span], text: str) -> list[Candidate]:
    found = []
    for entity in entities:
        label = LABELS.get(entity.label_)
        if label in SCORED:
            rest = np.log((1 - _SURE) / 2)
            support = [float(np.log(_SURE)) if each == label else float(rest) for each in SCORED]
            for start, end in cut(text, entity.start_char, entity.end_char, label == "PERSON"):
                found.append(_mended(text, Candidate(start, end, (support[0], support[1], support[2]))))
    return found


def _others(entities: Sequence[Span], text: str) -> list[Name]:
    found = []
    for entity in entities:
        label = LABELS.get(entity.label_)
        if label is not None:
            for start, end in cut(text, entity.start_char, entity.end_char, False):
                piece = text[start:end]
                if demonym(piece):
                    found.append(Name(start, end, "GROUP"))
                elif label not in SCORED:
                    found.append(Name(start, end, "PLACE" if country(piece) or seat(piece) else label))
    return found


def _pair(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of "U.S.-China" and the "China" of "anti-China"; anything else as it is."""
    piece = text[start:end]
    if match := _STANCE.match(piece):
        start += match.end()
        piece = text[start:end]
    cuts = list(_JOINT.finditer(piece))
    bounds = [0, *(each.start() for each in cuts), len(piece)]
    parts = [(bounds[i] + (1 if i else 0), bounds[i + 1]) for i in range(len(bounds) - 1)]
    if len(parts) > 1 and all(_known(piece[a:b]) for a, b in parts):
        return [(start + a, start + b) for a, b in parts]
    return [(start, end)] if start < end else []


def _known(piece: str) -> bool:
    return bool(country(piece) or seat(piece) or demonym(piece))
