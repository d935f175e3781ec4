"""Which of the questions that may be asked are worth asking."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Actor, Question, Signal
from ..parsed import Parsed
from .candidates import Candidate

_WEIGHT = {
    "asked": 1.0,
    "undecided": 1.0,
    "unsourced": 0.95,
    "clock": 0.85,
    "one-side": 0.9,
    "hope": 0.8,
    "no-number": 0.85,
    "conflict": 0.95,
    "missing-words": 0.8,
    "undated": 0.6,
}


def choose(
    parsed: Parsed, candidates: Sequence[Candidate], actors: Sequence[Actor], signals: Sequence[Signal]
) -> tuple[Question, ...]:
    """The best of `candidates`, at most one to a sentence and as many as a text of this length can leave open."""
    machine = {signal.sentence for signal in signals if signal.kind == "machine-text"}
    title = _title_words(parsed)
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate in candidates:
        sentence = parsed.sentences[candidate.index]
        kind = parsed.article.blocks[sentence.block].kind
        if kind in ("title", "heading", "caption") or sentence.id in machine:
            continue
        score = (
            _WEIGHT[candidate.reason] * candidate.strength * (0.8 + 0.2 * _overlap(parsed, candidate, title))
        )
        if candidate.index not in best or score > best[candidate.index][0]:
            best[candidate.index] = (score, candidate)
    limit = max(3, min(12, round(len(parsed.sentences) / 3)))
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


def _overlap(parsed: Parsed, candidate: Candidate, title: frozenset[str]) -> float:
    if not title:
        return 0.5
    own = {token.lemma_.lower() for token in parsed.spans[candidate.index]}
    return min(1.0, len(own & title) / 3)
