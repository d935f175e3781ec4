"""Noun phrases cut out of a parse, short enough for a table."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ..wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_STOPS = frozenset({"relcl", "advcl", "acl", "appos", "cc", "conj", "punct", "parataxis", "ccomp", "mark"})
_OPEN_ENDS = frozenset({"IN", "DT", "CC", "TO"})
_PENDING = word_set("next last past first following coming")
_RANGED = word_set("everything anything all things ranging range")
_LONGEST = 12
_DEPTH = 6
_NEAR = 60
_PARTITIVES = word_set("""
    each some most all many lot lots number majority minority group pair couple handful dozen dozens hundreds thousands
    series share part
""")


def branch(token: Token) -> Span:
    """A token with all that hangs from it, of a long sentence only what is near it."""
    begin, end = token.left_edge.i, token.right_edge.i + 1
    return token.doc[max(begin, token.i - _NEAR) : min(end, token.i + _NEAR)]


def kernel(noun: Token, depth: int = _DEPTH) -> list[Token]:
    """A noun with what stands before it and its prepositional phrases, without clauses, asides and coordination."""
    kept = [noun]
    for child in islice(noun.children, _NEAR):
        if child.dep_ == "prep":
            kept += [child, *prepositional(child, depth - 1)]
        elif child.dep_ not in _STOPS or (child.dep_ == "acl" and child.tag_ == "VBN" and child.i > noun.i):
            kept += branch(child)
    return sorted(kept, key=lambda token: token.i)


def prepositional(preposition: Token, depth: int = _DEPTH) -> list[Token]:
    """What a preposition governs, each noun as its kernel; phrases in phrases down to `depth`."""
    if depth <= 0:
        return []
    objects = [child for child in islice(preposition.children, _NEAR) if child.dep_ in ("pobj", "pcomp")]
    return sorted((token for child in objects for token in kernel(child, depth)), key=lambda token: token.i)


def limited(tokens: list[Token]) -> list[Token]:
    """The first unbroken run of tokens, at most twelve words, without a preposition or article at its end."""
    run: list[Token] = []
    for token in sorted(tokens, key=lambda token: token.i):
        if run and token.i != run[-1].i + 1:
            break
        if len(run) >= _LONGEST:
            joint = next(
                (index for index in range(len(run) - 3, len(run)) if run[index].tag_ == "CC"), len(run)
            )
            del run[joint:]
            _drop_half_range(run)
            break
        run.append(token)
    while len(run) > 1 and (
        run[-1].is_punct or run[-1].is_space or run[-1].tag_ in _OPEN_ENDS or run[-1].lower_ in _PENDING
    ):
        run.pop()
    return run


def _drop_half_range(run: list[Token]) -> None:
    """Of "everything from turbines" the "to cars" was cut off: the "from" goes as well."""
    opened = next((n for n in range(len(run) - 1, 0, -1) if run[n].lower_ == "from"), None)
    if (
        opened is not None
        and run[opened - 1].lower_ in _RANGED
        and all(t.lower_ != "to" for t in run[opened:])
    ):
        del run[opened:]


def predicate(verb: Token, stop: int) -> str | None:
    """A verb with its object and what belongs to that, up to the token `stop`."""
    found = [verb]
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("dobj", "prt", "prep", "acomp", "attr", "xcomp", "advmod"):
            found += branch(child)
    if verb.pos_ != "VERB":
        return None
    run = limited([token for token in found if token.i < stop or stop < verb.i])
    return text_of(run) if len(run) > 1 else None


def short_name(noun: Token) -> str | None:
    """A noun with its compound words, adjectives and possessor."""
    kept = [noun]
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "poss", "nummod", "nmod", "quantmod"):
            kept += branch(child)
        elif noun.lower_ in _PARTITIVES and child.lower_ == "of":
            kept += [*noun.lefts, child, *prepositional(child)]
    return text_of(sorted(kept, key=lambda token: token.i))


def text_of(run: list[Token]) -> str | None:
    """The words from the first token to the last as written, white space as single spaces."""
    if not run:
        return None
    return " ".join(run[0].doc[run[0].i : run[-1].i + 1].text.split()) or None
