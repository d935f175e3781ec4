"""Statements without a full quotation: the cue's clause in the parse is what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .cues import CLAUSE, HEARSAY, INFINITIVE, NOUN_PHRASE, NOUNS, PREPOSITION, Stance
from .parts import Found, Page, end_of, letters
from .phrases import phrase_span, subject_of
from .spans import after_that, around, clause_span, cut, host_span, trailing

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKERS = frozenset({"that"})
_PREDICATIVE = frozenset({"oprd", "xcomp", "ccomp", "acomp"})
_TOPICS = frozenset({"as", "for", "of"})


def find_indirect(page: Page) -> Iterator[Found]:
    """Every statement that a cue verb, a noun such as "claim", "according to" or "reportedly" carries.

    The cue itself stands outside quotation marks. In the order of the cues.
    """
    for token, lemma in zip(page.tokens, page.lemmas, strict=True):
        if lemma in _WATCHED and (found := _at(page, token, lemma)) is not None:
            yield found


_WATCHED = (
    frozenset(CLAUSE)
    | frozenset(NOUN_PHRASE)
    | frozenset(INFINITIVE)
    | frozenset(PREPOSITION)
    | frozenset(NOUNS)
)
_WATCHED |= HEARSAY | {"accord", "according"}


def _at(page: Page, token: Token, lemma: str) -> Found | None:
    quote = page.quote_at(token.idx)
    if quote is not None:
        return None
    if token.lower_ == "according":
        return _according(page, token)
    if lemma in HEARSAY:
        return _hearsay(page, token)
    if token.pos_ == "VERB":
        return _verb(page, token, lemma)
    if token.pos_ == "NOUN" and lemma in NOUNS:
        return _noun(page, token, lemma)
    return None


def _verb(page: Page, verb: Token, lemma: str) -> Found | None:
    content = _content(page, verb, lemma)
    if content is None:
        return None
    start, end, stance = content
    head = subject_of(verb)
    if head is not None and start <= head.idx < end:
        head = None
    return _found(page, start, end, stance, head, verb)


def _found(page: Page, start: int, end: int, stance: Stance, head: Token | None, cue: Token) -> Found | None:
    start, end = page.trim(start, end)
    if letters(page.text, start, end) < 3:
        return None
    return Found(
        start,
        end,
        stance,
        phrase_span(head) if head is not None else None,
        head.idx if head is not None else None,
        (cue.idx, end_of(cue)),
    )


def _content(page: Page, verb: Token, lemma: str) -> tuple[int, int, Stance] | None:
    """What the verb says, as offsets, with its stance: a clause before an infinitive, that before a noun phrase."""
    if lemma in CLAUSE and (lemma != "make" or _makes_clear(page, verb)):
        span = _clause(page, verb)
        if span is not None:
            return *span, CLAUSE[lemma]
    if lemma in INFINITIVE and (span := _infinitive(page, verb)) is not None:
        return *span, INFINITIVE[lemma]
    if lemma in PREPOSITION and (found := _prepositional(page, verb, PREPOSITION[lemma])) is not None:
        return found
    if lemma in NOUN_PHRASE and (span := _object(page, verb)) is not None:
        return *span, NOUN_PHRASE[lemma]
    return None


def _clause(page: Page, verb: Token) -> tuple[int, int] | None:
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    if clauses:
        return clause_span(page, verb, next((c for c in clauses if c.pos_ in {"VERB", "AUX"}), clauses[0]))
    if (span := after_that(page, verb)) is not None:
        return span
    if verb.dep_ in {"parataxis", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        span = host_span(page, verb)
        if span is not None:
            return span
    return trailing(page, verb)


def _infinitive(page: Page, verb: Token) -> tuple[int, int] | None:
    """ "to cut taxes", "voters to turn out"."""
    infinitive = next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and _is_to(c)), None)
    if infinitive is None:
        return None
    held = next((c for c in verb.rights if c.dep_ in {"dobj", "dative"} and c.i < infinitive.i), None)
    first = held.left_edge if held is not None else infinitive.left_edge
    return first.idx, end_of(cut(page, first, infinitive.right_edge))


def _prepositional(page: Page, verb: Token, stances: dict[str, Stance]) -> tuple[int, int, Stance] | None:
    """ "for a boycott", "him of lying", "on voters to turn out", "to him as a reformer"."""
    rights = list(verb.rights)
    for child in rights:
        if child.dep_ not in {"prep", "prt"} or child.lower_ not in stances:
            continue
        inner = next((c for c in child.rights if c.dep_ in {"pobj", "pcomp"}), None)
        if inner is None:
            continue
        held = next((c for c in rights if c.dep_ == "dobj" and c.i < child.i), None)
        first = held.left_edge if held is not None else inner.left_edge
        more = [
            c
            for c in rights
            if c.i > inner.i and (c.dep_ == "xcomp" or (c.dep_ == "prep" and c.lower_ == "as"))
        ]
        last = more[-1].right_edge if more else inner.right_edge
        return first.idx, end_of(cut(page, first, last)), stances[child.lower_]
    return None


def _object(page: Page, verb: Token) -> tuple[int, int] | None:
    """ "the plan", "it a disaster", "the judge as biased"."""
    rights = list(verb.rights)
    held = next((c for c in rights if c.dep_ in {"dobj", "oprd"}), None)
    if held is None:
        return None
    last = held.right_edge
    for child in rights:
        if child.i > held.i and (
            child.dep_ in _PREDICATIVE or (child.dep_ == "prep" and child.lower_ in _TOPICS)
        ):
            last = child.right_edge
    return held.left_edge.idx, end_of(cut(page, held.left_edge, last))


def _makes_clear(page: Page, verb: Token) -> bool:
    return any(token.lower_ in {"clear", "plain", "known"} for token in page.tokens[verb.i + 1 : verb.i + 5])


def _is_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _according(page: Page, token: Token) -> Found | None:
    """The clause around "according to …", without that phrase."""
    to = next((c for c in token.rights if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(page.tokens) and page.tokens[token.i + 1].lower_ == "to":
        to = page.tokens[token.i + 1]
    if to is None:
        return None
    head = next((c for c in to.rights if c.dep_ in {"pobj", "pcomp"}), None)
    if head is None:
        return None
    host = token.head
    while host.pos_ not in {"VERB", "AUX"} and host.head != host:
        host = host.head
    if host == token:
        return None
    phrase_start, phrase_end = token.idx, end_of(head.right_edge)
    start, end = host.left_edge.idx, end_of(host.right_edge)
    if host.dep_ in {"conj"} and start < host.idx < phrase_start:
        pass
    span = around(page, start, max(end, phrase_end), phrase_start, phrase_end)
    if span is None:
        return None
    return _found(page, *span, "according to", head, token)


def _hearsay(page: Page, adverb: Token) -> Found | None:
    """The clause that a "reportedly" stands in; nobody is named for it."""
    host = adverb.head
    if host.pos_ not in {"VERB", "AUX"}:
        return None
    return _found(page, host.left_edge.idx, end_of(host.right_edge), "reportedly", None, adverb)


def _noun(page: Page, noun: Token, lemma: str) -> Found | None:
    """What a noun such as "claim" introduces: "X's claim that …", "the warning by X that …"."""
    clause = next((c for c in noun.rights if c.dep_ in {"acl", "ccomp", "relcl"} and _is_content(c)), None)
    if clause is None:
        return None
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is None:
        by = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in {"by", "from"}), None)
        owner = next((c for c in by.rights if c.dep_ == "pobj"), None) if by is not None else None
    if owner is None and noun.dep_ == "dobj":
        owner = subject_of(noun.head)
    first = clause.left_edge
    if first.lower_ in _MARKERS:
        first = page.tokens[first.i + 1]
    return _found(page, first.idx, end_of(clause.right_edge), NOUNS[lemma], owner, noun)


def _is_content(clause: Token) -> bool:
    """A that-clause or infinitive that fills the noun, not a relative clause on it."""
    marks = [c for c in clause.lefts if c.lower_ == "that"]
    if marks:
        return marks[0].dep_ == "mark"
    return _is_to(clause) and clause.dep_ == "acl"
