"""What can stand beside the text in place of the brief: all actors, figures, dates, and the statistics. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.app.actors_view import actor_lines
from tui.app.article_text import ease
from tui.app.kinds import KINDS
from tui.app.page import Paragraph, Span
from tui.app.view import View
from tui.brief.model import Brief, Evidence, Line, Section

if TYPE_CHECKING:
    from tui.analysis.model import Analysis


def lines_of(analysis: Analysis, view: View) -> Brief:
    """A view as lines with their evidence, in the shape of a brief."""
    make = {View.ACTORS: actor_lines, View.FIGURES: _figures, View.TIMELINE: _timeline}[view]
    return Brief(
        id=analysis.id,
        file=analysis.file,
        sha256=analysis.sha256,
        title=analysis.title or analysis.file,
        publisher=analysis.publisher,
        author=analysis.author,
        published=analysis.published,
        published_basis=analysis.published_basis,
        language=analysis.language,
        signals=(),
        byline="",
        byline_evidence=(),
        lines=tuple(make(analysis)),
    )


def _evidence(analysis: Analysis, sentences: Iterable[str]) -> tuple[Evidence, ...]:
    where = {s.id: s for s in analysis.sentences}
    ids = dict.fromkeys(i for i in sentences if i in where)
    return tuple(Evidence(analysis.id, i, where[i].start, where[i].end) for i in ids)


def _figures(analysis: Analysis) -> Iterable[Line]:
    for figure in analysis.figures:
        evidence = _evidence(analysis, [figure.sentence])
        of = " ".join(
            part for part in (figure.measure, f"({figure.subject})" if figure.subject else "") if part
        )
        held = ", ".join(part for part in (figure.qualifier, figure.change) if part)
        manner = "manner of speaking" if figure.rhetorical else ""
        cells = (figure.text, of, "", " · ".join(part for part in (figure.kind, held, manner) if part), "")
        if evidence:
            yield Line("figures", f"f{figure.start}", figure.text, evidence, cells, figure=figure.start)


def _timeline(analysis: Analysis) -> Iterable[Line]:
    for date in sorted(analysis.dates, key=lambda d: (d.from_day is None, d.from_day or "", d.start)):
        days = date.from_day or "no day"
        if date.to_day and date.to_day != date.from_day:
            days += f" to {date.to_day}"
        evidence = _evidence(analysis, [date.sentence])
        if not evidence:
            continue
        start, end = date.event_start, date.event_end
        sentence = analysis.text[evidence[0].start : evidence[0].end]
        what = analysis.text[start:end] if start is not None and end is not None else sentence
        yield Line("timeline", f"d{date.start}", what, evidence, (days, date.working or date.basis, what))


def statistics_page(analysis: Analysis) -> list[Paragraph]:
    """The statistics, one a line, and the names that are mentioned most."""
    numbers = analysis.statistics
    rows = [
        ("words", f"{numbers.words:,}"),
        ("reading time", f"{numbers.reading_minutes} min"),
        ("sentences", f"{numbers.sentences:,}"),
        ("words a sentence", f"{numbers.words / numbers.sentences:.1f}" if numbers.sentences else "–"),
        ("hedged sentences", f"{numbers.hedged_sentences:,}"),
        ("quoted", f"{numbers.quoted_share:.0%} of the text"),
        ("furniture", f"{numbers.furniture_share:.0%} of the page, set aside"),
        ("claims", f"{len(analysis.claims):,}"),
        ("figures", f"{len(analysis.figures):,}"),
        ("open questions", f"{len(analysis.questions):,}"),
    ]
    if numbers.readability is not None:
        rows.insert(4, ("reading ease", f"{numbers.readability:.0f} of 100, {ease(numbers.readability)}"))
    made = [Paragraph("Statistics", style="page--heading")]
    made += [
        Paragraph(f"{name:<18}{value}", [Span(0, len(name), "page--dim")], rest=18) for name, value in rows
    ]
    most = max(numbers.mentions.values(), default=0)
    made.append(Paragraph("Mentions by kind", style="page--heading", gap=1))
    for kind in KINDS:
        count = numbers.mentions.get(kind.label, 0)
        if count:
            bar = "▇" * max(1, round(12 * count / most))
            spans = [Span(0, len(kind.plural), kind.style)]
            made.append(Paragraph(f"{kind.plural:<18}{count:>4} {bar}", spans))
    named = Counter((m.label, m.text) for m in analysis.mentions).most_common(12)
    if named:
        made.append(Paragraph("Named most", style="page--heading", gap=1))
        styles = {kind.label: kind.style for kind in KINDS}
        made += [
            Paragraph(f"{count:>4} {text}", [Span(5, 5 + len(text), styles[label])], rest=5)
            for (label, text), count in named
        ]
    return made


HEADINGS: dict[Section, str] = {"actors": "Actors", "figures": "Figures", "timeline": "Timeline"}
"""The headings of the views."""
