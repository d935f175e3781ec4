"""Marks of how far an article can be leaned on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from numpy import flatnonzero, isin

from .hedges import Hedge, under
from .lost_words import find_lost_words
from .machine_text import find_machine_text
from .model import Claim, Figure, Grade, Sentence, Signal
from .openings import matches, openings
from .parsed import Parsed
from .wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STRONG_HEARSAY = re.compile(
    r"privately|sources? |reports?|rumou?rs?|claims?|understood|unconfirmed", re.IGNORECASE
)
_EXPERTS = re.compile(
    r"\b(?:(?:some|many|most|several|industry|market|diplomatic|political) )?(?:analysts|experts|observers|insiders|critics|"
    r"commentators|pundits) (?:say|warn|caution|believe|expect|predict|anticipate|agree|fear|note|suggest|argue|think)\b",
    re.IGNORECASE,
)
_EXPERTS_OPENING = openings(
    *word_set("analysts experts observers insiders critics commentators pundits"),
    *(
        f"{word} (?:analysts|experts|observers|insiders|critics|commentators|pundits)"
        for word in word_set("some many most several industry market diplomatic political")
    ),
)
_OWN_WORDS = re.compile(
    r"\b(?:sponsored (?:content|post|by)|paid (?:content|post|promotion|partnership)|in partnership with|advertorial|"
    r"(?:this|the) (?:article|post|report) (?:was|is) (?:sponsored|paid for|produced by)|affiliate (?:links?|commissions?)|"
    r"(?:earn|receive)s? (?:a|an) (?:\w+ )?commission|(?:holds?|owns?|have|has) (?:a )?(?:long |short |no )?positions? in|"
    r"(?:holds?|owns?) (?:shares|stock|stakes?) (?:in|of)|financial interest in|conflicts? of interest|"
    r"our (?:company|firm|products?|services?|clients?|customers|investors|shareholders|portfolio|platform)|"
    r"full disclosure|disclosure:)",
    re.IGNORECASE,
)
_OWN_OPENING = openings(
    *word_set("sponsored paid advertorial affiliate earn receive holds? owns? conflicts?"),
    *(f"{word} (?:article|post|report) " for word in ("this", "the")),
    *(f"{word} (?:an? |long |short |no |position)" for word in ("have", "has")),
    *("in partnership with", "financial interest in", "full disclosure", "disclosure:"),
    "our (?:company|firm|product|service|client|customer|investor|shareholder|portfolio|platform)",
)
_BELIEVES = word_set("believe think support oppose urge endorse recommend favor favour argue maintain")
_FLAT_KINDS = word_set("title heading list caption")
_SOFT = 0.6
_SAME = 0.8
_FEWEST = 4
"""A flat sentence drops a hedge when it has so many content words and this share of them stands in one hedged so."""
_TENSES = word_set("VBZ VBP VBD MD")
_SOFTENING = word_set("epistemic reportative doxastic")


def find_signals(
    parsed: Parsed, figures: Sequence[Figure], claims: Sequence[Claim], hedges: Sequence[Hedge]
) -> tuple[Signal, ...]:
    """The signals of an article, sorted by start; no two of one kind on the same span.

    Undated is a signal of the whole article and points to its first sentence; it is not raised for plain text, whose
    date nobody could have read. All others point to the words that show them.
    """
    if not parsed.sentences:
        return ()
    found = [
        *_undated(parsed),
        *_unsourced(parsed, hedges),
        *_interest(parsed),
        *_dropped_figures(parsed, figures),
        *_dropped_hedges(parsed, hedges),
        *find_lost_words(parsed),
        *find_machine_text(parsed),
    ]
    unique = {(signal.kind, signal.start, signal.end): signal for signal in found}
    return tuple(sorted(unique.values(), key=lambda signal: (signal.start, signal.end, signal.kind)))


def _undated(parsed: Parsed) -> Iterator[Signal]:
    if parsed.article.published is None and not parsed.article.plain:
        first = parsed.sentences[0]
        yield Signal("undated", "strong", first.id, first.start, first.end)


def _unsourced(parsed: Parsed, hedges: Sequence[Hedge]) -> Iterator[Signal]:
    """Hearsay, and experts without a name."""
    for hedge in hedges:
        if hedge.kind == "reportative":
            cue = parsed.text[hedge.start : hedge.end]
            if cue.lower().startswith("according to"):
                grade: Grade = "medium"
            else:
                grade = (
                    "strong"
                    if cue.lower() in ("reportedly", "allegedly") or _STRONG_HEARSAY.search(cue)
                    else "medium"
                )
            yield Signal("unsourced", grade, hedge.sentence, hedge.start, hedge.end)
    for match in matches(_EXPERTS, _EXPERTS_OPENING, parsed.text):
        sentence = parsed.sentence_at(match.start())
        if match.end() <= sentence.end:
            yield Signal("unsourced", "weak", sentence.id, match.start(), match.end())


def _interest(parsed: Parsed) -> Iterator[Signal]:
    """Where the outlet or the author takes a position or has something to gain."""
    quoted = _quoted_spans(parsed.text)
    for match in matches(_OWN_WORDS, _OWN_OPENING, parsed.text):
        sentence = parsed.sentence_at(match.start())
        if match.end() <= sentence.end and not _within(match.start(), quoted):
            yield Signal("declared-interest", "medium", sentence.id, match.start(), match.end())
    publisher = _name_key(parsed.article.publisher)
    for token in _with_lemma(parsed.doc, _BELIEVES):
        if token.pos_ != "VERB" or _within(token.idx, quoted):
            continue
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        if subject is None:
            continue
        own = _is_outlet(subject, publisher)
        if own or subject.lower_ == "we":
            sentence = parsed.sentence_at(token.idx)
            start = max(sentence.start, subject.left_edge.idx)
            end = min(sentence.end, token.idx + len(token))
            if start < end:
                yield Signal("declared-interest", "strong" if own else "medium", sentence.id, start, end)


def _with_lemma(doc: Doc, lemmas: Collection[str]) -> Iterator[Token]:
    """The tokens with one of these lemmas, without looking at each token from Python."""
    wanted = [doc.vocab.strings[lemma] for lemma in sorted(lemmas)]
    for number in flatnonzero(isin(doc.to_array("LEMMA"), wanted)).tolist():
        yield doc[number]


def _is_outlet(subject: Token, publisher: frozenset[str]) -> bool:
    """Whether the subject of an opinion is the article's own publisher."""
    if not publisher or subject.pos_ != "PROPN":
        return False
    words = {token.lower_ for token in under(subject) if token.pos_ == "PROPN"}
    return len(words & publisher) >= min(2, len(publisher))


