"""People who say or do something and are not named: officials, experts, "people familiar with the matter"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import BEFORE, GROUPS, PEOPLE, SPEAK

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
        if token.pos_ != "NOUN" or token.dep_ not in ("nsubj", "pobj"):
            continue
        lemma = token.lemma_.lower()
        if token.dep_ == "pobj":
            if not (
                token.head.lower_ == "to" and token.head.i and doc[token.head.i - 1].lower_ == "according"
            ):
                continue
        else:
            verb = token.head.lemma_.lower()
            people = lemma in PEOPLE and lemma not in GROUPS
            if token.head.pos_ not in ("VERB", "AUX"):
                continue
            if not (
                people
                or (verb in SPEAK and (lemma in PEOPLE or lemma.endswith(("er", "or", "ist", "ian", "ant"))))
            ):
                continue
            if lemma in GROUPS and verb not in SPEAK:
                continue
        if lemma not in PEOPLE and token.dep_ == "pobj":
            continue
        if any(child.dep_ == "appos" and child.i in named for child in token.children):
            continue
        plural = token.tag_ == "NNS" or lemma in ("people", "police")
        if not plural and not any(child.dep_ == "det" for child in token.children):
            continue
        start, end = _phrase(token)
        if any(
            child.i in named and child.dep_ == "compound" and child.ent_type_ == "PERSON" and not plural
            for child in token.children
        ):
            continue
        words = [t for t in doc[start:end] if t.pos_ not in ("DET", "PUNCT", "NUM") and t.dep_ != "poss"]
        key = " ".join(t.lemma_.lower() for t in words)
        while doc[start].dep_ in ("det", "predet") and start < token.i:
            start += 1
        last = doc[end - 1]
        yield Unnamed(doc[start].idx, last.idx + len(last), key, plural)


def _phrase(head: Token) -> tuple[int, int]:
    """First token and the one after the last of the noun phrase: modifiers before, and a short phrase of
    qualification after ("familiar with the matter")."""
    doc = head.doc
    start = min((child.left_edge.i for child in head.lefts if child.dep_ in BEFORE), default=head.i)
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in ("amod", "acl", "prep") and child.i == end and child.right_edge.i - child.i < 7:
            if child.dep_ == "amod" and child.pos_ == "ADJ":
                end = child.right_edge.i + 1
        else:
            break
    del doc
    return start, end
