"""The words beside a quotation that attribute it: "he said on Monday" after it, "X said:" before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .cues import CLAUSE, MANNER, Stance, quotes, stance_of
from .parts import Page, end_of
from .phrases import NOMINALS, first_nominal, noun_head, speaks, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 40
_COPULAS = frozenset({"be", "have", "do"})
VERBS = frozenset({"VERB", "AUX"})
_OPENERS = ("“", '"', "‘", "«", "„", "``", "''")

Tag = tuple["Token | None", "Token", "Stance"]
"""The head word of the speaker, the cue, and its stance."""


def tag_after(page: Page, start: int, ceiling: int) -> Tag | None:
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


def _tag_in(page: Page, window: Sequence[Token]) -> Tag | None:
    lemmas = page.lemmas
    for position, token in enumerate(window):
        if token.pos_ not in VERBS and not (token.tag_.startswith("VB")):
            continue
        lemma = lemmas[token.i]
        if lemma in _COPULAS or (
            token.dep_ in {"relcl", "acl", "aux", "auxpass"} and position > 0 and not quotes(lemma)
        ):
            continue
        if token.dep_ in {"amod", "compound"}:
            continue
        if token.dep_ in {"relcl", "acl"} and window[position - 1].lower_ in {"who", "which", "that"}:
            continue
        known = quotes(lemma)
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
        if token.pos_ in NOMINALS:
            return noun_head(token, before=window[-1].i + 1)
        if token.pos_ == "VERB" and token.dep_ != "amod":
            return None
    return None


def _nominal_after(window: Sequence[Token]) -> Token | None:
    for position, token in enumerate(window[:8]):
        if token.pos_ in NOMINALS:
            return noun_head(token)
        if position and token.pos_ in {"ADP", "VERB", "PUNCT"}:
            return None
    return None


def lead_in(page: Page, start: int, end: int) -> Tag | None:
    """ "X said:" before a quotation."""
    first, last = page.token_from(start), page.token_from(end)
    window = [token for token in page.tokens[first:last] if not token.is_space]
    lemmas = page.lemmas
    for token in reversed(window):
        lemma = lemmas[token.i]
        if (token.pos_ == "VERB" or token.tag_.startswith("VB")) and (quotes(lemma)):
            speaker = subject_of(token)
            if speaker is not None and speaker.idx >= end:
                speaker = None
            return speaker, token, stance_of(lemma)
        if token.lower_ == "according":
            to = token.i + 2
            return first_nominal(page.tokens[to : to + 8]), token, "according to"
    if window and window[-1].text == ":":
        if len(window) <= 7:
            head = first_nominal(window)
            if head is not None and all(
                t.pos_ in {"PROPN", "NOUN", "DET", "ADJ", "PUNCT", "ADP"} or t.tag_ == "PRP$" for t in window
            ):
                return head, window[-1], "said"
        verb = next((t for t in reversed(window) if t.pos_ == "VERB"), None)
        if verb is not None:
            speaker = subject_of(verb)
            return speaker, verb, "said"
    return None


def is_bare(page: Page, start: int, tag: Tag) -> bool:
    """Whether the words after a quotation only attribute it: they start with the speaker or the cue, and the cue
    says nothing of its own."""
    _, cue, _ = tag
    lemma = page.lemmas[cue.i]
    if lemma not in CLAUSE and lemma not in MANNER and cue.lower_ != "according":
        return False
    if any(
        child.i > cue.i and child.dep_ in {"ccomp", "xcomp", "dobj"} and child.pos_ != "PROPN"
        for child in cue.children
    ):
        return False
    follows = page.text[end_of(cue) :][:3].lstrip(" ,:")
    if follows.startswith(_OPENERS):
        return False
    first = next((t for t in page.tokens[page.token_from(start) :] if not (t.is_punct or t.is_space)), cue)
    return first.pos_ not in {"SCONJ", "CCONJ", "ADP"} or first == cue
