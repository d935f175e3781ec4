"""What a figure counts or measures, whose it is, and which way it moves: read from the parse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..wordset import word_set
from .clause import DOWN, PRONOUNS, UP, direction_of, holds, subject_of, verb_above
from .phrases import SUBJECTS, kernel, limited, predicate, prepositional, short_name, text_of
from .quantity import Quantity
from .tokens import NOUN_TAGS, Tokens, root_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = word_set("nummod compound amod nmod quantmod det npadvmod predet")
_TIME_NOUNS = word_set("year month week day quarter")
_TIED = _MODIFIERS - {"npadvmod"}
_BETWEEN_TAGS = frozenset({"IN", "TO", "VBD", "VBZ", "VBP", ",", ":", "-RRB-"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH"})
_TIME_WORDS = frozenset({"last", "next", "this"})
_TIME_BEFORE = word_set("for last past next previous every within after before first following coming recent")
_TIME_AFTER = word_set("ago later earlier before after from since into old apart")
_PURPOSES = word_set("for in on to from against toward towards off")
_BEING = word_set("be remain stay stand total reach hit average cost weigh measure last exceed")
_POINTING = frozenset({"WDT", "WP", "PRP"})
_WHEN = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class Sense:
    """What the parse tells of a quantity. `noun` is the counted thing in the singular, with its compound words."""

    noun: str | None = None
    measure: str | None = None
    subject: str | None = None
    change: Literal["up", "down"] | None = None


def sense_of(quantity: Quantity, tokens: Tokens, taken: frozenset[int]) -> Sense:
    """The counted noun, measure, subject and direction of a quantity.

    `taken` are the indices of all tokens that are part of a quantity: no quantity measures another.
    """
    root = root_of(tokens.within(quantity.number.start, quantity.end))
    if root is None:
        return Sense()
    own = {token.i for token in tokens.within(quantity.start, quantity.end)}
    counted = _counted(quantity, tokens, root)
    anchor = root if counted is None else counted
    noun = _noun_name(counted, root) if counted is not None and quantity.unit is None else None
    verb = verb_above(anchor)
    measure = _of_phrase(quantity, tokens) or (None if counted is None else _phrase(counted, own))
    if measure is None and quantity.kind == "duration" and _is_adverbial(quantity, tokens):
        measure = predicate(verb, min(own)) if verb is not None else None
    elif measure is None:
        measure = _by_relation(anchor, verb, own, taken)
    return Sense(noun, measure, subject_of(anchor, verb), direction_of(quantity, verb, root, tokens))


def _is_adverbial(quantity: Quantity, tokens: Tokens) -> bool:
    """A stretch of time that only tells when or how long ("two weeks ago", "for eight years")."""
    before, after = tokens.before(quantity.start), tokens.after(quantity.end)
    leads = before is not None and before.lower_ in _TIME_BEFORE
    return leads or (after is not None and after.lower_ in _TIME_AFTER)


def _counted(quantity: Quantity, tokens: Tokens, root: Token) -> Token | None:
    """The noun that is counted or modified: "elements" in "17 rare elements", "contract" in "a $5 million contract"."""
    following = tokens.after(quantity.end)
    if quantity.unit is None and following is not None and following.lower_ == "of":
        for child in _objects(following):
            if child.tag_ in NOUN_TAGS:
                return child
    if following is not None and following.lower_ == "times" and quantity.unit is None:
        return following  # "6.5 times earnings"
    head = root.head
    if (
        head.i > root.i
        and not (quantity.unit is not None and head.lower_ in _TIME_NOUNS)
        and head.tag_ in NOUN_TAGS
        and head.is_alpha
        and (
            root.dep_ in (_MODIFIERS if quantity.unit is None or quantity.hyphen else _TIED)
            or quantity.number.form == "fraction"
        )
    ):
        between = root.doc[root.i + 1 : head.i]
        if quantity.hyphen or all(
            token.tag_ not in _BETWEEN_TAGS or token.nbor().tag_ == "HYPH" for token in between
        ):
            return head
    if quantity.unit is not None and not quantity.hyphen and quantity.kind != "money":
        return None
    last = None
    for _ in range(6):
        if following is None or (
            following.tag_ not in NOUN_TAGS and (last is not None or quantity.unit is not None)
        ):
            break
        if following.tag_ in NOUN_TAGS:
            last = following
        elif following.tag_ not in _BEFORE_NOUN or following.lower_ in _TIME_WORDS:
            break
        following = None if following.is_sent_end or following.i + 1 >= len(root.doc) else following.nbor()
    return last


def _noun_name(noun: Token, root: Token) -> str:
    names = [_singular(noun)]
    index = noun.i - 1
    while index > root.i and len(names) < 3:
        token = noun.doc[index]
        if token.dep_ != "compound" or token.tag_ not in NOUN_TAGS or token.nbor(-1).tag_ == "HYPH":
            break
        names.insert(0, token.text.lower())
        index -= 1
    return " ".join(names)


def _singular(noun: Token) -> str:
    if noun.tag_ in ("NN", "NNS"):
        return noun.lemma_.lower()
    name = noun.text.lower()
    return name[:-1] if noun.tag_ == "NNPS" and name.endswith("s") else name


def _of_phrase(quantity: Quantity, tokens: Tokens) -> str | None:
    of = tokens.after(quantity.end)
    if of is not None and of.is_quote:
        of = tokens.after(of.idx + len(of))
    if of is None or of.lower_ != "of" or of.idx - quantity.end > 3:
        return None
    objects = _objects(of)
    if objects and objects[0].tag_ in _POINTING:
        return None  # "two thirds of which", "half of them"
    phrase = limited(
        [of, *prepositional(of)] if of.n_rights else [*of.doc[of.i : objects[0].i + 1]] if objects else []
    )
    return text_of(phrase) if len(phrase) > 1 else None


def _objects(of: Token) -> list[Token]:
    """What "of" governs; where the parser took it for part of the number ("85 of 154 meetings"), the next noun."""
    if found := [child for child in of.children if child.dep_ == "pobj"]:
        return found
    for token in of.doc[of.i + 1 : of.i + 6]:
        if token.tag_ in NOUN_TAGS:
            return [token.head if token.dep_ == "compound" and token.head.i > token.i else token]
        if token.tag_ not in _BEFORE_NOUN and token.tag_ not in ("DT", "PRP$"):
            break
    return []


def _phrase(noun: Token, own: set[int]) -> str | None:
    """The noun phrase of a counted noun, from behind the number on."""
    if (
        noun.lower_ == "times"
        and (after := noun.nbor() if noun.i + 1 < len(noun.doc) else noun).tag_ in NOUN_TAGS
    ):
        noun = (
            after.head if after.dep_ == "compound" and after.head.i > after.i else after
        )  # "6 times earnings"
    elif noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.tag_ in NOUN_TAGS:
        noun = noun.head  # "a 12 page document"
    begin = max(own, default=-1)
    found = [token for token in kernel(noun) if token.i > begin]
    while found and (found[0].is_punct or found[0].lower_ in ("of", "the", "a", "an")):
        found.pop(0)
    return None if not found or found[0].tag_ == "CC" else text_of(limited(found))


def _by_relation(token: Token, verb: Token | None, own: set[int], taken: frozenset[int]) -> str | None:
    """What a quantity measures by its place in the clause, where no noun is right beside it."""
    first = min(own)
    aside = _aside(token, taken)
    head = token.head
    while head.i in own and head.head.i != head.i:
        token, head = head, head.head
    if head.tag_ in ("JJ", "VBN") and head.dep_ in ("amod", "acl", "relcl"):
        token, head = head, head.head  # "a grant worth $5"
    above = head.head if head.dep_ == "prep" and token.dep_ in ("pobj", "pcomp") else head
    if above.tag_ in NOUN_TAGS and above.is_alpha and above.i not in own | taken:
        if token.dep_ == "appos":
            return short_name(above)
        if above.i < first:
            phrase = [
                item for item in kernel(above) if item.i < min(first, head.i + 1) and item.i not in taken
            ]
            run = limited([item for item in phrase if item.i != head.i or item.i == above.i])
            return text_of(run) if any(item.tag_ in NOUN_TAGS for item in run) else None
    if verb is None:
        return aside
    moves = verb.lemma_.lower() in UP | DOWN | _BEING
    return (
        ((_moved(verb, own | taken) or _subject_phrase(token, verb, own, taken)) if moves else None)
        or aside
        or _around_verb(token, verb, own, taken)
    )


def _aside(token: Token, taken: frozenset[int]) -> str | None:
    """What an amount is for or in, by a preposition of its own ("$5 off a ticket", "$1 billion in gains")."""
    for child in token.children:
        if child.dep_ == "prep" and child.i > token.i and child.lower_ in _PURPOSES:
            return _purpose(child, taken)
    return None


def _purpose(preposition: Token, taken: frozenset[int]) -> str | None:
    objects = [item for item in preposition.children if item.dep_ == "pobj"]
    if (
        not objects
        or objects[0].ent_type_ in _WHEN
        or objects[0].tag_ not in NOUN_TAGS
        or objects[0].i in taken
    ):
        return None
    return text_of(limited([preposition, *prepositional(preposition)]))


def _moved(verb: Token, taken: set[int]) -> str | None:
    """The object that somebody moves: "the rate" in "the law cut the rate to 21%"."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.tag_ in NOUN_TAGS and child.is_alpha and child.i not in taken:
            return text_of(limited([item for item in kernel(child) if item.i not in taken]))
    return None


def _subject_phrase(token: Token, verb: Token, own: set[int], taken: frozenset[int]) -> str | None:
    for child in verb.children:
        bare = child.tag_ in PRONOUNS and child.n_rights == 0
        if child.dep_ in SUBJECTS and not bare and not holds(child, token):
            found = [item for item in kernel(child) if item.i <= verb.i and item.i not in own]
            after = max((item.i for item in found if item.i in taken), default=-1)  # "1,000 people": people
            return text_of(limited([item for item in found if item.i > after]))
    return None


def _around_verb(token: Token, verb: Token, own: set[int], taken: frozenset[int]) -> str | None:
    if found := _subject_phrase(token, verb, own, taken):
        return found
    for child in verb.children:
        if (
            child.dep_ == "prep"
            and child.i > token.i
            and child.lower_ in _PURPOSES
            and (found := _purpose(child, taken))
        ):
            return found
    return None
