"""People who say or do something and are not named: officials, experts, "people familiar with the matter"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import BEFORE, DESCRIBING, GROUPS, INFORMED, PEOPLE, QUANTIFIERS, SAYINGS, SPEAK, THINGS, VAGUE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Unnamed(NamedTuple):
    """An unnamed group or person: offsets of its noun phrase and what identifies it in the article."""

    start: int
    end: int
    key: str
    plural: bool


def unnamed_speakers(doc: Doc, named: Collection[int]) -> Iterator[Unnamed]:
    """The noun phrases of unnamed people that are the subject of what is said or done. `named` holds the tokens of names."""
    for token in doc:
        if token.pos_ != "NOUN" or token.dep_ not in ("nsubj", "pobj") or not _speaks_or_acts(token):
            continue
        if any(child.dep_ == "appos" and child.i in named for child in token.children):
            continue
        lemma = token.lemma_.lower()
        plural = token.tag_ == "NNS" or lemma in ("people", "police")
        if not plural and not any(child.dep_ == "det" for child in token.children):
            continue
        start, end = _phrase(token)
        if lemma in VAGUE and end - start == 1:
            continue
        words = [
            each
            for each in doc[start:end]
            if each.pos_ not in ("DET", "PUNCT", "NUM") and each.dep_ != "poss"
        ]
        last = doc[end - 1]
        yield Unnamed(
            doc[start].idx, last.idx + len(last), " ".join(word.lemma_.lower() for word in words), plural
        )


def _speaks_or_acts(noun: Token) -> bool:
    """Whether the noun means people and is the subject of a verb, for groups and other words one of saying, or is
    whom "according to" names."""
    lemma = noun.lemma_.lower()
    head = noun.head
    if noun.dep_ == "pobj":
        told = head.lower_ == "to" and head.i > 0 and noun.doc[head.i - 1].lower_ == "according"
        did = head.dep_ == "agent" or (head.lower_ in ("from", "by") and head.head.lemma_.lower() in SAYINGS)
        return lemma in PEOPLE and (told or (did and lemma not in GROUPS))
    if head.pos_ not in ("VERB", "AUX"):
        return False
    if lemma in PEOPLE and lemma not in GROUPS:
        return True
    described = noun.tag_ == "NNS" and lemma.endswith(DESCRIBING) and lemma not in THINGS
    return (lemma in PEOPLE or described) and head.lemma_.lower() in SPEAK


def _phrase(head: Token) -> tuple[int, int]:
    """First token and the one after the last of the noun phrase: what describes the noun before it, and what tells
    whom it means after it ("familiar with the matter")."""
    doc = head.doc
    start = min((child.left_edge.i for child in head.lefts if child.dep_ in BEFORE), default=head.i)
    while start < head.i and (
        doc[start].lower_ in QUANTIFIERS
        or doc[start].is_punct
        or doc[start].pos_ in ("NUM", "DET", "SPACE")
        or doc[start].is_quote
    ):
        start += 1
    end = head.i + 1
    if head.lemma_.lower() in VAGUE and end < len(doc) and doc[end].lower_ in INFORMED:
        for child in head.rights:
            if child.i == end and child.right_edge.i - end < 8:
                end = next(
                    (i for i in range(end, child.right_edge.i + 1) if doc[i].is_punct), child.right_edge.i + 1
                )
    return start, end
