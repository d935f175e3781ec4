"""Statements in quotation marks: who is named beside the marks, or was speaking before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .cues import CLAUSE, NOUN_PHRASE, Stance, stance_of, words
from .parts import Found, Page, end_of, letters
from .phrases import first_nominal, phrase_span, speaks, subject_of
from .quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCE_START = re.compile(r"[.!?…][”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])")
_REACH = 40
_OPENERS = frozenset('“"‘«„')
_LONG = 7
_DASHES = ("-", "–", "—")
_COPULAS = frozenset({"be", "have", "do"})
_VERBS = frozenset({"VERB", "AUX"})


def find_direct(page: Page) -> list[Found]:
    """The quotations that are statements of their own, with the speaker where one is named beside them.

    A quotation inside a clause is left to the parse of that clause. A quotation without a cue continues the
    statement before it (`inherits`), when it holds a whole sentence.
    """
    found: list[Found] = []
    for index, quote in enumerate(page.quotes):
        if (claim := _claim(page, index, quote)) is not None:
            found.append(claim)
    return found


def _claim(page: Page, index: int, quote: Quote) -> Found | None:
    text = page.text
    block = page.parsed.article.blocks[quote.block]
    floor = (
        page.quotes[index - 1].end if index and page.quotes[index - 1].block == quote.block else block.start
    )
    following = page.quotes[index + 1] if index + 1 < len(page.quotes) else None
    ceiling = following.start if following is not None and following.block == quote.block else block.end
    sentence_start = _sentence_start(text, floor, quote.start)
    lead = text[sentence_start : quote.start].strip()
    inner = text[quote.inner_start : quote.inner_end].rstrip()
    after = text[quote.end : ceiling]
    ends_with = inner[-1:] or " "
    comma_after = after[:1] == ","
    if lead[-1:] in _DASHES:
        lead = ""
    opens = not lead or lead in {"But", "And", "So", "—", "–", "-", "•"}
    if quote.continues and quote.block:
        return Found(quote.start, quote.end, "said", quoted=True, inherits=True, continues=True)
    may_have_tag = ends_with in ",!?-–—…" or comma_after
    if (
        may_have_tag
        and (tag := _tag_after(page, quote.end, ceiling)) is not None
        and (opens or _is_bare(page, quote.end, tag))
    ):
        start = quote.start
        if not opens:
            if (own := _lead_in(page, sentence_start, quote)) is not None and lead[-1:] in ",:":
                return _with(quote, quote.start, own)
            start = sentence_start
        return _with(quote, start, tag)
    if lead and (lead[-1] in ",:" or inner[:1].isupper()) and letters(text, quote.start, quote.end) > 3:
        own = _lead_in(page, sentence_start, quote)
        if own is not None and (
            lead[-1] in ",:" or lead.split()[-1].lower() not in {"a", "an", "the", "of", "as", "that"}
        ):
            adjacent = page.text[own[1].idx + len(own[1].text) : quote.start].strip(" ,:") == ""
            if lead[-1] in ",:" or adjacent:
                return _with(quote, quote.start, own)
    whole = ends_with in ".!?…" or quote.continued or not after.strip()
    if opens and " " in inner and (whole or (inner[:1].isupper() and inner.count(" ") >= _LONG)):
        if (
            ends_with in "!?."
            and (tag := _tag_after(page, quote.end, ceiling)) is not None
            and after[1:2].islower()
        ):
            return _with(quote, quote.start, tag)
        return Found(quote.start, quote.end, "said", quoted=True, inherits=True)
    return None


def find_fragments(page: Page) -> Iterator[Found]:
    """Quoted words shortly after a cue: the claim runs from the words after the cue to the end of the quotation.

    For quotations that neither stand alone nor lie in a clause that the parse gives to a cue.
    """
    for quote in page.quotes:
        floor = page.parsed.article.blocks[quote.block].start
        last = page.token_from(quote.start)
        for token in reversed(page.tokens[max(0, last - 8) : last]):
            lemma = page.lemmas[token.i]
            if token.idx < floor or token.text in {".", ";", ":", "?", "!"} or token.dep_ in {"relcl"}:
                break
            if token.pos_ in _VERBS or token.tag_.startswith("VB"):
                if (lemma in CLAUSE or lemma in NOUN_PHRASE) and page.quote_at(token.idx) is None:
                    start, end = page.trim(end_of(token), quote.end)
                    if page.text[start : start + 5].lower() == "that ":
                        start += 5
                    yield replace(_with(quote, start, (subject_of(token), token, stance_of(lemma))), end=end)
                break


def _is_bare(page: Page, start: int, tag: _Tag) -> bool:
    """Whether the words after a quotation only attribute it: they start with the speaker or the cue, and the cue
    says nothing of its own."""
    _, cue, _ = tag
    if page.lemmas[cue.i] not in CLAUSE and cue.lower_ != "according":
        return False
    if any(
        child.i > cue.i and child.dep_ in {"ccomp", "xcomp", "dobj"} and child.pos_ != "PROPN"
        for child in cue.children
    ):
        return False
    follows = page.text[end_of(cue) :][:3].lstrip(" ,:")
    if follows[:1] in _OPENERS and follows[:1]:
        return False
    first = next((t for t in page.tokens[page.token_from(start) :] if not (t.is_punct or t.is_space)), cue)
    return first.pos_ not in {"SCONJ", "CCONJ", "ADP"} or first == cue


_Tag = tuple["Token | None", "Token", "Stance"]


def _with(quote: Quote, start: int, tag: _Tag) -> Found:
    speaker, cue, stance = tag
    return Found(
        start,
        quote.end,
        stance,
        phrase_span(speaker) if speaker is not None else None,
        speaker.idx if speaker is not None else None,
        (cue.idx, end_of(cue)),
        quoted=True,
    )


def _sentence_start(text: str, floor: int, at: int) -> int:
    """Where the sentence that runs up to `at` begins, not before `floor`."""
    start = floor
    for match in _SENTENCE_START.finditer(text, max(floor, at - 600), at + 2):
        word = text[max(floor, match.start() - 4) : match.start()].split(" ")[-1]
        if text[match.start()] == "." and word in _ABBREVIATIONS:
            continue
        if match.end() <= at:
            start = match.end()
    while start < at and text[start] in " \t\n.,;!?":
        start += 1
    return start


_ABBREVIATIONS = words(
    "Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Sgt St Jr Sr U.S U.K U.N v vs No Rev Hon Prof Jan Feb Mar Apr Jun Jul Aug Sep",
    "Sept Oct Nov Dec Inc Corp Co Ltd J D R C A B M W H S P",
)


def _tag_after(page: Page, start: int, ceiling: int) -> _Tag | None:
    """ "he said on Monday" after a quotation: the speaker's head, the cue, the stance."""
    tokens = page.tokens
    first = page.token_from(start)
    window: list[Token] = []
    for token in tokens[first : first + _REACH]:
        if token.idx >= ceiling or token.text in {".", ";", "?", "!"}:
            break
        window.append(token)
    while window and (window[0].is_punct or window[0].is_space):
        window.pop(0)
    if not window:
        return None
    if window[0].lower_ == "according":
        return first_nominal(window[2:]), window[0], "according to"
    return _tag_in(page, window)


