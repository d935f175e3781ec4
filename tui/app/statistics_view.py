"""The statistics beside the text: numbers, shares as bars, and where along the text the main actors are named. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.app.actors_view import bar as along
from tui.app.article_text import ease
from tui.app.evidence import Sentences
from tui.app.kinds import KINDS
from tui.app.page import Paragraph, Span
from tui.app.views import as_brief
from tui.brief.model import Brief, Line

if TYPE_CHECKING:
    from tui.analysis.model import Analysis

NAME = 17
"""Columns of the name before a number or bar."""
BAR = 9
"""Columns of a bar: with name and number no wider than the text of the narrowest of two panes."""
ALONG = 13
"""Parts of the text, a column each, in which an actor may be named."""
ACTORS = 8
NAMED = 12


class _Rows:
    """Paragraphs, and the lines behind those that can be gone to."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.sentences = Sentences(analysis)
        self.paragraphs: list[Paragraph] = []
        self.lines: list[Line] = []

    def holding(self, spots: Iterable[int]) -> list[str]:
        """The sentences that hold the offsets."""
        return [found for spot in spots if (found := self.sentences.at(spot)) is not None]

    def heading(self, words: str) -> None:
        self.paragraphs.append(Paragraph(words, style="page--heading", gap=bool(self.paragraphs)))

    def row(self, name: str, value: str, style: str = "page--dim", sentences: Iterable[str] = ()) -> None:
        """A name and its value; with sentences, a line that rests on them."""
        item = -1
        if evidence := self.sentences.evidence(sentences):
            item = len(self.lines)
            self.lines.append(Line("figures", f"s{item}", f"{name} {value}", evidence))
        shown = name if len(name) < NAME else f"{name[: NAME - 2]}…"
        self.paragraphs.append(
            Paragraph(f"{shown:<{NAME}}{value}", [Span(0, len(shown), style)], rest=NAME, item=item)
        )


def statistics_view(analysis: Analysis) -> tuple[Brief, list[Paragraph]]:
    """The statistics as paragraphs, with lines for those of which the sentences can be shown."""
    rows = _Rows(analysis)
    _numbers(rows)
    _shares(rows)
    _kinds(rows)
    _along(rows)
    _named(rows)
    return as_brief(analysis, rows.lines), rows.paragraphs


def _numbers(rows: _Rows) -> None:
    analysis, numbers = rows.analysis, rows.analysis.statistics
    rows.heading("Statistics")
    rows.row("words", f"{numbers.words:,}")
    rows.row("reading time", f"{numbers.reading_minutes} min")
    rows.row("sentences", f"{numbers.sentences:,}")
    if numbers.sentences:
        rows.row("words a sentence", f"{numbers.words / numbers.sentences:.1f}")
    if numbers.readability is not None:
        rows.row("reading ease", f"{numbers.readability:.0f} of 100, {ease(numbers.readability)}")
    rows.row("claims", f"{len(analysis.claims):,}", sentences=[c.sentence for c in analysis.claims])
    rows.row("figures", f"{len(analysis.figures):,}", sentences=[f.sentence for f in analysis.figures])
    rows.row(
        "open questions", f"{len(analysis.questions):,}", sentences=[q.sentence for q in analysis.questions]
    )


def bar(share: float) -> str:
    """A share of 0 to 1 as a bar; what is above nothing is seen."""
    full = max(round(BAR * share), 1 if share > 0 else 0)
    return "█" * full + "░" * (BAR - full)


def _shares(rows: _Rows) -> None:
    analysis, numbers = rows.analysis, rows.analysis.statistics
    hedged = numbers.hedged_sentences / numbers.sentences if numbers.sentences else 0.0
    quoted = [c.sentence for c in analysis.claims if c.form != "indirect"]
    rows.heading("Shares of text, sentences and page")
    rows.row("quoted", f"{bar(numbers.quoted_share)} {numbers.quoted_share:.0%}", sentences=quoted)
    rows.row(
        "hedged",
        f"{bar(hedged)} {hedged:.0%}",
        sentences=numbers.hedged,
    )
    rows.row("furniture", f"{bar(numbers.furniture_share)} {numbers.furniture_share:.0%}")


def _kinds(rows: _Rows) -> None:
    analysis, counts = rows.analysis, rows.analysis.statistics.mentions
    most = max(counts.values(), default=0)
    if not most:
        return
    rows.heading("Mentions by kind")
    for kind in KINDS:
        if count := counts.get(kind.label, 0):
            spots = [m.start for m in analysis.mentions if m.label == kind.label]
            rows.row(kind.plural, f"{bar(count / most)} {count}", kind.style, rows.holding(spots))


def _along(rows: _Rows) -> None:
    analysis = rows.analysis
    main = sorted(analysis.actors, key=lambda a: -a.mentions)[:ACTORS]
    places = {a.id: [m.start for m in analysis.mentions if m.actor == a.id] for a in main}
    if not any(places.values()):
        return
    rows.heading("Named along the text")
    for actor in main:
        if spots := places[actor.id]:
            rows.row(actor.name, along(spots, len(analysis.text), ALONG), sentences=rows.holding(spots))


def _named(rows: _Rows) -> None:
    analysis = rows.analysis
    most = Counter((m.label, m.text) for m in analysis.mentions).most_common(NAMED)
    if not most:
        return
    rows.heading("Named most")
    styles = {kind.label: kind.style for kind in KINDS}
    for (label, text), count in most:
        spots = [m.start for m in analysis.mentions if (m.label, m.text) == (label, text)]
        rows.row(text, f"{count}", styles[label], rows.holding(spots))
