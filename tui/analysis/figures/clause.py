"""The clause that a figure stands in: its verb, its subject, and which way the figure moves."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal

from ..wordset import word_set
from .phrases import SUBJECTS, branch, short_name
from .quantity import Quantity
from .tokens import NOUN_TAGS, Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

UP = word_set("""
    rise increase grow climb jump surge soar gain add advance up expand swell double triple quadruple accelerate improve
    raise boost lift hike leap rally widen higher strengthen spike
""")
DOWN = word_set("""
    fall drop decline decrease shrink lose slip slide plunge tumble down sink slump shed contract cut reduce lower dip
    ease narrow retreat plummet slow weaken slash trim halve collapse dwindle
""")
PRONOUNS = frozenset({"PRP", "EX", "WDT", "WP", "DT"})


def verb_above(token: Token) -> Token | None:
    """The nearest verb that governs a token, or the token itself where it is the verb of its sentence."""
    for _ in range(12):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


def subject_of(token: Token, verb: Token | None) -> str | None:
    """The subject of the clause that the figure stands in, or of the clause above where that has none."""
    if verb is not None and _stands_apart(token, verb):
        return None
    for _ in range(5):
        if verb is None:
            return None
        for child in verb.children:
            if child.dep_ in SUBJECTS and not holds(child, token):
                if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                    return short_name(verb.head)
                return None if child.tag_ in PRONOUNS and child.n_rights == 0 else short_name(child)
        if verb.dep_ in ("relcl", "acl") and verb.head.tag_ in NOUN_TAGS:
            return short_name(verb.head) if verb.head.i != token.i else None
        verb = None if verb.head.i == verb.i else verb_above(verb)
    return None


def _stands_apart(token: Token, verb: Token) -> bool:
    """Whether a figure is in a phrase that names another owner ("With 60% of it in Chile's hands, Peru …")."""
    for above in islice(token.ancestors, 40):
        if above.i == verb.i:
            return False
        if above.lower_ == "with" and above.i < verb.i:
            return any(
                item.dep_ == "poss" and item.tag_ in NOUN_TAGS and item.i > token.i for item in branch(above)
            )
    return False


def holds(phrase: Token, token: Token) -> bool:
    """Whether a token stands in the phrase that hangs from another."""
    return phrase.i == token.i or phrase.is_ancestor(token)


def direction_of(
    quantity: Quantity, verb: Token | None, root: Token, tokens: Tokens
) -> Literal["up", "down"] | None:
    """Which way the figure moves, by the word before it, its verb and the noun that it modifies ("a 7% increase")."""
    for token in (tokens.before(quantity.start), verb, root.head):
        lemma = token.lemma_.lower() if token is not None else ""
        if lemma in UP or lemma in DOWN:
            return "up" if lemma in UP else "down"
    for child in verb.children if verb is not None else ():
        if child.dep_ in ("prt", "advmod", "acomp") and child.lower_ in ("up", "down", "higher", "lower"):
            return "up" if child.lower_ in ("up", "higher") else "down"
    return None
