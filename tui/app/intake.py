"""From paths to articles and analyses, beside the event loop: a thread reads the sources, the worker analyses them.

Everything is reported through one callback on the event loop.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.analysis.corrections import Corrections
    from tui.analysis.model import Analysis
    from tui.app.blocks import Decided
    from tui.articles.model import Article
    from tui.articles.reading import Source
    from tui.library.model import Decision
    from tui.worker.client import Event as WorkerEvent
    from tui.worker.client import Worker

AHEAD = 3
"""How many articles wait in the worker's queue; the others wait here, where only their keys are kept."""
DRAWN = 0.1
"""Seconds that the first text has to be drawn in before the rest of the work begins."""


class Found(NamedTuple):
    """What the paths name: key and file name of each source, and file name and sentence of what cannot be used.

    `folders` has the folder of each source under its key; `corrections` are those of the folders, `faults` sentences about
    files of corrections that cannot be read.
    """

    sources: tuple[tuple[str, str], ...]
    problems: tuple[tuple[str, str], ...]
    folders: Mapping[str, Path] = MappingProxyType({})
    corrections: Mapping[Path, Corrections] = MappingProxyType({})
    faults: tuple[str, ...] = ()


class Read(NamedTuple):
    """A source was read; the first article has the key of the source, the others are new.

    `known` holds the analyses, with their keys, that the library has from an earlier time, and `decided` what it has of
    decisions about blocks; the articles are as the person left them.
    """

    key: str
    articles: tuple[tuple[str, Article], ...]
    known: tuple[tuple[str, Analysis], ...] = ()
    decided: tuple[tuple[str, Decided], ...] = ()


class Unreadable(NamedTuple):
    """A source cannot be read; `message` is a sentence."""

    key: str
    message: str


class AllRead(NamedTuple):
    """Every source was read or found unreadable."""


class Reading:
    """One folder's worth of reading, in a thread of its own. The source that was preferred last is read first."""

    def __init__(
        self,
        paths: Sequence[Path],
        prefix: str,
        tell: Callable[[object], object],
        model: str | None,
        library: Path | None,
    ) -> None:
        """`prefix` begins every key, so that a late answer about another folder finds no entry."""
        self._paths = tuple(paths)
        self._model = model
        self._library = library
        self._prefix = prefix
        self._tell = tell
        self._waiting: OrderedDict[str, Source] = OrderedDict()
        self._lock = threading.Lock()
        self._stopped = False

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, name="reading", daemon=True).start()

    def stop(self) -> None:
        """Read no further source and tell nothing more."""
        self._stopped = True

    def prefer(self, key: str) -> None:
        """Read this source next."""
        with self._lock:
            if key in self._waiting:
                self._waiting.move_to_end(key, last=False)

    def _say(self, event: object) -> None:
        if not self._stopped:
            with contextlib.suppress(RuntimeError):  # the event loop is closed: nobody is left to be told
                self._tell(event)

    def _run(self) -> None:
        with Known(self._model, self._library) as known:
            self._work(known)

    def _work(self, known: Known) -> None:
        from tui.analysis.corrections_file import corrections_in
        from tui.articles.reading import find_sources

        try:
            sources, problems = find_sources(self._paths)
        except OSError as error:
            self._say(Found((), ((str(error.filename or self._paths[0]), f"{error.strerror or error}."),)))
            return
        self._waiting = OrderedDict((f"{self._prefix}{n}", source) for n, source in enumerate(sources))
        folders = {key: source.path.parent for key, source in self._waiting.items()}
        corrections, faults = corrections_in(folders.values())
        self._say(
            Found(
                tuple((key, source.file) for key, source in self._waiting.items()),
                tuple((problem.path.name, problem.message) for problem in problems),
                folders,
                corrections,
                tuple(faults),
            )
        )
        self._read_all(known)
        self._say(AllRead())

    def _say_read(self, key: str, articles: Sequence[Article], known: Known) -> None:
        keys = [key if n == 0 else f"{key}.{n}" for n in range(len(articles))]
        decided = {one: known.decided(article) for one, article in zip(keys, articles, strict=True)}
        pairs = tuple((one, each.article) for one, each in decided.items())
        found = tuple(
            (one, analysis) for one, article in pairs if (analysis := known.get(article)) is not None
        )
        self._say(Read(key, pairs, found, tuple((k, d) for k, d in decided.items() if d.log)))

    def _read_all(self, known: Known) -> None:
        from tui.articles import reading

        begun = False
        while not self._stopped:
            with self._lock:
                if not self._waiting:
                    break
                key, source = self._waiting.popitem(last=False)
            try:
                cleaned = reading.read_source(source)
            except reading.UnreadableError as error:
                self._say(Unreadable(key, str(error)))
            except Exception as error:  # a fault in reading one source must not end the reading of the others
                self._say(Unreadable(key, f"{source.file} cannot be read ({type(error).__name__}: {error})."))
            else:
                self._say_read(key, cleaned, known)
            if not begun:
                begun = True
                time.sleep(DRAWN)


