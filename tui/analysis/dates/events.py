"""What happened at a time: the clause or noun phrase of the sentence that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.model import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LEADING = frozenset(["cc", "mark", "preconj"])
_MODIFIERS = frozenset(["poss", "compound", "nmod", "nummod", "amod"])
_APART = frozenset(
    [
        "ahead",
        "of",
        "before",
        "after",
        "since",
        "from",
        "for",
        "until",
        "till",
        "by",
        "to",
        "about",
        "with",
        "under",
    ]
)
"""Prepositions behind which stands something that has a time of its own: "for his vote in 2005"."""
_EDGE = " \t\r\n\xa0,;:-–—.!?…"
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_FAR = 40


def event_of(span: Span, text: str, sentence: Sentence, year: bool) -> tuple[int, int] | None:
    """Start and end in `text` of the words that tell what happened at `span`; None where the sentence tells nothing.

    A clause that hangs on the date tells it best ("since April, when …"), then a noun that the date describes and that has
    no part in the verb's own time ("for his vote in 2005"), else the clause of the verb that the date stands with. A
    sentence without a verb is its own event. `year`: the date is a bare year.
    """
    start, end = sentence.start, sentence.end
    found = _hanging(span) or _noun_phrase(span.root, year)
    if found is None:
        verb = _verb_above(span.root)
        if verb is None:
            return _trim(span, text, start, end)
        found = _clause(verb, span.root)
    doc = span.doc
    return _trim(span, text, max(doc[found[0]].idx, start), min(doc[found[1]].idx + len(doc[found[1]]), end))


def _hanging(span: Span) -> tuple[int, int] | None:
    """The clause behind "when" that follows the date."""
    doc = span.doc
    at = span.end
    if at < len(doc) and doc[at].text == ",":
        at += 1
    if at >= len(doc) or doc[at].lower_ != "when" or doc[at].sent.start != span.root.sent.start:
        return None
    verb = doc[at].head
    if verb.pos_ not in ("VERB", "AUX") or verb.i <= at:
        return None
    return at + 1, max(verb.i, _end_of(verb))


def _noun_phrase(date: Token, year: bool) -> tuple[int, int] | None:
    """The noun that the date describes with all that belongs to it, where it stands apart from the clause."""
    noun = date.head
    if date.dep_ in _MODIFIERS and noun.pos_ in ("NOUN", "PROPN"):
        while noun.dep_ == "compound" and noun.head.i > noun.i:
            noun = noun.head
        if not year and not _stands_apart(noun):
            return None
    else:
        if noun.dep_ == "prep":
            noun = noun.head
        if noun.pos_ not in ("NOUN", "PROPN") or noun.i == date.i or noun.i > date.i:
            return None
        if noun.dep_ not in ("nsubj", "nsubjpass") and not _stands_apart(noun):
            return None
    first, last = noun.left_edge.i, noun.right_edge.i
    for child in noun.rights:
        if child.dep_ in ("relcl", "conj", "appos", "cc", "punct") and child.i > date.i:
            last = min(last, child.left_edge.i - 1)
    return first, max(last, date.i, noun.i)


def _stands_apart(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in _APART


def _verb_above(token: Token) -> Token | None:
    """The verb whose clause holds `token`, in its finite form where it has one."""
    for _ in range(_FAR):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "nmod"):
            break
        if token.head.i == token.i:
            return None
        token = token.head
    while token.dep_ in ("xcomp", "aux", "auxpass") and token.head.pos_ in ("VERB", "AUX"):
        token = token.head
    return token


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.lefts)


def _end_of(verb: Token) -> int:
    """The last token of a verb's clause, without the clauses joined to it by "and"."""
    last, doc = verb.right_edge.i, verb.doc
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") and _has_subject(child):
            cut = child.left_edge.i - 1
            while cut > verb.i and (doc[cut].dep_ == "cc" or doc[cut].is_punct):
                cut -= 1
            last = min(last, cut)
    return last


def _clause(verb: Token, date: Token) -> tuple[int, int]:
    """First and last token of a verb's clause without its conjunction; a clause behind a noun takes that noun along."""
    first, doc = verb.left_edge.i, verb.doc
    if verb.dep_ in ("acl", "relcl") and not (verb.tag_ == "VBG" and doc[first - 1].text == ","):
        first = verb.head.left_edge.i
    aside = doc[first].head if doc[first].dep_ == "mark" else verb
    if (
        aside.dep_ == "advcl"
        and aside.head.i == verb.i
        and not aside.left_edge.i <= date.i <= aside.right_edge.i
    ):
        first = aside.right_edge.i + 1  # "Though it rained, the match began on Monday": the match
    while first < verb.i and (
        doc[first].dep_ in _LEADING
        or doc[first].is_space
        or (doc[first].is_punct and doc[first].text not in "\"“'‘([")
    ):
        first += 1
    return first, _end_of(verb)


def _trim(span: Span, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without marks at its edges or half a pair of them; None where no more than the date is left."""
    before = (-1, -1)
    while (start, end) != before:
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
            start += piece.startswith('"')
            end -= piece.endswith('"')
    inside = text[max(start, span.start_char) : min(end, span.end_char)]
    letters = sum(map(str.isalpha, text[start:end])) - sum(map(str.isalpha, inside))
    return (start, end) if start < end and letters > 3 else None
