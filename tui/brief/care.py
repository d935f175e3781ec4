"""Read with care: how far the account can be leaned on."""

from __future__ import annotations

from tui.analysis.model import Figure, Signal

from .lines import Sheet, crop, quote
from .model import Line

MOST_OF_A_KIND = 3
"""Lines for single signals of one kind; what goes beyond is counted in one more line."""
_ORDER = ("machine-text", "undated", "declared-interest", "unsourced", "hedge-dropped", "missing-words")
_OPENINGS = {
    "machine-text": "Reads as machine-written ({grade} sign)",
    "declared-interest": "The outlet or its author takes a position",
    "missing-words": "Words seem to be missing here",
}
_MORE = {
    "machine-text": "also reads as machine-written",
    "declared-interest": "also shows the outlet taking a position",
    "missing-words": "also seems to have words missing",
    "hedge-dropped": "also states flatly what the body hedges",
}


def care_lines(sheet: Sheet) -> list[Line]:
    """One line for each kind of signal that concerns the whole article, up to three for the others."""
    lines: list[Line] = []
    for kind in _ORDER:
        signals = [signal for signal in sheet.analysis.signals if signal.kind == kind]
        if not signals:
            continue
        if kind == "undated":
            lines.append(_undated(sheet, signals[0]))
        elif kind == "unsourced":
            lines.append(_unsourced(sheet, signals))
        else:
            one_per_sentence = list({signal.sentence: signal for signal in reversed(signals)}.values())[::-1]
            say = _dropped if kind == "hedge-dropped" else _single
            lines += [say(sheet, signal) for signal in one_per_sentence[:MOST_OF_A_KIND]]
            if rest := one_per_sentence[MOST_OF_A_KIND:]:
                places = f"{len(rest)} more place{'' if len(rest) == 1 else 's'}"
                text = f"In {places} the text {_MORE[kind]} (calc)."
                lines.append(
                    sheet.line("care", text, [sheet.evidence(s.sentence, s.start, s.end) for s in rest])
                )
    return lines


def _undated(sheet: Sheet, signal: Signal) -> Line:
    text = "The account gives no date of its own: days such as “today” cannot be placed."
    return sheet.line("care", text, [sheet.evidence(signal.sentence)])


def _unsourced(sheet: Sheet, signals: list[Signal]) -> Line:
    words: dict[str, None] = {}
    for signal in signals:
        words[f"“{crop(sheet.analysis.text[signal.start : signal.end], 60)}”"] = None
    named = list(words)
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    text = f"{listed} {'stands' if len(named) == 1 else 'stand'} without a named source."
    return sheet.line("care", text, [sheet.evidence(s.sentence, s.start, s.end) for s in signals])


def _single(sheet: Sheet, signal: Signal) -> Line:
    opening = _OPENINGS[signal.kind].format(grade=signal.grade)
    words = sheet.analysis.text[signal.start : signal.end]
    shown = words if signal.kind == "machine-text" else sheet.words(signal.sentence)
    return sheet.line(
        "care", f"{opening}: {quote(shown, 200)}", [sheet.evidence(signal.sentence, signal.start, signal.end)]
    )


def _dropped(sheet: Sheet, signal: Signal) -> Line:
    """The flat statement, with the hedged one that it repeats where a figure leads to it."""
    evidence = [sheet.evidence(signal.sentence, signal.start, signal.end)]
    here = [f for f in sheet.analysis.figures if f.sentence == signal.sentence and f.end > signal.start]
    hedged = next(
        (other for figure in here for other in sheet.analysis.figures if _hedges(other, figure)), None
    )
    where = {"list": "A list item", "caption": "A caption", "heading": "A heading", "title": "The title"}
    opening = where.get(sheet.kind(signal.sentence), "One sentence")
    if hedged is None:
        text = f"{opening} states flatly what the body hedges: {quote(sheet.words(signal.sentence), 200)}"
    else:
        flat_figure = next(f for f in here if _hedges(hedged, f))
        text = f"{opening} says “{flat_figure.text}” where the body says “{hedged.text}”."
        evidence.append(sheet.evidence(hedged.sentence, hedged.start, hedged.end))
    return sheet.line("care", text, evidence)


def _hedges(other: Figure, figure: Figure) -> bool:
    return (
        other.sentence != figure.sentence
        and other.qualifier is not None
        and figure.qualifier is None
        and (other.value, other.high, other.unit) == (figure.value, figure.high, figure.unit)
    )
