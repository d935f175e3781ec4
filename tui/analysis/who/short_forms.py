"""Abbreviations that the text itself explains: "Long Name (ABBR)", "Long Name, or ABBR,"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .candidates import Candidate
from .folding import fold
from .gazetteer import country
from .kinds import organisation_kind

_SHORT = re.compile(
    r"\s?(?:\(\s?[“\"'‘]?|, (?:or|known as|abbreviated as)(?: the)? )(?P<short>[A-Z][A-Za-z&.-]{1,9})(?=[”\"'’]?\s?[),])"
)
_ORGANISATION = (-5.0, 0.0, -5.0)


def explained(text: str, names: Iterable[Candidate]) -> list[Candidate]:
    """The abbreviations that follow the long names of organisations and have their letters."""
    organisations = (name for name in names if name.support[1] == max(name.support))
    spans = (short_form_after(text, name.start, name.end) for name in organisations)
    return [Candidate(*span, _ORGANISATION) for span in spans if span]


def short_form_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The offsets of the abbreviation after the name `text[start:end]`, if one is there: it has the letters of the name, or
    (of a name in another language) is used again."""
    long = text[start:end]
    match = _SHORT.match(text, end)
    if match is None or " " not in long or country(long) or not _is_short_for(match["short"], long, text):
        return None
    return match.span("short")


def _is_short_for(short: str, long: str, text: str) -> bool:
    if _has_letters_of(short, long):
        return True
    foreign = short.isalpha() and short.isupper() and len(short) > 2
    return foreign and not country(short) and organisation_kind(short) != "media" and text.count(short) > 1


def _has_letters_of(short: str, long: str) -> bool:
    """Whether the abbreviation has two capitals, and its letters come in the name in their order, the first one first."""
    if sum(letter.isupper() for letter in short) < 2:
        return False
    letters = iter(fold(long))
    wanted = [letter for letter in fold(short) if letter.isalnum()]
    return fold(long)[:1] == wanted[0] and all(letter in letters for letter in wanted)
