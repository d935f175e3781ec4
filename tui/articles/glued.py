"""Where furniture is glued to prose in one line."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from .language import find_language

_LONG = 1200
"""A line from this length on is looked at: paragraphs are shorter, what lost its line breaks is longer."""
_WIDEST = 2_000_000
"""Characters of a line that are looked at."""
_FURNITURE = 0.08
"""The share of such a text that looks like furniture, at least; where it is less, it is all prose but for a list or so."""
_BREAKS, _LINES, _SHARE = 12, 4, 0.8
"""A text has lost its line breaks if it has at most so many of them and so many lines, of which one has this share of it."""

_OPENING = re.compile(
    r"(?:(?<=[.!?…:][\s\"”’)])|(?<=[.!?…”\"])|(?<=\s{3}))"
    r"(?=(?:©|Copyright ©|All [Rr]ights [Rr]eserved|(?:Related|Recommended|Popular|Trending|Recent"
    r"|Latest) (?:[Aa]rticles?|[Ss]tor(?:y|ies)"
    r"|[Pp]osts?|[Nn]ews|[Cc]ontent|[Rr]eading)\b|Related:|RELATED|Read (?:[Mm]ore|[Aa]lso|[Nn]ext)\b"
    r"|READ (?:MORE|ALSO|NEXT)|See [Aa]lso:|Also [Rr]ead\b"
    r"|You (?:[Mm]ight|[Mm]ay) (?:[Aa]lso )?[Ll]ike|Guess You Like|Share (?:[Tt]his|[Oo]n)\b"
    r"|Sign [Uu]p (?:for|to)\b|Subscribe (?:to|now|today)\b"
    r"|(?:Leave|Submit|Post|Write) a (?:[Cc]omment|[Rr]eply)|\d+ Comments?\b"
    r"|Your email address will not|Advertisement\b|ADVERTISEMENT"
    r"|Privacy Policy\b|Terms of (?:Use|Service)\b|Previous Article\b|Next Article\b|Filed [Uu]nder\b"
    r"|Tags:|Follow us\b|Join the (?:conversation|discussion)"
    r"|Get (?:our|the) .{3,40} newsletter))"
)
_CLOSING = re.compile(
    r"(?:\b(?:Skip to (?:main )?content|min(?:ute)?s? read|All [Rr]ights [Rr]eserved\.?|Advertisement"
    r"|ADVERTISEMENT|Copy [Ll]ink|Link Copied!?"
    r"|\d{1,2}:\d\d ?(?:[ap]\.?m\.?)?(?: (?:[ECMP][SD]?T|GMT|UTC|BST))?"
    r"|(?:Facebook|Twitter|WhatsApp|LinkedIn|Pinterest|Email|Print|Share|SHARE)"
    r"(?=\s+(?:[A-Z“\"][\w’']+ ){1,3}[a-z]))\s+)(?=[A-Z“\"'‘•])"
)


_TAIL = re.compile(
    r"You (?:[Mm]ight|[Mm]ay) (?:[Aa]lso )?[Ll]ike|Guess You Like|(?:Related|Recommended|Popular|Trending|Recent|Latest)"
    r" (?:[Aa]rticles?|[Ss]tor(?:y|ies)|[Pp]osts?|[Nn]ews)|(?:Leave|Submit|Post|Write) a (?:[Cc]omment|[Rr]eply)"
    r"|\d+ Comments?\b|Your email address will not|©|Copyright ©|Previous Article|Next Article|Share This Article"
)


def is_tail(text: str, start: int) -> bool:
    """Whether what begins at `start` was cut off from prose in the same line, and is furniture to its end."""
    starts, prose = _run_on(text)
    if starts and starts[0] <= start and not prose[bisect_right(starts, start) - 1]:
        return True
    if _TAIL.match(text, start) is None:
        return False
    before = text[max(0, start - 200) : start].rstrip(" \t\u00a0")
    return bool(before) and before[-1] != "\n"


def breaks(text: str, start: int, end: int) -> list[int]:
    """The places in the line `text[start:end]` where furniture begins after prose, or ends before it; in a text without line
    breaks also where a sentence ends."""
    if end - start < _LONG:
        return []
    stop = min(end, start + _WIDEST)
    cuts = {match.start() for match in _OPENING.finditer(text, start, stop)}
    cuts |= {match.end() for match in _CLOSING.finditer(text, start, min(stop, start + _LONG))}
    cuts.update(_run_on(text)[0])
    ordered = sorted(cut for cut in cuts if start < cut < end)
    return [cut for before, cut in pairwise([start, *ordered]) if cut - before >= 2]


@lru_cache(maxsize=1)
def _run_on(text: str) -> tuple[list[int], list[bool]]:
    """Of an English text that is all but one line: where a stretch of furniture or a sentence begins, and whether it is
    prose."""
    if len(text) < _LONG or text.count("\n") > _BREAKS:
        return [], []
    lines = [line for line in text.split("\n") if line.strip()]
    longest = max(lines, key=len, default="")
    if len(lines) > _LINES or len(longest) < max(_LONG, _SHARE * len(text)) or find_language(longest) != "en":
        return [], []
    from .run_on import stretches

    at = text.index(longest)
    found = stretches(text, at, min(at + _WIDEST, at + len(longest)))
    furniture = sum(end - start for start, end, prose in found if not prose)
    if furniture < _FURNITURE * len(longest) or not any(prose for _, _, prose in found):
        return [], []
    end = found[-1][1]
    return [*(start for start, _, _ in found), end], [*(prose for _, _, prose in found), True]
