"""Questions that a text asks itself, and those that its hedges leave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from ..hedges import Hedge
from ..model import Reason
from ..parsed import Parsed
from .from_hedge import ask, doubted
from .voices import Voices

if TYPE_CHECKING:
    from spacy.tokens import Span


@dataclass(frozen=True)
class Candidate:
    """A question that may be worth asking; `strength` (0 to 1) is how open the text leaves it."""

    start: int
    end: int
    index: int
    """Place of its sentence in `Parsed.sentences`."""
    question: str
    reason: Reason
    strength: float


_REASONS: dict[str, Reason] = {
    "investigative": "undecided",
    "reportative": "unsourced",
    "no-number": "no-number",
}
_ENOUGH = 0.5
_ENOUGH_ALONE = 0.3
_ALONE = 3
"""How open its hedges must leave a sentence before anything is asked of it; less, where a text has few sentences at all."""
_DEEPER = 0.06
"""What a hedge loses in rank for each step down from the main clause."""
_PLAIN = 0.75
"""What is left of a question's strength where no pattern fits and the sentence itself must do."""
_SURE = 0.95
"""How open a hope or forecast must be for its sentence to be shown where no pattern fits."""
_ANSWER = re.compile(
    r"(?:yes|no|not|because|the answer|simple|simply|absolutely|nope|yep|sure|of course)\b", re.IGNORECASE
)
_OPERATORS = frozenset({"be", "do", "have"})
_TO_READER = re.compile(r"\b(?:you|your|yours|click|subscribe)\b", re.IGNORECASE)
_LEAD_IN = re.compile(r"\A(?:but|and|so|or|yet|still|then|well|now)\b,?\s+", re.IGNORECASE)


def asked(parsed: Parsed) -> Iterator[Candidate]:
    """Questions that the text asks itself and does not answer with the next sentence."""
    for index, sentence in enumerate(parsed.sentences):
        text = parsed.text[sentence.start : sentence.end]
        if not _is_question(text) or parsed.article.blocks[sentence.block].kind in (
            "title",
            "heading",
        ):
            continue
        following = parsed.sentences[index + 1] if index + 1 < len(parsed.sentences) else None
        if following is not None and following.block == sentence.block:
            after = parsed.text[following.start : following.end]
            if _ANSWER.match(after.lstrip('"“‘ ')):
                continue
        if _TO_READER.search(text) or len(text.split()) < 4 or not _inverted(parsed.spans[index]):
            continue
        question = _LEAD_IN.sub("", text.strip('"“”‘’ '), count=1)
        yield Candidate(
            sentence.start, sentence.end, index, question[0].upper() + question[1:], "asked", 0.95
        )


def _inverted(tokens: Span) -> bool:
    """Whether the sentence has the form of a question: a question word near its start, or its verb before its subject."""
    opening = [token for token in tokens if token.is_alpha][:5]
    if any(token.tag_ in ("WRB", "WP", "WDT", "WP$") for token in opening):
        return True
    opening = [token for token in opening if token.dep_ != "cc"]
    return (bool(opening) and opening[0].lemma_ in _OPERATORS) or any(t.tag_ == "MD" for t in opening[:1])


def _is_question(text: str) -> bool:
    return text.rstrip("\"”’' )").endswith("?")


def hedged(parsed: Parsed, hedges: Sequence[Hedge], voices: Voices) -> Iterator[Candidate]:
    """For each sentence that its hedges leave open, the question after the strongest of them that a pattern fits.

    What somebody is quoted as saying of himself ("our plants may close") is asked in his own words.
    """
    by_sentence: dict[str, list[Hedge]] = {}
    for hedge in hedges:
        by_sentence.setdefault(hedge.sentence, []).append(hedge)
    enough = _ENOUGH if len(parsed.sentences) > _ALONE else _ENOUGH_ALONE
    for index, sentence in enumerate(parsed.sentences):
        found = [hedge for hedge in by_sentence.get(sentence.id, ()) if hedge.kind != "approximator"]
        strength = 1 - prod(1 - hedge.strength for hedge in found)
        if strength < enough or _is_question(parsed.text[sentence.start : sentence.end]):
            continue
        found.sort(key=lambda hedge: (_DEEPER * _depth(parsed, hedge) - hedge.strength, hedge.start))
        reason = _REASONS.get(found[0].kind, "hope")
        question, span = None, None
        for hedge in found:
            question, span = ask(parsed, hedge)
            if not question and (voice := voices.at(hedge.start)) and (said := doubted(parsed, hedge)):
                question = (
                    f"Is {voice} right that “{said[0]}”? Open: “{parsed.text[hedge.start : hedge.end]}”."
                )
                span = said[1]
            if question:
                reason = _REASONS.get(hedge.kind, "hope")
                break
        start, end = _inside(span, sentence.start, sentence.end)
        if question is None:
            if reason == "hope" and strength < _SURE and len(parsed.sentences) > _ALONE:
                continue
            question, strength = parsed.text[sentence.start : sentence.end], _PLAIN * strength
        yield Candidate(start, end, index, question, reason, strength)


def _depth(parsed: Parsed, hedge: Hedge) -> int:
    """How many words stand between the hedge and the root of its sentence in the tree, at most five."""
    depth = 0
    for _ in parsed.doc[hedge.token].ancestors:
        depth += 1
        if depth == 5:
            break
    return depth


def _inside(span: Span | None, start: int, end: int) -> tuple[int, int]:
    if span is None:
        return start, end
    first, last = max(start, span.start_char), min(end, span.end_char)
    return (first, last) if first < last else (start, end)
