"""What a cue verb does with its sentence: which of its words are what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .cues import CLAUSE, INFINITIVE, NOUN_PHRASE, PREPOSITION, Stance
from .parts import Page, end_of
from .spans import after_that, clause_span, cut, host_span, trailing

if TYPE_CHECKING:
    from spacy.tokens import Token

Frame = Literal[
    "clause",
    "that",
    "host",
    "trailing",
    "infinitive",
    "preposition",
    "object",
    "noun",
    "according",
    "hearsay",
    "fragment",
]
Content = tuple[int, int, "Stance", "Frame"]
_PREDICATIVE = frozenset({"oprd", "xcomp", "ccomp", "acomp"})
_ANONYMOUS = frozenset({"identify", "name", "quote"})
"""Who "asked not to be named" says nothing on the matter."""

_PLAIN = {
    "make": frozenset({"clear", "plain", "known", "public"}),
    "leave": frozenset({"doubt"}),
    "let": frozenset({"known", "slip"}),
}
"""Verbs that say something only together with one of these words."""
PLAIN_VERBS = frozenset(_PLAIN)

_TOPICS = frozenset({"as", "for", "of"})


def content_of(page: Page, verb: Token, lemma: str) -> Content | None:
    """What the verb says, as offsets, with its stance: a clause before an infinitive, that before a noun phrase."""
    if lemma in _PLAIN:
        if (last := plain_after(verb, lemma)) is None:
            return None
        if (span := after_that(page, last)) is not None:
            return *span, "said", "that"
        found = _clause(page, verb)
        return (*found[0], "said", found[1]) if found is not None else None
    if lemma in CLAUSE:
        found = _clause(page, verb)
        if found is not None:
            return *found[0], CLAUSE[lemma], found[1]
    if lemma in INFINITIVE and (span := _infinitive(page, verb)) is not None:
        return *span, INFINITIVE[lemma], "infinitive"
    if lemma in PREPOSITION and (held := _prepositional(page, verb, PREPOSITION[lemma])) is not None:
        return *held, "preposition"
    if lemma in NOUN_PHRASE and (span := _object(page, verb)) is not None:
        return *span, NOUN_PHRASE[lemma], "object"
    return None


def _clause(page: Page, verb: Token) -> tuple[tuple[int, int], Frame] | None:
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    if clauses:
        verbal = [c for c in clauses if c.pos_ in {"VERB", "AUX"}] or clauses
        own = verbal[-1] if verbal[0].i < verb.i < verbal[-1].i and _is_apart(verb, verbal[0]) else verbal[0]
        span = clause_span(page, verb, own)
        return (span, "clause") if span is not None else None
    if (span := after_that(page, verb)) is not None:
        return span, "that"
    if verb.dep_ in {"parataxis", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        span = host_span(page, verb)
        if span is not None:
            return span, "host"
    span = trailing(page, verb)
    return (span, "trailing") if span is not None else None


def _is_apart(verb: Token, before: Token) -> bool:
    """Whether a semicolon or a colon stands between a clause before the verb and the verb's own words."""
    return any(token.text in (";", ":") for token in verb.doc[before.i : verb.i])


def _infinitive(page: Page, verb: Token) -> tuple[int, int] | None:
    """ "to cut taxes", "voters to turn out"."""
    infinitive = next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and is_to(c)), None)
    if infinitive is None or infinitive.lemma_ in _ANONYMOUS:
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


def plain_after(verb: Token, lemma: str) -> Token | None:
    """The last word of "made it clear", "left no doubt", "let it be known"; None where the verb means something else."""
    wanted = _PLAIN.get(lemma, frozenset())
    return next((token for token in verb.doc[verb.i + 1 : verb.i + 5] if token.lower_ in wanted), None)


def is_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)
