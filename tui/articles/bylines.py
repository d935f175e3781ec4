"""Who wrote an article: bylines, and the note on the author below the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from .extracted import Judged
from .kinds import is_imprint, own_kind
from .titles import first_prose, last_body, title_line
from .words import FUNCTION_WORDS, lexicon
from .written_days import days

_PART = r"(?:[^\W\d_a-z][\w.’'-]*\.?|(?:de|da|di|du|del|della|van|von|der|den|bin|ibn|al|el|la|le|ter|ten|zu)(?=\s))"
_NAME = rf"[^\W\d_a-z][\w.’'-]*(?:\s+{_PART}){{1,4}}"
_ONE = r"[^\W\d_a-z][\w.’'-]+"
_BY = re.compile(
    r"(?:^|[|·•—–\-/,]\s*|(?:19|20)\d\d[,.]?\s+|\b(?:(?:story|text|words?)(?: (?:and|&) photos?)?"
    r"|report(?:ed|ing)?|article|analysis|opinion|column"
    r"|review|post(?:ed)?(?: on)?|written|published"
    r"|contributed|guest post|submitted|produced"
    r"|authored)\s+)(?P<by>by)(?:\b|(?-i:(?=[A-Z][a-z])))\s*:?\s*(?P<rest>\S.*)?$"
    r"|^(?:author|authors|writer|reporter|words|written by|posted by|from)\s*:\s*(?P<after>\S.*)$"
    r"|^about the author\s*[–—:-]\s*(?P<note>\S.*)$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s*(?:[|•·/(\[<@]|\s[–—-]+\s|,\s+(?=[a-z])|\s+(?:on|at|in|for|of|from|is|was|updated|published"
    r"|posted|last|about|with|via|follow|tweet)\b|\s+(?:For|In|At|Of|From)\s+(?:T|t)he\b"
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
    "linkedin pinterest email print copy link save listen watch play screen min minute minutes updated "
    "published posted last monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december today yesterday ago "
    "related recommended trending table contents image credit credits getty images reuters afp "
    "articles article stories story posts post blog next previous back guide review reviews press "
    "release edition united states north south east west city county street park university college "
    "school center centre company group key points takeaways highlights"
)
_BIO = re.compile(
    rf"^(?P<name>{_NAME})(?:,[^.]{{2,60}},)?\s+(?:is|was|has|covers|writes|joined|works|serves|spent|graduated|holds)\s"
)
_SELF = re.compile(r"(?:(?:hi|hey|hello)\b.{0,20}\b)?I(?:['’]m|\s+am)\b", re.IGNORECASE)
_FOLLOW = re.compile(
    r"^(?:Follow|Contact|Email|Reach|Write to|More (?:from|by)|View all posts by|About|Articles by|Posts by)\s+"
    rf"(?P<name>{_NAME})"
)
_ABOUT = re.compile(
    r"^(?:(?:about|contact) the authors?|written by|by|author|authors|posted by|published by|words by|story by"
    r"|article by)\s*:?$",
    re.IGNORECASE,
)
_PORTRAIT = re.compile(
    r"(?:['’]s)? (?:image|photo|picture|avatar|headshot|profile picture)$"
    r"|^(?:photo|headshot|image|picture|avatar|portrait|profile (?:photo|picture)) (?:of|for) ",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\bmin(?:ute)?s?\b.{0,5}\bread|\bago\b|\b(?:updated|published|posted)\b", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:the )?(?:associated press|reuters|afp|agence france-presse|xinhua|bloomberg|upi|dpa|efe|pti|ani|tass)",
    re.I,
)
_WITH_AGENCY = re.compile(r"(?:,| and| with| &|/)\s*(?:AAP|AFP|AP|DPA|PA|Reuters|agencies|wires)$")
_MARKED = re.compile(r"\s\d{1,2}(?:,?\s?\*)?(?=,|$)")
"""The mark behind a name that leads to where its bearer works, as papers have it."""
_GLUED = re.compile(r"(?<=[^\W\d_])(?:\d{1,3}|(?-i:Twitter|Facebook|LinkedIn|Instagram|Email|Follow|Share))$")
"""What scrapers leave stuck to a name: the count of comments, the links to its profiles."""
_STUCK = re.compile(r"[a-z]{4}[A-Z]")
"""Two words without the space between them; names such as MacDonald and FitzGerald have fewer small letters before."""
_OWNED = re.compile(r"^[A-Z]\w+['’]s\s+(?=[A-Z][\w.]*\s+[A-Z])")
"""The paper before the name of its reporter: "Gazette's Marta Lindqvist"."""
_MARKER = re.compile(r"^(?:[•*·-]|\d{1,2}[.)])\s+")
_AGE = re.compile(r"\s*\d+ (?:minutes?|hours?|days?)(?: ago)?$|\s+in [a-z]+$")
_TEAM = re.compile(
    r"(?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+)? (?:staff|team|editors|editorial team|newsroom|desk)|(?-i:Team [A-Z]\w+)",
    re.IGNORECASE,
)
_BESIDE_PUBLISHER = re.compile(rf"(?P<name>{_NAME})\s*\|\s*[A-Z][\w .'’&-]{{2,60}}$")
"""A name, and after a bar where he or she writes."""
_SHORT = 60
"""Characters within which a line is a role and no sentence."""
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

    Looked for in this order: “By …” above the body, a name alone beside the day, “By …” below the body, a note on the
    author there, and a news agency named beside the title.
    """
    first, last = first_prose(judged), last_body(judged)
    lines = [text[line.start : min(line.end, line.start + 300)] for line in judged]
    top = title_line(judged, title)
    below = range(max(first, last - _FOOT), min(len(lines), last + 1 + _BELOW))
    for index in _above(judged, first, top):
        if found := _byline(lines, index, publisher):
            return _alone(found, lines)
    agency: str | None = None
    heading = text[slice(*title)] if title else ""
    start = top if top is not None and top < first else first
    known = " ".join(lines[at] for at in below)
    for index in (
        *range(start, min(first + 3, len(lines), start + _NEAR)),
        *range(start - 1, max(0, start - _NEAR), -1),
    ):
        beside = index - start in (1, 2, 3) and index < first
        found = _bare(lines, index, publisher, beside=beside, known=known)
        if found and found in heading:  # a keyword
            continue
        if found and _AGENCY.fullmatch(found.partition("/")[0]):
            agency = agency or found
        elif found and (_TEAM.fullmatch(found) or not _common(found, text)):
            return found
    ahead = [*takewhile(lambda index: judged[index].kind != "comments", below)]
    for index in ahead:
        if len(lines[index]) < 100 and (found := _byline(lines, index, publisher)):
            return found
    for index in ahead:
        if index > last - 2 and (found := _note(lines, index, publisher, text)) and found not in heading:
            return found
    return agency


