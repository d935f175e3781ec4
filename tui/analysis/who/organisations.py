"""Which of an article's names are the same organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .gazetteer import country, demonym, fold
from .lexicon import BODIES, ORGANISED

_SUFFIX = re.compile(
    r"[\s,]+(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|plc|ag|gmbh|sa|nv|bv|group|holdings?)\.?$",
    re.IGNORECASE,
)
_OFFICES = "ministry|department|office|bureau|agency"
_OFFICE = re.compile(rf"^(?P<a>{_OFFICES}) (?:of|for) (?:the )?(?P<b>.+)$|^(?P<c>.+) (?P<d>{_OFFICES})$")
_IN_PLACE = re.compile(r"\s+(?:in|of) [A-Z][\w.’' -]*$")
_PAPERS = frozenset(
    {"Times", "Post", "Journal", "Herald", "Tribune", "Gazette", "Telegraph", "Chronicle", "Guardian"}
)
_SMALL = frozenset(
    {"of", "the", "for", "and", "in", "on", "to", "at", "&", "de", "du", "la", "des", "del", "y"}
)


@dataclass
class Organisation:
    """An organisation under construction."""

    name: str
    key: str
    owner: str | None
    forms: set[str] = field(default_factory=set)
    mentions: list[int] = field(default_factory=list)


def key_of(name: str) -> tuple[str, str | None]:
    """What identifies an organisation by its name, and the country that the name puts before it, if any."""
    name = re.sub(r"^[Tt]he\s+", "", name)
    owner = None
    words = name.split()
    for size in (3, 2, 1):
        if len(words) > size:
            head = re.sub(r"['’]s?$", "", " ".join(words[:size]))
            owner = country(head) or demonym(head)
            if owner:
                name = " ".join(words[size:])
                break
    key = fold(re.sub(r"['’]s?\b", "", name)).replace("-", " ").replace(",", "")
    while (shorter := _SUFFIX.sub("", key)) != key and shorter:
        key = shorter
    if match := _OFFICE.match(key):
        kind, field_ = (match["a"], match["b"]) if match["a"] else (match["d"], match["c"])
        key = f"{kind} {field_}"
    return key, owner


def initials(name: str) -> str:
    """The initials of the capitalised words of a name."""
    return "".join(
        word[0] for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL
    ).upper()


def link_organisations(names: Sequence[tuple[int, str]], short_forms: dict[str, str]) -> list[Organisation]:
    """The organisations of an article, from (index of the mention, text) in reading order.

    `short_forms` are abbreviations that the text itself explains, as {short: long}. Names are joined by form only:
    the same words but for company suffixes and the order of "Ministry of Commerce", initials, and the same name
    with the place of a branch ("in China").
    """
    found: list[Organisation] = []
    order = sorted(names, key=lambda item: (-len(item[1].split()), item[0]))
    for index, text in order:
        key, owner = key_of(text)
        match = _match(found, text, key, owner, short_forms)
        if match is None:
            match = Organisation(text, key, owner)
            found.append(match)
        elif owner and match.owner is None:
            match.owner = owner
        match.forms.add(text)
        match.mentions.append(index)
    for each in found:
        each.mentions.sort()
        each.name = min(each.forms, key=lambda form: (-len(form.split()), "'" in form or "’" in form, form))
    return sorted(found, key=lambda each: each.mentions[0])


def _is_short(text: str, name: str) -> bool:
    """Whether `text` is `name` without the word for what it is ("Rice" of "Rice University"), or the last word of the
    name of a newspaper ("Times")."""
    words, whole = text.split(), name.split()
    if not words or len(words) >= len(whole):
        return False
    if words == whole[: len(words)]:
        return all(fold(word) in ORGANISED | BODIES for word in whole[len(words) :]) and not country(text)
    return words == whole[-1:] and words[0] in _PAPERS


def _match(
    found: list[Organisation], text: str, key: str, owner: str | None, short_forms: dict[str, str]
) -> Organisation | None:
    if text in short_forms:
        long_key, _ = key_of(short_forms[text])
        for each in found:
            if each.key == long_key or short_forms[text] in each.forms:
                return each
    fitting = [
        each for each in found if each.key == key and (each.owner == owner or not (each.owner and owner))
    ]
    letters = text.replace(".", "")
    if not fitting and letters.isupper() and (2 if "." in text else 3) <= len(letters) <= 7:
        fitting = [each for each in found if len(each.name.split()) > 1 and initials(each.name) == letters]
    if not fitting:
        fitting = [each for each in found if _is_short(text, each.name)]
    if not fitting:
        branch = fold(_IN_PLACE.sub("", text))
        fitting = [
            each
            for each in found
            if fold(re.sub(r"['’]s?\b", "", _IN_PLACE.sub("", each.name))) == re.sub(r"['’]s?\b", "", branch)
            and len(branch.split()) > 2
        ]
    return fitting[0] if len(fitting) == 1 else None
