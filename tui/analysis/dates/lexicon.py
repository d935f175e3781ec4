"""The words of dates and times, and a lexer for the sentences that hold one."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..openings import openings
from ..wordset import word_set
from .calendar import HOLIDAYS, PartName, Unit

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mon": 0, "tue": 1,
    "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SHORT = frozenset(
    word
    for word in (*MONTHS, *WEEKDAYS)
    if len(word) <= 5 and word not in ("march", "april", "may", "june", "july")
)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
DAYS = {"today": 0, "tonight": 0, "tonite": 0, "yesterday": -1, "tomorrow": 1}
PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night", "noon", "midday", "midnight"])
UNITS: dict[str, Unit] = {
    "second": "hour", "minute": "hour", "min": "hour", "hour": "hour", "day": "day", "week": "week", "fortnight": "week",
    "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
UNITS |= {f"{word}s": unit for word, unit in UNITS.items()} | {"centuries": "century"}
SHIFTS = {
    "this": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1, "upcoming": 1,
    "current": 0,
}  # fmt: skip
PARTS: dict[str, PartName] = {
    "early": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "end", "beginning": "start", "start": "start",
    "earlier": "earlier", "later": "later", "rest": "rest", "remainder": "rest",
}  # fmt: skip
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
NUMBERS = {word: number for number, word in enumerate(_SMALL.split(" "))}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
NUMBERS |= TENS
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(" "), 1)} | {"thirtieth": 30}

_HOLIDAY_PATTERNS = [
    re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+")
    for name in sorted(HOLIDAYS, key=len, reverse=True)
]
_HOLIDAY_PATTERN = "|".join(_HOLIDAY_PATTERNS)
_TRIGGER = re.compile(
    rf"""(?<![^\W_])(?:
      (?:{"|".join(sorted(MONTHS, key=len, reverse=True))})(?![^\W\d_])
    | (?:{"|".join(sorted(WEEKDAYS, key=len, reverse=True))})(?![^\W_])
    | today | tonight | tonite | yesterday | tomorrow | ago\b | decades? | centur(?:y|ies) | weekend | fortnight
    | (?:spring|summer|autumn|fall|winter)(?=\s+(?:of\s+)?\d)
    | (?:in|during|over|by|until|of)\s+the\s+(?:spring|summer|autumn|fall|winter)\b
    | fiscal | fy\W?\d | cy\d | q[1-4]\b | [1-4]q\d{{0,4}}\b | h[12]\s
    | (?:this|last|past|previous|next|following|coming|upcoming|same|current|that|recent|earlier|later)\s+
      (?:[a-z0-9-]+\s+){{0,3}}?
      (?:days?|weeks?|months?|quarters?|years?|spring|summer|autumn|fall|winter|morning|afternoon|evening|night|hours?|minutes?)\b
    | (?:days?|weeks?|months?|years?|quarters?|hours?|minutes?|min|century|half)\s+
      (?:later|earlier|before|after|from|of|since|in|beginning|starting|ending)\b
    | (?:in|within)\s+(?:the\s+)?(?:[a-z-]+|\d+)\s+(?:and\s+\S+\s+)?
      (?:days?|weeks?|months?|years?|hours?|minutes?|min)\b
    | (?:in|within)\s+(?:the\s+)?(?:coming|next|recent|last|past)\b
    | quarter | week\s+(?:of\s+)?\d | w/c | earlier\s+in | later\s+in | (?:end|beginning|start|middle|rest|remainder)\s+of
    | {_HOLIDAY_PATTERN}
    | 9/11(?!\d)
    | ['’]?\d0\s?['’]?s\b
    ) | (?<!\w)['’]\d\d\b | (?<![\d.,$€£/])(?<!\d-)\d{{4}}(?!\d|[.,]\d{{2}}|%)
      | (?<![\d.])\d{{1,2}}([/.-])\d{{1,2}}(?:\1\d{{2,4}})?(?!\d) | (?<![\d./])\d{{1,2}}/(?:19|20)\d\d(?!\d)
      | (?<!\d)(?:19|20)\d{{6}}(?!\d)
      | nineteen\s+[a-z]+ | two\s+thousand""",
    re.VERBOSE,
)
_OPENING = openings(
    *(rf"{month}(?![^\W\d_])" for month in MONTHS),
    *(rf"{weekday}(?![^\W_])" for weekday in WEEKDAYS),
    *word_set(
        "today tonight tonite yesterday tomorrow ago decade centur weekend fortnight fiscal fy cy quarter w/c nineteen two"
    ),
    *(
        rf"{word}\s"
        for word in word_set(
            "spring summer autumn fall winter in within this last past previous next following coming upcoming same current "
            "that recent earlier later days? weeks? months? years? hours? minutes? min century half h[12]"
        )
    ),
    *(rf"{word}\s+the\s+[safw]" for word in ("during", "over", "by", "until", "of")),
    *(rf"{word}\s+of" for word in ("end", "beginning", "start", "middle", "rest", "remainder")),
    *_HOLIDAY_PATTERNS,
    "q[1-4]",
    signs=r"\d'’",
)


def may_hold_date(low: str, start: int, end: int) -> bool:
    """Whether the sentence from `start` to `end` of a text in small letters has a word or a number of a date."""
    return any(_TRIGGER.match(low, each.start(), end) for each in _OPENING.finditer(low, start, end))


class Lexeme(NamedTuple):
    """A piece of a sentence. `kind` is "word", "number", "ordinal", "date", "decade", "time", "holiday" or "mark".

    `low` is the text in lower case with straight apostrophes; `value` that of a number. Offsets are into the article's text.
    """

    kind: str
    low: str
    value: int
    start: int
    end: int


_LEXEME = re.compile(
    rf"""
      (?P<holiday>(?<!\w)(?:{_HOLIDAY_PATTERN}|9/11)(?!\w))
    | (?P<date>(?<![\w.,/])(?:
          \d{{4}}([-/.])\d{{1,2}}\3\d{{1,2}} | \d{{1,2}}([-/.])\d{{1,2}}\4(?:\d{{4}}|\d{{2}})
          | (?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])
          | \d{{4}}-(?:0?[1-9]|1[0-2]) | (?:0?[1-9]|1[0-2])/(?:19|20)\d\d )(?![\w%]|[.,/-]\d)
      | (?<![\w.,/])\d{{1,2}}/\d{{1,2}}(?![\w%]|[.,/]\d))
    | (?P<time>(?<![\w.,:])(?:\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s?(?:[ap]\.?\s?m?\b\.?)? | \d{{1,2}}\s?[ap]\.?m\b\.?
          | \d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})\s?[ap]\.?m\b\.? | \d{{1,2}}\s?o['’ ]?clock)(?!\d))
    | (?P<decade>(?<![\w$€£.,])['’]?(?:\d{{3}}0|\d0)\s?['’]?s(?!\w))
    | (?P<ordinal>(?<!\w)\d{{1,2}}(?:st|nd|rd|th)(?!\w))
    | (?P<code>(?:(?:fy|cy|q)\W?\d+|[1-4]q\d{{0,4}}|h[12])(?!\w))
    | (?P<number>\d+(?:[.,]\d+)*(?![^\W\d_]))
    | (?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)
    | (?P<other>\w+)
    | (?P<mark>[^\w\s]|['’]s\b)
    """,
    re.VERBOSE,
)


def lex(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of `text[start:end]`, a text in small letters."""
    found: list[Lexeme] = []
    for match in _LEXEME.finditer(text, start, end):
        kind = match.lastgroup or "mark"
        low = match.group().replace("’", "'")
        value = -1
        if kind == "word":
            value = NUMBERS.get(low, -1)
        elif kind == "number":
            if low.isascii() and low.isdigit() and len(low) <= 4:
                value = int(low)
            else:
                kind = "other"
        elif kind == "ordinal":
            value = int(low[:-2])
        found.append(Lexeme(kind, low, value, match.start(), match.end()))
    return found
