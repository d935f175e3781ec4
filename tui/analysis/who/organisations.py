"""Which of an article's names are the same organisation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .folding import fold
from .gazetteer import country, demonym, seat
from .lexicon import BODIES, ORGANISED, PLACED

_SUFFIX = re.compile(
    r"(?<![\s,])[\s,]++(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|plc|ag|gmbh|sa|nv|bv|group|holdings?)\.?$",
    re.IGNORECASE,
)
_INCORPORATED = re.compile(r"\b(?:inc|corp|ltd|llc|plc|ag|gmbh|sa|nv|bv)\b", re.IGNORECASE)
_SHORTEST = 4
_OFFICES = "ministry|department|office|bureau|agency"
_OFFICE = re.compile(rf"^(?P<a>{_OFFICES}) (?:of|for) (?:the )?(?P<b>.+)$|^(?P<c>.+) (?P<d>{_OFFICES})$")
_IN_PLACE = re.compile(r"(?<!\s)\s+(?:in|of) [A-Z][\w.’' -]*$")
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
    key = without_suffix(key)
    if match := _OFFICE.match(key):
        kind, field_ = (match["a"], match["b"]) if match["a"] else (match["d"], match["c"])
        key = f"{kind} {field_}"
    return key, owner


def without_suffix(name: str) -> str:
    """The name of a company without "Inc.", "AG", "Holdings" and the like."""
    while (shorter := _SUFFIX.sub("", name)) != name and shorter:
        name = shorter
    return name


def firm_names(name: str) -> tuple[str, ...]:
    """What a company is called for short by the name with "Inc.", "plc" and the like: without it, and by the first word,
    where that does not only say what or where it is. None of a name without such a suffix."""
    whole = without_suffix(name)
    first = whole.split()[0]
    if whole == name:
        return ()
    told = fold(first) in ORGANISED | BODIES | PLACED or country(first) or seat(first) or demonym(first)
    if first == whole or told or len(first) < _SHORTEST or not _INCORPORATED.search(name):
        return (whole,)
    return whole, first


def initials(name: str, small: bool = False) -> str:
    """The initials of the words of a name, of "of" and "and" only where they are wanted too."""
    words = (word for word in re.split(r"[\s-]+", name) if word)
    return "".join(word[0] for word in words if small or word.lower() not in _SMALL).upper()


def link_organisations(names: Sequence[tuple[int, str]], short_forms: dict[str, str]) -> list[Organisation]:
    """The organisations of an article, from (index of the mention, text) in reading order.

    `short_forms` are abbreviations that the text itself explains, as {short: long}. Names are joined by form only:
    the same words but for company suffixes and the order of "Ministry of Commerce", initials, the name without the word
    for what it is, and the same name with the place of a branch ("in China").
    """
    index = _Index()
    found: list[Organisation] = []
    order = sorted(names, key=lambda item: (-len(item[1].split()), item[0]))
    for number, text in order:
        key, owner = key_of(text)
        match = index.match(text, key, owner, short_forms)
        if match is None:
            match = Organisation(text, key, owner)
            found.append(match)
            index.add(match)
        elif owner and match.owner is None:
            match.owner = owner
        match.forms.add(text)
        match.mentions.append(number)
    for each in found:
        each.mentions.sort()
        each.name = min(each.forms, key=lambda form: (-len(form.split()), "'" in form or "’" in form, form))
    return sorted(found, key=lambda each: each.mentions[0])


class _Index:
    """The organisations found so far by what a further name may know them by."""

    def __init__(self) -> None:
        self.keys: dict[str, list[Organisation]] = defaultdict(list)
        self.letters: dict[str, list[Organisation]] = defaultdict(list)
        self.shorts: dict[str, list[Organisation]] = defaultdict(list)
        self.branches: dict[str, list[Organisation]] = defaultdict(list)

    def add(self, organisation: Organisation) -> None:
        name = organisation.name
        self.keys[organisation.key].append(organisation)
        self.branches[_without_place(name)].append(organisation)
        if " " in name:
            for letters in sorted({initials(name), initials(name, small=True)}):
                self.letters[letters].append(organisation)
        for short in _shorts(name):
            self.shorts[short].append(organisation)

    def match(
        self, text: str, key: str, owner: str | None, short_forms: dict[str, str]
    ) -> Organisation | None:
        """The one organisation that a name means; None where there is none or more than one."""
        if text in short_forms:
            explained = self.keys.get(key_of(short_forms[text])[0])
            if explained:
                return explained[0]
        fitting = [
            each for each in self.keys.get(key, ()) if each.owner == owner or not (each.owner and owner)
        ]
        letters = text.replace(".", "")
        if not fitting and letters.isupper() and (2 if "." in text else 3) <= len(letters) <= 7:
            fitting = self.letters.get(letters, [])
        if not fitting:
            fitting = self.shorts.get(text, [])
        branch = _without_place(text)
        if not fitting and len(branch.split()) > 2:
            fitting = self.branches.get(branch, [])
        return fitting[0] if len(fitting) == 1 else None


def _without_place(name: str) -> str:
    """The name folded, without 's and without the place of a branch at its end."""
    return fold(re.sub(r"['’]s?\b", "", _IN_PLACE.sub("", name)))


def _shorts(name: str) -> Iterator[str]:
    """The name without the word for what it is ("Rice" of "Rice University"), and the last word of a newspaper's."""
    yield from firm_names(name)
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        if fold(words[size]) not in ORGANISED | BODIES:
            break
        if not country(" ".join(words[:size])):
            yield " ".join(words[:size])
    if len(words) > 1 and words[-1] in _PAPERS:
        yield words[-1]
