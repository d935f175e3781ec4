"""Who wrote an article: bylines, and the note on the author below the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .extracted import Judged
from .kinds import is_imprint, own_kind
from .titles import first_prose
from .words import FUNCTION_WORDS, lexicon
from .written_days import days

_PART = r"(?:[^\W\d_a-z][\w.’'-]*\.?|(?:de|da|di|du|del|della|van|von|der|den|bin|ibn|al|el|la|le|ter|ten|zu)(?=\s))"
_NAME = rf"[^\W\d_a-z][\w.’'-]*(?:\s+{_PART}){{1,4}}"
_ONE = r"[^\W\d_a-z][\w.’'-]+"
_BY = re.compile(
    r"(?:^|[|·•—–\-/,]\s*|(?:19|20)\d\d[,.]?\s+|\b(?:story|text|words?|report(?:ed|ing)?|article"
    r"|analysis|opinion|column"
    r"|review|photos?|post(?:ed)?(?: on)?|written|published"
    r"|contributed|guest post|submitted|produced"
    r"|authored)\s+)(?P<by>by)(?:\b|(?-i:(?=[A-Z][a-z])))\s*:?\s*(?P<rest>\S.*)?$"
    r"|^(?:author|authors|writer|reporter|words|written by|posted by|from)\s*:\s*(?P<after>\S.*)$"
    r"|^about the author\s*[–—:-]\s*(?P<note>\S.*)$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s*(?:[|•·/(\[<@]|\s[–—-]+\s|,\s+(?=[a-z])|\s+(?:on|at|in|for|of|from|is|was|updated|published"
    r"|posted|last|about|with|via|follow|tweet)\b"
    r"|\s+\d|,\s*\d|\bUpdated\b|\bPublished\b|\bPosted\b|\bFollow\b|\s{3,}|\t|,?\s+(?:Jan|Feb|Mar|Apr"
    r"|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d).*$",
)
_ROLE = re.compile(
    r"\b(?:staff|editor|editors|editorial|reporter|writer|correspondent|columnist|contributor"
    r"|contributors|producer|journalist|president|director|manager"
    r"|senior|chief|founder|ceo|cfo|cto|officer|analyst|specialist|professor|dr|phd|m\.?d|rn|news"
    r"|media|press|times|post|magazine|daily|gazette|herald"
    r"|tribune|journal|network|online|digital|service|agency|desk|team|bureau|company|inc|llc|ltd"
    r"|university|institute|critic|photographer|author"
    r"|blogger|freelance|guest|special|head|executive|associate|assistant|deputy|lead|content"
    r"|marketing|strategist|consultant|the|today|weekly)\b",
    re.IGNORECASE,
)
_NOT_NAME = lexicon(
    "the a an and or of for in on at to with from by as is are was this that these those how why "
    "what when where who which your our my his her their its new news home about contact us more "
    "read share latest top best all most popular video videos photo photos sports business world "
    "politics opinion opinions tech technology science health life style lifestyle entertainment "
    "culture arts music travel food finance money markets economy education weather local national "
    "international breaking live search menu login sign log subscribe newsletter privacy policy "
    "terms cookie copyright follow comment comments advertisement facebook twitter instagram youtube "
    "linkedin pinterest email print copy link save listen watch play min minute minutes updated "
    "published posted last monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december today yesterday ago "
    "related recommended trending table contents image credit credits getty images reuters afp "
    "articles article stories story posts post blog next previous back guide review reviews press "
    "release edition united states north south east west city county street park university college "
    "school center centre company group"
)
_BIO = re.compile(
    rf"^(?P<name>{_NAME})(?:,[^.]{{2,60}},)?\s+(?:is|was|has|covers|writes|joined|works|serves|spent|graduated|holds)\s"
)
_FOLLOW = re.compile(
    rf"^(?:Follow|Contact|Email|Reach|More (?:from|by)|View all posts by|About|Articles by|Posts by)\s+(?P<name>{_NAME})"
)
_ABOUT = re.compile(
    r"^(?:(?:about|contact) the authors?|written by|by|author|authors|posted by|published by|words by|story by"
    r"|article by)\s*:?$",
    re.IGNORECASE,
)
_PORTRAIT = re.compile(
    r"(?:['’]s)? (?:image|photo|picture|avatar|headshot|profile picture)$|^(?:photo|headshot|image) of ",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\bmin(?:ute)?s?\b.{0,5}\bread|\bago\b|\b(?:updated|published|posted)\b", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:the )?(?:associated press|reuters|afp|agence france-presse|xinhua|bloomberg|upi|dpa|efe|pti|ani|tass)",
    re.I,
)
_GLUED = re.compile(r"(?<=[^\W\d_])(?:\d{1,3}|(?-i:Twitter|Facebook|LinkedIn|Instagram|Email|Follow|Share))$")
"""What scrapers leave stuck to a name: the count of comments, the links to its profiles."""
_MARKER = re.compile(r"^(?:[•*·-]|\d{1,2}[.)])\s+")
_AGE = re.compile(r"\s+\d+ (?:minutes?|hours?|days?)(?: ago)?$|\s+in [a-z]+$")
_TEAM = re.compile(r"(?:the )?[A-Z][\w.]+ (?:staff|team|editors|editorial team|newsroom)", re.IGNORECASE)
_BESIDE_PUBLISHER = re.compile(rf"(?P<name>{_NAME})\s*\|\s*[A-Z][\w .'’&-]{{2,60}}$")
"""A name, and after a bar where he or she writes."""
_NEAR = 12
"""Lines from the title or the body within which a bare name may be a byline."""
_COMMON = 40_000
"""Characters in which the words of a bare name are looked for in lower case."""
_FOOT = 6
"""Last lines of the body in which the author may be named."""
_BELOW = 40
"""Lines below the body in which the author may be named."""


def find_author(
    text: str, judged: Sequence[Judged], title: tuple[int, int] | None, publisher: str | None
) -> str | None:
    """The names in the byline, several joined by commas, without roles; None where the text gives none.

    Looked for in this order: “By …” above the body, a name alone beside the day, “By …” below the body, and a note on the
    author there.
    """
    first, last = _body_bounds(judged)
    lines = [text[line.start : min(line.end, line.start + 300)] for line in judged]
    top = _title_index(judged, title)
    below = range(max(first, last - _FOOT), min(len(lines), last + 1 + _BELOW))
    for index in _above(judged, first, top):
        if found := _byline(lines, index, publisher):
            return found
    start = top if top is not None and top < first else first
    known = " ".join(lines[at] for at in below)
    for index in (
        *range(start, min(first + 3, len(lines), start + _NEAR)),
        *range(start - 1, max(0, start - _NEAR), -1),
    ):
        beside = index - start in (1, 2, 3) and index < first
        found = _bare(lines, index, publisher, beside=beside, known=known)
        if found and not _common(found, text):
            return found
    for index in below:
        if judged[index].kind == "comments":
            break
        if len(lines[index]) < 100 and (found := _byline(lines, index, publisher)):
            return found
        if index > last - 2 and (found := _note(lines, index, publisher)):
            return found
    return None


def _body_bounds(judged: Sequence[Judged]) -> tuple[int, int]:
    last = max((index for index, line in enumerate(judged) if line.kind == "body"), default=len(judged))
    return first_prose(judged), last


def _title_index(judged: Sequence[Judged], title: tuple[int, int] | None) -> int | None:
    if title is None:
        return None
    return next((index for index, line in enumerate(judged) if line.start <= title[0] < line.end), None)


def _above(judged: Sequence[Judged], first: int, top: int | None) -> Iterator[int]:
    """The lines in which a byline above the body may stand, the nearest to the title first."""
    stop = min(len(judged), first + 3)
    start = top if top is not None and top < stop else max(0, first - 15)
    yield from range(start, stop)
    yield from range(start - 1, max(-1, start - 6), -1)


def _byline(lines: Sequence[str], index: int, publisher: str | None) -> str | None:
    line = lines[index].strip()
    if len(line) > 250:
        line = line[:120] if line[:3].lower() == "by " else ""
    if _ABOUT.match(line) and index + 1 < len(lines):
        return _names(lines[index + 1], publisher, sure=line.lower().startswith("by"))
    match = None if is_imprint(line) else _BY.search(line)
    if match is None:
        return None
    return _names(match["rest"] or match["after"] or match["note"] or "", publisher, sure=True)


def _bare(lines: Sequence[str], index: int, publisher: str | None, *, beside: bool, known: str) -> str | None:
    """A line that is a name with a day; or a name alone, if a day or a reading time stands near it, or if it stands
    `beside` the title and again in the next line or in what is `known` below the body."""
    line = _MARKER.sub("", lines[index].strip())
    if len(line) > 120:
        return None
    if beside and (match := _BESIDE_PUBLISHER.match(line)):
        return _names(match["name"], publisher, sure=False)
    dated = days(line)
    if dated:
        return (
            _names(line[: dated[0][0]].rstrip(" -–—|•·,:"), publisher, sure=False)
            if dated[0][0] > 4
            else None
        )
    name = _AGE.sub("", _PORTRAIT.sub("", line))
    if own_kind(name):
        return None
    if beside and _TEAM.fullmatch(name):
        return name
    if not re.fullmatch(rf"{_NAME}(?:(?:,| and| &)\s+{_NAME})*(?:,? Ph\.?D\.?)?", name):
        return None
    near = [*lines[max(0, index - 2) : index], *lines[index + 1 : index + 4]]
    stamped = any(days(other) or _STAMP.search(other) for other in near if len(other) < 120)
    repeated = any(name in other for other in near if len(other) < 3 * len(name))
    if stamped or name != line or name in known or (beside and (repeated or len(name.split()) in (2, 3))):
        return _names(name, publisher, sure=False)
    return None


def _common(name: str, text: str) -> bool:
    """Whether the last word of what looks like a name, or most of its words, stand in the text in lower case."""
    said = text[:_COMMON]
    small = [re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", said) is not None for word in name.split()]
    return small[-1] or sum(small) * 2 > len(small)


def _note(lines: Sequence[str], index: int, publisher: str | None) -> str | None:
    """The name in a note on the author: “Name is a …”, or the line above that, if it is the fuller name."""
    line, above = lines[index].strip(), lines[index - 1].strip() if index else ""
    if line == above and re.fullmatch(_NAME, line):
        return _names(line, publisher, sure=False)
    match = _BIO.match(lines[index]) or _FOLLOW.match(lines[index])
    if match is None:
        return None
    last = match["name"].split()[-1]
    if re.fullmatch(_NAME, above) and above.endswith(last):
        return _names(above, publisher, sure=False)
    return _names(match["name"], publisher, sure=False)


def _names(said: str, publisher: str | None, *, sure: bool) -> str | None:
    """The names of people in what follows a “by”, joined by commas. Where that is not `sure`, only full names count."""
    said = re.sub(
        r"^(?:by|written by|the)\s+",
        "",
        re.sub(r"^[Bb]y(?=[A-Z][a-z])", "", said.strip()),
        flags=re.IGNORECASE,
    )
    said = _STOP.sub("", _MARKER.sub("", said))
    if sure and _AGENCY.fullmatch(said):
        return said
    found: list[str] = []
    for part in re.split(r"\s*(?:,|;|&|\band\b|\+)\s*", said):
        name = _GLUED.sub("", part.strip(' .:*-–—"“”').rstrip("."))
        if not name or len(name) > 50 or (publisher and name.casefold() == publisher.casefold()):
            continue
        words = name.split()
        role = next((at for at, word in enumerate(words) if at >= 2 and _ROLE.fullmatch(word)), len(words))
        words = words[:role]
        name = " ".join(words)
        if name.isupper():
            name = name.title()
        pattern = _NAME if not sure or len(words) > 1 else _ONE
        if not re.fullmatch(pattern, name):
            continue
        lowered = {word.casefold().rstrip(".") for word in words}
        if (
            words[0].casefold() in FUNCTION_WORDS
            or lowered & _NOT_NAME
            or (_ROLE.search(name) and (found or not sure))
        ):
            continue
        found.append(name)
    return ", ".join(dict.fromkeys(found)) or None
