"""A brief as paragraphs for a narrow pane: a table's row becomes a few lines under each other. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.app.page import Paragraph, Span

if TYPE_CHECKING:
    from tui.brief.model import Brief, Line, Section


class _Text:
    """Words and the styles of some of them."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: list[Span] = []

    def add(self, words: str, style: str = "") -> None:
        if style and words:
            self.spans.append(Span(len(self.text), len(self.text) + len(words), style))
        self.text += words

    def paragraph(self, item: int, first: int = 0, rest: int = 2, gap: int = 0) -> Paragraph:
        return Paragraph(self.text, tuple(self.spans), first=first, rest=rest, gap=gap, item=item)


def citations(line: Line) -> str:
    """The citations of a line, each once."""
    return " ".join(dict.fromkeys(f"[{evidence.citation}]" for evidence in line.evidence))


def _cite(text: _Text, line: Line) -> None:
    if line.evidence:
        text.add(" " if text.text else "")
        text.add(citations(line), "page--cite")


def _plain(line: Line, item: int, sign: str) -> list[Paragraph]:
    text = _Text()
    text.add(sign, "page--dim")
    text.add(line.text)
    _cite(text, line)
    return [text.paragraph(item, rest=len(sign))]


def _row(line: Line, item: int) -> list[Paragraph]:
    """The first cell strong and the second beside it; the other cells below, dim."""
    head, *others = line.cells
    first = _Text()
    first.add(head or "–", "page--strong")
    rest = [cell for cell in others if cell]
    if line.section == "timeline":
        basis, *what = others
        first.add("  " + " ".join(c for c in what if c))
        rest = [basis] if basis else []
    elif others and others[0]:
        first.add("  " + others[0])
        rest = [cell for cell in others[1:] if cell]
    below = _Text()
    below.add(" · ".join(rest), "page--dim")
    _cite(below if rest else first, line)
    made = [first.paragraph(item)]
    if rest:
        made.append(below.paragraph(item, first=2))
    return made


def brief_paragraphs(brief: Brief, headings: Mapping[Section, str] | None = None) -> list[Paragraph]:
    """Headings and lines; the paragraphs of a line have its index in `Brief.lines` as their item.

    `headings` are other headings than a brief's, and the order of the sections.
    """
    from tui.brief.model import HEADINGS

    made: list[Paragraph] = []
    index = {id(line): n for n, line in enumerate(brief.lines)}
    for section, heading in (headings or HEADINGS).items():
        lines = brief.section(section)
        if not lines:
            continue
        made.append(Paragraph(heading, style="page--heading", gap=1))
        for number, line in enumerate(lines, 1):
            shown = line_paragraphs(line, index[id(line)], number)
            if line.cells and number > 1 and not lines[number - 2].cells:
                shown[0].gap = 1  # a row after lines that belong to the row before
            made += shown
    return made


def line_paragraphs(line: Line, item: int, number: int) -> list[Paragraph]:
    """One line; `number` is its place in its section."""
    if line.cells:
        return _row(line, item)
    signs = {"questions": f"{number}. ", "care": "! "}
    return _plain(line, item, signs.get(line.section, "• "))
