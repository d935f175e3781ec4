"""The day on which an article was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from .extracted import Judged

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = re.compile(
    r"(?<![\d/.-])(?:(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<n1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?![\d/]|-\d)"
    r"|(?P<y5>(?:19|20)\d\d)\s" + _MONTH.format("m5") + r"\s(?P<d5>\d{1,2})(?!\d)"
    r"|(?P<d3>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]{1,3}"
    + _MONTH.format("m3")
    + r",?[\s-]{1,3}(?P<y3>(?:19|20)\d\d)(?!\d)"
    r"|(?P<a4>\d{1,2})(?P<s4>[/.-])(?P<b4>\d{1,2})(?P=s4)(?P<y4>(?:19|20)\d\d|\d\d)(?![\d/]|[.-]\d))"
    r"|(?<![^\W\d_])"
    + _MONTH.format("m2")
    + r"\s{1,3}(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?:at\s)?(?P<y2>(?:19|20)\d\d)(?:(?!\d)|(?=\d{1,2}\s?min))",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+?/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?!\d)")
_UPDATED = re.compile(r"\b(?:updated|modified|revised|reviewed|edited|corrected)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|publish(?:ed)? date|date|added|created|issued|released|written)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"©|\bcopyright\b|\bcomments? on\b|\breply\b|\bsays?:|\b(?:event|expires?|deadline|born|retrieved"
    r"|accessed|archived|since|until|available"
    r"|joined|registered|viewed|captured|taken|founded|effective)\b",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"\d\s*\|\s*(?:categor|filed under|posted in)|[ap]m\s*\|\s*(?:categor|filed under|posted in)",
    re.IGNORECASE,
)
"""A stamp of day and category, as blogs have it below a post."""
_FIRST = re.compile(r"\b(?:originally|first) (?:published|posted|appeared|ran)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d|\d ?[ap]\.?m\b", re.IGNORECASE)
"""A clock time."""
_DATELINE = re.compile(r"\s*\)?\s*(?:[—–:-]|\()")
_AFTER = re.compile(
    r"^.{0,12}\d{1,2}:\d\d.{0,12}|\b(?:categor|filed under|tags?\b|posted in|comments?\b).*$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_ABOVE = 14
"""Lines above and below the title in which the day is looked for."""


_FOOT = 3
"""Last lines of the body, which may say when the article first came out."""


def days(text: str) -> list[tuple[int, int, str]]:
    """The full days named in `text`: start, end, ISO day.

    A day all in numbers is read when only one reading is possible (13/4/2020, 4/13/2020, 4/4/2020) or it has full stops,
    which only the order day, month, year uses.
    """
    found = []
    for match in _DAY.finditer(text):
        part = match.groupdict()
        if part["y5"]:
            numbers = (part["y5"], str(_MONTHS.index(part["m5"][:3].lower()) + 1), part["d5"])
        elif part["y1"]:
            numbers = (part["y1"], part["n1"], part["d1"])
        elif part["y2"]:
            numbers = (part["y2"], str(_MONTHS.index(part["m2"][:3].lower()) + 1), part["d2"])
        elif part["y3"]:
            numbers = (part["y3"], str(_MONTHS.index(part["m3"][:3].lower()) + 1), part["d3"])
        else:
            year = part["y4"] if len(part["y4"]) == 4 else "20" + part["y4"]
            first, second = int(part["a4"]), int(part["b4"])
            if part["s4"] == ".":
                if len(part["y4"]) == 2:
                    continue
                numbers = (year, part["b4"], part["a4"])
            elif first > 12 or first == second:
                numbers = (year, part["b4"], part["a4"])
            elif second > 12:
                numbers = (year, part["a4"], part["b4"])
            else:
                continue
        try:
            found.append((match.start(), match.end(), date(*map(int, numbers)).isoformat()))
        except ValueError:
            continue
    return found


def find_published(
    text: str, judged: Sequence[Judged], title: tuple[int, int] | None
) -> tuple[str, bool] | None:
    """The ISO day that a line beside the title, or above the body, states, and whether that is an address; or None.

    A day that is said to be that of publication is preferred to others, and any to that of an update, which counts only
    if nobody commented on the page before it. Days in sentences, of related items and of comments are not taken; below
    the body only one that is said to be that of publication.
    """
    bodies = [index for index, line in enumerate(judged) if line.kind == "body"]
    first, last = (bodies[0], bodies[-1]) if bodies else (len(judged), len(judged))
    top = next(
        (index for index, line in enumerate(judged) if title and line.start <= title[0] < line.end), None
    )
    heading = text[slice(*title)] if title else ""
    best: tuple[float, str, bool] | None = None
    for index, line in enumerate(judged):
        above = index <= first + 2
        if not above and (
            index <= last - _FOOT or (index <= last and not _FIRST.search(text, line.start, line.start + 80))
        ):
            continue
        said = text[line.start : min(line.end, line.start + 300)]
        beside = top is not None and abs(index - top) <= 3
        beside |= line.kind == "comments" and index + 2 >= first
        told = _FILED.search(said) if index > last else above and beside
        if line.kind in ("related", "comments", "list") and not told:
            continue
        previous = judged[index - 1] if index else None
        cue = text[previous.start : previous.end] if previous and previous.end - previous.start < 30 else ""
        distance = abs(index - top) if top is not None else abs(first - index)
        for start, end, day in days(said):
            in_body = line.kind in ("body", "list")
            score = _score(said, start, end, cue, in_body=in_body, for_year=day[:4] in heading)
            if score is None:
                continue
            score += 2 + 2 / (1 + distance) - 1.5 * (distance > _ABOVE) if above else -2
            if score > 0 and (best is None or score > best[0]):
                best = (score, day, _UPDATED.search(cue + said[:start]) is not None)
    if best and not (best[2] and _commented_before(text, judged[last + 1 :], best[1])):
        return best[1], False
    return _in_address(text, judged, first)


def _score(said: str, start: int, end: int, cue: str, *, in_body: bool, for_year: bool) -> float | None:
    """How much the day at `said[start:end]` looks like that of publication; None: not at all.

    `cue` is the line before, `for_year` whether the title names the day's year. The day of an update alone says nothing of
    the day of publication (on the development pages it is another one in 6 of 11 cases), unless it has a clock time, as
    news have it, or the page was written for that year.
    """
    lead = said[:start]
    around = len(_WORD.findall(lead[-200:])) + len(_WORD.findall(_AFTER.sub("", said[end:])[:200]))
    if _OTHER.search(lead):
        return None
    score = -around / 8
    published = _PUBLISHED.search(lead[-40:]) or _PUBLISHED.fullmatch(cue.strip(" :"))
    updated = _UPDATED.search(lead[-40:]) or _UPDATED.search(cue)
    if _FIRST.search(lead[-40:]):
        return 6.0
    if published and not (updated and updated.end() > published.end()):
        return score + 3
    if updated:
        return score - 1.0 if for_year or _CLOCK.search(said) else None
    if _FILED.search(said, end):
        return score + 3
    if len(_WORD.findall(lead)) > 7:
        return None
    if in_body and not (start <= 40 and _DATELINE.match(said, end)):
        return None
    return score if in_body or around <= 12 else None


def _commented_before(text: str, below: Sequence[Judged], day: str) -> bool:
    """Whether lines below the body carry the stamp (day and clock time) of a comment made before `day`."""
    for line in below:
        if line.end - line.start < 90:
            said = text[line.start : line.end]
            if any(other < day and _CLOCK.search(said[end:]) for _, end, other in days(said)):
                return True
    return False


def _in_address(text: str, judged: Sequence[Judged], first: int) -> tuple[str, bool] | None:
    """The day in a web address that stands alone in a line above the body."""
    for line in judged[: first + 1]:
        match = _URL.match(text, line.start, line.end)
        if match and not text[line.start : line.end].strip().count(" "):
            try:
                return date(*map(int, match.groups())).isoformat(), True
            except ValueError:
                continue
    return None
