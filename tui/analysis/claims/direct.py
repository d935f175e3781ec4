"""Statements in quotation marks: who is named beside the marks, or was speaking before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..wordset import word_set
from .cues import quotes
from .parts import Found, Page, end_of, letters
from .phrases import phrase_span
from .quotes import Quote
from .tags import Tag, is_bare, lead_in, tag_after

_SENTENCE_START = re.compile(r"[.!?…][”\"’')\]]*\s+(?=[“\"‘'`(\[]{0,2}[A-Z0-9])")
_SENTENCE_END = re.compile(r"[.!?…](?=[\s”\"’']|$)")
_INNER_MARKS = " ’'”\""
_LONG = 7
_TERM = 3
"""Spaces in quoted words that are no mere term."""
_LINKS = frozenset({"But", "And", "So", "Yet", "•"})
_DASHES = ("-", "–", "—")
_NO_LEAD = frozenset({"a", "an", "the", "of", "as", "that"})


@dataclass(frozen=True)
class _Setting:
    """A quotation with the words of its paragraph between its neighbours.

    `start` is where its sentence starts, `lead` what stands there before it, `after` what follows up to the next
    quotation, which starts at `ceiling`; `last` is its last mark of punctuation or letter.
    """

    quote: Quote
    start: int
    lead: str
    inner: str
    after: str
    last: str
    ceiling: int

    @property
    def opens(self) -> bool:
        """Whether the quotation starts a sentence."""
        return not self.lead or self.lead in _LINKS or self.lead[-1:] in _DASHES

    @property
    def is_sentence(self) -> bool:
        """Whether the quoted words look like a sentence rather than a name or a term."""
        return self.last in ".!?…" or self.inner.count(" ") >= _TERM

    @property
    def is_whole(self) -> bool:
        """Whether the quotation is a sentence by itself."""
        if " " not in self.inner or not self.opens:
            return False
        if self.last in ".!?…" or self.quote.continued or not self.after.strip():
            return True
        return self.inner[:1].isupper() and self.inner.count(" ") >= _LONG


def find_direct(page: Page) -> list[Found]:
    """The quotations that are statements of their own, with the speaker where one is named beside them.

    A quotation inside a clause is left to the parse of that clause. A quotation without a cue continues the
    statement before it (`inherits`), when it holds a whole sentence.
    """
    found = []
    for index, quote in enumerate(page.quotes):
        claim = _claim(page, _setting(page, index))
        if quote.continues and (claim is None or claim.inherits):
            claim = Found(quote.start, quote.end, "said", quoted=True, inherits=True, continues=True)
        if claim is not None:
            found.append(claim)
    return found


def _setting(page: Page, index: int) -> _Setting:
    quote, text = page.quotes[index], page.text
    block = page.parsed.article.blocks[quote.block]
    before = page.quotes[index - 1] if index else None
    after = page.quotes[index + 1] if index + 1 < len(page.quotes) else None
    floor = before.end if before is not None and before.block == quote.block else block.start
    ceiling = after.start if after is not None and after.block == quote.block else block.end
    start = _sentence_start(text, floor, quote.start)
    inner = text[quote.inner_start : quote.inner_end].rstrip()
    return _Setting(
        quote,
        start,
        text[start : quote.start].strip(),
        inner,
        text[quote.end : ceiling],
        inner.rstrip(_INNER_MARKS)[-1:] or " ",
        ceiling,
    )


def _claim(page: Page, setting: _Setting) -> Found | None:
    quote, lead = setting.quote, setting.lead
    own = lead_in(page, setting.start, quote.start) if lead else None
    if setting.last in ",!?-–—…" or setting.after[:1] == ",":
        tag = tag_after(page, quote.end, setting.ceiling)
        if tag is not None and (setting.opens or is_bare(page, quote.end, tag)):
            if setting.opens:
                return _with(quote.start, quote.end, tag)
            if own is not None and lead[-1] in ",:":
                return _with(quote.start, quote.end, own)
            return _with(setting.start, quote.end, tag)
    if own is not None and letters(page.text, quote.start, quote.end) > 3:
        beside = page.text[end_of(own[1]) : quote.start].strip(" ,:") == ""
        told = quotes(page.lemmas[own[1].i]) or own[1].lower_ == "according" or setting.is_sentence
        if (lead[-1] in ",:" and told) or (
            beside and setting.inner[:1].isupper() and lead.split()[-1].lower() not in _NO_LEAD
        ):
            return _with(quote.start, quote.end, own)
    if setting.opens and (partial := _begun(page, setting)) is not None:
        return partial
    if setting.is_whole:
        if (heading := _lead_above(page, quote)) is not None:
            return _with(quote.start, quote.end, heading)
        if setting.last in "!?." and setting.after[1:2].islower():
            tag = tag_after(page, quote.end, setting.ceiling)
            if tag is not None:
                return _with(quote.start, quote.end, tag)
        return Found(quote.start, quote.end, "said", quoted=True, inherits=True)
    return None


def _begun(page: Page, setting: _Setting) -> Found | None:
    """ "Quoted words" that the reporter's words finish, with a tag at the end of the sentence."""
    quote = setting.quote
    if setting.last in ".!?…," or setting.after[:2].strip()[:1] in {"", ",", "."}:
        return None
    stop = _SENTENCE_END.search(page.text, quote.end, setting.ceiling)
    end = stop.start() if stop else setting.ceiling
    comma = page.text.rfind(",", quote.end, end)
    if comma < 0:
        return None
    tag = tag_after(page, comma + 1, end)
    if tag is None or not is_bare(page, comma + 1, tag):
        return None
    return _with(quote.start, comma, tag)


def _lead_above(page: Page, quote: Quote) -> Tag | None:
    """ "X said:" at the end of the paragraph before."""
    blocks = page.parsed.article.blocks
    if not quote.block or quote.start - blocks[quote.block].start > 1:
        return None
    above = blocks[quote.block - 1]
    if page.text[above.end - 1] != ":":
        return None
    return lead_in(page, _sentence_start(page.text, above.start, above.end), above.end)


def _with(start: int, end: int, tag: Tag) -> Found:
    speaker, cue, stance = tag
    return Found(
        start,
        end,
        stance,
        phrase_span(speaker) if speaker is not None else None,
        speaker.idx if speaker is not None else None,
        (cue.idx, end_of(cue)),
        quoted=True,
    )


def _sentence_start(text: str, floor: int, at: int) -> int:
    """Where the sentence that runs up to `at` begins, not before `floor`."""
    start = floor
    for match in _SENTENCE_START.finditer(text, max(floor, at - 600), at + 4):
        word = text[max(floor, match.start() - 4) : match.start()].split(" ")[-1]
        if text[match.start()] == "." and word in _ABBREVIATIONS:
            continue
        if match.end() <= at:
            start = match.end()
    while start < at and text[start] in " \t\n.,;!?":
        start += 1
    return start


_ABBREVIATIONS = word_set(
    "Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Sgt St Jr Sr U.S U.K U.N v vs No Rev Hon Prof Jan Feb Mar Apr Jun Jul Aug Sep",
    "Sept Oct Nov Dec Inc Corp Co Ltd J D R C A B M W H S P",
)
