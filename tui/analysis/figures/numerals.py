"""The number grammar: digits, words, fractions and vague numbers in a text, with their values."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from ..openings import openings, small
from .number_words import DENOMINATORS, JOINERS, LETTERS, SCALES, VALUES, read_number
from .quantity import Numeral

_VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅐": 1 / 7, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
_WORD = "(?:" + "|".join(sorted([*VALUES, *SCALES], key=len, reverse=True)) + ")"
_SCALE = "(?:" + "|".join(sorted(SCALES, key=len, reverse=True)) + ")"
_PART = "(?:" + "|".join(word for word in DENOMINATORS if word not in ("half", "halve")) + ")"
_FRACTION_SIGN = "[" + "".join(_VULGAR) + "]"
_MANY = "(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions|crores|lakhs)"
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3}){0,12},\d{3}(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009'’]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
    r"|(?<![\d.])\.\d+"
)
_CANDIDATE = re.compile(
    rf"""
    (?P<digits>(?:(?<![\w.,)\]%])[-−–+±](?=[\d.]))?(?:{_DIGITS})
        (?:[eE][-+−]?\d{{1,3}}(?!\w)
          |\ ?[x×]\ ?(?P<base>10|2)\ ?(?:\^\ ?(?P<power>[-−]?\d{{1,3}})|(?P<sup>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?
        (?:(?P<slash>(?:\ \d{{1,2}})?[/⁄]\d{{1,2}})(?![\d/]))?
        (?P<vulgar>\ ?{_FRACTION_SIGN})?(?:\ ?(?:±|\+/-)\ ?(?P<error>{_DIGITS})(?:[eE][-+]?\d{{1,3}})?)?)
    |(?P<alone>{_FRACTION_SIGN})
    |\b(?:
      (?P<vague>(?:tens|dozens|scores|hundreds|thousands|millions)\ of\ (?:hundred|thousand|million|billion|trillion)s
        |(?:several|a\ few|many|a\ couple(?:\ of)?)\ {_SCALE}s?|{_MANY})\b
      |(?P<handful>a\ handful|(?:virtually|almost|practically)\ (?:none|no(?=\ [a-z])))\b
      |(?P<share>(?:(?P<article>an?|one)[ -](?P<of>{_PART}|half)|(?P<above>{_WORD})[ -](?P<below>{_PART}s|halves))
        (?![-\w])(?![ ](?:of\ )?(?:an?\ )?{_SCALE}\b))
      |(?P<words>(?:minus[ -]|negative\ )?
        (?:half[ -](?:an?[ -])?|(?:an?|three)[ -]quarters?[ -](?:of[ -])?(?:an?[ -])?|an?[ -])?
        {_WORD}(?:(?:\ ?-\ ?|\ (?:and\ |&\ )?|,\ ){_WORD})*)\b
      |(?P<half>half)\b)
    """,
    re.X,
)
"""A number in a text in small letters."""
_OPENING = openings(
    *VALUES, *SCALES, "tens", "scores", "minus", "negative ", "half", "several ", "many ", "virtually ", "almost ",
    "practically ", rf"an?[ -](?:few|couple|handful|half|quarter|{_PART}|{_WORD})",
    signs=rf"\d.\-−–+±{''.join(_VULGAR)}",
)  # fmt: skip
"""Where one can start."""
_TOKEN = re.compile(rf"{_WORD}|and|&|,")
_HEAD = re.compile(r"(half|(?:an?|three)[ -]quarters?)[ -](?:of[ -])?(?:an?[ -])?|an?[ -]")
_SCALE_AFTER = re.compile(rf"[\s-]?({_SCALE})s?\b(?!-?fold)")
_LETTER_AFTER = re.compile(r"\s?(mn|mln|mil|mio|bn|bln|tn|trn|cr|[kKbB])\b(?!['’/²³^])")
_AND_HALF = re.compile(
    r"(?: and |-and-)(a[ -]half|a[ -]quarter|three[ -]quarters)\b(?:[ -](" + _SCALE + r")\b)?"
)
_SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_GROUPING = re.compile(r"[,\u00a0\u202f\u2009'’]")
_RATIO = re.compile(r" out of (?:every )?| in (?:every )?|-in-|-out-of-", re.I)
_TIME = re.compile(r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b", re.I)
_OF = re.compile(r"\s+(?:of|the|all|its|their|our|his|her|my|your|an?|that|this|those|these|as)\b", re.I)
_LEAD = re.compile(r"\b(?:by|nearly|almost|about|than|over|under|only|just|around|roughly) $", re.I)
_DENOMINATORS_IN_USE = (2, 3, 4, 5, 6, 8, 10, 16, 32, 64)
_LIMIT = 1e30


def find_numerals(text: str) -> list[Numeral]:
    """The numbers of `text`, in reading order, without overlap. Ordinals ("third", "3rd") are none."""
    found: list[Numeral] = []
    low = small(text)
    position = 0
    while opening := _OPENING.search(low, position):
        match = _CANDIDATE.match(low, opening.start())
        if match is None:
            position = opening.end()
            continue
        numerals = list(_read(text, low, match))
        found.extend(numeral for numeral in numerals if _finite(numeral))
        position = max(match.end(), numerals[-1].end if numerals else 0)
    return _ratios(text, found)


def _finite(numeral: Numeral) -> bool:
    return all(value is None or abs(value) < _LIMIT for value in (numeral.value, numeral.high))


def _read(text: str, low: str, match: re.Match[str]) -> Iterator[Numeral]:
    """The numbers of a match in `low`, which is `text` in small letters."""
    start, end = match.span()
    if match["digits"]:
        yield _digits(text, low, match)
    elif match["alone"]:
        yield Numeral(start, end, _VULGAR[match["alone"]], form="fraction")
    elif match["vague"]:
        yield _vague(start, end, match["vague"])
    elif match["handful"]:
        yield Numeral(start, end, None if "handful" in match["handful"] else 0.0, form="vague")
    elif match["share"]:
        yield from _share(text, match)
    elif match["words"]:
        yield from _words(low, start, match["words"])
    elif _OF.match(text, end) or _LEAD.search(text[max(0, start - 9) : start]):
        yield Numeral(start, end, 0.5, form="fraction")


def _digits(text: str, low: str, match: re.Match[str]) -> Numeral:
    start, end = match.span()
    body = match["digits"]
    if match["error"]:
        body = re.split(r" ?(?:±|\+/-)", body, maxsplit=1)[0]
    sign = -1.0 if body[0] in "-−–" else 1.0
    body = body.lstrip("-−–+±")
    fraction, factor = 0.0, 1.0
    if match["vulgar"]:
        fraction = _VULGAR[match["vulgar"].strip()]
        body = body[: -len(match["vulgar"])]
    if match["slash"]:
        body = body[: -len(match["slash"])]
        parts = _slash(body, match["slash"])
        if parts is None:
            end -= len(match["slash"])
        else:
            body, fraction = parts
    plain = text[start:end].isdigit()
    if match["base"]:
        body = re.split(r"\s?[x×]", body)[0]
        power = int((match["power"] or match["sup"].translate(_SUPERSCRIPT)).replace("−", "-"))
        factor = math.inf if power > 99 else float(match["base"]) ** power
    value = sign * (_number(body) + fraction) * factor
    if re.match(r"minus[ -]", text[max(0, start - 6) : start], re.I) and start >= 6:
        start, value = start - 6, -value
    scaled = False
    while after := _SCALE_AFTER.match(low, end):
        value, end, scaled, plain = value * SCALES[after[1]], after.end(), True, False
    if not scaled and (after := _LETTER_AFTER.match(text, end)):
        letter = after[1]
        if not (letter in "bBkK" and text[end].isspace()) or (
            letter == "B" and text[end + 2 : end + 3] == " "
        ):
            value, end, scaled, plain = value * LETTERS[letter.lower()], after.end(), True, False
    more, scale, end = _and_half(low, end)
    value = (value + more) * scale
    return Numeral(
        start, end, value, scaled=scaled, plain=plain and not more, signed=text[start] in "-−–+±" or value < 0
    )


def _slash(body: str, slash: str) -> tuple[str, float] | None:
    """The whole part and the fraction of "2 1/2" or "1/2"; None where the slash is none of a fraction ("9/11")."""
    whole, _, below = slash.replace("⁄", "/").partition("/")
    above = float(whole) if whole.strip() else _number(body)
    if not 0 < above < float(below) or int(below) not in _DENOMINATORS_IN_USE:
        return None
    return (body if whole.strip() else ""), above / float(below)


def _number(body: str) -> float:
    cleaned = _GROUPING.sub("", body).replace("−", "-")
    try:
        return float(cleaned) if cleaned else 0.0
    except ValueError:  # digits of mixed scripts
        return math.inf


def _and_half(low: str, end: int) -> tuple[float, float, int]:
    """What "and a half" behind a number adds, the scale word behind that, and the end."""
    match = _AND_HALF.match(low, end)
    if match is None:
        return 0.0, 1.0, end
    part = match[1]
    more = 0.75 if part.startswith("three") else 0.5 if part.endswith("half") else 0.25
    return more, SCALES.get(match[2], 1.0), match.end()


def _vague(start: int, end: int, words: str) -> Numeral:
    """ "Dozens" is 12 to 120, "tens of thousands" 10,000 to 100,000."""
    low = 1.0
    for word in words.split():
        name = word.rstrip("s")
        low *= {"ten": 10.0, "score": 20.0}.get(name) or SCALES.get(name, 1.0)
    return Numeral(start, end, low, low * 10, form="vague")


def _share(text: str, match: re.Match[str]) -> Iterator[Numeral]:
    start, end = match.span()
    name = match["of"] or match["below"]
    below = DENOMINATORS[name.rstrip("s")]
    above = 1.0
    if match["above"]:
        above = VALUES.get(match["above"], 0.0)
        if above <= 1:
            return
    elif "-" not in match.group() and match["article"] != "one":
        of = re.compile(r"\s+of\b").match(text, end)  # "a third of", but not "a third man"
        if not of and not _LEAD.search(text[max(0, start - 9) : start]):
            return
    yield Numeral(start, end, above / below, form="fraction")


def _words(low: str, start: int, run: str) -> Iterator[Numeral]:
    sign, factor, lead = 1.0, None, 0
    if head := re.match(r"(?:minus[ -]|negative )", run):
        sign, lead = -1.0, head.end()
    if head := _HEAD.match(run, lead):
        words = head[1] or ""
        factor = 0.5 if words == "half" else 0.75 if "three" in words else 0.25 if words else 1.0
        lead = head.end()
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(run, lead)]
    if factor is not None and tokens[0][0] not in SCALES:
        factor = None  # "a two-year plan", "half two"
    index = 0
    while index < len(tokens):
        if tokens[index][0] in JOINERS:
            index += 1
            continue
        value, after, scaled = read_number(tokens, index)
        begin, end = start + tokens[index][1], start + tokens[after - 1][2]
        if index == 0:
            begin = start if factor is not None or sign < 0 else begin
            value *= sign * (1.0 if factor is None else factor)
        if after == len(tokens):
            more, scale, end = _and_half(low, end)
            value = (value + more) * scale
        yield Numeral(begin, end, value, form="words", scaled=scaled)
        index = after


def _ratios(text: str, found: list[Numeral]) -> list[Numeral]:
    """Join "one in five", "9 out of 10" into fractions."""
    joined: list[Numeral] = []
    for numeral in found:
        above = joined[-1] if joined else None
        share = above and numeral.start - above.end <= 14 and _ratio(text, above, numeral)
        if above and share:
            joined[-1] = Numeral(above.start, numeral.end, share, form="fraction")
        else:
            joined.append(numeral)
    return joined


def _ratio(text: str, above: Numeral, below: Numeral) -> float | None:
    between = text[above.end : below.start]
    if not _RATIO.fullmatch(between) or above.value is None or below.value is None:
        return None
    if above.high or below.high or "fraction" in (above.form, below.form):
        return None
    if not 0 < above.value < below.value:
        return None
    if "out" not in between and (below.value > 1000 or _TIME.match(text, below.end)):
        return None  # "one in 2019", "two in five days"
    return above.value / below.value
