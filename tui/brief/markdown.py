"""A brief as CommonMark with GFM tables.

A citation such as `[004:S12]` is a reference link; its definition at the end carries the sentence as its title.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.model import Analysis
from tui.plain import markdown, one_line

from .lines import Sheet
from .model import COLUMNS, HEADINGS, Brief, Evidence, Line, Section

CITED = "Cited sentences"
_NUMBERED: frozenset[Section] = frozenset({"questions"})


def citations(evidence: Iterable[Evidence]) -> str:
    """The citations with a space between two, since `[a][b]` would be one link."""
    return " ".join(f"[{item.citation}]" for item in evidence)


def body(brief: Brief, analysis: Analysis) -> list[str]:
    """The lines of the document below its front matter. `analysis` is the one that the brief was built from."""
    out = [f"# Brief {brief.id} · {markdown(brief.title)}", ""]
    out += [f"{markdown(brief.byline)} {citations(brief.byline_evidence)}".rstrip(), ""]
    if brief.confirmed is not None:
        count = f"{len(brief.lines)} line{'' if len(brief.lines) == 1 else 's'}"
        out += [f"A person confirmed {brief.confirmed} of these {count} (calc).", ""]
    for section, heading in HEADINGS.items():
        lines = brief.section(section)
        if section == "care":
            if lines:
                out += [f"> [!warning] {heading}", *(f"> - {_item(line)}" for line in lines), ""]
            continue
        out += [f"## {heading}", ""]
        if not lines:
            out += ["None found.", ""]
        elif section in COLUMNS:
            out += [*_table(section, lines), ""]
        else:
            marks = (f"{n}." if section in _NUMBERED else "-" for n in range(1, len(lines) + 1))
            out += [*(f"{mark} {_item(line)}" for mark, line in zip(marks, lines, strict=True)), ""]
    return out + _cited(brief, analysis)


def _item(line: Line) -> str:
    return f"{markdown(line.text)} {citations(line.evidence)}"


def _table(section: Section, lines: Iterable[Line]) -> list[str]:
    columns = (*COLUMNS[section], "Cite")
    rows = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    for line in lines:
        cells = [markdown(cell) for cell in line.cells]
        rows.append("| " + " | ".join([*cells, citations(line.evidence)]) + " |")
    return rows


def _cited(brief: Brief, analysis: Analysis) -> list[str]:
    """The sentences that the lines rest on, in reading order, and the definitions of the reference links."""
    sheet = Sheet(analysis)
    wanted = {e.sentence for e in brief.byline_evidence} | {
        e.sentence for line in brief.lines for e in line.evidence
    }
    cited = [sentence for sentence in analysis.sentences if sentence.id in wanted]
    if not cited:
        return []
    items, definitions = [], []
    for sentence in cited:
        name, anchor = f"{brief.id}:{sentence.id}", f"{brief.id}-{sentence.id}"
        words = sheet.words(sentence.id)
        where = f"*({sheet.kind(sentence.id)}, chars {sentence.start}–{sentence.end})*"
        items.append(f'- <a id="{anchor}"></a>**{name}** {markdown(words)} {where}')
        definitions.append(f'[{name}]: #{anchor} "{_title(words)}"')
    return [f"## {CITED}", "", *items, "", *definitions]


def _title(words: str) -> str:
    """`words` for a link's title in double quotation marks."""
    return (
        one_line(words).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;").replace("<", "&lt;")
    )
