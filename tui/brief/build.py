"""Analysis → brief. Every line is cited, and is verbatim, a fixed phrase around verbatim words, or marked (calc)."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from tui.analysis.model import Analysis, DateMention, Question

from .care import care_lines
from .key_figures import key_figure_lines
from .lines import Sheet, crop, flat, quote
from .model import Brief, Line
from .people import actor_lines, claim_lines

KEY_POINTS = 3
MOST_DATES = 14
_COARSE = ("year", "decade", "century")
MOST_QUESTIONS = 7
_TELLING = 5
"""Words from which what happened is a statement that somebody makes, not just a name of it ("Thursday's meeting")."""
_BECAUSE = {
    "asked": "the text asks and does not answer",
    "undecided": "the text leaves it undecided",
    "hope": "a hope or forecast, no result",
    "unsourced": "no source is named",
    "no-number": "no number is given",
    "one-side": "only one side is heard",
    "undated": "no date is given",
    "missing-words": "words are missing",
    "clock": "a deadline is running",
    "conflict": "the text contradicts itself",
}


def build_brief(analysis: Analysis) -> Brief:
    """The brief of one article. The same analysis gives the same brief."""
    sheet = Sheet(analysis)
    lines: list[Line] = []
    if analysis.sentences:
        lines += bottom_lines(sheet)
        lines += care_lines(sheet)
        lines += key_figure_lines(sheet)
        lines += actor_lines(sheet)
        lines += claim_lines(sheet)
        lines += timeline_lines(sheet)
        lines += question_lines(sheet)
    first = analysis.sentences[:1]
    return Brief(
        id=analysis.id,
        file=analysis.file,
        sha256=analysis.sha256,
        title=flat(analysis.title or (crop(sheet.words(first[0].id), 100) if first else analysis.file)),
        publisher=analysis.publisher,
        author=analysis.author,
        published=analysis.published,
        published_basis=analysis.published_basis,
        language=analysis.language,
        signals=tuple(dict.fromkeys(signal.kind for signal in analysis.signals)),
        byline=_byline(analysis),
        byline_evidence=tuple(sheet.evidence(sentence.id) for sentence in first),
        lines=_apart(lines),
    )


def _apart(lines: list[Line]) -> tuple[Line, ...]:
    """The lines with keys that differ: a second line on the same words of its section has its number in its key."""
    seen: Counter[str] = Counter()
    apart = []
    for line in lines:
        seen[line.key] += 1
        apart.append(line if seen[line.key] == 1 else replace(line, key=f"{line.key}-{seen[line.key]}"))
    return tuple(apart)


def _byline(analysis: Analysis) -> str:
    count = len(analysis.sentences)
    parts = [
        ", ".join(
            part
            for part in (analysis.publisher or "publisher not stated", analysis.published or "undated")
            if part
        ),
        f"by {analysis.author}" if analysis.author else "no author stated",
        f"{count} sentence{'' if count == 1 else 's'}",
    ]
    return " · ".join(flat(part) for part in parts)


def bottom_lines(sheet: Sheet) -> list[Line]:
    """The most salient key points, the first one first, in the words of the text."""
    best = sorted(sheet.analysis.key_points, key=lambda point: -point.salience)[:KEY_POINTS]
    return [sheet.line("bottom_line", sheet.words(p.sentence), [sheet.evidence(p.sentence)]) for p in best]


def timeline_lines(sheet: Sheet) -> list[Line]:
    """What happened when: days that are known in their order, then those that cannot be placed, in reading order.

    Where there is more than fits, dates of captions and mere years give way first.
    """
    told: dict[tuple[str | None, str | None, str], DateMention] = {}
    for date in sheet.analysis.dates:
        told.setdefault((date.from_day, date.to_day, date.sentence), date)
    best = sorted(told.values(), key=lambda d: (sheet.kind(d.sentence) == "caption", d.precision in _COARSE))
    dates = sorted(
        best[:MOST_DATES],
        key=lambda d: (
            d.from_day is None and d.to_day is None,
            d.from_day or d.to_day or "",
            d.to_day or "",
            d.start,
        ),
    )
    lines = []
    for date in dates:
        lines.append(_timeline_line(sheet, date))
        if date.expires_working:
            lines.append(_expiry_line(sheet, date))
    return lines


def _expiry_line(sheet: Sheet, date: DateMention) -> Line:
    """When what was agreed then runs out."""
    first, last = date.expires_from, date.expires_to
    end = "not placed" if first is None else first if first == last else f"{first} to {last}"
    cells = (end, f"(calc) {flat(date.expires_working or '')}", "It runs out.")
    return sheet.line(
        "timeline", f"{end}: it runs out", [sheet.evidence(date.sentence, date.start, date.end)], cells
    )


def _timeline_line(sheet: Sheet, date: DateMention) -> Line:
    start, end = date.start, date.end
    if date.event_start is not None and date.event_end is not None:
        start, end = date.event_start, date.event_end
        what = quote(sheet.analysis.text[start:end], 160)
        if len(what.split()) >= _TELLING and (voice := sheet.voice(start, end)):
            what = f"according to {crop(voice, 60)}: {what}"
    else:
        what = quote(sheet.words(date.sentence), 160)
    basis = f"(calc) {flat(date.working)}" if date.working else f"“{flat(date.text)}”"
    if date.basis == "none":
        basis = "not placed: no day to reckon from"
    cells = (when(date), basis, what)
    return sheet.line("timeline", f"{cells[0]}: {what}", [sheet.evidence(date.sentence, start, end)], cells)


def when(date: DateMention) -> str:
    """The days as exactly as the text tells them: a day, a month, a year, a decade, else first to last; or its words."""
    first, last = _shown(date.from_day, date), _shown(date.to_day, date)
    if first is None and last is None:
        return f"“{flat(date.text)}”"
    if first is None or last is None:
        opening = flat(date.text).lower()
        till = "by" if opening.startswith("by ") else "before" if "recent" in opening else "until"
        return f"since {first}" if first else f"{till} {last}"
    if date.from_day == date.to_day and date.precision in ("week", "month", "year", "decade"):
        return f"about {first}"  # "two weeks ago" is counted, not known to the day
    return first if first == last else f"{first} to {last}"


def _shown(day: str | None, date: DateMention) -> str | None:
    """A day, cut down to the month or year where the text tells no more; a decade as such."""
    if day is None:
        return None
    part = date.from_day and date.to_day and not date.from_day.endswith("0-01-01")  # "the late 1980s"
    if date.precision == "decade" and not part:
        return f"the {day[:3]}0s"
    return day[: {"month": 7, "year": 4, "decade": 4, "century": 4}.get(date.precision or "day", 10)]


def question_lines(sheet: Sheet) -> list[Line]:
    """The open questions that matter most, the first one first, with what leaves them open."""
    ranked = sorted(sheet.analysis.questions, key=lambda q: (-q.salience, q.start))[:MOST_QUESTIONS]
    return [_question_line(sheet, question) for question in ranked]


def _question_line(sheet: Sheet, question: Question) -> Line:
    text = flat(question.question)
    if "Open: " not in text:
        text = text if text.endswith("?") else quote(text)
        text = f"{text} Open: {_BECAUSE[question.reason]}."
    return sheet.line("questions", text, [sheet.evidence(question.sentence, question.start, question.end)])
