"""Which of an article's names are the same person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .folding import fold
from .lexicon import FAMILY_FIRST


@dataclass
class Person:
    """A person under construction: the words of the longest name and the mentions of all its forms."""

    words: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)

    @property
    def family_first(self) -> bool:
        """Whether the name puts the family name first, as far as its form tells."""
        given = self.words[1:]
        return (
            2 <= len(self.words) <= 3
            and fold(self.words[0]) in FAMILY_FIRST
            and all(len(fold(w)) <= 12 for w in given)
        )

    def rank(self, words: tuple[str, ...]) -> int:
        """How well the name `words` fits: 5 as the same, 4 as another form of it, 3 as the family name, 2 as another end,
        1 inside, 0 not at all."""
        mine = tuple(map(fold, self.words))
        size = len(words)
        if words == mine:
            return _SAME
        if size > 1 and sorted(words) == sorted(mine):
            return 4
        if size > len(mine) or (size == len(mine) == 1):
            return 0
        if size > 1 and words == mine[:-1] and mine[-1] in _GENERATIONS:
            return 0
        if size > 1 and _same_given(words[0], mine[0]) and words[-1] == mine[-1]:
            return 4 if _same_middle(words[1:-1], mine[1:-1]) else 0
        if words == mine[:size]:
            return 3 if self.family_first else 2
        if words == mine[-size:]:
            return 2 if self.family_first and size == 1 else 3
        if any(words == mine[i : i + size] for i in range(1, len(mine) - size)):
            return 3 if self.family_first or size > 1 else 1
        return 0


def _same_given(short: str, long: str) -> bool:
    """Whether two given names may be one: the same, or one the beginning of the other ("Ken", "Kenneth")."""
    return short == long or (
        min(len(short), len(long)) > 2 and (long.startswith(short) or short.startswith(long))
    )


def _same_middle(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether what stands between may be of one name: one has nothing there, or the initials are the same."""
    return not some or not others or [word[0] for word in some] == [word[0] for word in others]


_SAME = 5
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def name_words(text: str, generation: bool = False) -> tuple[str, ...]:
    """The words of a name, "Jr." and the like only where the `generation` is wanted too."""
    words = [word for word in text.replace(",", " ").split() if generation or fold(word) not in _GENERATIONS]
    return tuple(words) or (text,)


def _generations_told_apart(names: Iterable[str]) -> frozenset[str]:
    """The family names that stand after one full name both with and without "Jr." or the like."""
    full = {(tuple(map(fold, name_words(name))), len(name_words(name, generation=True))) for name in names}
    return frozenset(
        words[-1] for words, size in full if size > len(words) > 1 and (words, len(words)) in full
    )


def link_people(names: Sequence[tuple[int, str]]) -> list[Person]:
    """The people of an article, from (index of the mention, text) in reading order.

    A shorter name joins the one longer name that it fits best; where it fits two equally well it stays apart. "Jr." tells
    two people apart where the article has the same full name without it.
    """
    told_apart = _generations_told_apart(text for _, text in names)
    people: list[Person] = []
    by_word: dict[str, list[Person]] = defaultdict(list)
    order = sorted(names, key=lambda item: (-len(name_words(item[1])), item[0]))
    for index, text in order:
        words = name_words(text)
        if fold(words[-1]) in told_apart:
            words = name_words(text, generation=True)
        folded = tuple(map(fold, words))
        near = {id(person): person for word in folded for person in by_word[word]}
        ranked = [(person.rank(folded), person) for person in near.values()]
        best = max((rank for rank, _ in ranked), default=0)
        fitting = [person for rank, person in ranked if rank == best]
        if (best and len(fitting) == 1) or best == _SAME:
            fitting[0].mentions.append(index)
        else:
            person = Person(words, [index])
            people.append(person)
            for word in set(folded):
                by_word[word].append(person)
    for person in people:
        person.mentions.sort()
    return sorted(people, key=lambda person: person.mentions[0])
