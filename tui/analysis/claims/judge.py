"""Whether what has the form of a statement is one: "showed the way" is none, "showed that he lied" is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from .cues import DOCUMENTS, Stance
from .frames import Frame
from .parts import Page
from .phrases import PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Token

WEIGHTS = "weights.json"
"""Beside this module: what `benchmarks/claims_judge.py` learns."""

_MODALS = frozenset({"would", "could", "can", "may", "might", "should", "must", "will"})
_LENGTHS = (15, 30, 60, 120, 240)


@dataclass(frozen=True)
class Candidate:
    """What may be a statement: its stretch, its cue with stance and frame, and the head word of its speaker."""

    start: int
    end: int
    stance: Stance
    frame: Frame
    head: Token | None
    cue: Token


class Weights(msgspec.Struct, frozen=True):
    """A logistic regression: a candidate is a claim when its features' weights reach the threshold."""

    threshold: float
    features: dict[str, float]


@cache
def _weights() -> Weights:
    return msgspec.json.decode((files(__package__) / WEIGHTS).read_bytes(), type=Weights)


def is_claim(page: Page, candidate: Candidate) -> bool:
    """Whether the learned weights take the candidate for a statement."""
    weights = _weights()
    return sum(weights.features.get(name, 0.0) for name in features(page, candidate)) >= weights.threshold


def features(page: Page, candidate: Candidate) -> Iterator[str]:
    """The names of the features that a candidate has."""
    cue, frame = candidate.cue, candidate.frame
    lemma = page.lemmas[cue.i]
    yield "bias"
    yield f"lemma={lemma}"
    yield f"frame={frame}"
    yield f"stance={candidate.stance}"
    yield f"speaker={_kind_of(candidate.head)}"
    yield f"tag={cue.tag_}"
    yield f"dep={cue.dep_}"
    for child in cue.lefts:
        if child.dep_ == "neg":
            yield "negated"
        elif child.dep_ == "aux":
            yield (
                "modal"
                if child.lower_ in _MODALS
                else f"aux={child.lower_ if child.lower_ == 'to' else 'other'}"
            )
        elif child.dep_ == "auxpass":
            yield "passive"
    yield f"{frame}/quoted={bool(page.quotes_in(candidate.start, candidate.end))}"
    length = candidate.end - candidate.start
    size = sum(length >= limit for limit in _LENGTHS)
    yield f"length={size}"
    first = page.tokens[min(page.token_from(candidate.start), len(page.tokens) - 1)]
    yield f"first={first.pos_}"
    yield "before" if candidate.end <= cue.idx else "after"
    sentence = page.parsed.sentence_at(cue.idx)
    if page.text[sentence.end - 1] == "?":
        yield "question"
    if cue.text[0].isupper():
        yield "capital"


def _kind_of(head: Token | None) -> str:
    if head is None:
        return "none"
    if head.pos_ == "PRON":
        return head.lower_
    if head.pos_ == "PROPN" or head.ent_type_:
        return head.ent_type_ or "name"
    lemma = head.lemma_.lower()
    if lemma in PEOPLE:
        return "people"
    return "document" if lemma in DOCUMENTS else head.tag_
