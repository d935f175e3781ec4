"""Statements after a name and a colon: headlines ("Moser: Harbour will reopen") and the turns of a transcript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from .parts import Found, Page

_LABEL = re.compile(
    r"(?P<name>[^\W\d_][^\n:“”\"]{0,60}?)(?P<to> to [^\n:“”\"]{2,40})?(?P<colon>:)[ \t]+(?=\S)"
)
_CAPITALS = re.compile(r"[A-Z][A-Z.'’ -]+$")
_LONGEST_HEADLINE = 200
_FEWEST_TURNS = 3


def find_labelled(page: Page, is_actor: Callable[[int, int], bool]) -> Iterator[Found]:
    """Headlines whose first words are an actor and a colon, and paragraphs of a transcript, in reading order.

    `is_actor` tells whether a stretch of the text names an actor. A transcript has at least three paragraphs that start
    with a name in capitals, and one of the names twice.
    """
    labels = [
        (number, match)
        for number, block in enumerate(page.parsed.article.blocks)
        if (match := _LABEL.match(page.text, block.start, block.end)) is not None
    ]
    turns = Counter(match["name"] for _, match in labels if _CAPITALS.match(match["name"]))
    is_transcript = turns.total() >= _FEWEST_TURNS and max(turns.values()) > 1
    for number, match in labels:
        block = page.parsed.article.blocks[number]
        headline = (
            number == 0 or block.kind in {"title", "heading"}
        ) and block.end - block.start <= _LONGEST_HEADLINE
        if (is_transcript and match["name"] in turns) or (headline and is_actor(*match.span("name"))):
            start, end = page.trim(match.end(), block.end)
            if start < end:
                yield Found(start, end, "said", match.span("name"), _last_word(match), match.span("colon"))


def _last_word(match: re.Match[str]) -> int:
    return match.start("name") + match["name"].rstrip().rfind(" ") + 1
