"""The brief under review: each line with a sign, and in words below it, of what a person did with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.app.actions import Place
from tui.app.brief_text import line_paragraphs
from tui.app.page import Paragraph, Span
from tui.app.widgets.brief_pane import BriefPane
from tui.brief.model import HEADINGS, Brief, Line
from tui.library.model import Decision
from tui.review.decisions import LineState

SIGNS = {"accepted": "✓", "rejected": "✗", "disputed": "?"}
STYLES = {"accepted": "review--accepted", "rejected": "review--rejected", "disputed": "review--disputed"}
NOT_DECIDED = "·"


class ReviewPane(BriefPane):
    """The lines of a brief with what was decided on them."""

    place = Place.REVIEW

    def review(
        self, brief: Brief, state_of: Callable[[Line], LineState], gone: Sequence[Decision], key: str
    ) -> None:
        """Show the brief with the line called `key` as the current one, and the decisions whose line is gone."""
        top = self.top if self.brief is not None and self.brief.sha256 == brief.sha256 else 0
        self.brief = brief
        paragraphs = _paragraphs(brief, state_of, gone)
        self.order = list(dict.fromkeys(p.item for p in paragraphs if p.item >= 0))
        at = next((n for n, line in enumerate(brief.lines) if line.key == key), 0)
        self.current = self.order.index(at) if at in self.order else 0
        self.resting = frozenset()
        self.set_paragraphs(paragraphs)
        self.go_to_row(top)
        self.show_current()


def _paragraphs(
    brief: Brief, state_of: Callable[[Line], LineState], gone: Sequence[Decision]
) -> list[Paragraph]:
    made: list[Paragraph] = []
    index = {line.key: n for n, line in enumerate(brief.lines)}
    for section, heading in HEADINGS.items():
        lines = brief.section(section)
        if lines:
            made.append(Paragraph(heading, style="page--heading", gap=1))
        for number, line in enumerate(lines, 1):
            made += _line(line, index[line.key], number, state_of(line))
    if gone:
        made.append(Paragraph("Decisions whose line is gone", style="page--heading", gap=1))
        made += [Paragraph(f"{d.action}: {_gone(d)}", style="page--dim", rest=2) for d in gone]
    return made


def _gone(decision: Decision) -> str:
    words = f"“{decision.anchor.exact}”" if decision.anchor is not None else decision.line
    return f"{decision.value} · {words}" if decision.value else words


def _line(line: Line, item: int, number: int, state: LineState) -> list[Paragraph]:
    first, *others = line_paragraphs(line, item, number)
    sign = SIGNS.get(state.judgement or "", NOT_DECIDED) + ("★" if state.starred else "") + " "
    style = STYLES.get(state.judgement or "", "page--dim")
    shifted = [Span(s.start + len(sign), s.end + len(sign), s.style) for s in first.spans]
    made = [
        Paragraph(
            sign + first.text,
            [Span(0, len(sign), style), *shifted],
            first.style,
            rest=first.rest + 2,
            item=item,
        ),
        *others,
    ]
    told = []
    if state.wording is not None:
        told.append(f"in your words: {state.wording}")
    if state.judgement is not None:
        told.append(f"{state.judgement}: {state.reason}" if state.reason else state.judgement)
    told += [f"note: {note}" for note in state.notes]
    if state.tags:
        told.append(f"tags: {', '.join(state.tags)}")
    made += [Paragraph(words, style="review--told", first=4, rest=6, item=item) for words in told]
    return made
