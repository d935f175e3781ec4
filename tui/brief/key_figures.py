"""Key figures: what a briefed person remembers."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from tui.analysis.model import Analysis, Figure
from tui.analysis.same_figure import same_figure
from tui.analysis.wordset import word_set

from .lines import THE_OUTLET, Sheet, flat, quote
from .model import Line

MOST = 8
LEAST_SALIENCE = 0.3
"""Figures below it are background."""
_SYMBOLS = {
    "about": "~",
    "nearly": "~",
    "at least": "≥ ",
    "up to": "≤ ",
    "at most": "≤ ",
    "more than": "> ",
    "less than": "< ",
}
_SIGNS = {"percent": "{}%", "dollar": "${}", "euro": "€{}", "pound sterling": "£{}", "yen": "¥{}"}
_VAGUE = re.compile(r"\b(?:dozens|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE)
"""Words of which the figure's range is only what they allow."""
_WORD_BEFORE = re.compile(r"(?<![A-Za-z’'-])([A-Za-z]{3,}) $")
_SMALL_WORDS = word_set(
    "all and are but down for from had has have into its nor not",
    "off only out over than that the their then these this those was were with",
)
"""Words before a figure that say nothing of it alone."""
_PARTS = frozenset(
    {
        ("hour", "minute"),
        ("minute", "second"),
        ("year", "month"),
        ("day", "hour"),
        ("foot", "inch"),
        ("pound", "ounce"),
    }
)
"""Units of which the second continues an amount in the first."""
_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def key_figure_lines(sheet: Sheet) -> list[Line]:
    """The most salient figures, each with all sentences that repeat it."""
    groups: list[list[Figure]] = []
    rest = _continued(sheet.analysis)
    ranked = sorted(
        (figure for figure in sheet.analysis.figures if figure.start not in rest),
        key=lambda figure: (-figure.salience, figure.start),
    )
    for figure in ranked:
        group = next((group for group in groups if same_figure(group[0], figure)), None)
        if group is not None:
            group.append(figure)
        elif figure.salience >= LEAST_SALIENCE and not figure.rhetorical:
            groups.append([figure])
    shown = groups[:MOST]
    told = Counter(_about(group) for group in shown)
    return [_line(sheet, group, told[_about(group)] > 1) for group in shown]


def _continued(analysis: Analysis) -> frozenset[int]:
    """Where the smaller part of one amount starts: the minutes of "13 hours and 10 minutes"."""
    pairs = pairwise(analysis.figures)
    return frozenset(later.start for first, later in pairs if _goes_on(analysis.text, first, later))


def _goes_on(text: str, first: Figure, later: Figure) -> bool:
    between = text[first.end : later.start]
    return (
        first.kind == later.kind
        and first.kind in ("duration", "distance", "mass")
        and (first.unit, later.unit) in _PARTS
        and between.strip() in ("", "and", ",")
    )


def _about(group: list[Figure]) -> str:
    """Whose figure it is and of what, in words of the text; a percentage, a part or none of something is called a share."""
    in_order = _best_first(group)
    measure = flat(next((f.measure for f in in_order if f.measure), None) or "")
    subject = flat(next((f.subject for f in in_order if f.subject), None) or "")
    if subject.lower() == "share" and measure.startswith("of "):
        subject, measure = "", f"share {measure}"
    elif subject.lower() in measure.lower():
        subject = ""
    elif measure.lower() in subject.lower():
        measure = ""
    first = in_order[0]
    if measure.startswith("of ") and first.change is None:
        is_share = first.kind == "percent" or (first.value is not None and first.value < 1)
        measure = f"share {measure}" if is_share else measure.removeprefix("of ")
    return f"{subject}: {measure}" if subject and measure else subject or measure or "not stated"


