"""Statements without a full quotation: the cue's clause in the parse is what is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from .cues import CLAUSE, HEARSAY, INFINITIVE, NOUN_PHRASE, NOUNS, PREPOSITION, Stance, stance_of
from .frames import PLAIN_VERBS, Frame, content_of, is_to, plain_after
from .judge import Candidate, is_claim
from .parts import Found, Page, end_of, letters
from .phrases import phrase_span, subject_of
from .quotes import Quote
from .spans import around, cut

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST = 3
_LONGEST = 3000
"""Characters; a clause that is longer is a list without full stops, or no prose."""
_TITLE_WORDS = 7
_REACH = 8
_LIGHT = frozenset({"take", "hold", "express", "voice", "share", "issue", "give", "make", "repeat"})
_LIGHT_REACH = 4
"""A verb that says nothing without its noun ("took the view"), and how many tokens the noun is away."""
_BREAKS = frozenset("-–—,")


def find_indirect(page: Page) -> list[Found]:
    """Every statement that a cue verb, a noun such as "claim", "according to" or "reportedly" carries.

    The cue itself stands outside quotation marks. In the order of the cues.
    """
    return [as_found(candidate) for candidate in candidates(page) if is_claim(page, candidate)]


def find_fragments(page: Page, known: Sequence[Found]) -> list[Found]:
    """Quoted words shortly after a cue: the claim runs from the words after the cue to the end of the quotation.

    For quotations that touch none of the `known` claims.
    """
    return [as_found(candidate) for candidate in fragments(page, known) if is_claim(page, candidate)]


def candidates(page: Page) -> Iterator[Candidate]:
    """What may be a statement, by its form alone."""
    for token, lemma in zip(page.tokens, page.lemmas, strict=True):
        if lemma in _WATCHED and page.quote_at(token.idx) is None and not _is_compound(page, token):
            found = _at(page, token, lemma)
            if found is not None:
                yield found


_WATCHED = frozenset().union(
    CLAUSE, NOUN_PHRASE, INFINITIVE, PREPOSITION, NOUNS, HEARSAY, PLAIN_VERBS, ("accord", "according")
)


def _at(page: Page, token: Token, lemma: str) -> Candidate | None:
    if token.lower_ == "according":
        return _according(page, token)
    if lemma in HEARSAY:
        return _hearsay(page, token)
    if token.pos_ == "VERB":
        content = content_of(page, token, lemma)
        if content is None:
            return None
        start, end, stance, frame = content
        head = subject_of(token)
        if head is not None and start <= head.idx < end and not start <= token.idx < end:
            head = None
        return _candidate(page, start, end, stance, frame, head, token)
    if token.pos_ == "NOUN" and lemma in NOUNS:
        return _noun(page, token, lemma)
    return None


def _candidate(
    page: Page, start: int, end: int, stance: Stance, frame: Frame, head: Token | None, cue: Token
) -> Candidate | None:
    start, end = page.trim(*_around_quotes(page, start, end, cue))
    if end - start > _LONGEST or letters(page.text, start, end) < _SHORTEST:
        return None
    return Candidate(start, end, stance, frame, head, cue)


def _around_quotes(page: Page, start: int, end: int, cue: Token) -> tuple[int, int]:
    """The stretch with the whole of a quotation that it cuts at either edge."""
    opening, closing = page.quote_at(start), page.quote_at(end - 1)
    if opening is not None and (opening.end <= cue.idx or opening.start > cue.idx):
        start = opening.start
    if closing is not None and (closing.end <= cue.idx or closing.start > cue.idx):
        end = closing.end
    return start, max(end, start)


def as_found(candidate: Candidate) -> Found:
    head, cue = candidate.head, candidate.cue
    plain = plain_after(cue, cue.lemma_.lower())
    first = cue
    if candidate.frame == "noun" and cue.dep_ == "dobj" and cue.i - cue.head.i <= _LIGHT_REACH:
        first = cue.head if cue.head.lemma_ in _LIGHT else cue
    return Found(
        candidate.start,
        candidate.end,
        candidate.stance,
        phrase_span(head) if head is not None else None,
        head.idx if head is not None else None,
        (first.idx, end_of(plain or cue)),
    )


def _according(page: Page, token: Token) -> Candidate | None:
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
    span = around(page, start, max(end, phrase_end), phrase_start, phrase_end)
    if span is None:
        return None
    return _candidate(page, *span, "according to", "according", head, token)


def _hearsay(page: Page, adverb: Token) -> Candidate | None:
    """The clause that a "reportedly" stands in; nobody is named for it."""
    host = adverb.head
    if host.pos_ not in {"VERB", "AUX"}:
        return None
    first = host.left_edge
    for token in page.tokens[first.i : adverb.i]:
        if token.text == "(":
            first = page.tokens[token.i + 1]
    last = cut(page, first, host.right_edge)
    return _candidate(page, first.idx, end_of(last), "reportedly", "hearsay", None, adverb)


def _noun(page: Page, noun: Token, lemma: str) -> Candidate | None:
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
    if first.lower_ in {"that"}:
        first = page.tokens[first.i + 1]
    last = cut(page, first, clause.right_edge)
    return _candidate(page, first.idx, end_of(last), NOUNS[lemma], "noun", owner, noun)


def _is_content(clause: Token) -> bool:
    """A that-clause or infinitive that fills the noun, not a relative clause on it."""
    marks = [c for c in clause.lefts if c.lower_ == "that"]
    if marks:
        return marks[0].dep_ == "mark"
    return is_to(clause) and clause.dep_ == "acl"


def _may_quote(page: Page, token: Token, lemma: str) -> bool:
    known = lemma in CLAUSE or lemma in NOUN_PHRASE
    return known and page.quote_at(token.idx) is None and not _is_compound(page, token)


def _is_compound(page: Page, token: Token) -> bool:
    """ "so-called": the last part of a word with a hyphen."""
    return token.i > 0 and page.tokens[token.i - 1].text == "-" and not page.tokens[token.i - 1].whitespace_


def _is_title(inner: str) -> bool:
    """Whether quoted words look like the name of a book, a programme or a song."""
    words_ = [word for word in inner.strip(",. ").split() if len(word) > 3]
    return len(words_) <= _TITLE_WORDS and bool(words_) and all(word[0].isupper() for word in words_)


def fragments(page: Page, known: Sequence[Found]) -> Iterator[Candidate]:
    """Quotations shortly after a cue that none of the known claims touches, but for claims that hold the cue too."""
    taken = sorted((other.start, other.end) for other in known)
    reach = list(accumulate((end for _, end in taken), max))
    for quote in page.quotes:
        if _is_title(page.text[quote.inner_start : quote.inner_end]):
            continue
        cue = _cue_before(page, quote)
        if cue is None:
            continue
        before = bisect_left(taken, (quote.end, 0))
        if before and reach[before - 1] > quote.start and taken[before - 1][0] > cue.idx:
            continue
        if before and reach[before - 1] > quote.start and taken[before - 1][1] < quote.end:
            continue
        start = end_of(cue)
        if page.text[start : quote.start].rstrip()[-1:] in _BREAKS:
            start = quote.start
        elif page.text[start : start + 6].lower() == " that ":
            start += 6
        stance = stance_of(page.lemmas[cue.i])
        found = _candidate(page, start, quote.end, stance, "fragment", subject_of(cue), cue)
        if found is not None:
            yield found


def _cue_before(page: Page, quote: Quote) -> Token | None:
    """The cue shortly before a quotation in its sentence, with no other verb between."""
    floor = page.parsed.article.blocks[quote.block].start
    last = page.token_from(quote.start)
    for token in reversed(page.tokens[max(0, last - _REACH) : last]):
        if token.idx < floor or token.text in {".", ";", ":", "?", "!"} or token.dep_ == "relcl":
            return None
        if token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB"):
            return token if _may_quote(page, token, page.lemmas[token.i]) else None
    return None
