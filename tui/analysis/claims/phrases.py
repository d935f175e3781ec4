"""Noun phrases as speakers: which words of the parse name who says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .parts import end_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "predet", "preconj"}
)
_SUBJECTS = ("nsubj", "nsubjpass")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
_NO_SPEAKERS = frozenset({"there", "which", "that", "what", "whatever", "this", "these", "those", "whether"})
_CLIMB = frozenset({"xcomp", "advcl", "conj", "ccomp", "acl", "pcomp", "dep", "parataxis"})


def phrase_span(head: Token) -> tuple[int, int]:
    """The speaker's words around their head: titles and modifiers before it; after it an "of …" that a common noun
    needs, a second name joined by "and", the name that stands in apposition to a common noun."""
    start, end = head, head
    for child in head.lefts:
        if child.dep_ in _BEFORE and child.pos_ not in {"PUNCT", "SPACE"}:
            start = child.left_edge
            break
    for child in head.rights:
        if child.dep_ == "prep" and head.pos_ == "NOUN" and child.i == end.i + 1 and _short(child):
            end = child.right_edge
        elif child.dep_ == "appos" and head.pos_ == "NOUN" and child.pos_ == "PROPN" and child.i - end.i <= 4:
            end = child
        elif child.dep_ == "cc" and child.i == end.i + 1:
            joined = next((c for c in head.rights if c.dep_ == "conj" and c.i > child.i), None)
            if joined is not None and joined.pos_ in _NOMINAL:
                end = joined
                for right in joined.rights:
                    if right.dep_ == "prep" and joined.pos_ == "NOUN" and _short(right):
                        end = right.right_edge
        elif child.dep_ in {"nummod", "compound", "flat"} and child.i == end.i + 1:
            end = child
    return start.idx, end_of(end)


def _short(prep: Token) -> bool:
    return prep.lower_ in {"of", "from", "for", "at", "in", "with", "on"} and prep.right_edge.i - prep.i <= 8


def speaks(token: Token) -> bool:
    """Whether a subject can be a speaker at all."""
    return token.lower_ not in _NO_SPEAKERS and token.pos_ in _NOMINAL


def subject_of(verb: Token) -> Token | None:
    """The head word of whoever does the verb: its subject, that of the clause it hangs on ("saying …"), the noun that
    its relative clause describes, the agent of a passive. None when the parse gives none."""
    current = verb
    for _ in range(6):
        passive = any(child.dep_ == "auxpass" for child in current.lefts)
        if passive:
            agent = _agent(current)
            if current == verb:
                return agent
        subject = next((child for child in current.lefts if child.dep_ in _SUBJECTS), None)
        if subject is None:
            subject = next((child for child in current.rights if child.dep_ in _SUBJECTS), None)
        if subject is not None:
            if subject.lower_ in {"who", "that", "which"} and current.dep_ == "relcl":
                return current.head
            return subject if speaks(subject) else None
        dep = current.dep_
        if dep in {"relcl", "acl"} and current.head.pos_ in _NOMINAL:
            if current.tag_ == "VBN":
                return _agent(current)
            return current.head
        if dep in {"xcomp", "ccomp"} and current.head != current:
            held = next(
                (c for c in current.head.children if c.dep_ in {"dobj", "dative"} and c.i < current.i), None
            )
            if held is not None and current.tag_ == "VB" and current.head.lemma_ not in {"promise", "vow"}:
                return held if speaks(held) else None
        if dep == "pcomp" and current.head.dep_ == "prep":
            current = current.head.head
            continue
        if dep not in _CLIMB or current.head == current:
            return None
        current = current.head
        if current.pos_ in {"NOUN", "PROPN"}:
            return current
    return None


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return next((child for child in by.rights if child.dep_ == "pobj"), None) if by is not None else None


def first_nominal(tokens: Iterable[Token]) -> Token | None:
    """The head of the first noun phrase among neighbouring tokens."""
    for token in tokens:
        if token.pos_ in {"PROPN", "NOUN", "PRON"}:
            head = token
            while head.dep_ in {"compound", "poss", "nmod", "amod"} and head.head.i > head.i:
                head = head.head
            return head
    return None
