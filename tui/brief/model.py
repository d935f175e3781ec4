"""What a brief is made of."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Section = Literal["bottom_line", "care", "figures", "actors", "claims", "timeline", "questions"]

HEADINGS: dict[Section, str] = {
    "bottom_line": "Bottom line",
    "care": "Read with care",
    "figures": "Key figures",
    "actors": "Actors",
    "claims": "Claims and who makes them",
    "timeline": "Timeline",
    "questions": "Open questions",
}
"""The sections in their order, with the headings on screen and in Markdown."""

COLUMNS: dict[Section, tuple[str, ...]] = {
    "figures": ("Figure", "What it measures", "As stated", "Said by", "Hold"),
    "actors": ("Actor", "Role as stated", "Position in this account"),
    "timeline": ("When", "Basis", "What"),
}
"""The columns of the sections that are tables, without the citation."""


class Evidence(Struct, frozen=True):
    """A sentence under a line: its article and id, and the span in the article's text that the line rests on."""

    article: str
    sentence: str
    start: int
    end: int

    @property
    def citation(self) -> str:
        """As it stands in a brief, without the brackets."""
        return f"{self.article}:{self.sentence}"


class Line(Struct, frozen=True):
    """One line of a brief, in plain words (no markup, no citation). Every line has evidence.

    In a section that is a table, `cells` has one entry per column and `text` is the row in words; elsewhere `cells` is
    empty. `key` names the line: it stays the same as long as section and evidence words do. `actor` or `figure` tells
    which actor's id or which figure's offset the line is about.
    """

    section: Section
    key: str
    text: str
    evidence: tuple[Evidence, ...]
    cells: tuple[str, ...] = ()
    actor: str | None = None
    figure: int | None = None


class Brief(Struct, frozen=True):
    """The briefing of one article: what it is about and its lines in the order of the sections.

    `byline` is the line under the title: publisher, published date, author, size. `signals` are kinds of signal.
    `confirmed` is how many lines a person confirmed, `judged` how many he or she judged, None where nobody has begun.
    """

    id: str
    file: str
    sha256: str
    title: str
    publisher: str | None
    author: str | None
    published: str | None
    published_basis: str
    language: str | None
    signals: tuple[str, ...]
    byline: str
    byline_evidence: tuple[Evidence, ...]
    lines: tuple[Line, ...]
    confirmed: int | None = None
    judged: int | None = None

    def section(self, name: Section) -> tuple[Line, ...]:
        """The lines of one section."""
        return tuple(line for line in self.lines if line.section == name)
