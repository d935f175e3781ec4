"""Key points: the few sentences that together say most of what a summary of the article would say.

Every content word gets the probability that a summary written by people would use it, from how many sentences have it,
where it comes first, and whether it is a name or a number (logistic regression, `benchmarks.keypoints_train`). The
chosen sentences are those whose words, each counted once, promise the best ROUGE for their length: that keeps them short
and apart from one another. The idea is that of maximum coverage (Gillick and Favre 2009) with learned word weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import exp, log

from .key_sentences import running_sentences, stands_alone, title_words
from .model import Actor, Claim, Figure, KeyPoint, Mention, Question, Signal
from .parsed import Parsed
from .wordset import word_set

MOST = 5
FIRST = 3
"""Key points that are chosen together, from the opening part of the article; the others may come from anywhere."""

WORD_WEIGHTS: tuple[float, ...] = (-1.48, 1.12, -0.58, 0.08, 0.09, 0.45, 0.39)
"""Of the bias and of `word_features`, as `benchmarks.keypoints_train` prints them."""
TITLE_WEIGHT = 0.8
"""The texts that the weights were learned from have no title; a word of the title counts as if in twice the sentences."""

_OPENING = (9, 0.3)
"""The opening part: so many sentences, or this share of them if that is more."""
_SUMMARY = 44
"""Words of a usual summary; the longer it is, the less short sentences are preferred."""
_FULL_SUMMARY = 200
"""The same for the key points after the first three, which may tell more at length."""
_COMMON = 0.3
"""How likely a summary uses a function word beside a content word that it uses."""
_FUNCTION = 0.1
_PENALTY = 0.02
_WEIGHTIER = (0.01, 0.03)
"""What it adds to a sentence that a named actor is heard in it, and again that it has a key figure; among the first three,
and after them."""
_KEY_FIGURE = (0.5, 0.3)
"""How salient a figure is at least to be one."""
_VERBATIM = (0.03, 0.06)
"""What it takes from a sentence that all of it is direct speech: what was done weighs more than how it was put."""
_LATER = 0.05
"""What each doubling (by e) of a sentence's place takes from it after the first three."""
_POOL = 10
_SHARED = 2
"""Content words that a key point has in common with other sentences, or it is beside the story."""
_SHORTEST = 6
_LONGEST = 80
"""Words below which a sentence says too little alone, and above which it is none that can be taken in."""

_SUMMARY_HEADING = re.compile(
    r"(?:the )?(?:bottom line|conclusions?|(?:key )?take-?aways?|summary|upshot|why it matters|final thoughts?"
    r"|in (?:short|summary|brief|conclusion))\W*",
    re.IGNORECASE,
)
_FUNCTION_TAGS = word_set("DET ADP PRON AUX CCONJ SCONJ PART")
_BODIES = word_set("ORG GPE")
_FIRST_PERSON = word_set("i we my our me us you")


@dataclass
class Word:
    """What is known of one content word (by its lemma) in an article."""

    first: int
    sentences: int = 0
    last: int = -1
    tokens: int = 0
    names: int = 0
    number: bool = False
    person: bool = False
    body: bool = False


def word_features(word: Word) -> tuple[float, ...]:
    """Bias, log of the sentences that have it, log of the first, share of uses as a name; number, person, body or place."""
    return (
        1.0,
        log(word.sentences),
        log(1 + word.first),
        word.names / word.tokens,
        float(word.number),
        float(word.person),
        float(word.body),
    )


def content_words(
    parsed: Parsed, sentences: Iterable[int]
) -> tuple[dict[str, Word], list[list[tuple[str, bool]]]]:
    """The content words, and for each of the sentences what it is made of, each with whether it is a function word."""
    words: dict[str, Word] = {}
    made_of: list[list[tuple[str, bool]]] = []
    classes, entities, numbers = parsed.classes, parsed.entities, parsed.flags("LIKE_NUM")
    functions = [
        stop or kind in _FUNCTION_TAGS for stop, kind in zip(parsed.flags("IS_STOP"), classes, strict=True)
    ]
    spelled = [form.isalnum() or any(map(str.isalnum, form)) for form in parsed.forms]
    for place, number in enumerate(sentences):
        span = parsed.spans[number]
        kept = [index for index in range(span.start, span.end) if spelled[index]]
        made_of.append([(parsed.low_lemmas[index], functions[index]) for index in kept])
        for index in kept:
            if functions[index]:
                continue
            key = parsed.low_lemmas[index]
            word = words.get(key)
            if word is None:
                word = words[key] = Word(place)
            if word.last != place:
                word.sentences += 1
                word.last = place
            word.tokens += 1
            word.names += classes[index] == "PROPN"
            word.number = word.number or numbers[index]
            word.person = word.person or entities[index] == "PERSON"
            word.body = word.body or entities[index] in _BODIES
    return words, made_of


