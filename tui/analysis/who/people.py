"""Which of an article's names are the same person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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
        """How well the shorter name `words` fits: 3 as the family name, 2 as another end, 1 inside, 0 not at all."""
        mine = tuple(map(fold, self.words))
        size = len(words)
        if words == mine or (size > 1 and sorted(words) == sorted(mine)):
            return 4
        if size > len(mine) or (size == len(mine) == 1):
            return 0
        if size > 1 and _same_given(words[0], mine[0]) and words[-1] == mine[-1]:
            return 4
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


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, without initials' stops and without "Jr." and the like."""
    words = [
        word for word in text.replace(",", " ").split() if fold(word) not in ("jr", "sr", "ii", "iii", "iv")
    ]
    return tuple(words) or (text,)


def link_people(names: Sequence[tuple[int, str]]) -> list[Person]:
    """The people of an article, from (index of the mention, text) in reading order.

    A shorter name joins the one longer name that it fits best; where it fits two equally well it stays apart.
    """
    people: list[Person] = []
    by_word: dict[str, list[Person]] = defaultdict(list)
    order = sorted(names, key=lambda item: (-len(name_words(item[1])), item[0]))
    for index, text in order:
        words = name_words(text)
        folded = tuple(map(fold, words))
        near = {id(person): person for word in folded for person in by_word[word]}
        ranked = [(person.rank(folded), person) for person in near.values()]
        best = max((rank for rank, _ in ranked), default=0)
        fitting = [person for rank, person in ranked if rank == best]
        if (best and len(fitting) == 1) or best == 4:
            fitting[0].mentions.append(index)
        else:
            person = Person(words, [index])
            people.append(person)
            for word in set(folded):
                by_word[word].append(person)
    for person in people:
        person.mentions.sort()
    return sorted(people, key=lambda person: person.mentions[0])