class Known:
    """The analyses that the library has from an earlier time; none where it cannot be used. For one thread."""

    def __init__(self, model: str | None, library: Path | None) -> None:
        from tui.library.store import Library, LibraryError, default_path

        self._version = ""
        self._library: Library | None = None
        path = library or default_path()
        if path.exists():
            from tui.analysis.version import DEFAULT_MODEL, analyser_version

            self._version = analyser_version(model or DEFAULT_MODEL)
            with contextlib.suppress(LibraryError):  # reading goes on without; a review tells what is wrong
                self._library = Library(path)

    def __enter__(self) -> Known:
        return self

    def __exit__(self, *_: object) -> None:
        if self._library is not None:
            self._library.close()

    def get(self, article: Article) -> Analysis | None:
        """The analysis of the article by this analyser, if it is known."""
        return self._library.analysis(article, self._version) if self._library is not None else None

    def decided(self, article: Article) -> Decided:
        """The article with what a person decided about its blocks."""
        from tui.app.blocks import Decided
        from tui.library.store import LibraryError
        from tui.review.decisions import BLOCK_ACTIONS

        log: tuple[Decision, ...] = ()
        if self._library is not None:
            with contextlib.suppress(LibraryError):
                log = self._library.decisions(article.sha256)
        return Decided(article, log if any(one.action in BLOCK_ACTIONS for one in log) else ())


def known_analysis(model: str | None, library: Path | None, article: Article) -> Analysis | None:
    """The analysis of the article, if the library has it."""
    with Known(model, library) as known:
        return known.get(article)


def stale(analysis: Analysis, article: Article) -> bool:
    """Whether the analysis is of another text than the article has now."""
    return analysis.text != article.text or analysis.blocks != article.blocks


def keep(model: str | None, library: Path | None, version: str, article: Article, analysis: Analysis) -> None:
    """Keep an analysis in the library, if it was made by the analyser that will look for it."""
    from tui.analysis.version import DEFAULT_MODEL, analyser_version
    from tui.library.store import Library, LibraryError, default_path

    if version == analyser_version(model or DEFAULT_MODEL):
        with contextlib.suppress(LibraryError), Library(library or default_path()) as there:
            there.saw([article])
            there.keep_analysis(article, version, analysis)


class Intake:
    """Reads and analyses what the opened paths name. `deliver` is called on the event loop."""

    def __init__(
        self,
        deliver: Callable[[object], None],
        article: Callable[[str], Article | None],
        model: str | None,
        library: Path | None,
        command: Sequence[str],
    ) -> None:
        """`article` gives the article under a key.

        `model` is the language model, `library` the file with cached analyses, and `command` starts the worker, where they
        are not the usual ones.
        """
        self._model = model
        self._library = library
        self._version = ""
        self._keeping: set[asyncio.Task[None]] = set()
        self._deliver = deliver
        self._article = article
        self._command = tuple(command)
        self._reading: Reading | None = None
        self._worker: Worker | None = None
        self._task: asyncio.Task[None] | None = None
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._ahead: set[str] = set()
        self._opened = 0
        self._closed = False

    def open(self, paths: Sequence[Path]) -> None:
        """Read what `paths` name, and forget what was open before."""
        loop = asyncio.get_running_loop()
        if self._reading is not None:
            self._reading.stop()
        if self._worker is not None:
            self._worker.forget()
        self._waiting.clear()
        self._ahead.clear()
        self._opened += 1
        reading = self._reading = Reading(
            paths,
            f"{self._opened}:",
            lambda event: loop.call_soon_threadsafe(self._told, reading, event),
            self._model,
            self._library,
        )
        reading.start()

    def analyse(self, key: str) -> None:
        """Put an article in the queue of the analysis."""
        self._waiting[key] = None
        self._feed()

    def prefer(self, key: str) -> None:
        """Read and analyse this article next."""
        if self._reading is not None:
            self._reading.prefer(key)
        if key in self._waiting:
            self._waiting.move_to_end(key, last=False)
            self._feed(1)
        elif self._worker is not None:
            self._worker.prefer(key)

    async def close(self) -> None:
        """End the reading and the worker."""
        self._closed = True
        if self._reading is not None:
            self._reading.stop()
        if self._worker is not None:
            await self._worker.close()
        if self._task is not None:
            self._task.cancel()
        if self._keeping:
            await asyncio.wait(self._keeping, timeout=2)

    def _start_worker(self) -> None:
        """Start the process that analyses."""
        from tui.worker.client import COMMAND, Worker

        if self._worker is None and not self._closed:
            self._worker = Worker(self._heard, self._command or COMMAND)
            self._task = asyncio.create_task(self._worker.run())
            self._feed()

    def _told(self, reading: Reading, event: object) -> None:
        if reading is not self._reading:
            return
        self._deliver(event)
        if self._worker is None and isinstance(event, Read | Unreadable | AllRead):
            # Not at once: starting a process holds up the drawing, and what it loads takes a core from it.
            asyncio.get_running_loop().call_later(DRAWN, self._start_worker)

    def _heard(self, event: WorkerEvent) -> None:
        from tui.worker.client import Done, Failed, Loaded

        if isinstance(event, Loaded):
            self._version = event.version
        if isinstance(event, Done) and (article := self._article(event.key)) is not None:
            if stale(
                event.analysis, article
            ):  # its blocks were changed meanwhile, and it is in the queue again
                self._feed()
                return
            kept = asyncio.create_task(
                asyncio.to_thread(keep, self._model, self._library, self._version, article, event.analysis)
            )
            self._keeping.add(kept)
            kept.add_done_callback(self._keeping.discard)
        if isinstance(event, Done | Failed):
            if event.key not in self._ahead:
                return
            self._ahead.discard(event.key)
        self._deliver(event)
        self._feed()

    def _feed(self, more: int = 0) -> None:
        if self._worker is None:
            return
        while self._waiting and len(self._ahead) < AHEAD + more:
            key, _ = self._waiting.popitem(last=False)
            article = self._article(key)
            if article is not None:
                self._ahead.add(key)
                self._worker.submit(key, article, front=bool(more))
