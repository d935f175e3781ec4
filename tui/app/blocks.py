"""Blocks of the page that were put back or taken out by hand, in the articles that are open. Knows no widget."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.articles.choices import Choice
    from tui.articles.model import Article
    from tui.library.model import Decision
    from tui.library.store import Library
    from tui.review.decisions import TakingBack


class Decided(NamedTuple):
    """An article as the cleaning made it, and the log of what a person decided on its source."""

    cleaned: Article
    log: tuple[Decision, ...]

    @property
    def article(self) -> Article:
        """The article as the person left it."""
        if not self.log:
            return self.cleaned
        from tui.review.blocks import with_blocks

        return with_blocks(self.cleaned, self.log)


class Marks(NamedTuple):
    """The choices that made a difference to an article, and how many decisions there are whose block is gone."""

    choices: tuple[Choice, ...] = ()
    gone: int = 0


class Blocks:
    """The decisions about blocks of each article; articles are named by their keys.

    What writes is called in a thread, one call at a time, and raises `LibraryError`. `who` is the name that decisions are
    kept under, by default that of the account.
    """

    def __init__(self, who: str | None = None) -> None:
        self._decided: dict[str, Decided] = {}
        self._own: set[int] = set()
        self._who = who
        self._writing = threading.Lock()

    def put(self, key: str, decided: Decided) -> None:
        """Note what was decided at an earlier time."""
        self._decided[key] = decided

    def marks(self, key: str) -> Marks:
        """What was decided by hand about an article."""
        from tui.articles.choices import with_choices
        from tui.review.blocks import chosen

        decided = self._decided.get(key)
        if decided is None:
            return Marks()
        found, gone = chosen(decided.cleaned, decided.log)
        choices = (one.choice for one in found)
        told = tuple(c for c in choices if with_choices(decided.cleaned, [c]) is not decided.cleaned)
        return Marks(told, len(gone))

    def decide(self, key: str, article: Article, choice: Choice, library: Path | None) -> Article:
        """Keep a choice in the library; returns the article as it is now. `article` is what is shown of it."""
        from hashlib import sha256

        from tui.review.anchors import anchor

        with self._writing, self._open(library) as there:
            decided = self._decided.get(key) or Decided(article, ())
            words = anchor(article.source, choice.start, choice.end)
            entry = there.decide(
                source=article.sha256,
                article=article.id,
                section="page",
                line=sha256(words.exact.encode("utf-8", "replace")).hexdigest()[:12],
                action="keep-block" if choice.keep else "drop-block",
                anchor=words,
            )
            return self._add(key, decided, entry)

    def undo(self, key: str, library: Path | None) -> tuple[Decision, Article] | None:
        """Take back the last decision of this article that was made since the start; None where there is none."""
        from tui.review.decisions import to_undo

        with self._writing:
            return self._take_back(key, to_undo(self._since_start(key)), library)

    def redo(self, key: str, library: Path | None) -> tuple[Decision, Article] | None:
        """Make the decision stand again that was taken back last; None where there is none."""
        from tui.review.decisions import to_redo

        with self._writing:
            return self._take_back(key, to_redo(self._since_start(key)), library)

    def _since_start(self, key: str) -> list[Decision]:
        decided = self._decided.get(key)
        return [one for one in decided.log if one.number in self._own] if decided is not None else []

    def _take_back(
        self, key: str, what: TakingBack | None, library: Path | None
    ) -> tuple[Decision, Article] | None:
        if what is None:
            return None
        with self._open(library) as there:
            undoing = there.take_back(what.entry)
        return what.decision, self._add(key, self._decided[key], undoing)

    def _add(self, key: str, decided: Decided, entry: Decision) -> Article:
        self._own.add(entry.number)
        self._decided[key] = decided = Decided(decided.cleaned, (*decided.log, entry))
        return decided.article

    def _open(self, path: Path | None) -> Library:
        from tui.library.store import Library, default_path

        return Library(path or default_path(), self._who)
