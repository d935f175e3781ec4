"""Qualifiers of a number: how far it is to be taken as exact."""

from __future__ import annotations

import re

QUALIFIERS = ("about", "nearly", "estimated", "at least", "at most", "up to", "more than", "less than")
"""The closed list that `Figure.qualifier` is taken from."""

_MUCH = r"(?:(?:just|well|slightly|a little|significantly|far|way|much|considerably|marginally) )?"
_BEFORE = {
    "about": (
        r"about|around|approximately|aproximately|approx\.?|roughly|some|circa|ca\.|c\.|somewhere around|in the region of",
        r"in the neighbou?rhood of|in the ballpark of|on the order of|of the order of|more or less|maybe|perhaps|probably",
        r"something like|like|~|∼|≈|≅|give or take|an average of|an approximate|a rough|averaging",
    ),
    "nearly": (
        r"nearly|almost|close to|near|just shy of|shy of|just short of|approaching|not quite|virtually|practically|nigh on",
    ),
    "estimated": (
        r"(?:an |the )?estimated(?: at)?|(?:an )?estimate of|(?:is |are |was |were )estimated to be|a projected|an expected",
    ),
    "at least": (
        r"at least|(?:no|not) less than|no fewer than|(?:a )?minimum(?: of)?|a low of|min\.?|≥|>=|⩾|starting (?:at|from)",
        r"as (?:low|few|little) as|fully",
    ),
    "at most": (
        r"at most|no more than|not more than|no greater than|(?:a )?maximum(?: of)?|max\.?|≤|<=|⩽|not exceeding|limited to",
    ),
    "up to": (r"up to|upto|(?:to )?as (?:much|many|high|long|far|large) as",),
    "more than": (
        _MUCH
        + r"(?:more than|over|above|upwards? of|in excess of|exceed(?:s|ed|ing)?|north of|beyond|topp(?:ed|ing)",
        r"surpass(?:es|ed|ing)?|(?:great|high|larg|bigg|long|old|fast|heavi|bett)er than)|>|plus",
    ),
    "less than": (
        _MUCH + r"(?:less than|fewer than|under|below|south of|beneath",
        r"(?:low|small|short|young|cheap|slow|light)er than)|sub-|<",
    ),
}
_AFTER = {
    "at least": (
        r"(?:,? )?or (?:more|above|higher|greater|better|over|older|longer|later)\b",
        r" and (?:above|over|up|older)\b(?! \w+ing)",
        r"\+(?![\w])|-plus\b| plus\b(?! (?:\w+ )?[\d$£€])| (?:at )?minimum\b| and counting\b",
    ),
    "at most": (
        r"(?:,? )?or (?:less|fewer|below|under|lower|younger|sooner)\b| (?:at )?(?:maximum|max|tops)\b| at most\b",
    ),
    "about": (
        r"(?:,? )?or (?:so|thereabouts)\b|-odd\b|-ish\b|-some\b|,? (?:give or take|approximately|roughly|more or less)\b",
    ),
}


def _pattern(table: dict[str, tuple[str, ...]]) -> str:
    return "|".join(f"(?P<{name.replace(' ', '_')}>{'|'.join(parts)})" for name, parts in table.items())


_RUN_BEFORE = re.compile(
    rf"(?:(?<=[\s(\[\"“‘'—–-])|^)(?:{_pattern(_BEFORE)})(?P<rest>(?:\s+(?:an?|only|just|another)\b)?)\s*$",
    re.I,
)
_RUN_AFTER = re.compile(_pattern(_AFTER), re.I)
_TRAP = re.compile(
    r"\b(?:(?:talk|speak|worr|car|hear|complain|ask|learn|all|what|how)\w* about|looks? like|looked like|feels? like"
    r"|(?:went|rose|climbed|jumped|shot|moved|bumped|pushed|raised|brought) up to"
    r"|(?:took|hand|handed|presid\w*|control|dispute|won|game|vote|lead|victory|win|triumph) (?:\w+ )?over)$",
    re.I,
)
_OF_TIME = re.compile(r"(?:over|under)$", re.I)
_WINDOW = 40


def qualifier_before(text: str, start: int, floor: int = 0) -> tuple[str, int] | None:
    """The qualifier that ends where an expression starts, and its offset. Nothing before `floor` is looked at."""
    begin = max(floor, start - _WINDOW)
    window = text[begin:start]
    cut = max(window.rfind("\n"), window.rfind(";")) + 1
    match = _RUN_BEFORE.search(window, cut)
    if match is None or _TRAP.search(window[: match.start("rest")]):
        return None
    name = _name(match)
    if match["rest"] and name in ("more than", "less than") and _OF_TIME.match(match[name.replace(" ", "_")]):
        return None  # "over a 20-year career"
    return name, begin + match.start()


def qualifier_after(text: str, end: int) -> tuple[str, int] | None:
    """The qualifier right behind an expression ("or more", "+"), and its end."""
    match = _RUN_AFTER.match(text, end)
    return (_name(match), match.end()) if match else None


def _name(match: re.Match[str]) -> str:
    return next(name for name in QUALIFIERS if match.groupdict().get(name.replace(" ", "_")) is not None)
