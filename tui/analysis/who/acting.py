"""Whether a named place or group does something in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import CARES, PARTNER, POLITICAL, SPEAK, STATES, WILLING

if TYPE_CHECKING:
    from spacy.tokens import Token


_LONGEST_LIST = 30
"""Names of a list that are looked through; longer lists are no sentences."""


def acts(token: Token) -> bool:
    """Whether what `token` names acts: it does or says something, owns a decision, or is a party to an agreement."""
    token = _first_of_list(token)
    dep, head = token.dep_, token.head
    if dep == "nsubj":
        return head.pos_ in ("VERB", "AUX") and (head.lemma_ not in STATES or _is_deed(head))
    if dep == "agent" or (dep == "pobj" and head.dep_ == "agent"):
        return True
    if dep == "nsubjpass":
        return False
    if dep in ("poss", "compound", "amod", "nmod"):
        return head.lemma_.lower() in POLITICAL
    if dep == "pobj" and head.lower_ == "for" and head.head.lemma_ in CARES:
        return True
    if dep == "pobj" and head.lower_ in ("with", "between", "from", "by"):
        return head.head.lemma_.lower() in PARTNER or head.lower_ == "by"
    return False


def _first_of_list(token: Token) -> Token:
    """The first of the things joined by "and" of which `token` is one: it shows what all of them do."""
    for _ in range(_LONGEST_LIST):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def _is_deed(verb: Token) -> bool:
    """A form of "be" or "have" that tells of a deed: with a participle, an adjective of will, or "to do"."""
    return any(child.dep_ in ("acomp", "xcomp") and child.lemma_ in WILLING for child in verb.children)


def speaks(token: Token) -> bool:
    """Whether what `token` names is the one who says something, by the verb or by "according to"."""
    token = _first_of_list(token)
    if token.dep_ == "nsubj":
        return token.head.lemma_.lower() in SPEAK
    return (
        token.dep_ == "pobj"
        and token.head.lower_ == "to"
        and token.head.i > 0
        and token.nbor(token.head.i - token.i - 1).lower_ == "according"
    )
