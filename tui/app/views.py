"""What can stand beside the text in place of the brief: all actors, figures, dates, and the statistics. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui.app.actors_view import actor_lines
from tui.app.evidence import Sentences
from tui.app.view import FigureOrder, View
from tui.brief.build import when
from tui.brief.model import Brief, Line, Section

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Figure


def lines_of(analysis: Analysis, view: View, order: FigureOrder = FigureOrder.IMPORTANCE) -> Brief:
    """A view as lines with their evidence, in the shape of a brief; figures in the given order."""
    if view is View.FIGURES:
        return as_brief(analysis, _figures(analysis, order))
    return as_brief(analysis, actor_lines(analysis) if view is View.ACTORS else _timeline(analysis))


def as_brief(analysis: Analysis, lines: Iterable[Line]) -> Brief:
    """Lines in the shape of a brief of the article."""
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
        lines=tuple(lines),
    )


_FIGURES: dict[FigureOrder, Callable[[Figure], tuple[float, ...]]] = {
    FigureOrder.IMPORTANCE: lambda f: (-f.salience, f.start),
    FigureOrder.VALUE: lambda f: (f.value is None, -(f.value or 0.0), f.start),
    FigureOrder.TEXT: lambda f: (f.start,),
}


def _figures(analysis: Analysis, order: FigureOrder) -> Iterable[Line]:
    sentences = Sentences(analysis)
    for figure in sorted(analysis.figures, key=_FIGURES[order]):
        evidence = sentences.evidence([figure.sentence])
        of = " ".join(
            part for part in (figure.measure, f"({figure.subject})" if figure.subject else "") if part
        )
        held = ", ".join(part for part in (figure.qualifier, figure.change) if part)
        manner = "manner of speaking" if figure.rhetorical else ""
        cells = (figure.text, of, "", " · ".join(part for part in (figure.kind, held, manner) if part), "")
        if evidence:
            yield Line("figures", f"f{figure.start}", figure.text, evidence, cells, figure=figure.start)


def _timeline(analysis: Analysis) -> Iterable[Line]:
    sentences = Sentences(analysis)
    for date in sorted(analysis.dates, key=lambda d: (d.from_day is None, d.from_day or "", d.start)):
        evidence = sentences.evidence([date.sentence])
        if not evidence:
            continue
        start, end = date.event_start, date.event_end
        sentence = analysis.text[evidence[0].start : evidence[0].end]
        what = analysis.text[start:end] if start is not None and end is not None else sentence
        yield Line(
            "timeline", f"d{date.start}", what, evidence, (when(date), date.working or date.basis, what)
        )


HEADINGS: dict[Section, str] = {"actors": "Actors", "figures": "Figures", "timeline": "Timeline"}
"""The headings of the views."""
