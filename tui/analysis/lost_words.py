"""Sentences from which words were lost: scrapers drop the text of links, and what is left does not parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from .model import Grade, Signal
from .parsed import Parsed
from .wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    Hole = tuple[Token, Token, Grade]


def find_lost_words(parsed: Parsed) -> tuple[Signal, ...]:
    """Where words are missing in the sentences of paragraphs and captions, one signal a place, in reading order.

    A span holds the words on both sides of the hole. Grade "strong": no English sentence goes on so; "medium": hardly
    any does. Titles, headings and lists are left out, for their grammar is their own.
    """
    found: list[Signal] = []
    loose = _is_tokenised(parsed.text)
    promising = _promising(parsed)
    space = parsed.flags("IS_SPACE")
    for sentence, span in zip(parsed.sentences, parsed.spans, strict=True):
        if parsed.article.blocks[sentence.block].kind not in {"body", "caption"} or len(span) < _SHORTEST:
            continue
        end = 0
        words = [index for index in range(span.start, span.end) if not space[index]]
        for first, last, grade in _holes(parsed, words, promising, loose):
            start = max(first.idx, sentence.start)
            stop = min(last.idx + len(last.text), sentence.end)
            if start >= end and start < stop:
                found.append(Signal("missing-words", grade, sentence.id, start, stop))
                end = stop
    return tuple(found)


_SHORTEST: Final = 5
_TRANSITIVE: Final = word_set(
    "impose levy inflict enact publish unveil issue introduce propose ban restrict curb seek include contain cause",
    "create produce provide receive obtain acquire achieve secure describe mention discuss address criticize criticise",
    "condemn praise accuse blame suspend reject release purchase bring make put undermine violate prevent ensure",
    "establish implement maintain enforce resolve eliminate abolish repeal require threaten accept endorse",
)
"""Verbs that hardly ever go without an object."""

_AUXILIARIES: Final = word_set(
    "was were is are has have had will would could should did does wasn't weren't isn't aren't"
)
_PREPOSITIONS: Final = word_set(
    "of in on at with from by for to against during between into since until among despite"
)
_LINKS: Final = word_set("and or but which who because although")
_HELD: Final = word_set(
    "of from into during between among against amid despite toward towards per upon via with than"
)
"""Prepositions that stand at the end of a clause only where their noun has gone before it."""

_QUANTITIES: Final = frozenset({"kind", "sort", "lot", "lots", "course"})
_FILLED: Final = frozenset({"dobj", "pobj", "nsubj", "attr", "conj"})
_FIRST: Final = frozenset({"of", "between", "among", "despite", "during", "into", "against", "with"})
_SECOND: Final = frozenset({"in", "on", "at", "for", "with", "by", "to", "from"})

_OWNERS: Final = frozenset({"its", "their", "our", "my", "your"})
_ARTICLES: Final = frozenset({"the", "a", "an", "The", "An", "A"})
_ADJECTIVES: Final = word_set(
    "new recent major huge large big separate similar sweeping controversial historic previous former joint broad",
    "broader significant massive",
)
_ENDS: Final = frozenset({".", "?", "!"})
_EDGES: Final = frozenset(
    {'"', "“", "”", "'", "‘", "’", "``", "''", "-", "–", "—", "/", "(", ")", "[", "]", "…", "..."}
)
_SPACED: Final = re.compile(r"\w [,.;](?=\s|$)")
_MARKS: Final = re.compile(r"\w[,.;](?=\s|$)")


def _is_tokenised(text: str) -> bool:
    """Whether the text puts a space before its marks anyhow."""
    spaced = len(_SPACED.findall(text))
    return spaced > 2 and spaced > 0.05 * (spaced + len(_MARKS.findall(text)))


_CAN_LACK: Final = _PREPOSITIONS | _HELD
_SUBJECTS: Final = frozenset({"He", "She", "They", "It"})
_BEFORE_HOLES: Final = _ARTICLES | _ADJECTIVES | _SUBJECTS
_BEFORE_SPACE: Final = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX"})


def _promising(parsed: Parsed) -> list[bool]:
    """Whether a hole may come right behind each token, by the token itself; elsewhere no rule below finds one."""
    tags, classes, lemmas = parsed.tags, parsed.classes, parsed.lemmas
    marked = [*(form in {",", ";", "."} or form.isspace() for form in parsed.forms), False][1:]
    return [
        tag in {"POS", "PRP$"}
        or form in _BEFORE_HOLES
        or (kind == "ADP" and low in _CAN_LACK)
        or (kind == "VERB" and lemma in _TRANSITIVE)
        or (mark and kind in _BEFORE_SPACE)
        for form, low, tag, kind, lemma, mark in zip(
            parsed.forms, parsed.lowers, tags, classes, lemmas, marked, strict=True
        )
    ]


def _holes(parsed: Parsed, words: list[int], promising: list[bool], loose: bool) -> Iterator[Hole]:
    """The holes of one sentence as first and last token and grade, in order; `words` are its tokens but white space."""
    tokens, edges = parsed.tokens, [parsed.forms[index] in _EDGES for index in words]
    for place in range(len(words) - 1):
        if not promising[words[place]] or edges[place] or edges[place + 1] or (place and edges[place - 1]):
            continue
        token, after = tokens[words[place]], tokens[words[place + 1]]
        before = tokens[words[place - 1]] if place else None
        last = place + 2 >= len(words) and after.text in _ENDS
        hole = (
            _owner(before, token, after, last)
            or _article(before, token, after, last)
            or _preposition(before, token, after, last)
            or _verb(token, after, last)
            or _pronoun(before, token, after)
            or (None if loose else _space(token, after))
        )
        if hole is not None:
            yield hole


def _goes_on(after: Token) -> bool:
    """Whether a word can only go on with a sentence, not start a noun phrase."""
    word = after.text
    if word in _AUXILIARIES:
        return after.pos_ in {"AUX", "VERB"}
    return (word in _PREPOSITIONS and after.pos_ in {"ADP", "PART", "SCONJ"}) or word in _LINKS


def _owner(before: Token | None, token: Token, after: Token, last: bool) -> Hole | None:
    """ "ahead of Trump's in South Korea", "its have done", "for his in the talks"."""
    tag = token.tag_
    if tag == "POS":
        return _genitive(token, after)
    if tag != "PRP$":
        return None
    word = token.lower_
    if word in _OWNERS and (
        (last and _ends_paragraph(after)) or (_goes_on(after) and after.text not in {"and", "or"})
    ):
        return token, after, "strong"
    if (
        word in _OWNERS
        and token.dep_ in {"dobj", "pobj"}
        and (after.text in {",", ";"} or after.pos_ in {"ADP", "SCONJ", "AUX"})
    ):
        return token, after, "medium"
    if word == "his" and before is not None:
        if before.lower_ in _PREPOSITIONS and before.lower_ != "of" and after.text in _PREPOSITIONS - {"of"}:
            return before, after, "medium"
        starts = before.text in {";", ",", "."} or before.lower_ in {"and", "but", "that"}
        if starts and after.text in {"have", "were", "are", "did", "would", "could", "will", "has", "had"}:
            return token, after, "medium"
    return None


def _genitive(token: Token, after: Token) -> Hole | None:
    """A possessive in a phrase after a preposition or verb, with another preposition where its noun should be."""
    if after.text not in _PREPOSITIONS or after.text == "of" or token.i == 0:
        return None
    head = token.nbor(-1)
    if head.ent_type_ in {"ORG", "FAC"} and head.pos_ == "PROPN" and token.ent_type_ == head.ent_type_:
        return None
    start = head
    while start.i > token.sent.start and start.nbor(-1).dep_ in {"compound", "det", "amod", "nmod"}:
        start = start.nbor(-1)
    lead = start.nbor(-1) if start.i > token.sent.start else None
    if lead is None or lead.lower_ in {"of", "at", "in", "to", "from", "near"}:
        return (
            (lead, after, "strong") if lead is not None and lead.lower_ == "of" and _of_time(lead) else None
        )
    return (lead, after, "strong") if lead.lower_ in _PREPOSITIONS else None


def _of_time(of: Token) -> bool:
    """Whether an "of" belongs to a preposition of several words; "a friend of Trump's" is whole."""
    return of.i > 0 and of.nbor(-1).lower_ in {"ahead", "because", "instead", "outside", "inside"}


def _article(before: Token | None, token: Token, after: Token, last: bool) -> Hole | None:
    """ "the of", "a in South Korea", "a new on imports"."""
    if token.text in _ARTICLES and token.tag_ == "DT":
        following = after.nbor(1) if after.i + 1 < len(after.doc) else None
        if following is not None and following.text in {"-", "–"}:
            return None
        if _goes_on(after) or (last and _ends_paragraph(after)):
            return token, after, "strong"
        if (
            after.tag_ in {"VBN", "VBD"}
            and following is not None
            and following.text in {"by", "on", "in", "for", "at"}
        ):
            return (token, after, "medium") if token.lower_ in {"a", "an"} else None
        if token.pos_ == "PRON" and (
            after.pos_ in {"ADP", "AUX", "SCONJ", "CCONJ"} or after.text in {",", ";"}
        ):
            return token, after, "medium"
    if (
        (
            token.text in _ADJECTIVES
            and token.tag_ == "JJ"
            and before is not None
            and before.lower_ in {"a", "an"}
        )
        and _goes_on(after)
        and after.text not in {"and", "or", "but", "to"}
    ):
        return before, after, "medium"
    return None


def _ends_paragraph(stop: Token) -> bool:
    """Whether a full stop ends a line or comes before a capital: line breaks leave stops behind words."""
    rest = stop.doc.text[stop.idx + len(stop.text) : stop.idx + len(stop.text) + 3]
    return not rest.strip() or "\n" in rest


def _preposition(before: Token | None, token: Token, after: Token, last: bool) -> Hole | None:
    """ "the rollout of on its rare earths", "the end of.", "In, all"."""
    if token.pos_ != "ADP" or (word := token.lower_) not in _CAN_LACK:
        return None
    if before is None:
        return (
            (token, after, "strong")
            if after.text == "," and word in {"in", "of", "from", "at", "for"}
            else None
        )
    if token.dep_ not in {"prep", "agent", "dative"} or any(
        c.dep_ in {"pobj", "pcomp"} for c in token.children
    ):
        return None
    if before.pos_ not in {"NOUN", "PROPN", "VERB"} or before.lower_ in _QUANTITIES:
        return None
    if _has_gap(token.head) or token.head.pos_ == "AUX":
        return None
    return (before, after, "medium") if _lacks_noun(before, token, after, last) else None


def _lacks_noun(before: Token, token: Token, after: Token, last: bool) -> bool:
    """Whether what follows a preposition without an object leaves no room for one."""
    word = token.lower_
    if after.text in {",", ";"} or last:
        return (word in _HELD and before.pos_ != "VERB") or (
            last and before.pos_ in {"NOUN", "PROPN"} and before.dep_ in _FILLED
        )
    if after.text in {"and", "or"}:
        return word == "of" and before.pos_ == "NOUN" and not _shares_object(after)
    if after.dep_ == "mark":
        return after.text in {"since", "while", "although", "because"}
    if after.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return after.pos_ == "AUX" or (before.pos_ == "NOUN" and after.pos_ == "VERB")
    if after.text in _SECOND and after.pos_ == "ADP":
        return word in _FIRST or (
            word in {"at", "on", "for"} and before.pos_ == "NOUN" and after.head == token
        )
    return False


def _shares_object(link: Token) -> bool:
    """ "imports of and demand for steel": another preposition soon after the "and"."""
    return any(token.pos_ == "ADP" for token in link.doc[link.i + 1 : link.i + 6])


def _verb(token: Token, after: Token, last: bool) -> Hole | None:
    """ "threatened to impose on Chinese imports"."""
    if (
        token.pos_ != "VERB"
        or token.tag_ not in {"VB", "VBD", "VBZ", "VBP"}
        or token.lemma_ not in _TRANSITIVE
    ):
        return None
    if not last and after.text not in _PREPOSITIONS - {"of", "to", "into", "since", "until"}:
        return None
    for child in token.children:
        if child.dep_ in {
            "dobj",
            "ccomp",
            "xcomp",
            "auxpass",
            "nsubjpass",
            "prt",
            "agent",
            "conj",
            "dative",
            "attr",
        }:
            return None
    if token.tag_ != "VB" and not any(child.dep_ == "nsubj" for child in token.lefts):
        return None
    return None if _has_gap(token) else (token, after, "medium")


def _has_gap(verb: Token) -> bool:
    """Whether the object may stand elsewhere: before a relative clause, in a question, with a verb it is joined to."""
    current = verb
    for _ in range(10):
        if current.dep_ in {"relcl", "acl", "csubj", "acomp"}:
            return True
        if any(c.dep_ == "auxpass" or c.tag_ in {"WDT", "WP", "WRB", "WP$"} for c in current.children):
            return True
        if current.dep_ == "pcomp" and current.head.head.pos_ in {"ADJ", "AUX", "NOUN"}:
            return True
        if current.dep_ == "xcomp" and current.head.pos_ in {"ADJ", "AUX", "NOUN"}:
            return True
        if current.dep_ == "conj" and current.head.pos_ != "VERB":
            return True
        if current.head == current:
            return False
        current = current.head
    return False


def _pronoun(before: Token | None, token: Token, after: Token) -> Hole | None:
    """ "He the report": a subject without its verb."""
    if token.text not in _SUBJECTS or before is not None:
        return None
    if after.text in {"the", "a", "an", "his", "her", "their", "that"} and after.pos_ in {
        "DET",
        "PRON",
        "SCONJ",
    }:
        return token, after, "strong" if after.text != "that" else "medium"
    return None


def _space(token: Token, after: Token) -> Hole | None:
    """A mark that stands alone after a space and a word that cannot end a phrase."""
    if after.text in {",", ";", "."} and token.whitespace_ and token.pos_ in _BEFORE_SPACE:
        return token, after, "strong"
    return None