def _alone(name: str, lines: Sequence[str]) -> str:
    """The name without what follows it in a byline, if it stands alone in a line elsewhere."""
    short = " ".join(name.split()[:2])
    return short if "," not in name and any(line.strip() == short for line in lines) else name


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
        return _names(lines[index + 1], publisher, sure=not line.lower().startswith(("about", "contact")))
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
        before = line[: dated[0][0]].rstrip(" -–—|•·,:")
        if _AGENCY.fullmatch(before) or (beside and _TEAM.fullmatch(before)):
            return before
        return _names(before, publisher, sure=False) if len(before) > 4 else None
    name = _AGE.sub("", _PORTRAIT.sub("", line))
    if own_kind(name):
        return None
    if beside and (_TEAM.fullmatch(name) or _AGENCY.fullmatch(name.partition("/")[0])):
        return name
    name = _WITH_AGENCY.sub("", _MARKED.sub("", name))
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


def _note(lines: Sequence[str], index: int, publisher: str | None, text: str) -> str | None:
    """The name in a note on the author: “Name is a …”, or the line above that, if it is the fuller name; or a name that
    stands twice, or above a line that says what its bearer is."""
    line, above = lines[index].strip(), lines[index - 1].strip() if index else ""
    match = _BIO.match(lines[index]) or _FOLLOW.match(lines[index])
    if match is None:
        after = lines[index + 1].strip() if index + 1 < len(lines) else ""
        if (line == above or _presents(after)) and re.fullmatch(_NAME, line) and not _common(line, text):
            return _names(line, publisher, sure=False)
        return None
    last = match["name"].split()[-1]
    if re.fullmatch(_NAME, above) and above.endswith(last):
        return _names(above, publisher, sure=False)
    return _names(match["name"], publisher, sure=False)


def _presents(line: str) -> bool:
    """Whether a line below a name says what its bearer is: a role alone, or "I'm …"."""
    return bool(_SELF.match(line) or (len(line) < _SHORT and line[-1:] not in ".!?" and _ROLE.search(line)))


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
    for number, part in enumerate(re.split(r"\s*(?:,|;|&|\b[Aa]nd\b|\+)\s*", said)):
        name = _OWNED.sub("", _GLUED.sub("", part.strip(' .:*-–—"“”').rstrip(".")))
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
            or (len(words) > 1 and _ROLE.fullmatch(words[0]) and not _AGENCY.fullmatch(name))
            or (len(words) == 1 and number > 0)
            or (len(words) > 1 and _STUCK.search(name))
            or (_ROLE.search(name) and (found or not sure))
        ):
            continue
        found.append(name)
    return ", ".join(dict.fromkeys(found)) or None
