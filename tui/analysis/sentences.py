"""Where the sentences are: the ends that punctuation makes clear, and the parse where it does not.

A rule looks at each mark that can end a sentence, with what stands before and after it. It answers "an end", "no end", or
"as the parse has it". The parse alone cuts quotations from their marks and headlines at abbreviations; punctuation alone
does not know "in the U.S. Trump said" from "the U.S. Treasury".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from numpy import isin

from tui.articles.model import Article, Block

from .model import Sentence
from .wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLOSING = "\"'”’»)\\]"
_OPENING = "\"'“‘„«(\\["

_CLOSERS = frozenset("\"'”’»)]")
_OPENERS = frozenset("\"'“‘„«([")

_MARK = re.compile(
    rf"""(?P<mark>(?<![.!?…])[.!?…]++|(?<=[a-z.])\)(?=[A-Z][a-z]))
         (?P<close>[{_CLOSING}]*+)
         (?P<space>\s*)
         (?P<open>[{_OPENING}]*)
         (?=(?P<next>[^\W_]|[$€£¥#@•▪●‣*–—-]))""",
    re.VERBOSE,
)
_BULLET = re.compile(r"(?<=\s)[•▪●‣](?=\s*\w)")
_WORD_BEFORE = re.compile(r"[^\s\"“”‘’'(\[]*$")
_WINDOW = 24
"""How far back the word before a mark is looked for; abbreviations are shorter."""

_LONGEST = 1200
"""A run longer than this is no sentence; it is cut wherever the parse has an end."""


_TITLES = word_set(
    "mr mrs ms messrs mx dr prof gen sen sens rep reps gov lt col sgt capt cmdr adm maj rev fr hon st mt ft pres supt det "
    "atty amb insp pvt cpl vs v cf viz approx fig figs pp vol ed eds dept e.g i.e al"
)
"""Abbreviations that lean on the word after them."""

_OPEN_ENDED = word_set(
    "inc corp co ltd llc plc bros cos jr sr esq etc a.m p.m ph.d m.d b.a m.a u.s u.k u.n u.s.a e.u d.c n.y l.a u.a.e "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd assn est "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex "
    "va vt wash wis wyo"
)
"""Abbreviations that may stand at the end of a sentence or inside it."""

_ZONES = word_set("est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet")

_SAYING = re.compile(
    r"(?:(?:[A-Z][\w’'.-]*|of|the|de|van|von|al|bin)\s+){1,6}?(?:said|says|asked|asks|added|wrote|told|tweeted|posted|shouted|replied|"
    r"quipped|wondered|joked|exclaimed)\b"
)


def mark_starts(doc: Doc, certain: Mapping[int, bool], offset: int) -> None:
    """Tell the parser, before it runs, what `certain_starts` answered; `doc` starts at `offset` of the article's text."""
    for number, start in enumerate(doc.to_array("IDX").astype(int).tolist()):
        place = start + offset
        if place in certain and (number or certain[place]):
            doc[number].is_sent_start = certain[place]


def certain_starts(article: Article) -> dict[int, bool]:
    """Offsets at which a sentence starts for certain (True), or does not (False).

    One starts with each block and after each clear end; none inside "…?" he said, nor at a closing mark.
    """
    certain: dict[int, bool] = {}
    for block in article.blocks:
        _mark_start(certain, article.text, block.start)
        last = block.start
        strict = block.kind != "body"
        for match in _MARK.finditer(article.text, block.start, block.end):
            at = _cut(article.text, match, last)
            for place in range(match.start("close"), min(at, match.end("close"))):
                certain[place] = False
            answers = {
                _decide(article.text, match, block, last, strict=strict, by_parse=parse, function=function)
                for parse in (False, True)
                for function in (False, True)
            }
            if answers == {True}:
                _mark_start(certain, article.text, at)
                last = at
            elif answers == {False}:
                certain[at] = False
        end = block.end
        while end - 1 > block.start and article.text[end - 1] in _CLOSERS:
            end -= 1
            certain[end] = False
    return certain


def _mark_start(certain: dict[int, bool], text: str, at: int) -> None:
    """Note that a sentence starts at `at`, and not again behind its opening marks."""
    certain[at] = True
    while at < len(text) and text[at] in _OPENERS:
        at += 1
        certain[at] = False


def split_sentences(doc: Doc, article: Article) -> tuple[Sentence, ...]:
    """The sentences of all blocks in reading order, each inside one block and without the white space around it.

    They hold all that the blocks hold but white space. Takes time in proportion to the text.
    """
    offsets, starts, function = _tokens(doc)
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        for start, end in _pieces(article.text, block, offsets, starts, function):
            found.append(Sentence(f"S{len(found) + 1}", start, end, number))
    return tuple(found)


def _tokens(doc: Doc) -> tuple[list[int], list[bool], list[bool]]:
    """Offset of each token, whether the parse starts a sentence with it, and whether it is a function word."""
    if not len(doc):
        return [], [], []
    table = doc.to_array(["IDX", "SENT_START", "POS"])
    opening = [doc.vocab.strings[tag] for tag in ("DET", "PRON", "ADP", "SCONJ", "CCONJ", "ADV", "AUX")]
    return table[:, 0].tolist(), (table[:, 1] == 1).tolist(), isin(table[:, 2], opening).tolist()


def _pieces(
    text: str, block: Block, offsets: list[int], starts: list[bool], function: list[bool]
) -> list[tuple[int, int]]:
    """Start and end of each sentence of a block."""
    cuts: list[int] = []
    last = block.start
    strict = block.kind != "body"
    for match in _MARK.finditer(text, block.start, block.end):
        at = _cut(text, match, last)
        index = bisect_left(offsets, at)
        known = index < len(offsets) and offsets[index] == at
        split = _decide(
            text,
            match,
            block,
            last,
            strict=strict,
            by_parse=known and starts[index],
            function=known and function[index],
        )
        if split:
            cuts.append(at)
            last = at
    if block.kind != "title":
        cuts.extend(match.start() for match in _BULLET.finditer(text, block.start, block.end))
    bounds = [block.start, *sorted(set(cuts)), block.end]
    pieces: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        if end - start > _LONGEST:
            first, stop = bisect_left(offsets, start + 1), bisect_left(offsets, end)
            inner = [offsets[i] for i in range(first, stop) if starts[i]]
            pieces += zip([start, *inner], [*inner, end], strict=True)
        else:
            pieces.append((start, end))
    return _tidy(text, pieces)


def _cut(text: str, match: re.Match[str], last: int) -> int:
    """Where the next sentence would start: quotation marks go to the side that they stand at."""
    if match["space"] or not match["close"]:
        return match.end("space")
    # Glued on both sides: a straight mark closes when one is open since the last cut.
    since = max(last, match.start() - _LONGEST)
    if '"' in match["close"] and text.count('"', since, match.start("close")) % 2 == 0:
        return match.start("close")
    return match.end("close")


def _decide(
    text: str, match: re.Match[str], block: Block, last: int, *, strict: bool, by_parse: bool, function: bool
) -> bool:
    """Whether a sentence that starts at `last` ends at `match`.

    `strict` asks for a clear end; `by_parse`: the parse ends one there; `function`: a function word comes next.
    """
    mark, close, follow = match["mark"], match["close"], match["next"]
    after = text[match.end() : match.end() + 2]
    small = follow.islower() and not (len(after) > 1 and after[1].isupper())
    if small or (follow in "–—-" and not by_parse):
        return False
    if mark == ")":
        return True
    word_match = _WORD_BEFORE.search(text, max(block.start, match.start() - _WINDOW), match.start())
    word = word_match.group() if word_match else ""
    if not match["space"]:
        return _glued(word, match, after)
    if mark[-1] in "!?":
        return not (close and _SAYING.match(text, match.end(), min(block.end, match.end() + 120)))
    if len(mark) > 1 or mark == "…":
        return by_parse
    lower = word.lower()
    if close and not (lower in _TITLES or len(word) == 1):
        return True
    if lower in _TITLES or (lower == "no" and follow.isdigit()):
        return False
    if lower in _OPEN_ENDED or "." in word:
        if follow.isdigit() and lower in _OPEN_ENDED:
            return by_parse and lower in ("a.m", "p.m", "etc")
        if lower in ("a.m", "p.m") and text[match.end() : match.end() + 4].rstrip(" .,;)").lower() in _ZONES:
            return False
        alone = match.start() - len(word) == last
        return not (strict or alone) and (by_parse or (function and follow.isupper() and not close))
    if len(word) == 1 and word.isalpha():
        return by_parse and function and not strict
    # "1. The first point" is one sentence.
    return not (word.isdigit() and len(word) < 3 and match.start() - len(word) == block.start)


def _glued(word: str, match: re.Match[str], after: str) -> bool:
    """Whether a sentence ends at a mark that has no space behind it ("done.Next"), as opposed to a name or a number."""
    if len(match["mark"]) > 1 and "." in match["mark"]:
        return False
    if match["close"] or match["open"]:
        return (
            len(word) > 1 and match["next"].isupper() and not match["close"].startswith(("'", "’", ")", "]"))
        )
    return (
        len(word) > 2
        and word.isalpha()
        and word[1:].islower()
        and match["next"].isupper()
        and after[1:].islower()
    )


def _tidy(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces without white space around them; one without a letter or digit goes to its neighbour."""
    found: list[tuple[int, int]] = []
    pending: int | None = None
    for start, end in pieces:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start >= end:
            continue
        if not any(map(str.isalnum, text[start:end])):
            if found:
                found[-1] = (found[-1][0], end)
            elif pending is None:
                pending = start
            continue
        found.append((start if pending is None else pending, end))
        pending = None
    if pending is not None:
        found.append((pending, pieces[-1][1]))
    return found
