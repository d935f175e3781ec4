"""An article as paragraphs for the reader, and its statistics in words. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.app.kinds import KINDS, STYLES
from tui.app.looks import OF_BLOCKS
from tui.app.page import Paragraph, Span

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Statistics
    from tui.articles.model import Article

_BULLET = re.compile(r"(?:[•·▪‣*–—-]|\(?[0-9a-zA-Z]{1,2}[.)])\s")


def article_paragraphs(article: Article, analysis: Analysis | None) -> list[Paragraph]:
    """One paragraph per block, with a span for every mention and figure once the analysis is there."""
    spans: list[Span] = []
    if analysis is not None:
        spans += (Span(f.start, f.end, "page--figure") for f in analysis.figures)
        spans += (Span(m.start, m.end, STYLES[m.label]) for m in analysis.mentions)
        spans.sort()
    made: list[Paragraph] = []
    at = 0
    before = ""
    for block in article.blocks:
        while at < len(spans) and spans[at].start < block.start:
            at += 1
        inside: list[Span] = []
        while at < len(spans) and spans[at].start < block.end:
            start, end, style = spans[at]
            inside.append(Span(start - block.start, min(end, block.end) - block.start, style))
            at += 1
        listed = block.kind == "list"
        made.append(
            Paragraph(
                article.text[block.start : block.end],
                tuple(inside),
                OF_BLOCKS.get(block.kind, ""),
                block.start,
                first=4 if listed else 0,
                rest=4 if listed else 0,
                sign="• " if listed and not _BULLET.match(article.text, block.start) else "",
                gap=0 if listed and before == "list" else 1,
            )
        )
        before = block.kind
    return made


def sentence_places(analysis: Analysis) -> dict[str, str]:
    """For each sentence id, the id with what the sentence is: "S12 · sentence 10 of 48", "S1 · title".

    Counted are the sentences that the statistics count.
    """
    from tui.analysis.counted import counted_sentences

    counted = counted_sentences(analysis.text, analysis.blocks, analysis.sentences)
    numbers = {sentence.id: f"sentence {n} of {len(counted)}" for n, sentence in enumerate(counted, 1)}
    return {
        sentence.id: f"{sentence.id} · {numbers.get(sentence.id, analysis.blocks[sentence.block].kind)}"
        for sentence in analysis.sentences
    }


def ease(readability: float) -> str:
    """Flesch's reading ease in a word; the bands are Flesch's own (The Art of Readable Writing, 1949)."""
    for least, word in ((80, "easy"), (60, "plain"), (50, "fairly hard"), (30, "hard")):
        if readability >= least:
            return word
    return "very hard"


def statistics_line(statistics: Statistics) -> str:
    """The statistics of an article in one line."""
    parts = [
        f"{statistics.words:,} words",
        f"{statistics.reading_minutes} min",
        f"{statistics.sentences} sentences",
        f"{statistics.hedged_sentences} hedged",
        f"{statistics.quoted_share:.0%} quoted",
        f"{statistics.furniture_share:.0%} furniture set aside",
    ]
    if statistics.readability is not None:
        parts.append(f"reading ease {statistics.readability:.0f} ({ease(statistics.readability)})")
    return "\u00a0· ".join(part.replace(" ", "\u00a0") for part in parts)


def legend(statistics: Statistics | None, hidden: frozenset[str]) -> list[tuple[str, str]]:
    """The kinds of entity with their keys and how often each is mentioned: text and style, "" for a kind switched off,
    which has a × after its key. Kinds that the article does not mention are left out.
    """
    made = []
    for kind in KINDS:
        count = None if statistics is None else statistics.mentions.get(kind.label, 0)
        if count == 0:
            continue
        off = kind.style in hidden
        name = kind.name if count == 1 else kind.plural
        words = f"{kind.key}{'×' if off else ' '}{name}{'' if count is None else f' {count}'}"
        made.append((words, "" if off else kind.style))
    return made