def _name_key(name: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", (name or "").lower())) - {"the", "com", "news", "www", "org", "net"}


def _quoted_spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"“[^“”\n]{0,2000}”|\"[^\"\n]{0,2000}\"", text)]


def _within(offset: int, spans: list[tuple[int, int]]) -> bool:
    place = bisect_right(spans, (offset, len(spans) and spans[-1][1])) - 1
    return place >= 0 and offset < spans[place][1]


def _flat(parsed: Parsed, sentence: Sentence) -> bool:
    return parsed.article.blocks[sentence.block].kind in _FLAT_KINDS


def _dropped_figures(parsed: Parsed, figures: Sequence[Figure]) -> Iterator[Signal]:
    """A number that stands bare in a title, heading, list or caption, and with "about" or the like in the body."""
    by_id = {sentence.id: sentence for sentence in parsed.sentences}
    softened: set[tuple[float | None, str | None]] = set()
    for figure in figures:
        if figure.qualifier and not _flat(parsed, by_id[figure.sentence]):
            softened.add((figure.value, figure.unit))
    for figure in figures:
        if figure.value is None or figure.qualifier or (figure.value, figure.unit) not in softened:
            continue
        if _flat(parsed, by_id[figure.sentence]):
            yield Signal("hedge-dropped", "strong", figure.sentence, figure.start, figure.end)


def _dropped_hedges(parsed: Parsed, hedges: Sequence[Hedge]) -> Iterator[Signal]:
    """A title, heading, list item or caption that says flatly, in the same words, what the body hedges."""
    flat = [i for i, sentence in enumerate(parsed.sentences) if _flat(parsed, sentence)]
    if not flat:
        return
    hedging = {hedge.sentence for hedge in hedges}
    softened = {hedge.sentence for hedge in hedges if hedge.kind in _SOFTENING and hedge.strength >= _SOFT}
    bodies = [
        _content(parsed, i)
        for i, sentence in enumerate(parsed.sentences)
        if sentence.id in softened and not _flat(parsed, sentence)
    ]
    having: dict[str, list[frozenset[str]]] = {}
    for body in bodies:
        for word in body:
            having.setdefault(word, []).append(body)
    for i in flat:
        sentence = parsed.sentences[i]
        own = _content(parsed, i)
        if sentence.id in hedging or len(own) < _FEWEST or not _tells(parsed, i):
            continue
        needed = ceil(_SAME * len(own))
        # who has so many of the words has one of the rarest; that spares comparing all with all
        rarest = sorted(own, key=lambda word: (len(having.get(word, ())), word))[: len(own) - needed + 1]
        if any(len(own & body) >= needed for word in rarest for body in having.get(word, ())):
            yield Signal("hedge-dropped", "medium", sentence.id, sentence.start, sentence.end)


def _tells(parsed: Parsed, index: int) -> bool:
    """Whether the sentence asserts something: it has a verb in a tense and is no question."""
    tokens = [token for token in parsed.spans[index] if token.is_alpha]
    sentence = parsed.sentences[index]
    return (
        bool(tokens)
        and not parsed.text[sentence.start : sentence.end].rstrip().endswith("?")
        and tokens[0].tag_ not in ("WRB", "WP", "WDT")
        and any(t.tag_ in _TENSES for t in tokens)
    )


def _content(parsed: Parsed, index: int) -> frozenset[str]:
    return frozenset(
        token.lemma_.lower()
        for token in parsed.spans[index]
        if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and not token.is_stop
    )
