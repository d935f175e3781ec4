"""Where quotation marks open and close."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui.articles.model import Block

_MARKS = re.compile(r"``|''|[“”„‟\"«»‹›‘’‚']")
_OPENING = frozenset("“„‟«``")
_DOUBLE_CLOSING = frozenset({"”", "»", "''"})
_ELISION = re.compile(r"(?:s|t|d|m|ll|re|ve|em|til|tis|twas|cause|bout|round|n|\d0s?|\d\d)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_SAYS = "(?:said|says|added|told|wrote|warned|asked|replied)"
_TAG = re.compile(rf",(?= {_SAYS}\b| (?:he|she|they|it|(?:[A-Z][\w.’'-]+ ){{0,2}}[A-Z][\w.’'-]+) {_SAYS}\b)")
"""The comma before the words that attribute an unclosed quotation."""
_LONGEST_SINGLE = 1200


@dataclass(frozen=True)
class Quote:
    """Quoted words. `start`/`end` hold the marks, `inner_start`/`inner_end` do not.

    `continued` tells that the next paragraph reopens the same quotation, `continues` that this one does so.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    block: int
    continued: bool = False
    continues: bool = False


def find_quotes(text: str, blocks: Iterable[Block]) -> tuple[Quote, ...]:
    """The outermost quotations of each block, in reading order.

    Straight, curly, angled, low and doubled single marks pair with one another, for files mix them; a mark without
    its partner closes at the end of the paragraph when the next one reopens it, else before a ", said X" or at the end of
    its sentence.
    Apostrophes are no marks.
    """
    found: list[Quote] = []
    open_before = False
    for number, block in enumerate(blocks):
        pairs, unclosed = _pairs(text, block.start, block.end)
        first = True
        for start, inner_start, inner_end, end in pairs:
            continues = first and open_before and start - block.start <= 1
            found.append(Quote(start, end, inner_start, inner_end, number, continues=continues))
            first = False
        continues = first and open_before and unclosed is not None and unclosed[0] - block.start <= 1
        if open_before and not (continues or (pairs and found[-len(pairs)].continues)):
            found = _end_at_sentence(text, found, number)
        open_before = unclosed is not None
        if unclosed is not None:
            start, inner_start = unclosed
            end = _trimmed(text, inner_start, block.end)
            found.append(Quote(start, end, inner_start, end, number, continued=True, continues=continues))
    if open_before:
        found = _end_at_sentence(text, found, -1)
    return tuple(quote for quote in found if quote.inner_start < quote.inner_end)


def _end_at_sentence(text: str, found: list[Quote], block: int) -> list[Quote]:
    """Close the last unclosed quotation of the blocks before `block` where its sentence ends."""
    for index in range(len(found) - 1, -1, -1):
        quote = found[index]
        if quote.block != block and quote.continued:
            stop = _SENTENCE_END.search(text, quote.inner_start, quote.inner_end)
            end = stop.end() if stop else quote.inner_end
            if tag := _TAG.search(text, quote.inner_start, end):
                end = tag.start() + 1
            found[index] = Quote(
                quote.start, end, quote.inner_start, end, quote.block, continues=quote.continues
            )
            break
    return found


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _pairs(text: str, start: int, end: int) -> tuple[list[tuple[int, int, int, int]], tuple[int, int] | None]:
    """Pairs as (start, inner start, inner end, end), and the mark that was left open as (start, inner start)."""
    pairs: list[tuple[int, int, int, int]] = []
    opened: tuple[int, int] | None = None
    position = searched = start
    while match := _MARKS.search(text, position, end):
        mark, at, position = match[0], match.start(), match.end()
        before = text[at - 1] if at > start else " "
        after = text[position] if position < end else " "
        if mark in "‘’‚'‹›":
            if opened is None and (single := _single(text, mark, at, end, before, after)):
                pairs.append((at, at + 1, single, single + 1))
                position = single + 1
            continue
        kind = _direction(mark, before, after, opened is not None)
        if kind == "open":
            if opened is not None and _SENTENCE_END.search(text, max(opened[1], searched - 1), at):
                stop = _trimmed(text, opened[1], at)
                last = max(m.end() for m in _SENTENCE_END.finditer(text, opened[1], at))
                pairs.append((opened[0], opened[1], min(stop, last), min(stop, last)))
                opened = (at, position)
            elif opened is None:
                opened = (at, position)
            searched = at
        elif opened is not None:
            pairs.append((opened[0], opened[1], at, position))
            opened = None
    return pairs, opened


def _direction(mark: str, before: str, after: str, is_open: bool) -> str:
    """Whether a double mark opens or closes."""
    if mark in _OPENING:
        if mark == "“" and is_open and not before.isspace() and not after.isalnum():
            return "close"
        return "open"
    if mark in _DOUBLE_CLOSING:
        if not is_open and (before.isspace() or before in "([—–") and (after.isalnum() or after in "$£€[("):
            return "open"
        return "close"
    can_open = (before.isspace() or before in "([{—–-/:‘'") and not after.isspace()
    can_close = not before.isspace()
    if can_open and not can_close:
        return "open"
    if can_close and not can_open:
        return "close"
    return "close" if is_open else "open"


def _single(text: str, mark: str, at: int, end: int, before: str, after: str) -> int | None:
    """The offset of the mark that closes a single quotation opened at `at`, or None when it is an apostrophe."""
    if mark in "’›" or before.isalnum() or after.isspace() or before in "”’'":
        return None
    if mark == "‹":
        closing = text.find("›", at, end)
        return closing if closing > at + 1 else None
    if _ELISION.match(text, at + 1):
        return None
    fallback = None
    closers = "’'" if mark in "‘‚'" else ""
    for place in range(at + 2, min(end, at + _LONGEST_SINGLE)):
        if text[place] not in closers:
            continue
        following = text[place + 1] if place + 1 < end else " "
        previous = text[place - 1]
        if following.isalnum() or previous.isspace():
            continue
        doubles = sum(text.count(double, at, place) for double in '“”"')
        if doubles % 2:
            continue
        if previous in ".,!?…" or following in '.,!?;:)”"—–' or previous != "s" or place + 1 >= end:
            return place
        if fallback is None:
            fallback = place
    return fallback
