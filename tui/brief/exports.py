"""Findings of many articles as rows for spreadsheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tui.analysis.model import Analysis
from tui.plain import one_line

from .build import when
from .lines import Sheet

FIGURE_COLUMNS = (
    "article", "file", "published", "sentence", "value", "high", "unit", "kind", "qualifier", "measure", "subject",
    "change", "rhetorical", "salience", "text", "words",
)  # fmt: skip
TIMELINE_COLUMNS = (
    "from", "to", "when", "precision", "basis", "working", "article", "file", "published", "sentence", "text", "what",
)  # fmt: skip
ACTOR_COLUMNS = (
    "article",
    "file",
    "actor",
    "kind",
    "name",
    "aliases",
    "roles",
    "mentions",
    "claims",
    "salience",
    "articles",
    "mentions_in_all",
)

FOLDER_ACTOR_COLUMNS = ("actor", "kind", "mentions", "claims", "articles", "also", "roles")

Row = tuple[str | float | int | bool | None, ...]


def cell(text: str | None) -> str | None:
    """Words for a cell: on one line, and never read as a formula by a spreadsheet."""
    if text is None:
        return None
    line = one_line(text)
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line


def figure_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    """The figures in reading order, in the columns of `FIGURE_COLUMNS`."""
    for a in analyses:
        sheet = Sheet(a)
        for f in a.figures:
            yield (
                cell(a.id), cell(a.file), a.published, f.sentence, f.value, f.high, cell(f.unit), f.kind, f.qualifier,
                cell(f.measure), cell(f.subject), f.change, f.rhetorical, round(f.salience, 4), cell(f.text),
                cell(sheet.words(f.sentence)),
            )  # fmt: skip


def timeline_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    """The dates of all articles in the order of their days, in the columns of `TIMELINE_COLUMNS`; unplaced ones last."""
    found = [(sheet, d) for sheet in map(Sheet, analyses) for d in sheet.analysis.dates]
    found.sort(
        key=lambda pair: (not (pair[1].from_day or pair[1].to_day), pair[1].from_day or pair[1].to_day or "")
    )
    for sheet, d in found:
        a = sheet.analysis
        event = d.event_start is not None and d.event_end is not None
        what = cell(a.text[d.event_start : d.event_end] if event else sheet.words(d.sentence))
        yield (
            d.from_day, d.to_day, cell(when(d)), d.precision, d.basis, cell(d.working), cell(a.id), cell(a.file),
            a.published, d.sentence, cell(d.text), what,
        )  # fmt: skip


def actor_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    """The actors of each article, the most mentioned first, in the columns of `ACTOR_COLUMNS`.

    The last two columns count over all articles: those with an actor of this name, and its mentions in them.
    """
    rows: list[tuple[str, Row]] = []
    articles: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for a in analyses:
        articles.update({actor.name.casefold() for actor in a.actors})
        for actor in sorted(a.actors, key=lambda one: -one.mentions):
            roles = dict.fromkeys(one_line(role.text) for role in actor.roles)
            name = actor.name.casefold()
            mentions[name] += actor.mentions
            row: Row = (
                a.id, cell(a.file), actor.id, actor.kind, cell(actor.name), cell("; ".join(actor.aliases)),
                cell("; ".join(roles)), actor.mentions, sum(c.actor == actor.id for c in a.claims), round(actor.salience, 4),
            )  # fmt: skip
            rows.append((name, row))
    for name, found in rows:
        yield (*found, articles[name], mentions[name])


def folder_actor_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    """The actors of all articles together, the most mentioned first, in the columns of `FOLDER_ACTOR_COLUMNS`.

    Actors of one name and kind are one; `articles` counts those that have it.
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    words: dict[tuple[str, str], tuple[str, dict[str, None], dict[str, None]]] = {}
    for a in analyses:
        said = Counter(c.actor for c in a.claims)
        for actor in a.actors:
            key = (actor.name.casefold(), actor.kind)
            counts.setdefault(key, Counter()).update(
                mentions=actor.mentions, claims=said[actor.id], articles=1
            )
            _, aliases, roles = words.setdefault(key, (actor.name, {}, {}))
            aliases.update(dict.fromkeys(actor.aliases))
            roles.update(dict.fromkeys(role.text for role in actor.roles))
    for one in sorted(counts, key=lambda one: -counts[one]["mentions"]):
        number, (name, aliases, roles) = counts[one], words[one]
        yield (
            cell(name), one[1], number["mentions"], number["claims"], number["articles"], cell(", ".join(aliases)),
            cell("; ".join(roles)),
        )  # fmt: skip
