"""The day on which an article was published."""

from __future__ import annotations

import re
from datetime import date

from .extracted import Judged

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = re.compile(
    r"\b(?:(?P<y1>(?:19|20)\d\d)[-/.](?P<n1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)"
    r"|" + _MONTH.format("m2") + r"\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)\b"
    r"|(?P<d3>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+"
    + _MONTH.format("m3")
    + r",?[\s-]+(?P<y3>(?:19|20)\d\d)\b"
    r"|(?P<a4>\d{1,2})[/.](?P<b4>\d{1,2})[/.](?P<y4>(?:19|20)?\d\d)(?!\d))",
    re.IGNORECASE,
)


def days(text: str) -> list[tuple[int, int, str]]:
    """The full days named in `text`: start, end, ISO day."""
    found = []
    for match in _DAY.finditer(text):
        part = match.groupdict()
        if part["y1"]:
            numbers = (part["y1"], part["n1"], part["d1"])
        elif part["y2"]:
            numbers = (part["y2"], str(_MONTHS.index(part["m2"][:3].lower()) + 1), part["d2"])
        elif part["y3"]:
            numbers = (part["y3"], str(_MONTHS.index(part["m3"][:3].lower()) + 1), part["d3"])
        else:
            year = part["y4"] if len(part["y4"]) == 4 else "20" + part["y4"]
            numbers = (year, part["a4"], part["b4"])
            if int(part["a4"]) > 12 or "." in match.group():
                numbers = (year, part["b4"], part["a4"])
        try:
            found.append((match.start(), match.end(), date(*map(int, numbers)).isoformat()))
        except ValueError:
            continue
    return found


def find_published(text: str, judged: tuple[Judged, ...], title: tuple[int, int] | None) -> str | None:
    """The ISO day that a line beside the title or above the body states, or None."""
    first = next((i for i, line in enumerate(judged) if line.kind == "body"), len(judged))
    lines = [line for line in judged[: first + 3] if line.kind not in ("body", "list", "related", "footer")]
    for line in lines:
        if line.end - line.start > 160:
            continue
        for _, _, day in days(text[line.start : line.end]):
            return day
    return None
