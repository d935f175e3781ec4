"""Who published an article: the outlet that the page's own furniture names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .extracted import BODY_KINDS, Judged

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:(?:\(c\)|copyright)\s*)?(?:(?:19|20)\d\d(?:\s*[-–—,]\s*(?:(?:19"
    r"|20)\d\d|present))?\s*[,.]?\s*)?(?:by\s+)?"
    r"(?P<name>[^\W_][^|©\n]{1,60}?)"
    r"(?=\s*(?:[|©\n]|[.,–—-]?\s*all rights|\.\s|\.?$|,?\s*(?:(?:19|20)\d\d)|,?\s*(?:inc|llc|ltd"
    r"|l\.l\.c|corp|gmbh|plc|limited|a division)\b))",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:all rights|the (?:author|respective)|us\b|policy|notice|protected|material|law|and\b|or\b|is\b|of\b|holder)",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"((?:[A-Z][\w.&’'-]{0,40}\s++(?:(?:of|the|for|and)\s++)?){1,5}[A-Z]?[\w.&’'-]{0,40})\s*\(([A-Za-z][A-Za-z&.]{1,9})\)"
)
_FOLLOW = re.compile(
    r"^(?:follow|support|subscribe to|sign up for|about"
    r"|download the)\s+(?:the\s+)?([A-Z][\w.&’' -]{2,40}?)(?:['’]s)?"
    r"(?:\s+(?:on (?:facebook|twitter|x|instagram|linkedin|google|youtube|whatsapp|telegram)"
    r"|newsletters?|app))\W*$",
    re.IGNORECASE,
)
_LOGO = re.compile(r"(?P<name>[\w.&’' -]{4,40}?)(?:\s?(?P=name)){1,3}")


def find_publisher(text: str, judged: Sequence[Judged], title: str | None) -> str | None:
    """The name of the outlet, or None: from a copyright line, a logo's glued text, a call to follow it, or a name with its
    abbreviation in the body that the furniture uses too."""
    aside = [
        text[line.start : min(line.end, line.start + 300)]
        for line in judged
        if line.kind not in BODY_KINDS and line.kind not in ("caption", "title")
    ]
    votes: Counter[str] = Counter()
    for line in aside:
        for match in _COPYRIGHT.finditer(line):
            name = _clean(match["name"])
            if name and not _NO_NAME.match(name):
                votes[name] += 3
        if follow := _FOLLOW.match(line):
            votes[_clean(follow[1])] += 1
        if (logo := _LOGO.fullmatch(line)) and not (title and logo["name"].casefold() in title.casefold()):
            votes[_clean(logo["name"])] += 1 if "." in logo["name"] else 0
    votes.pop("", None)
    votes = +votes
    if votes:
        return votes.most_common(1)[0][0]
    return _self_named(text, judged, " \n ".join(aside).casefold())


def _clean(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" .,:;-–—|*\"“”'")
    return name if 2 <= len(name) <= 50 and not name.isdigit() else ""


def _self_named(text: str, judged: Sequence[Judged], aside: str) -> str | None:
    for line in judged:
        if line.kind != "body":
            continue
        for match in _ABBREVIATED.finditer(text, line.start, min(line.end, line.start + 5000)):
            name, short = match[1].strip(), match[2]
            initials = "".join(word[0] for word in name.split() if word[0].isupper()).casefold()
            if not short.casefold().startswith(initials[:2]):
                continue
            if name.casefold() in aside and re.search(rf"\b{re.escape(short.casefold())}\b", aside):
                return f"{name} ({short})"
    return None
