"""The clause that tells what happened at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LEADING = frozenset(["cc", "mark", "preconj"])
_EDGE = " \t\r\n\xa0,;:-–—.!?…"
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def event_of(span: Span, start: int, end: int) -> tuple[int, int] | None:
    """Start and end of the clause that `span` dates, inside the sentence from `start` to `end`; None where nothing is told.

    A clause that hangs on the date tells it best ("since April, when …"); else the clause of the verb that the date stands
    with. A sentence without a verb is its own event.
    """
    doc, date = span.doc, span.root
    hanging = [child for child in date.children if child.dep_ in ("relcl", "advcl") and child.i > date.i]
    verb = hanging[0] if hanging else _verb_above(date)
    if verb is None:
        return _trim(doc.text, start, end, span)
    first, last = _clause(verb, whole=not hanging)
    left, right = doc[first].idx, doc[last].idx + len(doc[last])
    return _trim(doc.text, max(left, start), min(right, end), span)


def _verb_above(token: Token) -> Token | None:
    """The verb whose clause holds `token`, in its finite form where it has one."""
    for _ in range(40):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "nmod"):
            break
        if token.head.i == token.i:
            return None
        token = token.head
    for _ in range(10):
        if token.dep_ in ("xcomp", "aux", "auxpass") or (token.dep_ == "pcomp" and not _has_subject(token)):
            above = token.head
            if above.dep_ == "prep" and above.head.pos_ in ("VERB", "AUX"):
                above = above.head
            if above.pos_ not in ("VERB", "AUX"):
                break
            token = above
        else:
            break
    return token


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.children)


def _clause(verb: Token, whole: bool) -> tuple[int, int]:
    """First and last token of a verb's clause: without its conjunction, and without the clauses joined to it by "and"."""
    first, last = verb.left_edge.i, verb.right_edge.i
    if whole and verb.dep_ in ("acl", "relcl"):
        first = verb.head.left_edge.i
    doc: Doc = verb.doc
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and child.i > verb.i
            and child.pos_ in ("VERB", "AUX")
            and _has_subject(child)
        ):
            cut = child.left_edge.i - 1
            while cut > verb.i and (doc[cut].dep_ == "cc" or doc[cut].is_punct):
                cut -= 1
            last = min(last, cut)
    while first < verb.i and (
        doc[first].dep_ in _LEADING
        or doc[first].is_space
        or (doc[first].is_punct and doc[first].text not in "\"“'‘([")
        or (not whole and doc[first].tag_ == "WRB")
    ):
        first += 1
    return first, last


def _trim(text: str, start: int, end: int, span: Span) -> tuple[int, int] | None:
    """The stretch without marks at its edges or half a pair of them; None where no more than the date is left."""
    while True:
        before = start, end
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        piece = text[start:end]
        for opening, closing in _PAIRS:
            if piece.count(opening) > piece.count(closing) and piece.startswith(opening):
                start += 1
            elif piece.count(closing) > piece.count(opening) and piece.endswith(closing):
                end -= 1
        if piece.count('"') % 2:
            if piece.startswith('"'):
                start += 1
            elif piece.endswith('"'):
                end -= 1
        if (start, end) == before:
            break
    rest = (
        text[start : max(start, min(end, span.start_char))] + text[min(end, max(start, span.end_char)) : end]
    )
    return (start, end) if sum(map(str.isalpha, rest)) > 3 else None
