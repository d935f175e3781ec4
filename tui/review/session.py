"""A review session: the order of articles and lines, where one is, what is left, and what came of it. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.brief.model import Brief, Line
from tui.library.model import Decision

from .decisions import UNTOUCHED, LineState, decided, standing

States = Mapping[tuple[str, str], LineState]


class Place(Struct, frozen=True):
    """A brief line in a session: its source's SHA-256 and its key."""

    source: str
    line: str


class Progress(Struct, frozen=True):
    """How far a session is, in lines and in articles."""

    lines_done: int
    lines: int
    articles_done: int
    articles: int


class Summary(Struct, frozen=True):
    """What came of a session. A line counts once for each kind of decision that stands."""

    accepted: int
    rejected: int
    disputed: int
    edited: int
    starred: int
    notes: int
    tags: int
    minutes: int


def unreviewed(briefs: Sequence[Brief], states: States) -> list[Brief]:
    """The articles with undecided lines."""
    return [brief for brief in briefs if undecided(brief, states)]


def order(briefs: Sequence[Brief]) -> tuple[Brief, ...]:
    """The articles in the order of a review: the oldest first, undated ones after the dated, then by id."""
    return tuple(sorted(briefs, key=lambda brief: (brief.published is None, brief.published or "", brief.id)))


def in_words(queue: Sequence[Brief]) -> str:
    """What the queue holds and in which order, as a sentence."""
    undated = sum(brief.published is None for brief in queue)
    if len(queue) == 1:
        return f"1 article to review, {'undated' if undated else queue[0].published}."
    if undated in (0, len(queue)):
        return f"{len(queue)} articles to review, {'all of them undated' if undated else 'the oldest first'}."
    last = "an undated one comes last" if undated == 1 else f"{undated} undated ones come last"
    return f"{len(queue)} articles to review, the oldest first; {last}."


def undecided(brief: Brief, states: States) -> tuple[Line, ...]:
    """The lines that nobody has decided on, in the brief's order."""
    return tuple(line for line in brief.lines if not decided(states.get((brief.sha256, line.key), UNTOUCHED)))


def progress(queue: Sequence[Brief], states: States) -> Progress:
    """How far the articles of the queue are."""
    left = [len(undecided(brief, states)) for brief in queue]
    lines = sum(len(brief.lines) for brief in queue)
    return Progress(lines - sum(left), lines, sum(not n for n in left), len(queue))


def start(queue: Sequence[Brief], states: States, last: Place | None = None) -> Place | None:
    """Where to begin: at `last` if it is still there, else at the first undecided line, else at the first line."""
    if last is not None and _index(queue, last) is not None:
        return last
    for brief in queue:
        for line in undecided(brief, states):
            return Place(brief.sha256, line.key)
    return next((Place(brief.sha256, line.key) for brief in queue for line in brief.lines), None)


def step(queue: Sequence[Brief], place: Place, by: int) -> Place:
    """The line `by` lines further over all articles; the first or last where that would lead out."""
    places = [Place(brief.sha256, line.key) for brief in queue for line in brief.lines]
    if place not in places:
        return places[0] if places else place
    return places[min(max(places.index(place) + by, 0), len(places) - 1)]


def next_undecided(queue: Sequence[Brief], states: States, place: Place) -> Place | None:
    """The next line nobody has decided on, after `place` and then from the beginning; None when all are decided."""
    places = [Place(brief.sha256, line.key) for brief in queue for line in brief.lines]
    at = places.index(place) + 1 if place in places else 0
    for candidate in places[at:] + places[:at]:
        if not decided(states.get((candidate.source, candidate.line), UNTOUCHED)):
            return candidate
    return None


def step_article(queue: Sequence[Brief], states: States, place: Place, by: int) -> Place:
    """The article `by` further: its first undecided line, else its first; the same place where there is none."""
    found = _index(queue, place)
    if found is None:
        return place
    brief = queue[min(max(found[0] + by, 0), len(queue) - 1)]
    if brief.sha256 == place.source or not brief.lines:
        return place
    return Place(brief.sha256, (undecided(brief, states) or brief.lines)[0].key)


def alike(brief: Brief, states: States, line: Line) -> tuple[Line, ...]:
    """The undecided lines of the article in the section of `line`, without `line` itself."""
    return tuple(
        one for one in undecided(brief, states) if one.section == line.section and one.key != line.key
    )


def summary(log: Sequence[Decision], seconds: int) -> Summary:
    """What came of the session whose entries are in `log`."""

    def lines(*actions: str) -> int:
        return len({(d.source, d.line) for d in last if d.action in actions})

    entries = standing(log)
    judging = ("accept", "reject", "dispute", "clear")
    judged = {(d.source, d.line): d for d in entries if d.action in judging}
    last = [*judged.values(), *(d for d in entries if d.action not in judging)]
    return Summary(
        accepted=lines("accept"),
        rejected=lines("reject"),
        disputed=lines("dispute"),
        edited=lines("edit"),
        starred=lines("star"),
        notes=sum(d.action == "note" for d in entries),
        tags=sum(d.action == "tag" for d in entries),
        minutes=round(seconds / 60),
    )


def _index(queue: Sequence[Brief], place: Place) -> tuple[int, int] | None:
    for a, brief in enumerate(queue):
        if brief.sha256 == place.source:
            for n, line in enumerate(brief.lines):
                if line.key == place.line:
                    return a, n
    return None