def find_key_points(
    parsed: Parsed,
    mentions: Sequence[Mention],
    actors: Sequence[Actor],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
    questions: Sequence[Question],
    signals: Sequence[Signal],
) -> tuple[KeyPoint, ...]:
    """Up to five key points in reading order; the three most salient are the ones chosen together.

    Never a title, heading or caption, a question, a quote without its speaker, a sentence that opens with a pronoun, or one
    with a signal `machine-text` or `missing-words`.
    """
    kept = running_sentences(parsed, signals)
    if not kept:
        return ()
    words, made_of = content_words(parsed, kept)
    title = title_words(parsed)
    weights = {
        key: 1 / (1 + exp(-(_dot(word_features(word)) + (TITLE_WEIGHT if key in title else 0))))
        for key, word in words.items()
    }
    pieces = [_Piece.of(parsed, index, made_of[place], weights) for place, index in enumerate(kept)]
    usable = [
        place
        for place, piece in enumerate(pieces)
        if piece.words >= _SHORTEST and stands_alone(parsed, piece.index)
    ]
    shared = {key for key, word in words.items() if word.sentences > 1 or key in title}
    connected = [place for place in usable if len(shared.intersection(pieces[place].covers)) >= _SHARED]
    if len(connected) >= FIRST:
        usable = connected
    if not usable:
        return ()
    opening = max(_OPENING[0], round(_OPENING[1] * len(kept)))
    ids = [parsed.sentences[piece.index].id for piece in pieces]
    front = [place for place in usable if place < opening] or usable
    weight = _weights(parsed, actors, figures, claims)
    summed_up = _summed_up(parsed)

    def together(group: Iterable[int]) -> float:
        places = tuple(group)
        return _worth([pieces[p] for p in places]) + sum(weight.get(ids[p], _NO_WEIGHT)[0] for p in places)

    front = sorted(front, key=lambda place: (-together([place]), place))[:_POOL]
    chosen = list(max(combinations(sorted(front), min(FIRST, len(front))), key=together))
    chosen.sort(key=lambda place: (-together([place]), place))
    while len(chosen) < MOST and (rest := [place for place in usable if place not in chosen]):

        def gain(place: int) -> tuple[float, int]:
            worth = _worth([pieces[p] for p in [*chosen, place]], _FULL_SUMMARY)
            late = 0.0 if ids[place] in summed_up else _LATER * log(1 + place)
            return worth + weight.get(ids[place], _NO_WEIGHT)[1] - late, -place

        chosen.append(max(rest, key=gain))
    return tuple(
        KeyPoint(parsed.sentences[pieces[place].index].id, round(1 - 0.15 * rank, 3))
        for rank, place in sorted(enumerate(chosen), key=lambda pair: pair[1])
    )


_NO_WEIGHT = (0.0, 0.0)


def _weights(
    parsed: Parsed, actors: Sequence[Actor], figures: Sequence[Figure], claims: Sequence[Claim]
) -> dict[str, tuple[float, float]]:
    """What speaks for and against each sentence besides its words: among the first three, and after them."""
    named = {actor.id for actor in actors if actor.kind != "unnamed"}
    heard = {claim.sentence for claim in claims if claim.actor in named}
    measured: dict[str, float] = {}
    for figure in figures:
        if not figure.rhetorical:
            measured[figure.sentence] = max(figure.salience, measured.get(figure.sentence, 0.0))
    spoken: dict[str, int] = {}
    for claim in claims:
        if claim.form == "direct":
            spoken[claim.sentence] = spoken.get(claim.sentence, 0) + claim.end - claim.start
    length = {sentence.id: sentence.end - sentence.start for sentence in parsed.sentences}
    found = {}
    for sentence in heard | measured.keys() | spoken.keys():
        verbatim = min(1.0, spoken.get(sentence, 0) / length[sentence])
        first, later = (
            more * ((sentence in heard) + (measured.get(sentence, 0.0) > enough)) - less * verbatim
            for more, enough, less in zip(_WEIGHTIER, _KEY_FIGURE, _VERBATIM, strict=True)
        )
        found[sentence] = (first, later)
    return found


def _summed_up(parsed: Parsed) -> frozenset[str]:
    """The sentences of a section that calls itself the article's summary."""
    found: list[str] = []
    within = False
    for sentence in parsed.sentences:
        block = parsed.article.blocks[sentence.block]
        if block.kind == "heading":
            within = _SUMMARY_HEADING.fullmatch(parsed.text[block.start : block.end].strip()) is not None
        elif within:
            found.append(sentence.id)
    return frozenset(found)


def _dot(features: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(WORD_WEIGHTS, features, strict=True))


@dataclass(frozen=True)
class _Piece:
    """A sentence as something that covers words and pairs of words, each of its worth."""

    index: int
    covers: dict[str, float]
    pairs: dict[tuple[str, str], float]
    function: int
    words: int
    penalty: float

    @classmethod
    def of(
        cls, parsed: Parsed, index: int, made_of: list[tuple[str, bool]], weights: dict[str, float]
    ) -> _Piece:
        text = parsed.text[parsed.sentences[index].start : parsed.sentences[index].end]
        pairs = {
            (one, other): (_COMMON if first else weights[one]) * (_COMMON if second else weights[other])
            for (one, first), (other, second) in pairwise(made_of)
        }
        quoted = any(mark in text for mark in '“"') or "``" in text
        span = parsed.spans[index]
        personal = not _FIRST_PERSON.isdisjoint(parsed.lowers[span.start : span.end])
        return cls(
            index,
            {key: weights[key] for key, function in made_of if not function},
            pairs,
            sum(function for _, function in made_of),
            len(text.split()),
            _PENALTY * (0.5 * quoted + personal),
        )


def _worth(pieces: Sequence[_Piece], summary: int = _SUMMARY) -> float:
    """Half the ROUGE-1 and ROUGE-2 (F1) that `pieces` together can be expected to reach against so long a summary."""
    covers: dict[str, float] = {}
    pairs: dict[tuple[str, str], float] = {}
    length, function, penalty = 0, 0, 0.0
    for piece in pieces:
        covers |= piece.covers
        pairs |= piece.pairs
        length += piece.words
        function += piece.function
        penalty += piece.penalty
    return (sum(covers.values()) + _FUNCTION * function + sum(pairs.values())) / (length + summary) - penalty
