"""Whether the words around an expression of time tell of what was or of what is to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from ..wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Tense = Literal["past", "present", "future"]

_COMING = word_set(
    "scheduled due slated set planned expected poised bound upcoming forthcoming coming pending planning ready"
)
"""Words that put what they stand with into the future."""

_INTENDING = word_set(
    "plan expect intend hope aim schedule slate set prepare promise vow pledge threaten agree propose want project be go"
)
"""Verbs whose "to …" is still to come, whatever their own tense."""

_MOVING = word_set(
    "move postpone delay extend push reschedule defer schedule adjourn bring put set slate confirm book plan reserve"
)
"""Verbs that give something a new time: "moved to July"."""

_HINDERING = word_set("stop prevent block keep bar prohibit delay consider plan propose")
"""Verbs whose "from doing" or "doing" is not yet done."""

_SAYING = word_set(
    "say tell report write state announce add note claim warn cite confirm declare argue explain quote show find"
)
_AHEAD = re.compile(
    r"\b(?:ahead of|in advance of|upcoming|forthcoming|run-up to|in time for)\b[^.;:!?]{0,50}$", re.IGNORECASE
)
_FAR = 40
"""More steps up a parse tree than any sentence of prose has."""


def tense_of(span: Span, text: str) -> tuple[Tense | None, bool]:
    """The tense of the clause of `text` that holds `span`, None without a verb; and whether it hangs on the verb itself."""
    token = span.root
    if _AHEAD.search(text, max(0, span.start_char - 90), span.start_char):
        return "future", True
    through_noun = False
    for _ in range(_FAR):
        found = _cue(token)
        if found:
            return found, True
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound"):
            tense, borrowed = _verb(token)
            return tense, not (through_noun or borrowed)
        if token.head.i == token.i:
            break
        token = token.head
        through_noun = through_noun or token.pos_ in ("NOUN", "PROPN")
    return _stray(span), False


def _cue(token: Token) -> Tense | None:
    """A word that settles it between the date and its verb: "due on Thursday", "the planned talks"."""
    if (
        token.dep_ == "prep"
        and token.lower_ in ("to", "until", "till", "for", "through")
        and token.head.lemma_ in _MOVING
    ):
        return "future"
    if token.tag_ in ("VBN", "JJ", "VBG") and token.lower_ in _COMING:
        return "future"
    if token.pos_ in ("NOUN", "PROPN") and any(
        child.lower_ in _COMING and child.dep_ == "amod" for child in token.lefts
    ):
        return "future"
    return None


def _verb(verb: Token) -> tuple[Tense, bool]:
    """The tense of a verb with its auxiliaries, and whether it is borrowed.

    An infinitive or participle borrows the tense of the verb that it hangs on, unless that puts it into the future.
    """
    for step in range(_FAR):
        found = _finite(verb)
        if found:
            return found, step > 0
        infinitive = any(child.tag_ == "TO" for child in verb.lefts)
        above = verb.head
        while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
            if infinitive and above.lower_ in _COMING:
                return "future", False
            above = above.head
        if infinitive:
            if any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.lefts):
                return "past", False
            if above.i == verb.i or above.lemma_ in _INTENDING or above.pos_ not in ("VERB", "AUX"):
                return "future", False
        if verb.dep_ == "pcomp" and above.lemma_ in _HINDERING:
            return "future", False
        if verb.tag_ == "VBN" and verb.dep_ == "acl":
            return "past", False
        if above.i == verb.i or above.pos_ not in ("VERB", "AUX"):
            return ("past" if verb.tag_ == "VBN" else "present"), True
        verb = above
    return "present", True


def _finite(verb: Token) -> Tense | None:
    """The tense that a verb's own form and auxiliaries show, or None for infinitives and participles."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lemmas = {child.lemma_ for child in auxiliaries}
    tags = {child.tag_ for child in auxiliaries}
    if "MD" in tags:
        return "past" if "have" in lemmas else "future"
    if "TO" in tags:
        return None
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.lefts):
        # "if he won on Nov. 8"
        return "future"
    if tags & {"VBD"} or "have" in lemmas or verb.tag_ == "VBD":
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "future" if verb.tag_ == "VBG" else "past" if verb.tag_ == "VBN" else "present"
    if verb.tag_ in ("VBZ", "VBP"):
        if any(child.lower_ in _COMING and child.dep_ in ("acomp", "attr") for child in verb.rights):
            return "future"
        return "past" if verb.lemma_ in _SAYING else "present"
    if verb.tag_ == "VB" and verb.dep_ in ("ROOT", "conj", "ccomp"):
        return "future"
    return None


def _stray(span: Span) -> Tense | None:
    """The tense of a sentence whose parse does not join the date to a verb, by its first finite verb."""
    for token in span.sent[:200]:
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return "future" if token.tag_ == "MD" else "past" if token.tag_ == "VBD" else "present"
    return None
