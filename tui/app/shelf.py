"""What is open on the desk: the articles in their order, how far each has come, and what is known of it."""

from __future__ import annotations

import zlib
from collections import Counter, OrderedDict
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.articles.model import Article

RECENT = 48
"""How many articles, and how many analyses, are kept as they are; the others are kept packed."""

T = TypeVar("T")


class State(Enum):
    """How far an article has come, in the word that the screen shows."""

    WAITING = "waiting"
    READ = "queued"
    ANALYSING = "analysing"
    READY = "ready"
    SAVED = "saved"
    NO_ANALYSIS = "text only"
    UNREADABLE = "unreadable"


FINISHED = (State.READY, State.SAVED, State.NO_ANALYSIS, State.UNREADABLE)
"""The states in which nothing is to be read or analysed any more."""


class Entry:
    """A row of the list. `problem` is a sentence that says what is wrong, or None; `source` the SHA-256 of what was read."""

    def __init__(self, key: str, file: str, problem: str | None = None) -> None:
        self.key = key
        self.file = file
        self.problem = problem
        self._state = State.WAITING if problem is None else State.UNREADABLE
        self._counts: Counter[State] = Counter()
        self.id = ""
        self.source: str | None = None
        self.title: str | None = None
        self.publisher: str | None = None
        self.published: str | None = None
        self.words: int | None = None

    @property
    def state(self) -> State:
        """How far the article has come."""
        return self._state

    @state.setter
    def state(self, state: State) -> None:
        self._counts[self._state] -= 1
        self._counts[state] += 1
        self._state = state

    def count_in(self, counts: Counter[State]) -> None:
        """Be one of those that are counted by their states."""
        counts[self._state] += 1
        self._counts = counts


class Packed(Generic[T]):
    """A mapping that keeps the values used last as they are and the others compressed."""

    def __init__(
        self, pack: Callable[[T], bytes], unpack: Callable[[bytes], T], recent: int = RECENT
    ) -> None:
        self._pack, self._unpack, self._limit = pack, unpack, recent
        self._recent: OrderedDict[str, T] = OrderedDict()
        self._packed: dict[str, bytes] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._recent or key in self._packed

    def put(self, key: str, value: T) -> None:
        """Keep `value` under `key`."""
        self._recent[key] = value
        self._recent.move_to_end(key)
        self._packed.pop(key, None)
        if len(self._recent) > self._limit:
            old, packing = self._recent.popitem(last=False)
            self._packed[old] = zlib.compress(self._pack(packing), 1)

    def get(self, key: str) -> T | None:
        """The value under `key`, or None."""
        if key in self._recent:
            self._recent.move_to_end(key)
            return self._recent[key]
        raw = self._packed.get(key)
        if raw is None:
            return None
        value = self._unpack(zlib.decompress(raw))
        self.put(key, value)
        return value

    def drop(self, key: str) -> None:
        """Keep nothing under `key`."""
        self._recent.pop(key, None)
        self._packed.pop(key, None)


def _articles() -> Packed[Article]:
    import msgspec

    from tui.articles.model import Article

    return Packed(msgspec.msgpack.encode, msgspec.msgpack.Decoder(Article).decode)


def _analyses() -> Packed[Analysis]:
    from tui.analysis.model import from_json, to_json

    return Packed(to_json, from_json)


class Shelf:
    """The entries in their order, and the articles and analyses under the entries' keys."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.articles = _articles()
        self.analyses = _analyses()
        self._by_key: dict[str, Entry] = {}
        self._places: dict[str, int] = {}
        self._counts: Counter[State] = Counter()

    def add(self, entry: Entry, after: str | None = None) -> None:
        """Put an entry at the end, or after the entry with the key `after`."""
        self._by_key[entry.key] = entry
        entry.count_in(self._counts)
        if after is None:
            self._places[entry.key] = len(self.entries)
            self.entries.append(entry)
        else:
            self.entries.insert(self._places[after] + 1, entry)
            self._places = {other.key: n for n, other in enumerate(self.entries)}

    def entry(self, key: str) -> Entry | None:
        """The entry with this key."""
        return self._by_key.get(key)

    def index(self, key: str) -> int:
        """Where the entry stands in the list. Raises `KeyError`."""
        return self._places[key]

    def put_article(self, key: str, article: Article) -> None:
        """Note what was read from a source; an analysis of what was there before is forgotten."""
        entry = self._by_key[key]
        entry.id, entry.file, entry.source = article.id, article.file, article.sha256
        entry.title, entry.publisher, entry.published = article.title, article.publisher, article.published
        entry.words = len(article.text.split())
        entry.state = State.READ
        self.articles.put(key, article)
        self.analyses.drop(key)

    def put_analysis(self, key: str, analysis: Analysis) -> None:
        """Note the analysis of an article."""
        entry = self._by_key[key]
        entry.words = analysis.statistics.words
        entry.state = State.READY
        self.analyses.put(key, analysis)

    def count(self, *states: State) -> int:
        """How many entries are in one of these states."""
        return sum(self._counts[state] for state in states)
