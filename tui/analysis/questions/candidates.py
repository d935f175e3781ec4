"""What may be asked of a text: the places that leave something open, each with its question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from ..hedges import Hedge
from ..model import Reason
from ..parsed import Parsed
from .from_hedge import ask
from .phrasing import SUBJECTS, clause_words, phrase, subject_of, words, yes_no

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


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
"""Hedges that together leave a sentence less open than this ask nothing."""

_ANSWER = re.compile(
    r"(?:yes|no|not|because|the answer|simple|simply|absolutely|nope|yep|sure|of course)\b", re.IGNORECASE
)
_TO_READER = re.compile(r"\b(?:you|your|yours|click|subscribe)\b", re.IGNORECASE)
_LEAD_IN = re.compile(r"(?:but|and|so|or|yet|still|then|well|now)\b,?\s+", re.IGNORECASE)

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)"
_RUNS = (
    r"(?:truce|deadline|pause|cease-?fire|reprieve|extension|suspension|window|ultimatum|grace period|moratorium|deferral|"
    r"waiver|exemption|freeze|delay|halt|stay|countdown|consultation)"
)
_CLOCK = re.compile(
    rf"\b{_NUMBER}[- ](?:hour|day|week|month|year)s?[- ](?:[a-z]+ )?{_RUNS}\b"
    r"|\b(?:deadline|ultimatum|cut-?off)\b|\bclock is ticking\b|\btime is running out\b|\b(?:expires?|runs out|lapses?)\b",
    re.IGNORECASE,
)
_ROUNDS = frozenset(
    {
        "talk",
        "negotiation",
        "meeting",
        "summit",
        "discussion",
        "dialogue",
        "session",
        "consultation",
        "hearing",
    }
)
_GOING_ON = re.compile(
    r"\b(?:ongoing|under ?way|in progress|set to (?:continue|resume|meet|go on)|(?:will|to) (?:continue|resume)|"
    r"(?:are|is) continuing|continue|resumed?|ahead of|foreseen|follow-up)\b",
    re.IGNORECASE,
)
_TOLD = frozenset(
    {
        "say",
        "declare",
        "claim",
        "announce",
        "insist",
        "tell",
        "state",
        "maintain",
        "assert",
        "boast",
        "add",
        "write",
    }
)
_CONSENT = frozenset(
    {"agree", "promise", "accept", "commit", "concede", "pledge", "consent", "undertake", "vow", "assure"}
)


def asked(parsed: Parsed) -> Iterator[Candidate]:
    """Questions that the text asks itself and does not answer with the next sentence."""
    for index, sentence in enumerate(parsed.sentences):
        text = parsed.text[sentence.start : sentence.end]
        if not text.rstrip("\"”’' )").endswith("?") or parsed.article.blocks[sentence.block].kind in (
            "title",
            "heading",
        ):
            continue
        following = parsed.sentences[index + 1] if index + 1 < len(parsed.sentences) else None
        if following is not None and following.block == sentence.block:
            after = parsed.text[following.start : following.end]
            if _ANSWER.match(after.lstrip('"“‘ ')):
                continue
        if _TO_READER.search(text) or len(text.split()) < 4:
            continue
        question = _LEAD_IN.sub("", text.strip('"“”‘’ '), count=1)
        yield Candidate(
            sentence.start, sentence.end, index, question[0].upper() + question[1:], "asked", 0.95
        )


def hedged(parsed: Parsed, hedges: Sequence[Hedge]) -> Iterator[Candidate]:
    """For each sentence that its hedges leave open, the question after the strongest of them that a pattern fits."""
    by_sentence: dict[str, list[Hedge]] = {}
    for hedge in hedges:
        by_sentence.setdefault(hedge.sentence, []).append(hedge)
    for index, sentence in enumerate(parsed.sentences):
        found = [hedge for hedge in by_sentence.get(sentence.id, ()) if hedge.kind != "approximator"]
        strength = 1 - prod(1 - hedge.strength for hedge in found)
        if strength < _ENOUGH:
            continue
        found.sort(key=lambda hedge: (-hedge.strength, hedge.start))
        reason = _REASONS.get(found[0].kind, "hope")
        question, span = None, None
        for hedge in found:
            question, span = ask(parsed, hedge)
            if question:
                reason = _REASONS.get(hedge.kind, "hope")
                break
        start, end = _inside(span, sentence.start, sentence.end)
        yield Candidate(
            start, end, index, question or parsed.text[sentence.start : sentence.end], reason, strength
        )


def _inside(span: Span | None, start: int, end: int) -> tuple[int, int]:
    if span is None:
        return start, end
    first, last = max(start, span.start_char), min(end, span.end_char)
    return (first, last) if first < last else (start, end)


def clocks(parsed: Parsed) -> Iterator[Candidate]:
    """Running deadlines: "a 90-day truce"."""
    for match in _CLOCK.finditer(parsed.text):
        index = _index(parsed, match.start())
        sentence = parsed.sentences[index]
        if match.end() > sentence.end:
            continue
        span = parsed.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None:
            continue
        root = span.root
        if root.pos_ == "VERB":
            subject = subject_of(root)
            what = words(phrase(subject)) if subject is not None else None
            question = f"When does {what} {root.lemma_}?" if what else None
        elif match.group()[0].isdigit() or "-" in match.group() or " " in match.group():
            question = f"When does the {match.group()} end?"
        else:
            question = f"What happens when the {match.group().lower()} passes?"
        if question:
            yield Candidate(match.start(), match.end(), index, question, "clock", 0.85)


def rounds(parsed: Parsed) -> Iterator[Candidate]:
    """Talks that the text leaves while they go on; the place that says so most plainly."""
    for index, tokens in enumerate(parsed.spans):
        sentence = parsed.sentences[index]
        match = _GOING_ON.search(parsed.text, sentence.start, sentence.end)
        if match is None:
            continue
        for token in tokens:
            if (
                token.lemma_ in _ROUNDS
                and token.pos_ == "NOUN"
                and token.dep_ in SUBJECTS | {"dobj", "pobj", "ROOT"}
            ):
                what = words([t for t in phrase(token) if t.i <= token.i])
                question = f"What came of {_the(what)}? Open: “{match.group()}”, no result."
                yield Candidate(sentence.start, sentence.end, index, question, "undecided", 0.7)
                break


def one_sided(parsed: Parsed) -> Iterator[Candidate]:
    """What one party says that the other has agreed to, or has done wrong."""
    for index, tokens in enumerate(parsed.spans):
        for token in tokens:
            if token.pos_ != "VERB":
                continue
            if token.lemma_ in _CONSENT and token.dep_ == "ccomp" and token.head.lemma_ in _TOLD:
                other, speaker = subject_of(token), subject_of(token.head)
                if other is None or speaker is None or not _parties(speaker, other):
                    continue
                question = yes_no(token)
                span = (token.left_edge.idx, token.right_edge.idx + len(token.right_edge))
            elif token.lemma_ == "accuse":
                speaker = subject_of(token)
                other = next((child for child in token.children if child.dep_ == "dobj"), None)
                deed = next(
                    (
                        t
                        for child in token.children
                        if child.dep_ == "prep"
                        for t in child.children
                        if t.dep_ == "pcomp"
                    ),
                    None,
                )
                if speaker is None or other is None or deed is None or not _parties(speaker, other):
                    continue
                question = (
                    f"Did {words(phrase(other))} {deed.lemma_} {clause_words(deed).partition(' ')[2]}".strip()
                    + "?"
                )
                span = (token.idx, deed.right_edge.idx + len(deed.right_edge))
            else:
                continue
            if question:
                sentence = parsed.sentences[index]
                start, end = max(span[0], sentence.start), min(span[1], sentence.end)
                who = words(phrase(speaker))
                if start < end:
                    yield Candidate(
                        start, end, index, f"{question} Open: only {who} says so.", "one-side", 0.75
                    )


def _parties(speaker: Token, other: Token) -> bool:
    """Whether two different named or at least non-pronominal parties stand on the two sides."""
    return (
        other.pos_ in ("PROPN", "NOUN")
        and speaker.lower_ != other.lower_
        and speaker.pos_ in ("PROPN", "NOUN", "PRON")
    )


def _the(what: str) -> str:
    first, _, rest = what.partition(" ")
    if first.lower() in ("a", "an"):
        return f"the {rest}"
    if first.lower() in ("the", "this", "these", "those", "their", "its", "his", "her") or first.endswith(
        ("’s", "'s")
    ):
        return what[0].lower() + what[1:]
    return f"the {what}"


def _index(parsed: Parsed, offset: int) -> int:
    return int(parsed.sentence_at(offset).id[1:]) - 1
