"""The language engine: spaCy with the model that the settings name. Only the worker and the headless commands load it."""

from __future__ import annotations

import gc
import re
import warnings
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.articles.model import Article

from .model import Analysis
from .parsed import Parsed
from .pipeline import analyse
from .sentences import certain_starts, mark_starts, split_sentences
from .version import DEFAULT_MODEL, analyser_version

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 8
"""Articles that go through the model together; larger batches only cost memory."""
RUN = 200
"""Code points without white space that are tokenized at once."""
_RUN = re.compile(rf"\S{{{2 * RUN},}}")
PIECE = 40_000
"""Code points that go through the model at once: it needs some 10 MB of memory for each thousand."""


YOUNG = 10_000
"""New objects after which the collector looks for unreachable ones: an analysis makes many, and hardly any of them."""

LONGEST = 500_000
"""Code points of the longest text that is analysed: a book of some 80,000 words, which takes a minute and 1.5 GB."""


class TooLongError(Exception):
    """An article is longer than `LONGEST`; the message is a sentence."""


class EngineError(Exception):
    """The language engine cannot be loaded; the message says what to do."""


@dataclass(frozen=True)
class Engine:
    """A loaded model. `version` names everything that an analysis depends on but the article."""

    model: Language
    version: str

    def parse(self, article: Article) -> Parsed:
        """The parse of one article, which the findings are made from."""
        return next(_parsed(*one) for one in self._parse([article]))

    def analyse(self, article: Article) -> Analysis:
        """The analysis of one article."""
        return next(self.analyse_all([article]))

    def analyse_all(
        self, articles: Iterable[Article], refuse: Callable[[str], None] | None = None
    ) -> Iterator[Analysis]:
        """The analyses of many articles, in their order.

        An article that is too long raises `TooLongError`, one whose analysis fails whatever it failed with; with `refuse`
        it is left out instead and `refuse` is given the sentence that says so.
        """
        articles = (article for article in articles if _fits(article, refuse))
        for article, doc in self._parse(articles):
            try:
                found = analyse(_parsed(article, doc))
            except Exception as error:
                if refuse is None:
                    raise
                reason = f"{type(error).__name__}: {error}"
                refuse(f"{article.file} could not be analysed ({reason}); the others go on.")
            else:
                yield found

    def _parse(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Doc]]:
        """The articles with their parses. A long text goes through the model in pieces and is put together again."""
        stream = (
            (self._doc(article, certain, start, end), (article, end == len(article.text)))
            for article in articles
            for certain in (certain_starts(article),)
            for start, end in pieces(article)
        )
        parts: list[Doc] = []
        for doc, (article, last) in self.model.pipe(stream, as_tuples=True, batch_size=BATCH):
            parts.append(doc)
            if last:
                yield article, parts[0] if len(parts) == 1 else _joined(parts)
                parts = []

    def _doc(self, article: Article, certain: Mapping[int, bool], start: int, end: int) -> Doc:
        doc = self._tokens(article.text[start:end])
        mark_starts(doc, certain, start)
        return doc

    def _tokens(self, text: str) -> Doc:
        """The tokens of `text`. A run without white space is cut: the tokenizer needs time by the square of its length."""
        cuts = [0]
        for run in _RUN.finditer(text):
            cuts += range(run.start() or RUN, run.end(), RUN)
        cuts.append(len(text))
        docs = [self.model.make_doc(text[a:b]) for a, b in pairwise(cuts) if a < b]
        return docs[0] if len(docs) == 1 else _joined(docs) if docs else self.model.make_doc(text)


def _parsed(article: Article, doc: Doc) -> Parsed:
    return Parsed(article, doc, split_sentences(doc, article))


def _fits(article: Article, refuse: Callable[[str], None] | None) -> bool:
    if len(article.text) <= LONGEST:
        return True
    message = (
        f"{article.file} is too long to analyse: {len(article.text):,} characters of text, and {LONGEST:,} is the most. "
        "Split it into smaller files; its text can still be read."
    )
    if refuse is None:
        raise TooLongError(message)
    refuse(message)
    return False


def pieces(article: Article) -> Iterator[tuple[int, int]]:
    """Spans that cover the article's text, none much longer than `PIECE`, cut where a block or else a word ends."""
    text, start = article.text, 0
    cuts = [block.start for block in article.blocks]
    while len(text) - start > PIECE:
        at = bisect_right(cuts, start + PIECE) - 1
        end = cuts[at] if at >= 0 and cuts[at] > start else text.rfind(" ", start, start + PIECE) + 1
        end = end if end > start else start + PIECE
        yield start, end
        start = end
    yield start, len(text)


def _joined(parts: list[Doc]) -> Doc:
    from spacy.tokens import Doc

    return Doc.from_docs(parts, ensure_whitespace=False)


def load(name: str = DEFAULT_MODEL) -> Engine:
    """Load the model called `name` (a package or a folder). Raises `EngineError` when it is not there or does not fit."""
    gc.disable()  # nothing that is loaded goes away again
    try:
        import spacy

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = spacy.load(name, exclude=["senter"])
    except (ImportError, OSError) as error:
        raise EngineError(
            f"The language model {name} cannot be loaded ({error}). Install it, or name another in the settings."
        ) from error
    finally:
        gc.enable()
    model.max_length = 10**9
    gc.freeze()  # the model stays as long as the process: the collector need not look through it again and again
    gc.set_threshold(YOUNG, 10, 10)
    return Engine(model, analyser_version(name))
