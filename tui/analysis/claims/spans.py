"""How far a statement goes in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cues import CLAUSE, DOCUMENTS
from .parts import Page, end_of
from .phrases import speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAG_SHARE = 0.15
_SHORTEST = 4
_FARTHEST = 150
"""Words; how far a clause is searched for its end."""
_MARKERS = frozenset({"that"})


def clause_span(page: Page, verb: Token, clause: Token) -> tuple[int, int] | None:
    """The clause without its "that"; of a clause that goes round the cue, all of it or the larger part."""
    first, last = clause.left_edge, clause.right_edge
    if clause.i > verb.i:
        if first.i <= verb.i:
            first = page.tokens[verb.i + 1]
        if not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i > verb.i for c in clause.lefts):
            held = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < clause.i), None)
            if (
                held is not None
                and held.right_edge.i == first.i - 1
                and first.tag_ in {"VBZ", "VBP", "VBD", "MD"}
            ):
                first = held.left_edge
            elif verb.dep_ == "relcl" and verb.head.i < verb.i and page.quote_at(first.idx) is None:
                first = verb.head.left_edge
        mark = next((c for c in clause.lefts if c.dep_ == "mark"), None)
        if mark is not None and mark.lower_ in _MARKERS and mark.i <= first.i + 1:
            first = page.tokens[mark.i + 1]
        return first.idx, end_of(cut(page, first, last))
    tag = _tag(verb)
    if last.i < tag[0]:
        return first.idx, end_of(last)
    return around(page, first.idx, end_of(last), page.tokens[tag[0]].idx, end_of(page.tokens[tag[1]]))


def after_that(page: Page, verb: Token) -> tuple[int, int] | None:
    """The clause that a "that" shortly after the verb opens, where the parse hangs it elsewhere."""
    for token in page.tokens[verb.i + 1 : verb.i + 9]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            clause = token.head
            if clause.left_edge.i >= verb.i:
                first = page.tokens[token.i + 1]
                return first.idx, end_of(cut(page, first, clause.right_edge))
            return None
        if token.pos_ in {"VERB", "AUX", "PUNCT"} and token.text not in {",", "—", "-"}:
            return None
    return None


def trailing(page: Page, verb: Token) -> tuple[int, int] | None:
    """The sentence before a ", said X" or ", X said" that ends it."""
    start, end = _tag(verb)
    if start == end or start == 0 or page.tokens[start - 1].text not in {",", "”", '"', "''"}:
        return None
    sentence = page.parsed.sentence_at(verb.idx)
    first = page.tokens[page.token_from(sentence.start)]
    if start - first.i < _SHORTEST or first.pos_ in {"ADP", "SCONJ"} or first.tag_ == "VBG":
        return None
    if not any(token.dep_ in {"nsubj", "nsubjpass", "expl"} for token in page.tokens[first.i : start]):
        return None
    after = page.tokens[end + 1] if end + 1 < len(page.tokens) else None
    if (
        after is not None
        and after.idx < sentence.end
        and after.text not in {".", ","}
        and after.dep_ != "prep"
    ):
        return None
    return first.idx, page.tokens[start].idx


def cut(page: Page, first: Token, last: Token) -> Token:
    """The last word of what is said, without what the reporter adds to it: ", which …", ", although …", ", drawing …",
    "; …", "- a move that …", ", and others say …", "but added that …", "after X said …", "in a statement"."""
    tokens = page.tokens
    for token in tokens[first.i + 2 : min(last.i + 1, first.i + _FARTHEST)]:
        if _adds(page, token, last) and page.quote_at(token.idx) is None:
            return tokens[token.i - 1]
    return last


def _adds(page: Page, token: Token, last: Token) -> bool:
    """Whether what is said ends before this token."""
    if token.i >= last.i:
        return False
    word, after = token.text, page.tokens[token.i + 1]
    if word == ";":
        return True
    if word in _DASHES:
        return after.lower_ in _RESUMING and not any(t.text in _DASHES for t in page.tokens[after.i : last.i])
    if word == ",":
        return _adds_after_comma(page, token, after, last)
    if token.dep_ == "cc":
        joined = (
            after
            if after.tag_ in _FINITE
            else after.nbor(1)
            if after.pos_ == "ADV" and after.i < last.i
            else after
        )
        return (
            joined.dep_ == "conj"
            and page.lemmas[joined.i] in CLAUSE
            and (joined.tag_ in _FINITE or (joined.tag_ == "VBG" and joined.head.tag_ != "VBG"))
            and any(child.dep_ in {"ccomp", "xcomp"} or child.lower_ == "that" for child in joined.rights)
        )
    if token.lower_ == "after" and token.dep_ == "mark":
        host = token.head
        return (
            host.dep_ == "advcl"
            and page.lemmas[host.i] in CLAUSE
            and any(c.dep_ == "ccomp" for c in host.rights)
        )
    if token.dep_ == "prep" and word in {"in", "during", "on", "at"}:
        thing = next((child for child in token.rights if child.dep_ == "pobj"), None)
        return thing is not None and thing.lemma_.lower() in DOCUMENTS and token.right_edge.i >= last.i - 3
    return False


def _adds_after_comma(page: Page, comma: Token, after: Token, last: Token) -> bool:
    if after.lower_ in _ADDING:
        return after.head.right_edge.i >= last.i - 1
    if after.lower_ in {"who", "whose", "where"}:
        return after.head.right_edge.i >= last.i - 1
    if after.tag_ == "VBG" and after.dep_ == "advcl":
        return page.lemmas[after.i] in CLAUSE or after.right_edge.i >= last.i - 1
    if after.dep_ == "cc":
        for token in page.tokens[after.i + 1 : min(last.i, after.i + 10)]:
            if token.lower_ in {"that", "if", "when"}:
                return False
            if token.dep_ in {"nsubj", "nsubjpass"}:
                return token.head.dep_ in {"conj", "ccomp"} and token.head.i <= last.i
        return False
    return False


_DASHES = frozenset({"-", "--", "–", "—"})
_RESUMING = frozenset({"a", "an", "the", "one", "all", "both", "something"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ADDING = frozenset({"although", "though", "which", "while", "whereas"})


def host_span(page: Page, verb: Token) -> tuple[int, int] | None:
    """The clause that a loose "he said" stands in or after."""
    host = verb.head
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) or next(
        (c for c in verb.rights if c.dep_ == "nsubj"), None
    )
    if subject is None or not speaks(subject):
        return None
    comma = page.tokens[max(0, verb.left_edge.i - 1)].text
    if comma not in {",", "—", "–", "”", '"'}:
        return None
    first, last = host.left_edge, host.right_edge
    tag = _tag(verb)
    return around(page, first.idx, end_of(last), page.tokens[tag[0]].idx, end_of(page.tokens[tag[1]]))


def _tag(verb: Token) -> tuple[int, int]:
    """First and last token of the words that attribute: the cue with its subject."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return verb.i, verb.i
    return min(verb.i, subject.left_edge.i), max(verb.i, subject.right_edge.i)


def around(page: Page, start: int, end: int, tag_start: int, tag_end: int) -> tuple[int, int] | None:
    before, after = max(0, tag_start - start), max(0, end - tag_end)
    if before <= 1 and after <= 1:
        return None
    if before < after * 0.1 or before < 3:
        return tag_end, end
    if after < before * 0.1 or after < 3:
        return start, tag_start
    if tag_end - tag_start <= _TAG_SHARE * (end - start):
        return start, end
    return (start, tag_start) if before >= after else (tag_end, end)
