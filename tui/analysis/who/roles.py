"""The posts and descriptions that an article gives to its actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..model import Mention
from .lexicon import BODIES, DESCRIBING, ENDS, HEADS, KEPT, PEOPLE, POSTS, THINGS
from .spans import Tokens
from .titles import ADDRESS, OFFICES, RANKS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_LONGEST = 15
"""Tokens of a post before a name that are looked through."""


class Found(NamedTuple):
    """A role of the mention with this index: offsets of its words, and the body it belongs to, as written."""

    mention: int
    start: int
    end: int
    organisation: str | None


_POSTS = frozenset(f"{RANKS}|{OFFICES}".lower().split("|")) | POSTS
_FORMS_OF_ADDRESS = frozenset(ADDRESS.lower().split("|")) - {"professor", "prof"}
_COMING = frozenset({"designate", "elect", "nominate"})
"""What follows a post with a hyphen, of one who does not yet hold it."""
_TO_WHOM = frozenset(
    {
        "adviser",
        "advisor",
        "aide",
        "ambassador",
        "assistant",
        "consul",
        "counsel",
        "counsellor",
        "counselor",
        "delegate",
    }
    | {"envoy", "heir", "liaison", "representative", "secretary", "successor"}
)
"""Posts after which "to" tells whom their holder serves, or where he or she is sent."""
_NO_POST = frozenset(f"{ADDRESS}|Rear|Vice|Deputy|Private".lower().split("|")) - {"lord", "professor", "prof"}


def find_roles(doc: Doc, text: str, mentions: Sequence[Mention], tokens: Tokens) -> Iterator[Found]:
    """The roles that the sentences give to the people and organisations among `mentions`."""
    covers = [tokens.cover(mention.start, mention.end) for mention in mentions]
    owner = {i: index for index, (first, last) in enumerate(covers) for i in range(first, last)}
    for index, mention in enumerate(mentions):
        if mention.label not in ("PERSON", "ORG"):
            continue
        nouns = _POSTS | PEOPLE if mention.label == "PERSON" else BODIES
        first, last = covers[index]
        root = tokens.root(mention.start, mention.end)
        reader = _Reader(doc, mentions, owner, index, nouns)
        yield from reader.before(first)
        yield from reader.apposition(root, first, last)
        if mention.label == "PERSON":
            yield from reader.after(root, last)
            yield from reader.copula(root)


class _Reader:
    """Reads the roles of one mention off the tokens around it."""

    def __init__(
        self, doc: Doc, mentions: Sequence[Mention], owner: dict[int, int], index: int, nouns: frozenset[str]
    ) -> None:
        self.doc, self.mentions, self.owner, self.index, self.nouns = doc, mentions, owner, index, nouns
        self.person = mentions[index].label == "PERSON"

    def label(self, i: int) -> str | None:
        return self.mentions[self.owner[i]].label if i in self.owner else None

    def found(self, first: int, last: int, organisation: str | None) -> Iterator[Found]:
        """The role over the tokens, unless nothing of it is left when punctuation is gone."""
        while first < last and (
            self.doc[first].is_punct
            or self.doc[first].pos_ == "ADV"
            or self.doc[first].dep_ in ("det", "predet", "poss")
        ):
            first += 1
        while first < last and (
            self.doc[last - 1].is_punct
            or self.doc[last - 1].is_space
            or self.doc[last - 1].pos_ in ("ADP", "CCONJ", "DET")
        ):
            last -= 1
        if first < last:
            end = self.doc[last - 1]
            yield Found(self.index, self.doc[first].idx, end.idx + len(end), organisation)

    def organisation(self, first: int, last: int, labels: tuple[str, ...] = ("ORG", "PLACE")) -> str | None:
        """The first organisation, else the first country or place, named in the tokens."""
        for wanted in labels:
            for i in range(first, last):
                if self.label(i) == wanted:
                    return self.mentions[self.owner[i]].text
        return None

    def is_post(self, token: Token) -> bool:
        return token.lower_ in self.nouns or token.lemma_.lower() in self.nouns

    def describes(self, noun: Token) -> bool:
        """Whether the head of an apposition is a word for somebody of this kind."""
        if noun.tag_ in ("NNS", "NNPS") or self.label(noun.i) in ("PERSON", "PLACE", "GROUP"):
            return False
        if self.is_post(noun):
            return noun.lower_ not in _NO_POST
        return (
            noun.pos_ == "NOUN"
            and self.person
            and noun.lower_.endswith(DESCRIBING)
            and noun.lower_ not in THINGS
        )

    def before(self, first: int) -> Iterator[Found]:
        """ "Post Name": the nouns and adjectives right before the name."""
        doc = self.doc
        last = first
        while last > 1 and doc[last - 1].lower_.strip(".") in _FORMS_OF_ADDRESS:
            last -= 1
        post = doc[last - 1] if last else None
        if post is not None and post.lower_ in _COMING and last > 2 and doc[last - 2].text == "-":
            post = doc[last - 3]
        if post is not None and not self.is_post(post):
            return
        start = last
        while start > max(0, last - _LONGEST):
            token = doc[start - 1]
            if token.is_sent_start and token.i < start - 1:
                break
            if self.label(token.i) == "PERSON" or token.is_space:
                break
            if (
                token.lower_ == "and"
                and start >= 2
                and self.is_post(doc[start - 2])
                and self.is_post(doc[start])
            ):
                start -= 1
                continue
            hyphen = token.text in ("-", "–") and not token.whitespace_ and start < last
            if not (
                hyphen
                or token.pos_ in ("NOUN", "PROPN", "ADJ")
                or (start < last and token.tag_ in ("VBN", "VBG") and doc[token.i - 1].text == "-")
                or (start < last and doc[start].text == "-" and not token.whitespace_)
            ):
                break
            if token.text.endswith(("'s", "’s")):
                break
            start -= 1
            if token.lower_ == "secretary" and start and doc[start - 1].text == "Under":
                start -= 1
                break
            if token.is_sent_start:
                break
        while (
            start < last - 1
            and doc[start].pos_ == "ADJ"
            and doc[start].is_lower
            and doc[start].lower_ not in KEPT
            and doc[start + 1].text != "-"
        ):
            start += 1
        words = {doc[i].lower_.strip(".") for i in range(start, last)}
        if start == last or words <= _NO_POST:
            return
        organisation = self.organisation(start, last)
        if organisation is None and start and doc[start - 1].tag_ == "POS":
            organisation = self.organisation(start - 2, start - 1)
        yield from self.found(start, last, organisation)

    def apposition(self, root: Token, first: int, last: int) -> Iterator[Found]:
        """ "Name, post of organisation" and "the post, Name"."""
        doc = self.doc
        for child in root.children:
            if child.dep_ == "appos" and child.i >= last and self.describes(child):
                yield from self.phrase(child)
                return
        head = root.head
        mine = head.dep_ != "appos" or self.label(head.head.i) != "PERSON"
        if (
            root.dep_ == "appos"
            and 0 < head.i < first
            and head.pos_ == "NOUN"
            and mine
            and self.is_post(head)
        ):
            if doc[first - 1].text in (",", "-", "–", "—", ":") and self.label(head.i) is None:
                yield from self.phrase(head, first)
            return
        if last + 1 < len(doc) and doc[last].text == ",":
            yield from self.flat(last + 1)

    def flat(self, start: int) -> Iterator[Found]:
        """The post after the comma where the parse sees something else in it: nouns up to a post, then "of" or "at"."""
        doc = self.doc
        i = start
        while i < len(doc) and i - start < 8 and not doc[i].is_sent_start:
            token = doc[i]
            if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON") or self.label(i) == "PERSON":
                return
            following = doc[i + 1] if i + 1 < len(doc) else None
            if self.is_post(token) and token.lower_ not in _NO_POST and following is not None:
                loose = following.lower_ in (",", ".") and doc[start].pos_ == "DET"
                if loose or following.lower_ in ("of", "at", "for", "with", "who", ")"):
                    yield from self.phrase(token, None, start)
                return
            i += 1

    def phrase(self, noun: Token, stop: int | None = None, start: int | None = None) -> Iterator[Found]:
        """The post around `noun`: what stands before it, and what follows with "of" or "for"."""
        doc = self.doc
        left = (
            start
            if start is not None
            else min((child.left_edge.i for child in noun.lefts if child.dep_ != "punct"), default=noun.i)
        )
        organisation = None
        for child in noun.lefts:
            if child.dep_ == "poss" and start is None:
                left = child.right_edge.i + 1
                organisation = self.organisation(child.left_edge.i, child.right_edge.i + 1)
        limit = stop if stop is not None else min(noun.right_edge.i + 1, noun.i + 30)
        end = noun.i + 1
        while end < limit:
            token = doc[end]
            joined = doc[end - 1].text == "-"
            verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound")
            ends = token.lower_ in ENDS and not (
                token.lower_ == "to" and noun.lower_ in _TO_WHOM and end == noun.i + 1
            )
            if (ends or verb or token.is_sent_start) and not joined:
                break
            if token.is_punct and not (token.text in ("-", "–", "’", "'", "&") or self.label(end) == "ORG"):
                break
            named = (
                self.label(end) == "PERSON"
                and doc[end - 1].lower_ not in ("of", "for")
                and not self._goes_on(end)
            )
            if named or token.is_space:
                break
            end += 1
        tail = min(max(limit, end), end + 12)
        organisation = organisation or self.organisation(left, end, ("ORG",))
        if organisation is None and end < len(doc) and doc[end].lower_ in ("at", "in", "with", "from", "for"):
            organisation = self.organisation(end, tail, ("ORG",))
        organisation = organisation or self.organisation(left, end)
        yield from self.found(left, end, organisation)

    def _goes_on(self, i: int) -> bool:
        """Whether the token goes on with the same mention as the one before it."""
        return i - 1 in self.owner and self.owner[i - 1] == self.owner[i]

    def after(self, root: Token, last: int) -> Iterator[Found]:
        """ "Name, who heads …", "Name, heading …"."""
        for child in root.children:
            if child.i < last or child.dep_ not in ("relcl", "acl"):
                continue
            if child.lemma_ in HEADS and (child.dep_ == "relcl" or child.tag_ == "VBG"):
                objects = [each for each in child.children if each.dep_ in ("dobj", "obj")]
                if objects:
                    end = min(objects[0].right_edge.i + 1, child.i + 15)
                    end = next((i for i in range(child.i, end) if self.doc[i].text == ","), end)
                    yield from self.found(child.i, end, self.organisation(child.i, end))
            if child.dep_ == "relcl" and child.lemma_ in ("be", "serve"):
                yield from self._predicate(child)

    def copula(self, root: Token) -> Iterator[Found]:
        """ "Name is the post of …", "Name serves as …"."""
        verb = root.head
        if (
            root.dep_ == "nsubj"
            and verb.lemma_ in ("be", "serve")
            and not any(each.dep_ == "neg" for each in verb.children)
        ):
            yield from self._predicate(verb)

    def _predicate(self, verb: Token) -> Iterator[Found]:
        for child in verb.children:
            if (
                child.dep_ == "attr"
                and child.pos_ in ("NOUN", "PROPN")
                and child.lower_ in _POSTS
                and self.label(child.i) is None
            ):
                yield from self.phrase(child)
            if verb.lemma_ == "serve" and child.dep_ == "prep" and child.lower_ == "as":
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        yield from self.phrase(noun)


def plain_key(text: str) -> str:
    """A role's words for comparison: without case, articles and white space."""
    return re.sub(r"\b(?:the|a|an)\b|\s+", " ", text.casefold()).strip()
