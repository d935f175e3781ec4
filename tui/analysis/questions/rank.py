"""Which of the questions that may be asked are worth asking."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from ..model import Question, Reason, Signal
from ..parsed import Parsed
from .candidates import Candidate

MOST = 9
PER_ROOT = 1.35
"""Questions grow with the root of the number of sentences: a short text leaves a few open, a long one repeats itself."""

_WEIGHT: dict[Reason, float] = {
    "asked": 1.0,
    "undecided": 1.0,
    "unsourced": 1.0,
    "one-side": 1.0,
    "clock": 1.0,
    "conflict": 1.0,
    "no-number": 0.95,
    "missing-words": 0.85,
    "hope": 0.8,
    "undated": 0.8,
}


def choose(
    parsed: Parsed, candidates: Sequence[Candidate], signals: Sequence[Signal]
) -> tuple[Question, ...]:
    """The best of `candidates`, at most one to a sentence and as many as a text of this length can leave open."""
    machine = {signal.sentence for signal in signals if signal.kind == "machine-text"}
    holes = [(signal.start, signal.end) for signal in signals if signal.kind == "missing-words"]
    title = _title_words(parsed)
    overlaps: dict[int, float] = {}
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate in candidates:
        sentence = parsed.sentences[candidate.index]
        kind = parsed.article.blocks[sentence.block].kind
        if kind in ("title", "heading", "caption") or sentence.id in machine:
            continue
        if candidate.reason != "missing-words" and any(
            candidate.start < end and start < candidate.end for start, end in holes
        ):
            continue  # what its clause says is not known
        if candidate.index not in overlaps:
            overlaps[candidate.index] = _overlap(parsed, candidate.index, title)
        score = _WEIGHT[candidate.reason] * candidate.strength * (0.8 + 0.2 * overlaps[candidate.index])
        if candidate.index not in best or score > best[candidate.index][0]:
            best[candidate.index] = (score, candidate)
    limit = max(1, min(MOST, round(PER_ROOT * sqrt(len(parsed.sentences)))))
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].start))[:limit]
    return tuple(
        Question(c.start, c.end, parsed.sentences[c.index].id, c.question, c.reason, round(score, 3))
        for score, c in sorted(ranked, key=lambda pair: pair[1].start)
    )


def _title_words(parsed: Parsed) -> frozenset[str]:
    for block, tokens in (
        (parsed.article.blocks[s.block], span) for s, span in zip(parsed.sentences, parsed.spans, strict=True)
    ):
        if block.kind == "title":
            return frozenset(
                t.lemma_.lower() for t in tokens if t.pos_ in ("NOUN", "PROPN", "VERB") and not t.is_stop
            )
    return frozenset()


def _overlap(parsed: Parsed, index: int, title: frozenset[str]) -> float:
    if not title:
        return 0.5
    own = {token.lemma_.lower() for token in parsed.spans[index]}
    return min(1.0, len(own & title) / 3)
