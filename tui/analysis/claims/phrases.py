"""Noun phrases as speakers: which words of the parse name who says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..wordset import word_set
from .cues import CLAUSE, DOCUMENTS
from .parts import end_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "predet", "preconj"}
)
_SUBJECTS = ("nsubj", "nsubjpass")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
NOMINALS = frozenset({"PROPN", "NOUN", "PRON"})
_NO_SPEAKERS = frozenset({"there", "which", "that", "what", "whatever", "this", "these", "those", "whether"})
PEOPLE = word_set(
    "official spokesman spokeswoman spokesperson expert analyst man woman person people adviser advisor aide source",
    "lawmaker leader critic researcher minister senator president voter resident student doctor lawyer judge officer",
    "executive economist scholar professor investor employee worker member friend supporter diplomat author writer",
)
"""Common nouns for people who speak in the news."""
_CLIMB = frozenset({"xcomp", "advcl", "conj", "ccomp", "acl", "pcomp", "dep", "parataxis"})


def phrase_span(head: Token) -> tuple[int, int]:
    """The speaker's words around their head: titles and modifiers before it; after it an "of …" that a common noun
    needs, a second name joined by "and", the name that stands in apposition to a common noun."""
    start, end = head, head
    before = head.nbor(-1) if head.i else head
    if (
        head.pos_ == "PROPN"
        and before.pos_ == "NOUN"
        and before.dep_ in _SUBJECTS
        and before.head == head.head
    ):
        start = before.left_edge
    for child in head.lefts:
        if child.dep_ in _BEFORE and child.pos_ not in {"PUNCT", "SPACE"}:
            start = child.left_edge
            break
    for child in head.rights:
        is_body = head.pos_ == "PROPN" and child.lower_ == "of"
        if (
            child.dep_ == "prep"
            and (head.pos_ == "NOUN" or is_body)
            and child.i == end.i + 1
            and _short(child)
        ):
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
    if _is_passive(verb):
        return _agent(verb)
    current = verb
    for _ in range(6):
        subject = _own_subject(current)
        if subject is not None:
            if subject.lower_ in {"who", "that", "which"} and current.dep_ == "relcl":
                return current.head
            if current != verb and _is_said(current) and not _is_person(subject):
                current = current.head
                continue
            return subject if speaks(subject) else None
        dep, head = current.dep_, current.head
        if head == current:
            return None
        if dep in {"relcl", "acl"} and head.pos_ in _NOMINAL:
            if not (current.tag_ == "VBG" and head.dep_ in {"dobj", "pobj"} and _is_sent(head)):
                return head
            current = head.head.head if head.dep_ == "pobj" else head.head
            continue
        if dep in {"xcomp", "ccomp"} and current.tag_ == "VB" and head.lemma_ not in {"promise", "vow"}:
            held = next((c for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < current.i), None)
            if held is not None and head.lemma_ not in _LIGHT:
                return held if speaks(held) else None
        if dep == "pcomp" and head.dep_ == "prep":
            current = head.head
        elif dep in _CLIMB:
            current = head
            if dep == "advcl" and verb.tag_ == "VBG":
                current = _reporting(verb, current)
        else:
            return None
        if current.pos_ in {"NOUN", "PROPN"}:
            return current
    return None


def _is_said(clause: Token) -> bool:
    """Whether a clause is what another cue says."""
    return clause.dep_ == "ccomp" and clause.head.i < clause.i and clause.head.lemma_ in CLAUSE


def _is_passive(verb: Token) -> bool:
    lefts = list(verb.lefts)
    if any(child.dep_ == "auxpass" for child in lefts):
        return True
    if verb.tag_ == "VBN":
        return not any(child.dep_ == "aux" for child in lefts) and not any(c.dep_ in _SUBJECTS for c in lefts)
    return verb.tag_ == "VBD" and verb.dep_ == "advcl" and not any(c.dep_ in _SUBJECTS for c in lefts)


def _own_subject(verb: Token) -> Token | None:
    """The subject; of "the agency Xinhua", taken for two of them, the name."""
    for side in (verb.lefts, verb.rights):
        subjects = [child for child in side if child.dep_ in _SUBJECTS]
        if subjects:
            last = subjects[-1]
            beside = len(subjects) > 1 and subjects[-2].right_edge.i == last.left_edge.i - 1
            return last if beside and last.pos_ == "PROPN" else subjects[0]
    return None


def _reporting(participle: Token, host: Token) -> Token:
    """The verb whose subject a ", saying …" shares: not that of the statement before the comma, but of its cue."""
    before = participle.left_edge
    if before.i == 0 or before.nbor(-1).text not in {",", "—", "–", "-", '"', "”", "''"}:
        return host
    while host.dep_ in {"ccomp", "conj", "advcl"} and host.head.pos_ == "VERB" and host.head.i < host.i:
        if host.dep_ == "ccomp" and host.head.lemma_ in CLAUSE:
            return host.head
        host = host.head
    return host


def _is_sent(noun: Token) -> bool:
    """Whether a noun is what somebody issues ("a statement saying"), or gets ("an email to voters saying")."""
    if noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB":
        sent = (child for child in noun.head.head.rights if child.dep_ == "dobj" and child.i < noun.i)
        if any(child.lemma_.lower() in DOCUMENTS for child in sent):
            return True
    return not _is_person(noun)


def _is_person(noun: Token) -> bool:
    if noun.pos_ == "PRON":
        return noun.lower_ not in {"it", "its"}
    return noun.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"} or noun.lemma_.lower() in PEOPLE


_LIGHT = frozenset({"take", "make", "have", "use", "need", "get", "face", "hold"})


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return next((child for child in by.rights if child.dep_ == "pobj"), None) if by is not None else None


def first_nominal(tokens: Iterable[Token]) -> Token | None:
    """The head of the first noun phrase among neighbouring tokens."""
    for token in tokens:
        if token.pos_ in NOMINALS:
            return noun_head(token)
    return None


def noun_head(token: Token, before: int | None = None) -> Token:
    """The head of the noun phrase that `token` is the first noun of, among the tokens `before` an index."""
    while (
        token.dep_ in {"compound", "poss", "nmod", "amod"}
        and token.head.i > token.i
        and (before is None or token.head.i < before)
    ):
        token = token.head
    return token
