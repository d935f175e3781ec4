"""What the articles of a folder decide about each other's names.

An article decides by itself what it gives evidence for. Where it gives little, the folder's majority decides: whether a name
is a person, an organisation or a place, what kind of organisation it is, and who a surname is that the article never gives
in full. The text of the mentions stays; the actor gets the folder's name and keeps its own as an alias.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from ..model import Actor, ActorKind, Analysis, Label
from .folding import fold
from .people import Person, name_words
from .relabel import flat, relabelled, renamed

_LITTLE = 2
"""An article that has a name so often or less, in one form and without a role, gives little evidence for what it is."""

_MOST = 3
"""The mentions of one article that count at most."""

_IN_FULL = 2
"""What a person's full name counts for the label of the surname, beside the mentions of the surname itself."""

_FAMILY_NAME = 3
"""The rank of a short name (see `Person.rank`) that is the family name or the end of a long one."""

_BODIES: tuple[ActorKind, ...] = ("organisation", "government", "media")

Question = tuple[Literal["label", "kind", "name"], str]
"""What an article may leave to the folder: the label of a form, the kind of an organisation, the full name of a person."""

_T = TypeVar("_T", bound=str)


class _Digest(NamedTuple):
    """What an article tells about names, and what it asks. Kinds and asked names are folded; `people` are full names."""

    labels: tuple[tuple[str, Label, int], ...]
    kinds: tuple[tuple[str, ActorKind], ...]
    people: frozenset[str]
    asks: frozenset[Question]


class Folder:
    """The names of a folder's articles. What comes out depends on the articles that are in, not on their order."""

    def __init__(self) -> None:
        self._digests: dict[str, _Digest] = {}
        self._labels: dict[str, Counter[Label]] = defaultdict(Counter)
        self._kinds: dict[str, Counter[ActorKind]] = defaultdict(Counter)
        self._people: Counter[str] = Counter()
        self._by_short: dict[str, set[str]] = defaultdict(set)
        self._askers: dict[Question, set[str]] = defaultdict(set)

    def put(self, key: str, analysis: Analysis) -> set[str]:
        """Add an article, or put another analysis in its place; returns the keys of the other articles for which `apply`
        now gives something else. Looks only at the names of this article and at the articles that ask for them."""
        old, new = self._digests.get(key), _digest(analysis)
        concerned = {one for digest in (old, new) if digest is not None for one in self._concerned(digest)}
        before = {question: self._answer(*question) for question in concerned}
        if old is not None:
            self._count(key, old, -1)
        self._count(key, new, 1)
        self._digests[key] = new
        changed = [question for question in concerned if before[question] != self._answer(*question)]
        return {asker for question in changed for asker in self._askers[question]} - {key}

    def apply(self, key: str, analysis: Analysis) -> Analysis:
        """The analysis of the article `key`, which is in, with what the folder decides; itself where that is nothing."""
        asks = sorted(self._digests[key].asks)
        labels = {
            form: (label, _majority(self._kinds[fold(form)]))
            for what, form in asks
            if what == "label" and (label := _majority(self._labels[form])) is not None
        }
        kinds = {name: kind for what, name in asks if what == "kind" and (kind := self._kind(name))}
        names = {name: full for what, name in asks if what == "name" and (full := self._full_name(name))}
        return renamed(relabelled(analysis, labels), kinds, names)

    def _count(self, key: str, digest: _Digest, times: int) -> None:
        for form, label, weight in digest.labels:
            self._labels[form][label] += times * weight
        for name, kind in digest.kinds:
            self._kinds[name][kind] += times
        for name in digest.people:
            self._people[name] += times
            for short in _short_forms(name):
                if self._people[name] > 0:
                    self._by_short[short].add(name)
                else:
                    self._by_short[short].discard(name)
        for question in digest.asks:
            if times > 0:
                self._askers[question].add(key)
            else:
                self._askers[question].discard(key)

    def _concerned(self, digest: _Digest) -> Iterator[Question]:
        """The questions that some article asks and that this one may answer."""
        found: list[Question] = [("label", form) for form, _, _ in digest.labels]
        found += [("kind", name) for name, _ in digest.kinds]
        found += [("name", short) for name in digest.people for short in _short_forms(name)]
        return (question for question in found if self._askers.get(question))

    def _answer(self, what: str, name: str) -> object:
        if what == "label":
            return _majority(self._labels[name]), _majority(self._kinds[fold(name)])
        return self._kind(name) if what == "kind" else self._full_name(name)

    def _kind(self, name: str) -> ActorKind | None:
        """As what the articles know an organisation, where they know more than that it is one."""
        return _majority(Counter({k: n for k, n in self._kinds[name].items() if k != "organisation"}))

    def _full_name(self, short: str) -> str | None:
        """The full name of the folder's only person whom the short form may mean, as most articles have it."""
        names = self._by_short.get(short)
        if not names:
            return None
        longest, *others = sorted(names, key=lambda name: (-len(name_words(name)), name))
        person = Person(_folded(longest))
        if any(person.rank(_folded(name)) < _FAMILY_NAME for name in others):
            return None
        ends = {name for name in others if person.words[-len(name_words(name)) :] == _folded(name)}
        return min(names - ends, key=lambda name: (-self._people[name], name))


