"""The days on a page that may be that of publication, and what the day model sees of each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from .extracted import BODY_KINDS, Judged
from .kinds import is_caption
from .titles import first_prose, last_body, title_line
from .written_days import WrittenDay, american, month_first, written_days

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SAID = 300
"""Characters of a line that are looked at."""
_LINES, _FOOT = 3000, 300
"""Lines at the beginning and at the end of a page in which days are looked for."""
_MOST = 400
"""Days of a page that are looked at."""
_SPELLED = 500
"""Lines whose spelling is looked at."""
_SAMPLE = 200
"""Lines of the body in which years are counted."""
_LEAD = 60
"""Characters before a day in which its label stands."""
_CUE, _NEXT = 30, 60
"""Characters of the line before and after, at most, that say something of a day."""
_SIGNED = 5
"""Lines below the body in which a byline may carry the day."""
_FAR = 100
"""Lines below the title from which on a day without a label is not the article's."""

_UPDATED = re.compile(r"\b(?:up-?dated?|modified|revised|edited|corrected)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?<![a-z])(?:published|posted|publish(?:ed)? date|publication date|post time|date|added|created|issued|written)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:originally|first) (?:published|posted|appeared|ran|created)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"©|\bcopyright\b|\bcomments? on\b|\breply\b|\bsays?\b|\b(?:event|expires?|deadline|born|retrieved"
    r"|accessed|archived|since|until|available|released?|editor['’]s note|doi|online|joined|registered"
    r"|viewed|captured|taken|founded|effective|through|screenshot|ends?|starts?|begins?)\b",
    re.IGNORECASE,
)
_FILED = re.compile(r"\b(?:categor|filed under|posted in|tags?\b|uncategorized)", re.IGNORECASE)
"""What stands beside the day in the stamp that blogs have below a post."""
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d|\d ?[ap]\.?m\b", re.IGNORECASE)
_READ = re.compile(r"\bmin(?:ute)?s?\b.{0,6}\bread|\bread(?:ing)? time\b|\d min", re.IGNORECASE)
_BY = re.compile(
    r"(?:^|[^a-z])(?:by|author|words|story|reporter|editor|writer)\b|\bBy(?=[A-Z])", re.IGNORECASE
)
_ON = re.compile(r"\bon:?\s*(?:[a-z]{3,9}day,?\s*)?$", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s*$", re.I)
_IN_SENTENCE = re.compile(
    r"\b(?:in|at|of|on|from|before|after|by|between|until|till|since)\s*$", re.IGNORECASE
)
_DATELINE = re.compile(r"\s*\)?\s*(?:[—–:-]|\()")
_QUOTES = ("'", '"', "=", "<", ">", "`")
"""Before a day, a sign of code."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*\s+){1,3}[^\W\d_a-z][\w.’'-]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_KINDS = (
    "body",
    "heading",
    "list",
    "caption",
    "navigation",
    "related",
    "share",
    "comments",
    "footer",
    "meta",
)


class Candidate(Struct, frozen=True):
    """A written day on a page: the number of its line, and the ISO day that is read from it."""

    line: int
    written: WrittenDay
    day: str
    allowed: bool
    """Whether it may be taken; the others are there to be compared with."""
    doubtful: bool = False
    """Whether it is said to be that of an update, with neither a clock time, as news have it, nor its year in the title."""


class Place(Struct, frozen=True):
    """What stands around a written day: in its line before and after it, and in the lines around that."""

    lead: str
    rest: str
    cue: str
    next: str

    @property
    def is_first(self) -> bool:
        """Whether it is said that the article came out on the day for the first time."""
        return _FIRST.search(self.lead[-_LEAD:]) is not None

    @property
    def is_published(self) -> bool:
        """Whether the day is said to be that of publication."""
        return bool(
            _PUBLISHED.search(self.lead[-_LEAD:])
            or (len(self.cue) < _CUE and _PUBLISHED.fullmatch(self.cue.strip(" :")))
        )

    @property
    def is_update(self) -> bool:
        """Whether the day is said to be that of an update."""
        near = self.lead[-_LEAD:]
        updated, published = [*_UPDATED.finditer(near)], [*_PUBLISHED.finditer(near)]
        if updated:
            return not (published and published[-1].start() > updated[-1].start())
        return len(self.cue) < _CUE and _UPDATED.search(self.cue) is not None and not self.is_published


def said(text: str, line: Judged) -> str:
    """The beginning of a line."""
    return text[line.start : min(line.end, line.start + _SAID)]


def place(text: str, judged: Sequence[Judged], index: int, one: WrittenDay) -> Place:
    """What stands around a written day in line `index`."""
    here = said(text, judged[index])
    return Place(
        here[: one.start],
        here[one.end :],
        said(text, judged[index - 1]) if index else "",
        said(text, judged[index + 1]) if index + 1 < len(judged) else "",
    )


def candidates(text: str, judged: Sequence[Judged], title: tuple[int, int] | None) -> list[Candidate]:
    """The written days of a page, in reading order.

    What may be taken is neither in a sentence nor far from title and body. Numbers with two readings are read in the order
    of the page's other days, or of the country whose spelling the page has; if neither is known, they may not be taken.
    """
    places = [*range(min(_LINES, len(judged)))]
    places += range(max(_LINES, len(judged) - _FOOT), len(judged))
    written = [(index, one) for index in places for one in written_days(said(text, judged[index]))][:_MOST]
    order = None
    if any(one.other for _, one in written):
        order = month_first(said(text, judged[index]) for index, one in written if one.form == "numbers")
        if order is None:
            order = american(" ".join(said(text, line) for line in judged[:_SPELLED]))
    top = title_line(judged, title) or 0
    heading = text[slice(*title)] if title else ""
    last = last_body(judged)
    found: list[Candidate] = []
    for index, one in written:
        day = one.other if one.other and order is False else one.day
        around = place(text, judged, index, one)
        allowed = (one.other is None or order is not None) and _may_be(
            judged[index], around, below=index - last, distance=index - top
        )
        doubtful = (
            around.is_update and day[:4] not in heading and not _CLOCK.search(around.lead + around.rest)
        )
        found.append(Candidate(index, one, day, allowed, doubtful))
    return found


def _may_be(line: Judged, around: Place, *, below: int, distance: int) -> bool:
    """Whether a day so placed may be the article's: `below` lines below the body and `distance` lines below the title."""
    if around.is_first:
        return True
    if _OTHER.search(around.lead[-80:]):
        return False
    if around.is_update or around.is_published:
        return True
    if below > 0:
        signed = below <= _SIGNED and _BY.search(f"{around.lead} {around.cue[:_NEXT]}")
        return bool(signed or _FILED.search(around.rest))
    whole = around.lead + around.rest
    if line.kind == "caption" or is_caption(whole) or around.lead.endswith(_QUOTES):
        return False
    if line.kind in ("body", "list"):
        opens = len(around.lead) <= 40 and (len(whole) < 110 or _DATELINE.match(around.rest) is not None)
        return opens and not _IN_SENTENCE.search(around.lead)
    return distance <= _FAR


class _Page:
    """What is looked up of a page for each of its candidates."""

    def __init__(
        self, text: str, judged: Sequence[Judged], title: tuple[int, int] | None, found: Sequence[Candidate]
    ) -> None:
        self.judged = judged
        self.top, self.first = title_line(judged, title), first_prose(judged)
        self.last = last_body(judged)
        self.places = [place(text, judged, one.line, one.written) for one in found]
        self.lines = sorted({one.line for one in found})
        self.days = Counter(one.day for one in found)
        self.oldest, self.newest = min(self.days), date.fromisoformat(max(self.days))
        self.shapes = Counter(map(_shape, found, self.places))
        self.published = sorted(
            {one.line for one, around in zip(found, self.places, strict=True) if around.is_published}
        )
        prose = [line for line in judged if line.kind in BODY_KINDS][:_SAMPLE]
        self.years = sorted(
            int(year) for line in prose for year in _YEAR.findall(text[line.start : line.start + 2000])
        )

    def row(self, one: Candidate, around: Place) -> list[float]:
        judged, index = self.judged, one.line
        line, lead, rest = judged[index], around.lead, around.rest
        cue = around.cue if len(around.cue) < _CUE else ""
        after = around.next if len(around.next) < _NEXT else ""
        day = date.fromisoformat(one.day)
        beside = index - (self.top if self.top is not None else self.first)
        near = lead[-_LEAD:]
        others = [abs(other - index) for other in self.published if other != index]
        rank = bisect_left(self.lines, index)
        return [
            float(("name", "iso", "numbers").index(one.written.form)),
            float(len(lead)),
            float(min(1000, line.end - line.start)),
            float(len(_WORD.findall(lead))),
            float(len(_WORD.findall(rest[:200]))),
            float(bool(lead) and lead[-1].isalnum()),
            float(bool(rest) and rest[0].isalnum()),
            float(_WEEKDAY.search(lead) is not None),
            float(_CLOCK.search(rest[:40]) is not None),
            float(_PUBLISHED.search(near) is not None),
            float(_UPDATED.search(near) is not None),
            float(_UPDATED.search(after[:30]) is not None or _UPDATED.search(rest[:30]) is not None),
            float(_READ.search(rest) is not None or _READ.search(after) is not None),
            float(_BY.search(lead) is not None),
            float(_BY.match(cue) is not None),
            float(_BY.search(rest[:30]) is not None or _BY.match(after) is not None),
            float(_NAME.fullmatch(after.strip()) is not None),
            float(_ON.search(lead) is not None),
            float(_KINDS.index(line.kind) if line.kind in _KINDS else -1),
            line.body,
            judged[index - 1].body if index else -1.0,
            judged[index + 1].body if index + 1 < len(judged) else -1.0,
            float(max(-60, min(60, beside))),
            float(abs(beside)),
            float(max(-200, min(200, index - self.first))),
            float(max(-200, min(200, index - self.last))),
            float(self.top is not None and self.top < index <= self.first + 1),
            float(min(20, rank - bisect_left(self.lines, self.top if self.top is not None else self.first))),
            float(bisect_right(self.lines, index + 12) - bisect_left(self.lines, index - 12) - 1),
            float(self.shapes[_shape(one, around)]),
            float(self.days[one.day]),
            float(len(self.days)),
            float(one.day == self.oldest),
            float(min(5000, (self.newest - day).days)),
            float(min(others, default=99)),
            float(self.years[-1] - day.year if self.years else -99),
            float(day.year - self.years[len(self.years) // 2] if self.years else -99),
            float(index / len(judged)),
        ]


def _shape(one: Candidate, around: Place) -> tuple[str, int, int]:
    """Days of equal shape stand in lists of other articles or of comments."""
    return (
        one.written.form,
        min(3, len(_WORD.findall(around.lead))),
        min(3, len(_WORD.findall(around.rest))),
    )


def day_features(
    text: str, judged: Sequence[Judged], title: tuple[int, int] | None, found: Sequence[Candidate]
) -> NDArray[np.float32]:
    """What the day model sees of the candidates, of which there is at least one: one row each."""
    import numpy as np

    page = _Page(text, judged, title, found)
    return np.array(
        [page.row(one, around) for one, around in zip(found, page.places, strict=True)], np.float32
    )
