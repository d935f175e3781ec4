"""The desk: what is open, which article is the current one, its brief, and what the status line says. Knows no widget."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.app import intake as take
from tui.app.blocks import Blocks
from tui.app.by_hand import ByHand, Step
from tui.app.shelf import FINISHED, Entry, Shelf, State
from tui.app.together import Together

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction
    from tui.analysis.model import ActorKind, Analysis
    from tui.articles.model import Article
    from tui.brief.model import Brief
    from tui.settings import Settings


BRIEFS_KEPT = 64
T = TypeVar("T")


class Change(Enum):
    """What the screen has to show anew."""

    LISTED = auto()
    """Another set of entries is there."""
    GROWN = auto()
    """Entries were put in."""
    TEXT = auto()
    """The text of the current article is there, or what keeps it from being read."""
    ANALYSIS = auto()
    """The analysis of the current article is there."""
    NAMES = auto()
    """Other articles of the folder decided about names of the current article."""
    STATUS = auto()
    """Only the status line changed."""


class Engine(Enum):
    """What the analysis is doing, in words."""

    OFF = ""
    LOADING = "the language engine is loading"
    RESTARTED = "the analysis stopped and is being restarted"
    AT_WORK = "analysing"
    STOPPED = "the analysis has stopped"


class Progress(NamedTuple):
    """How many articles are done with, of how many."""

    done: int
    total: int


class Desk:
    """Holds the shelf and the intake; tells the screen what changed.

    `changed` is called with a `Change` or, when one entry changed and how far the folder is, with its index.
    """

    def __init__(
        self, changed: Callable[[Change | int], None], settings: Settings, command: Sequence[str] = ()
    ) -> None:
        """`command` starts another analysis process than the usual one."""
        self._changed = changed
        self.settings = settings
        self.briefs = settings.briefs
        self.library = settings.library
        self.paths: tuple[Path, ...] = ()
        self.shelf = Shelf()
        self.current = 0
        self.engine = Engine.OFF
        self.engine_message = ""
        self.found = False
        self.all_read = False
        self.notice = ""
        self._names: dict[str, dict[str, ActorKind]] = {}
        self._by_hand = ByHand()
        self.blocks = Blocks(settings.reviewer)
        self._together = Together()
        self._shown: OrderedDict[str, Analysis] = OrderedDict()
        self._revision = 0
        self._built: OrderedDict[str, Brief] = OrderedDict()
        self.intake = take.Intake(
            self.deliver, lambda key: self.shelf.articles.get(key), settings.model, settings.library, command
        )

    def open(self, paths: Sequence[Path]) -> None:
        """Open other files or folders."""
        self.paths = tuple(paths)
        self.shelf = Shelf()
        self.current = 0
        self.found = self.all_read = False
        self.notice = ""
        self._names = {}
        self._by_hand = ByHand()
        self.blocks = Blocks(self.settings.reviewer)
        self._together = Together()
        self._forget_made()
        self.intake.open(paths)
        self._changed(Change.LISTED)

    @property
    def entry(self) -> Entry | None:
        """The current entry."""
        return self.shelf.entries[self.current] if self.shelf.entries else None

    @property
    def article(self) -> Article | None:
        """The current article, if it is read."""
        return self.shelf.articles.get(self.entry.key) if self.entry is not None else None

    @property
    def analysis(self) -> Analysis | None:
        """The analysis of the current article, if it is there."""
        return self.analysis_of(self.entry.key) if self.entry is not None else None

    def analysis_of(self, key: str) -> Analysis | None:
        """The analysis of an article with what its folder decides and the corrections by hand, if it is there."""
        if key not in self._shown:
            raw = self.shelf.analyses.get(key)
            if raw is None:
                return None
            _keep(self._shown, key, self._by_hand.apply(key, self._together.apply(key, raw)))
        return self._shown[key]

    async def correct(self, key: str, change: Callable[[ByHand, str], Step | None]) -> Step | None:
        """Change the corrections of an article's folder; returns what was done.

        Raises `CorrectionsError` and `OSError`.
        """
        step = await asyncio.to_thread(change, self._by_hand, key)
        self._forget_made()
        for index, entry in enumerate(self.shelf.entries):
            if entry.state is State.SAVED:  # what was saved may no longer be what is on the screen
                entry.state = State.READY
                self._changed(index)
        return step

    def corrections_of(self, key: str | None) -> tuple[Correction, ...]:
        """The corrections of an article's folder."""
        return self._by_hand.listed(key) if key is not None else ()

    def _forget_made(self) -> None:
        """Forget what was made from analyses with other corrections."""
        self._revision += 1
        self._shown.clear()
        self._built.clear()

    @property
    def progress(self) -> Progress:
        """How far the folder is."""
        return Progress(self.shelf.count(*FINISHED), len(self.shelf.entries))

    @property
    def all_done(self) -> bool:
        """Whether everything that was found is read and analysed, or found unusable."""
        progress = self.progress
        return self.all_read and progress.done == progress.total > 0

    def choose(self, index: int) -> None:
        """Make an entry the current one; what it lacks is made next."""
        self.current = index
        entry = self.shelf.entries[index]
        if entry.state in (State.WAITING, State.READ, State.ANALYSING):
            self.intake.prefer(entry.key)

    async def brief(self, key: str) -> Brief | None:
        """The brief of an analysed article; made in a thread."""
        if (made := self.brief_made(key)) is not None:
            return made
        analysis = self.analysis_of(key)
        if analysis is None:
            return None
        revision = self._revision
        brief = await asyncio.to_thread(_build, analysis)
        if revision != self._revision:
            return await self.brief(key)
        _keep(self._built, key, brief)
        return brief

    def brief_made(self, key: str) -> Brief | None:
        """The brief, if it was made not long ago."""
        return self._built.get(key)

    async def remake(self, key: str, article: Article) -> None:
        """Take an article whose blocks a person changed; its analysis is the library's, or is made anew."""
        known = await asyncio.to_thread(take.known_analysis, self.settings.model, self.library, article)
        entry = self.shelf.entry(key)
        if entry is None:  # another folder was opened meanwhile
            return
        self._revision += 1
        self._shown.pop(key, None)
        self._built.pop(key, None)
        self.shelf.put_article(key, article)
        if known is not None:
            self._put_analysis(key, known)
        else:
            self.intake.analyse(key)
            self.intake.prefer(key)
        self._changed(self.shelf.index(key))

    async def make_briefs_beside(self) -> None:
        """Make the briefs of the articles before and after the current one, so that they are there when they are wanted."""
        for index in (self.current + 1, self.current - 1):
            if 0 <= index < len(self.shelf.entries):
                await self.brief(self.shelf.entries[index].key)

    async def accounts(self) -> list[tuple[Analysis, Brief]]:
        """The analyses that are there, each with its brief, in the order of the list."""
        found = []
        for key in [entry.key for entry in self.shelf.entries]:
            if (analysis := self.analysis_of(key)) is not None:
                found.append(analysis)
            await asyncio.sleep(0)  # a key that is typed meanwhile does not wait for all of them
        return await asyncio.to_thread(lambda: [(analysis, _build(analysis)) for analysis in found])

    def key_of(self, source: str) -> str | None:
        """The key of the first article whose source has this SHA-256."""
        return next((entry.key for entry in self.shelf.entries if entry.source == source), None)

    def article_of(self, source: str) -> Article | None:
        """The first article whose source has this SHA-256."""
        key = self.key_of(source)
        return self.shelf.articles.get(key) if key is not None else None

    async def save(self, key: str) -> Path:
        """Save the brief of an article.

        Raises `OSError`, `BriefFileError`, `LibraryError`, and `KeyError` before it is analysed.
        """
        analysis = self.analysis_of(key)
        if analysis is None:
            raise KeyError(key)
        path = await asyncio.to_thread(_build_and_save, analysis, self.briefs, self.library)
        entry = self.shelf.entry(key)
        if entry is not None and entry.state is State.READY:
            entry.state = State.SAVED
            self._tell_entry(key)
        return path

    def deliver(self, event: object) -> None:
        """Take what the intake reports."""
        from tui.worker import client

        match event:
            case take.Found():
                self._take_found(event)
            case take.Read():
                self._take_read(event)
            case take.Unreadable(key, message):
                entry = self.shelf.entry(key)
                if entry is not None:
                    entry.state, entry.problem = State.UNREADABLE, message
                    self._tell_entry(key, Change.TEXT)
            case take.AllRead():
                self.all_read = True
                self._changed(Change.STATUS)
            case client.Loading(restarts):
                self.engine = Engine.RESTARTED if restarts else Engine.LOADING
                self._changed(Change.STATUS)
            case client.Loaded():
                self.engine = Engine.AT_WORK
                self._changed(Change.STATUS)
            case client.Started(key):
                self._set_state(key, State.ANALYSING)
            case client.Done(key, analysis):
                if self.shelf.entry(key) is not None:
                    self._put_analysis(key, analysis)
                    self._built.pop(key, None)
                    self._tell_entry(key, Change.ANALYSIS)
            case client.Failed(key, message):
                entry = self.shelf.entry(key)
                if entry is not None:
                    entry.state, entry.problem = State.NO_ANALYSIS, message
                    self._tell_entry(key, Change.ANALYSIS)
            case client.Stopped(message):
                self.engine, self.engine_message = Engine.STOPPED, message
                self._changed(Change.STATUS)

    def _take_found(self, found: take.Found) -> None:
        for key, file in found.sources:
            self.shelf.add(Entry(key, file))
        for number, (file, message) in enumerate(found.problems):
            self.shelf.add(Entry(f"problem {number}", file, message))
        self._by_hand = ByHand(found.folders, found.corrections)
        self._together = Together(found.folders)
        self.notice = " ".join(found.faults)
        self.found = True
        self._changed(Change.LISTED)

    def _take_read(self, event: take.Read) -> None:
        key, articles, known, decided = event.key, event.articles, dict(event.known), dict(event.decided)
        before = key
        current = self.entry
        for one, article in articles:
            if self.shelf.entry(one) is None:
                self.shelf.add(Entry(one, article.file), after=before)
            self.shelf.put_article(one, article)
            before = one
            if one in decided:
                self.blocks.put(one, decided[one])
            if one in known:
                self._put_analysis(one, known[one])
            else:
                self.intake.analyse(one)
        if len(articles) > 1:
            if current is not None:
                self.current = self.shelf.index(current.key)
            self._changed(Change.GROWN)
        self._tell_entry(key, Change.TEXT)
        for one in known:
            self._tell_entry(one, Change.ANALYSIS)

    def _put_analysis(self, key: str, analysis: Analysis) -> None:
        self.shelf.put_analysis(key, analysis)
        self._shown.pop(key, None)
        others = self._together.put(key, analysis)
        self._name(key, analysis)
        for other in sorted(others):
            self._decided(other)

    def _decided(self, key: str) -> None:
        """Make an article anew for which its folder decides otherwise now."""
        raw, entry = self.shelf.analyses.get(key), self.shelf.entry(key)
        if raw is None or entry is None:
            return
        self._revision += 1
        self._shown.pop(key, None)
        self._built.pop(key, None)
        self._name(key, raw)
        if entry.state is State.SAVED:
            entry.state = State.READY
        if self.entry is entry:
            self._tell_entry(key, Change.NAMES)
        else:
            self._changed(self.shelf.index(key))

    def _name(self, key: str, raw: Analysis) -> None:
        self._names[key] = {actor.name: actor.kind for actor in self._together.apply(key, raw).actors}

    @property
    def names(self) -> dict[str, ActorKind]:
        """The names of all actors with their kinds."""
        return {name: kind for names in self._names.values() for name, kind in names.items()}

    def _set_state(self, key: str, state: State) -> None:
        entry = self.shelf.entry(key)
        if entry is not None:
            entry.state = state
            self._tell_entry(key)

    def _tell_entry(self, key: str, change: Change | None = None) -> None:
        """Tell that an entry changed, and what changed with it if it is the current one."""
        self._changed(self.shelf.index(key))
        if change is not None and self.entry is not None and self.entry.key == key:
            self._changed(change)


def _keep(kept: OrderedDict[str, T], key: str, value: T) -> None:
    """Keep a value, and forget the oldest one where there are many."""
    kept[key] = value
    if len(kept) > BRIEFS_KEPT:
        kept.popitem(last=False)


def _build(analysis: Analysis) -> Brief:
    from tui.brief.build import build_brief

    return build_brief(analysis)


def decided_brief(analysis: Analysis, library: Path | None) -> Brief:
    """The brief as the person left it: a line that was rejected does not come back. Raises `LibraryError`."""
    from tui.library.store import decisions_in
    from tui.review.decisions import with_decisions

    return with_decisions(_build(analysis), analysis, decisions_in(library))


def _build_and_save(analysis: Analysis, folder: Path, library: Path | None) -> Path:
    from tui.brief.save import save_brief

    return save_brief(decided_brief(analysis, library), analysis, folder)