def _digest(analysis: Analysis) -> _Digest:
    actors = {actor.id: actor for actor in analysis.actors}
    counts = Counter((flat(mention.text), mention.label, mention.actor) for mention in analysis.mentions)
    forms = Counter(form for form, _, _ in counts)
    people = [_folded(actor.name) for actor in analysis.actors if actor.kind == "person"]
    labels: Counter[tuple[str, Label]] = Counter()
    asks: set[Question] = set()
    for (form, label, number), count in counts.items():
        labels[form, label] += min(count, _MOST)
        actor = actors.get(number or "")
        if count <= _LITTLE and forms[form] == 1 and (actor is None or _is_bare(actor, form)):
            asks.add(("label", form))
            asks.add(("name", fold(form)))
    for actor in analysis.actors:
        if actor.kind == "organisation":
            asks.add(("kind", fold(actor.name)))
        elif actor.kind == "person":
            asks.add(("name", fold(actor.name)))
            words = name_words(actor.name)
            if len(words) > 1:
                labels[words[-1], "PERSON"] += _IN_FULL
    apart = {word for name in people for word in name if len(name) > 1}
    return _Digest(
        tuple(sorted((form, label, count) for (form, label), count in labels.items())),
        tuple((fold(actor.name), actor.kind) for actor in analysis.actors if actor.kind in _BODIES),
        frozenset(
            flat(a.name) for a in analysis.actors if a.kind == "person" and len(name_words(a.name)) > 1
        ),
        frozenset(one for one in asks if one[0] != "name" or " " in one[1] or one[1] not in apart),
    )


def _is_bare(actor: Actor, form: str) -> bool:
    """Whether the article tells nothing of an actor but this form of its name; the names of countries are known."""
    known_as = {flat(name) for name in (actor.name, *actor.aliases)}
    return known_as == {form} and not actor.roles and actor.kind != "government"


def _majority(votes: Mapping[_T, int]) -> _T | None:
    """What has more votes than each of the others, if anything has."""
    best = sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not best or best[0][1] <= 0 or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


@lru_cache(maxsize=20_000)
def _folded(name: str) -> tuple[str, ...]:
    return tuple(map(fold, name_words(name)))


@lru_cache(maxsize=20_000)
def _short_forms(name: str) -> tuple[str, ...]:
    """The shorter names by which a person with this full name may be called: the family name, and the ends of the name."""
    words = _folded(name)
    person = Person(words)
    shorter = {(word,) for word in words} | {words[i:] for i in range(1, len(words))}
    return tuple(sorted(" ".join(one) for one in shorter if person.rank(one) == _FAMILY_NAME))