def _tag_in(page: Page, window: Sequence[Token]) -> _Tag | None:
    lemmas = page.lemmas
    for position, token in enumerate(window):
        if token.pos_ not in _VERBS and not (token.tag_.startswith("VB")):
            continue
        lemma = lemmas[token.i]
        if lemma in _COPULAS or (
            token.dep_ in {"relcl", "acl", "aux", "auxpass"} and position > 0 and lemma not in CLAUSE
        ):
            continue
        if token.dep_ in {"relcl", "acl", "amod"} and window[position - 1].lower_ in {"who", "which", "that"}:
            continue
        known = lemma in CLAUSE or lemma in NOUN_PHRASE
        if not known and position > 3:
            return None
        before = _nominal_before(window[:position])
        if before is None:
            speaker = _nominal_after(window[position + 1 :])
            if speaker is None:
                return None
        else:
            subject = next(
                (c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"} and c in window), None
            )
            speaker = subject if subject is not None and speaks(subject) else before
        return speaker, token, stance_of(lemma)
    return None


def _nominal_before(window: Sequence[Token]) -> Token | None:
    """The head of the noun phrase with which a tag starts, or None when the verb comes first."""
    for token in window:
        if token.pos_ in {"PROPN", "NOUN", "PRON"}:
            head = token
            while (
                head.dep_ in {"compound", "poss", "nmod", "amod"}
                and head.head.i > head.i
                and head.head in window
            ):
                head = head.head
            return head
        if token.pos_ == "VERB":
            return None
    return None


def _nominal_after(window: Sequence[Token]) -> Token | None:
    for position, token in enumerate(window[:8]):
        if token.pos_ in {"PROPN", "NOUN", "PRON"}:
            head = token
            while head.dep_ in {"compound", "poss", "nmod", "amod"} and head.head.i > head.i:
                head = head.head
            return head
        if position and token.pos_ in {"ADP", "VERB", "PUNCT"}:
            return None
    return None


def _lead_in(page: Page, start: int, quote: Quote) -> _Tag | None:
    """ "X said:" before a quotation."""
    first, last = page.token_from(start), page.token_from(quote.start)
    window = [token for token in page.tokens[first:last] if not token.is_space]
    lemmas = page.lemmas
    for token in reversed(window):
        lemma = lemmas[token.i]
        if (token.pos_ == "VERB" or token.tag_.startswith("VB")) and (
            lemma in CLAUSE or lemma in NOUN_PHRASE
        ):
            speaker = subject_of(token)
            if speaker is not None and quote.start <= speaker.idx < quote.end:
                speaker = None
            return speaker, token, stance_of(lemma)
        if token.lower_ == "according":
            to = token.i + 2
            return first_nominal(page.tokens[to : to + 8]), token, "according to"
    if window and window[-1].text == ":":
        if len(window) <= 6:
            head = first_nominal(window)
            if head is not None and all(
                t.pos_ in {"PROPN", "NOUN", "DET", "ADJ", "PUNCT", "ADP"} for t in window
            ):
                return head, window[-1], "said"
        verb = next((t for t in reversed(window) if t.pos_ == "VERB"), None)
        if verb is not None:
            speaker = subject_of(verb)
            return speaker, verb, "said"
    return None