def label(figure: Figure) -> str:
    """The figure in short: sign of its qualifier, number, unit."""
    if figure.value is None or not (figure.kind == "duration" or figure.unit in _SIGNS):
        return flat(figure.text)
    sign = _SYMBOLS.get(figure.qualifier or "", "")
    if (figure.qualifier and not sign) or _VAGUE.search(figure.text):
        return flat(figure.text)
    scale, word = next(((s, w) for s, w in _SCALES if abs(figure.value) >= s), (1.0, ""))
    ends = [end for end in (figure.value, figure.high) if end is not None]
    number = "–".join(f"{end / scale:,.10g}" if end / scale < 1e9 else f"{end / scale:.3g}" for end in ends)
    unit = figure.unit or ""
    if unit in _SIGNS:
        return sign + _SIGNS[unit].format(number + word)
    plural = unit if not unit or ends[-1] == 1 or unit.endswith("s") else f"{unit}s"
    return f"{sign}{number}{word} {plural}".strip()


def _whole_label(sheet: Sheet, figure: Figure) -> str:
    """The label, with that of the part of the amount that follows it."""
    part = next((f for f in sheet.analysis.figures if f.start > figure.start), None)
    if part is None or not _goes_on(sheet.analysis.text, figure, part):
        return label(figure)
    return f"{label(figure)} {label(part)}"


def as_stated(sheet: Sheet, figure: Figure) -> str:
    """The words of the text from the verb before the figure, where one stands there, to the end of its measure."""
    text, start, end = sheet.analysis.text, figure.start, figure.end
    sentence = sheet.sentences[figure.sentence]
    if before := _word_before(sheet, figure):
        start -= len(before) + 1
    if figure.measure:
        found = text.find(figure.measure, figure.start, sentence.end)
        if found >= 0:
            end = max(end, found + len(figure.measure))
    return quote(text[start:end], 160)


def _word_before(sheet: Sheet, figure: Figure) -> str | None:
    """The word right before the figure, unless it is one that says nothing alone."""
    sentence = sheet.sentences[figure.sentence]
    before = _WORD_BEFORE.search(sheet.analysis.text[max(sentence.start, figure.start - 40) : figure.start])
    return before[1] if before and before[1].lower() not in _SMALL_WORDS else None


def said_by(sheet: Sheet, figure: Figure) -> str:
    """Who says it: the speaker of the claim around the figure, else the outlet."""
    claim = sheet.claim_around(figure.start, figure.end)
    if claim is None:
        return THE_OUTLET
    return sheet.speaker(claim) or f"no source ({claim.cue})"


def hold(sheet: Sheet, group: list[Figure]) -> str:
    """How firmly the text holds the figure, in its body and in its lists, captions and headings."""
    firm = {True: set[str](), False: set[str]()}
    for figure in group:
        hedged = figure.qualifier is not None or figure.sentence in sheet.unsourced
        firm[hedged].add(sheet.kind(figure.sentence))
    if firm[True] and firm[False] - firm[True]:
        flat_in = " and ".join(sorted(firm[False] - firm[True]))
        return f"hedged in {' and '.join(sorted(firm[True]))}, flat in {flat_in}"
    return "hedged" if firm[True] else "flat"


def _best_first(group: list[Figure]) -> list[Figure]:
    return sorted(group, key=lambda f: (f.qualifier is None, -f.salience, f.start))


def _line(sheet: Sheet, group: list[Figure], doubled: bool) -> Line:
    """The row of a figure and its repeats; the one in the body, hedged first, gives the words.

    `doubled`: another figure measures the same, so the verb before each ("mining 70 %, refining 90 %") tells them apart.
    """
    in_order = sorted(
        group, key=lambda f: (sheet.kind(f.sentence) != "body", f.qualifier is None, -f.salience, f.start)
    )
    lead = in_order[0]
    about = _about(group)
    if doubled and (verb := _word_before(sheet, lead)):
        about = f"{about} ({verb})"
    cells = (
        _whole_label(sheet, lead),
        about,
        as_stated(sheet, lead),
        said_by(sheet, lead),
        hold(sheet, group),
    )
    evidence = [sheet.evidence(figure.sentence, figure.start, figure.end) for figure in in_order]
    return sheet.line("figures", f"{cells[0]}, {about}", evidence, cells, figure=lead.start)
