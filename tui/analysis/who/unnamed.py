"""People who say or do something and are not named: officials, experts, "people familiar with the matter"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import BEFORE, DESCRIBING, GROUPS, INFORMED, PEOPLE, QUANTIFIERS, SAYINGS, SPEAK, THINGS, VAGUE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..parsed import Parsed


_WHOSE = frozenset({"at", "for", "from", "of", "to", "with"})
"""What leads from a noun for people to the body or the person that they belong to, or to what they know."""

_LONGEST = 8
"""Tokens."""


class Unnamed(NamedTuple):
    """An unnamed group or person: offsets of its noun phrase and what identifies it in the article."""

    start: int
    end: int
    key: str
    introduced: bool
    """Whether the phrase stands on its own; "the official" speaks of one introduced before, named or not."""


def unnamed_speakers(parsed: Parsed, named: Collection[int]) -> Iterator[Unnamed]:
    """The noun phrases of unnamed people that are the subject of what is said or done. `named` holds the tokens of names."""
    doc = parsed.doc
    for index, (kind, relation) in enumerate(zip(parsed.classes, parsed.relations, strict=True)):
        if kind != "NOUN" or relation not in ("nsubj", "pobj"):
            continue
        token = parsed.tokens[index]
        if not _speaks_or_acts(token):
            continue
        if any(child.dep_ == "appos" and child.i in named for child in token.children):
            continue
        lemma = token.lemma_.lower()
        plural = token.tag_ == "NNS" or lemma in ("people", "police")
        articles = [child.lower_ for child in token.children if child.dep_ == "det"]
        owned = any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in token.children)
        if not plural and not articles and not owned:
            continue
        start, end = _phrase(token)
        if lemma in VAGUE and end - start == 1:
            continue
        words = [
            each
            for each in doc[start:end]
            if each.pos_ not in ("DET", "PUNCT", "NUM") and each.tag_ not in ("POS", "PRP$")
        ]
        last = doc[end - 1]
        key = " ".join(word.lemma_.lower() for word in words)
        introduced = plural or {"the", "this", "that"}.isdisjoint(articles)
        yield Unnamed(doc[start].idx, last.idx + len(last), key, introduced)


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
    whom it means after it ("familiar with the matter", "at the energy ministry")."""
    doc = head.doc
    start = min((child.left_edge.i for child in head.lefts if child.dep_ in BEFORE), default=head.i)
    for i in range(start, head.i):
        token = doc[i]
        number = token.pos_ == "NUM" and doc[i + 1].text != "-"
        break_ = token.is_punct and token.text not in ("-", "–") and token.tag_ != "POS"
        small = token.pos_ in ("DET", "ADP", "SPACE") or token.tag_ == "PRP$" or token.lower_ in QUANTIFIERS
        if number or break_ or small:
            start = i + 1
    end = head.i + 1
    if head.lemma_.lower() in VAGUE and end < len(doc) and doc[end].lower_ in INFORMED:
        for child in head.rights:
            if child.i == end and child.right_edge.i - end < _LONGEST:
                end = next(
                    (i for i in range(end, child.right_edge.i + 1) if doc[i].is_punct), child.right_edge.i + 1
                )
    elif end < len(doc) and doc[end].lower_ in _WHOSE and doc[end].head == head:
        last = doc[end].right_edge.i
        if end < last < end + _LONGEST and not any(
            t.is_punct or t.pos_ in ("VERB", "AUX") for t in doc[end:last]
        ):
            end = last + 1
    return start, end
