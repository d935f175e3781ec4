"""Counts and shares of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from tui.articles.model import Article

from .counted import COUNTED, WORD, counted_sentences
from .model import Claim, Mention, Statistics
from .readability import reading_ease

if TYPE_CHECKING:
    from .hedges import Hedge
    from .parsed import Parsed

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047)."""

_OPEN = 0.5
"""How strong the hedges of a sentence must be together for it to count as hedged."""

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?<!\w)‘[^‘’]*(?:’(?=\w)[^‘’]*)*’(?!\w)")


def make_statistics(
    parsed: Parsed, mentions: Sequence[Mention], claims: Sequence[Claim], hedges: Sequence[Hedge]
) -> Statistics:
    """The statistics of one article's headings, body and lists; the title and captions count for mentions and hedges only.

    Reading time is in whole minutes, rounded up, and 0 for a text without words. Shares run from 0 to 1: `furniture_share`
    is that of the source's characters but white space which were set aside, `quoted_share` that of the counted letters which
    stand between the quotation marks of direct and mixed claims.
    """
    article, text = parsed.article, parsed.text
    blocks = [block for block in article.blocks if block.kind in COUNTED]
    words = [match.group() for block in blocks for match in WORD.finditer(text, block.start, block.end)]
    sentences = counted_sentences(text, article.blocks, parsed.sentences)
    labels = Counter(mention.label for mention in mentions)
    hedged = _hedged(hedges)
    return Statistics(
        words=len(words),
        sentences=len(sentences),
        reading_minutes=ceil(len(words) / WORDS_A_MINUTE),
        furniture_share=_furniture_share(article),
        readability=reading_ease(words, len(sentences)),
        mentions=dict(sorted(labels.items())),
        quoted_share=_quoted_share(text, [(block.start, block.end) for block in blocks], claims),
        hedged_sentences=len(hedged),
        hedged=hedged,
    )


def _hedged(hedges: Sequence[Hedge]) -> tuple[str, ...]:
    """The sentences that their hedges together leave open; "about" and "several" before a quantity do not."""
    firm: dict[str, float] = {}
    for hedge in hedges:
        if hedge.kind not in ("approximator", "no-number"):
            firm[hedge.sentence] = firm.get(hedge.sentence, 1.0) * (1 - hedge.strength)
    return tuple(sentence for sentence, left in firm.items() if 1 - left >= _OPEN)


def _furniture_share(article: Article) -> float:
    """The share of the source's characters, white space apart, that was set aside."""
    whole = _dense(article.source)
    aside = sum(_dense(article.source[piece.source_start : piece.source_end]) for piece in article.furniture)
    return round(aside / whole, 4) if whole else 0.0


def _dense(text: str) -> int:
    return len(text) - sum(map(str.isspace, text))


def _quoted_share(text: str, stretches: Sequence[tuple[int, int]], claims: Sequence[Claim]) -> float:
    """The share of the letters in `stretches` that the claims quote; a letter counts once."""
    letters = sum(_letters(text[start:end]) for start, end in stretches)
    if not letters:
        return 0.0
    quoted = 0
    place = 0
    for start, end in sorted(_quotations(text, claims)):
        start = max(start, place)
        if start < end:
            quoted += _letters(text[start:end])
            place = end
    return round(min(1.0, quoted / letters), 4)


def _quotations(text: str, claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """What stands between quotation marks in the direct and mixed claims; a direct claim is all quotation."""
    found: list[tuple[int, int]] = []
    for claim in claims:
        if claim.form == "indirect":
            continue
        inner = [
            match.span()
            for match in _QUOTED.finditer(text, max(0, claim.start - 1), min(len(text), claim.end + 1))
        ]
        if claim.form == "direct" or not inner:
            found.append((claim.start, claim.end))
        else:
            found += inner
    return found


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
