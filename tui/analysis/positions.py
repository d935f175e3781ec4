"""What an actor does in the account: the clause of which it is the subject, in words of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .model import Actor, Mention, Position
from .parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_LEFT_OUT = frozenset({"punct", "parataxis", "cc", "conj", "advcl", "mark"})
"""What ends the clause to the right of its verb: a second clause says something else."""
_QUOTES = frozenset("“”\"‘’'")
_OPEN = frozenset({"if", "whether", "unless"})
_FEWEST_WORDS, _MOST_WORDS = 2, 32


def with_positions(parsed: Parsed, actors: Sequence[Actor], mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The actors, each with the best clause in which it acts, where there is one.

    Best is a main clause of the body before a subordinate one, before a participle at the name ("He Lifeng, heading
    …"), before one in a title, list or caption; then the first.
    """
    token_at = {start: n for n, start in enumerate(parsed.offsets)}
    best: dict[str, tuple[tuple[int, int], Position]] = {}
    for mention in mentions:
        if mention.actor is None or mention.start not in token_at:
            continue
        found = _acting(parsed, parsed.doc[token_at[mention.start]], mention.end)
        if found is None:
            continue
        rank, position = found
        order = (rank + 3 * (parsed.block_at(mention.start).kind != "body"), mention.start)
        if mention.actor not in best or order < best[mention.actor][0]:
            best[mention.actor] = (order, position)
    return tuple(replace(a, position=best[a.id][1]) if a.id in best else a for a in actors)


def _acting(parsed: Parsed, first: Token, end: int) -> tuple[int, Position] | None:
    """What is done by the name that starts with the token `first` and ends at the offset `end`, with a rank."""
    head = first
    while head.head.i != head.i and first.idx <= head.head.idx < end:
        head = head.head
    if head.dep_ in _SUBJECT and head.head.pos_ in ("VERB", "AUX"):
        verb = head.head
        if not _is_told(verb):
            return None
        if (position := _clause(parsed, verb, head)) is not None:
            return (0 if verb.dep_ == "ROOT" else 1), position
    for child in head.rights:
        if (
            child.dep_ == "acl"
            and child.tag_ in ("VBG", "VBN")
            and (position := _clause(parsed, child, head))
        ):
            return 2, position
    return None


def _is_told(verb: Token) -> bool:
    """Whether the clause says that it is, was or will be so; not what is wished ("to see Peru grant …") or asked."""
    left = list(verb.lefts)
    if any(child.dep_ == "mark" and child.lower_ in _OPEN for child in left):
        return False
    return verb.tag_ not in ("VB", "VBG") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ != "TO" for child in left
    )


def _clause(parsed: Parsed, verb: Token, subject: Token) -> Position | None:
    """The verb with its auxiliaries to the left and its complements to the right, up to the next clause."""
    subject_end = subject.right_edge.i if subject.head.i == verb.i else subject.i
    left = [t.i for t in verb.lefts if t.i > subject_end and t.dep_ in ("aux", "auxpass", "neg", "advmod")]
    start = min([verb.i, *left])
    last = verb.i
    for child in verb.rights:
        if child.dep_ in _LEFT_OUT:
            if child.dep_ == "punct" and child.text in _QUOTES:
                continue
            break
        last = child.right_edge.i
    if not _FEWEST_WORDS <= last - start + 1 <= _MOST_WORDS:
        return None
    tokens = parsed.doc[start : last + 1]
    sentence = parsed.sentence_at(tokens.start_char)
    if tokens.end_char > sentence.end:
        return None
    return Position(tokens.start_char, tokens.end_char, sentence.id)
