"""Whether the words around an expression of time tell of what was or of what is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Tense = Literal["past", "present", "future"]

_COMING = words(
    "scheduled due slated set planned expected poised bound upcoming forthcoming coming pending planning "
    "ready"
)
"""Words that put what they stand with into the future."""

_SAYING = words(
    "say tell report write state announce add note claim warn cite confirm declare argue explain quote"
)


def tense_of(span: Span) -> Tense | None:
    """The tense of the clause that `span` stands in; None where there is no verb."""
    token = span.root
    for _ in range(40):
        found = _cue(token)
        if found:
            return found
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound"):
            return _verb(token)
        if token.head.i == token.i:
            break
        token = token.head
    return _stray(span)


def _cue(token: Token) -> Tense | None:
    """A word that settles it between the date and its verb: "ahead of Thursday's meeting", "the upcoming talks"."""
    if token.dep_ in ("prep", "mark", "advmod") and token.lower_ in ("ahead", "until", "till", "by"):
        return None if _past_around(token) else "future"
    if token.dep_ == "pcomp" or (token.tag_ in ("VBN", "JJ", "VBG") and token.lower_ in _COMING):
        return "future" if token.lower_ in _COMING else None
    if token.pos_ in ("NOUN", "PROPN") and any(
        child.lower_ in _COMING for child in token.children if child.dep_ == "amod"
    ):
        return "future"
    return None


def _past_around(token: Token) -> bool:
    head = token.head
    return head.tag_ in ("VBD", "VBN") and head.pos_ == "VERB" and token.lower_ not in ("ahead",)


def _verb(verb: Token) -> Tense:
    """The tense of a verb with its auxiliaries; a verb without one borrows that of the verb it hangs on."""
    for _ in range(20):
        found = _finite(verb)
        if found:
            return found
        above = verb.head
        if above.i == verb.i:
            return "present"
        if any(child.lower_ == "to" and child.pos_ == "PART" for child in verb.children):
            if any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children):
                return "past"
            return "future"
        while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
            if above.lower_ in _COMING:
                return "future"
            above = above.head
        if above.pos_ not in ("VERB", "AUX"):
            return "past" if verb.tag_ == "VBN" else "present"
        if verb.tag_ == "VBN" and verb.dep_ == "acl":
            return "future" if verb.lower_ in _COMING else "past"
        verb = above
    return "present"


def _finite(verb: Token) -> Tense | None:
    """The tense that a verb's own form and auxiliaries show, or None for infinitives and participles."""
    if verb.lower_ in _COMING and verb.tag_ in ("VBN", "VBD") and verb.pos_ == "VERB":
        return "future"
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    lemmas = {child.lemma_ for child in helpers}
    if any(child.tag_ == "MD" for child in helpers):
        return "past" if "have" in lemmas or (words & {"'d"} and verb.tag_ == "VBD") else "future"
    if words & {"will", "shall", "wo", "'ll", "’ll"}:
        return "future"
    if any(child.tag_ == "VBD" for child in helpers) or "have" in lemmas:
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    if any(child.tag_ in ("VBZ", "VBP") for child in helpers):
        if verb.tag_ == "VBG":
            return "future"
        return "past" if verb.tag_ == "VBN" and verb.lower_ not in _COMING else "present"
    if verb.tag_ in ("VBZ", "VBP"):
        if any(child.lower_ in _COMING and child.dep_ in ("acomp", "attr") for child in verb.children):
            return "future"
        return "past" if verb.lemma_ in _SAYING else "present"
    if verb.tag_ == "VB" and verb.dep_ in ("ROOT", "conj", "ccomp") and not helpers:
        return "future"
    return None


def _stray(span: Span) -> Tense | None:
    """The tense of a sentence whose parse does not join the date to a verb, by its first finite verb."""
    for token in span.sent:
        if token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return "future" if token.tag_ == "MD" else "past" if token.tag_ == "VBD" else "present"
    return None
