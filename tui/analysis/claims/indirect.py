"""Statements without a full quotation: the cue's clause in the parse is what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .cues import CLAUSE, HEARSAY, INFINITIVE, NOUN_PHRASE, NOUNS, PREPOSITION, Stance
from .parts import Found, Page, end_of, letters
from .phrases import phrase_span, speaks, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAG_SHARE = 0.15
_MARKERS = frozenset({"that"})
_PREDICATIVE = frozenset({"oprd", "xcomp", "ccomp", "prep", "acomp", "advcl", "pcomp"})


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
    """What the verb says, as offsets, with its stance."""
    children = list(verb.children)
    if lemma in CLAUSE and (lemma != "make" or _makes_clear(page, verb)):
        clause = next((c for c in children if c.dep_ == "ccomp" and c.pos_ in {"VERB", "AUX"}), None)
        if clause is None:
            clause = next((c for c in children if c.dep_ == "ccomp"), None)
        if clause is not None and not (clause.tag_ == "VBG" and lemma in {"hold", "go", "make"}):
            span = _clause_span(page, verb, clause)
            if span is not None:
                return *span, CLAUSE[lemma]
        if clause is None and (span := _after_that(page, verb)) is not None:
            return *span, CLAUSE[lemma]
        if verb.dep_ in {"parataxis", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"} and clause is None:
            span = _host_span(page, verb)
            if span is not None:
                return *span, CLAUSE[lemma]
        if clause is None and (span := _trailing(page, verb)) is not None:
            return *span, CLAUSE[lemma]
    if lemma in INFINITIVE:
        infinitive = next(
            (c for c in children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i and _is_to(c)), None
        )
        if infinitive is not None:
            held = next(
                (c for c in children if c.dep_ in {"dobj", "dative"} and verb.i < c.i < infinitive.i), None
            )
            first = held.left_edge if held is not None else infinitive.left_edge
            return first.idx, end_of(infinitive.right_edge), INFINITIVE[lemma]
    if lemma in PREPOSITION:
        for child in children:
            if child.dep_ in {"prep", "prt"} and child.lower_ in PREPOSITION[lemma]:
                held = next((c for c in children if c.dep_ == "dobj" and verb.i < c.i < child.i), None)
                stance = PREPOSITION[lemma][child.lower_]
                inner = next((c for c in child.rights if c.dep_ in {"pobj", "pcomp"}), None)
                if inner is None:
                    continue
                first = held.left_edge if held is not None else inner.left_edge
                last = max(
                    (c.right_edge for c in children if c.dep_ == "xcomp" and c.i > inner.i),
                    default=inner.right_edge,
                    key=lambda t: t.i,
                )
                return first.idx, end_of(last), stance
    if lemma in NOUN_PHRASE:
        held = next((c for c in children if c.dep_ in {"dobj", "oprd"} and c.i > verb.i), None)
        if held is not None:
            last = held.right_edge
            for child in children:
                if child.i > held.i and child.dep_ in _PREDICATIVE and _belongs(child, lemma):
                    last = child.right_edge
            return held.left_edge.idx, end_of(last), NOUN_PHRASE[lemma]
    return None


def _makes_clear(page: Page, verb: Token) -> bool:
    return any(token.lower_ in {"clear", "plain", "known"} for token in page.tokens[verb.i + 1 : verb.i + 5])


def _belongs(child: Token, lemma: str) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in {"as", "for", "of"}
    return child.dep_ in {"oprd", "xcomp", "ccomp", "acomp"}


def _is_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _clause_span(page: Page, verb: Token, clause: Token) -> tuple[int, int] | None:
    """The clause without its "that"; of a clause that goes round the cue, all of it or the larger part."""
    first, last = clause.left_edge, clause.right_edge
    if clause.i > verb.i:
        if first.i <= verb.i:
            first = page.tokens[verb.i + 1]
        if not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in clause.lefts):
            held = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < clause.i), None)
            if (
                held is not None
                and held.right_edge.i == first.i - 1
                and clause.tag_ in {"VBZ", "VBP", "VBD", "MD"}
            ):
                first = held.left_edge
        mark = next((c for c in clause.lefts if c.dep_ == "mark"), None)
        if mark is not None and mark.lower_ in _MARKERS and mark.i <= first.i + 1:
            first = page.tokens[mark.i + 1]
        return first.idx, end_of(_cut(page, first, last))
    tag = _tag(verb)
    if last.i < tag[0]:
        return first.idx, end_of(last)
    return _around(page, first.idx, end_of(last), page.tokens[tag[0]].idx, end_of(page.tokens[tag[1]]))


def _after_that(page: Page, verb: Token) -> tuple[int, int] | None:
    """The clause that a "that" shortly after the verb opens, where the parse hangs it elsewhere."""
    for token in page.tokens[verb.i + 1 : verb.i + 9]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            clause = token.head
            if clause.left_edge.i >= verb.i:
                first = page.tokens[token.i + 1]
                return first.idx, end_of(_cut(page, first, clause.right_edge))
            return None
        if token.pos_ in {"VERB", "AUX", "PUNCT"} and token.text not in {",", "—", "-"}:
            return None
    return None


def _trailing(page: Page, verb: Token) -> tuple[int, int] | None:
    """The sentence before a ", said X" or ", X said" that ends it."""
    start, end = _tag(verb)
    comma = page.tokens[start - 1].text if start else ""
    if start == end or comma not in {",", "”", '"', "''"}:
        return None
    sentence = page.parsed.sentence_at(verb.idx)
    after = page.tokens[end + 1] if end + 1 < len(page.tokens) else None
    if (
        after is not None
        and after.idx < sentence.end
        and after.text not in {".", ","}
        and after.dep_ != "prep"
    ):
        return None
    first = page.tokens[page.token_from(sentence.start)]
    if start - first.i < 4:
        return None
    return first.idx, page.tokens[start].idx


def _cut(page: Page, first: Token, last: Token) -> Token:
    """The last word of a clause without what the reporter adds after a comma: ", which …", ", although …",
    ", adding that …", "and urging …"."""
    for token in page.tokens[first.i + 3 : last.i + 1]:
        before = page.tokens[token.i - 1]
        if (
            before.text in {",", "—", "–"}
            and (
                (token.lower_ in _ADDING and token.head.right_edge.i >= last.i - 1)
                or (token.tag_ == "VBG" and token.dep_ == "advcl" and page.lemmas[token.i] in CLAUSE)
            )
            and page.quote_at(token.idx) is None
        ):
            return page.tokens[token.i - 2]
        if (
            before.lower_ == "and"
            and token.tag_ == "VBG"
            and token.dep_ == "conj"
            and page.lemmas[token.i] in CLAUSE
            and token.head.tag_ != "VBG"
        ):
            return page.tokens[token.i - 2]
    return last


_ADDING = frozenset({"although", "though", "which", "while", "whereas"})


def _host_span(page: Page, verb: Token) -> tuple[int, int] | None:
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
    return _around(page, first.idx, end_of(last), page.tokens[tag[0]].idx, end_of(page.tokens[tag[1]]))


def _tag(verb: Token) -> tuple[int, int]:
    """First and last token of the words that attribute: the cue with its subject."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return verb.i, verb.i
    return min(verb.i, subject.left_edge.i), max(verb.i, subject.right_edge.i)


def _around(page: Page, start: int, end: int, tag_start: int, tag_end: int) -> tuple[int, int] | None:
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
    span = _around(page, start, max(end, phrase_end), phrase_start, phrase_end)
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
