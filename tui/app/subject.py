"""What `[` and `]` walk along: the mentions of one actor, or the places of one figure or open question. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.brief.model import Line


class Subject(NamedTuple):
    """Its name and where it stands in the text, in reading order."""

    name: str
    spans: tuple[tuple[int, int], ...]

    def after(self, offset: int) -> int | None:
        """The index of the first place that begins after `offset`."""
        return next((n for n, (start, _) in enumerate(self.spans) if start > offset), None)

    def before(self, offset: int) -> int | None:
        """The index of the last place that begins before `offset`."""
        return next((n for n in range(len(self.spans) - 1, -1, -1) if self.spans[n][0] < offset), None)

    def within(self, start: int, end: int) -> bool:
        """Whether it stands between the two offsets."""
        return any(a < end and b > start for a, b in self.spans)


def of_actor(analysis: Analysis, actor: str) -> Subject | None:
    """The mentions of an actor."""
    spans = tuple((m.start, m.end) for m in analysis.mentions if m.actor == actor)
    name = next((a.name for a in analysis.actors if a.id == actor), actor)
    return Subject(name, spans) if spans else None


def of_figure(analysis: Analysis, start: int) -> Subject | None:
    """The places where the same value of the same unit stands as in the figure at `start`."""
    one = next((f for f in analysis.figures if f.start == start), None)
    if one is None:
        return None
    same = tuple(
        (f.start, f.end)
        for f in analysis.figures
        if (f.value, f.high, f.unit, f.kind) == (one.value, one.high, one.unit, one.kind)
    )
    return Subject(one.text, same)


def of_line(analysis: Analysis, line: Line) -> Subject | None:
    """What a brief line is about: its actor, its figure, or else the words that it rests on."""
    if line.actor is not None and (found := of_actor(analysis, line.actor)) is not None:
        return found
    if line.figure is not None and (found := of_figure(analysis, line.figure)) is not None:
        return found
    spans = tuple(sorted({(e.start, e.end) for e in line.evidence if e.end > e.start}))
    return Subject("Evidence", spans) if spans else None


def of_sentence(analysis: Analysis, start: int, end: int) -> Subject | None:
    """The first actor or figure that stands between the two offsets."""
    for mention in analysis.mentions:
        if start <= mention.start < end:
            if mention.actor is not None:
                return of_actor(analysis, mention.actor)
            same = tuple((m.start, m.end) for m in analysis.mentions if m.text == mention.text)
            return Subject(mention.text, same)
    for figure in analysis.figures:
        if start <= figure.start < end:
            return of_figure(analysis, figure.start)
    return None
