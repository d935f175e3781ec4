"""The log of decisions, read for the blocks of a page: what a person put back into an article, and what was taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.articles.choices import Choice, with_choices
from tui.articles.model import Article
from tui.library.model import Decision

from .anchors import find
from .decisions import BLOCK_ACTIONS, standing


class Chosen(NamedTuple):
    """A decision about a block, and where its words stand in the source now."""

    decision: Decision
    choice: Choice


def chosen(article: Article, log: Sequence[Decision]) -> tuple[tuple[Chosen, ...], tuple[Decision, ...]]:
    """The standing decisions about blocks of this source, in their order, and those whose words are gone from it.

    Of several about one block only the last one counts.
    """
    found: dict[tuple[int, int], Chosen] = {}
    gone: list[Decision] = []
    own = [entry for entry in log if entry.source == article.sha256]
    for entry in standing(own):
        if entry.action not in BLOCK_ACTIONS or entry.anchor is None:
            continue
        place = find(entry.anchor, article.source)
        if place is None:
            gone.append(entry)
        else:
            found.pop(place, None)
            found[place] = Chosen(entry, Choice(*place, keep=entry.action == "keep-block"))
    return tuple(found.values()), tuple(gone)


def with_blocks(article: Article, log: Sequence[Decision]) -> Article:
    """The cleaned article as a person left it; the same one where nothing was decided about its blocks."""
    return with_choices(article, (one.choice for one in chosen(article, log)[0]))
