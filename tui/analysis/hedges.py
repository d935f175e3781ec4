"""Words that make their sentence less than certain, told apart from their other uses by the parse."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import hedge_cues as cues
from .hedge_cues import HedgeKind
from .parsed import Parsed
from .wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLAUSES = word_set("ccomp xcomp acl advcl relcl csubj pcomp")
_PERCEPTION = word_set("see hear feel find tell afford help stand understand remember")
_SAYING = word_set("say tell add announce report state note write claim explain confirm")
_DUE = 0.6
"""From this strength on the "to" after a word belongs to the cue ("set to", "are to", "wants to")."""
_HELD = word_set("believe think assume feel guess reckon")
"""Verbs that in the past tell of an opinion once held more often than of something still open."""
_COMPARED = word_set("expect think hope fear believe anticipate predict suggest")
"""Verbs that are no hedge in "as expected", "than feared"."""
_HOPES = word_set("hope hopes hoped hoping")
"""Forms of which the lemmatiser says "hop"."""
_WORDS = _HOPES | cues.ADJECTIVES.keys() | cues.ADVERBS.keys() | word_set("whether if unless lest")
_LEMMAS = cues.VERBS.keys() | cues.NOUNS.keys() | cues.SET_TO
_ASKING = word_set("ask wonder see know decide determine doubt consider ascertain check say")


@dataclass(frozen=True)
class Hedge:
    """A word or phrase that makes its sentence less than certain.

    `start` and `end` are the offsets of the cue, `sentence` the id of its sentence. `strength` (0 to 1) is how much the cue
    alone leaves the sentence open; `token` is the index of its (first) token in the parse.
    """

    start: int
    end: int
    sentence: str
    kind: HedgeKind
    strength: float
    token: int


def find_hedges(parsed: Parsed) -> tuple[Hedge, ...]:
    """The hedges of an article in reading order; no two of them overlap.

    A word counts by what it does in its sentence: "could" of what somebody was once able to do, "the may tree" or "as if"
    are none. Needs tags, lemmas and dependencies in spaCy's English scheme.
    """
    found: list[Hedge] = []
    taken: set[int] = set()
    doc = parsed.doc
    for kind, strength, start, end in cues.phrases(parsed.text):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or not parsed.sentences or taken.intersection(range(span.start, span.end)):
            continue
        taken.update(range(span.start, span.end))
        found.append(Hedge(start, end, parsed.sentence_at(start).id, kind, strength, span.start))
    words = _may_hedge(parsed)
    for sentence, span in zip(parsed.sentences, parsed.spans, strict=True):
        for index in words[bisect_left(words, span.start) : bisect_left(words, span.end)]:
            token = parsed.tokens[index]
            if index in taken or (cue := _cue(token)) is None or token.idx < sentence.start:
                continue
            taken.add(token.i)
            end = token.idx + len(token)
            if (
                cue[0] == "prospective"
                and cue[1] >= _DUE
                and token.i + 1 < len(doc)
                and doc[token.i + 1].lower_ == "to"
            ):
                taken.add(token.i + 1)
                end = doc[token.i + 1].idx + 2
            if end <= sentence.end:
                found.append(Hedge(token.idx, end, sentence.id, cue[0], cue[1], token.i))
    return tuple(sorted(found, key=lambda hedge: hedge.start))


def under(token: Token) -> Span:
    """The tokens from the first to the last that hang on `token` (`Token.subtree` recurses; trees may be deep)."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def _may_hedge(parsed: Parsed) -> list[int]:
    """The tokens that hedge in some sentence, by their words; all others `_cue` would leave out."""
    tags = [*parsed.tags, ""]
    return [
        index
        for index, (low, lemma) in enumerate(zip(parsed.lowers, parsed.lemmas, strict=True))
        if low in _WORDS
        or lemma in _LEMMAS
        or tags[index] in ("MD", "TO")
        or (lemma == "be" and tags[index + 1] == "TO")
    ]


def _cue(token: Token) -> tuple[HedgeKind, float] | None:
    """How the one word `token` hedges, if it does."""
    tag = token.tag_
    first = tag[0]
    if tag == "MD":
        return _modal(token)
    if first == "V":
        return _verb(token)
    if first == "N":
        return _noun(token) if tag != "NNP" else None
    if first == "J":
        return _adjective(token)
    if first == "R" and (cue := cues.ADVERBS.get(token.lower_)):
        return cue
    if token.dep_ == "mark" or tag == "IN":
        return _conjunction(token)
    if tag == "TO":
        return _purpose(token)
    return None


def _modal(token: Token) -> tuple[HedgeKind, float] | None:
    word = token.lower_
    cue = cues.MODALS.get({"'d": "would", "’d": "would"}.get(word, word))
    if cue is None or token.dep_ != "aux":
        return cue if cue and token.dep_ == "ROOT" else None
    kind, strength = cue
    verb = token.head
    children = list(verb.children)
    negated = any(child.dep_ == "neg" for child in children)
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in children)
    if word == "could":
        if perfect:
            return kind, 0.6
        if negated or verb.lemma_ in _PERCEPTION:
            return None
        if any(token.tag_ == "WRB" for child in verb.lefts for token in under(child)):
            return kind, 0.4
    elif word in ("would", "'d", "’d"):
        if perfect:
            return None
        if any(child.dep_ == "advcl" and any(m.lower_ == "if" for m in child.children) for child in children):
            return kind, 0.6
        if verb.dep_ == "ccomp" and verb.head.lemma_ in _SAYING:
            return kind, 0.5
        if verb.lemma_ in ("like", "love", "prefer"):
            return kind, 0.5
    elif word == "should" and negated:
        return kind, 0.2
    return kind, strength


def _verb(token: Token) -> tuple[HedgeKind, float] | None:
    lemma = "hope" if token.lower_ in _HOPES else token.lemma_
    passive = any(child.dep_ == "auxpass" for child in token.children)
    clause = any(child.dep_ in ("ccomp", "xcomp") for child in token.children)
    if (
        lemma in cues.SET_TO
        and token.tag_ in ("VBN", "VBD")
        and passive
        and _before_infinitive(token, noun=True)
    ):
        return "prospective", 0.8
    if lemma == "be" and token.tag_ in ("VBD", "VBP", "VBZ") and _is_to(token):
        return "prospective", 0.6
    cue = cues.VERBS.get(lemma)
    if cue is None:
        return None
    if token.dep_ == "amod":
        return ("doxastic", 0.6) if lemma == "expect" else None
    if lemma in _HELD and token.tag_ in ("VBD", "VBN") and not passive:
        return cue[0], 0.35
    if lemma == "aim" and token.tag_ == "VBN":
        return cue[0], 0.35
    if lemma in ("suggest", "imply") and _by_person(token):
        return cue[0], 0.4
    if lemma in _HELD and any(c.dep_ == "nsubj" and c.lower_ in ("i", "we", "you") for c in token.children):
        return cue[0], 0.5
    if lemma in _COMPARED and token.i and token.nbor(-1).lower_ in ("as", "than"):
        return None
    if lemma == "agree" and not any(child.dep_ == "xcomp" for child in token.children):
        return None
    if lemma not in cues.NOT_BARE_VERBS:
        return cue
    return cue if clause or (passive and token.dep_ == "ROOT" and cue[0] == "doxastic") else None


def _by_person(verb: Token) -> bool:
    """Whether somebody suggests, which is a way of saying; what a thing suggests is a guess from it."""
    return any(c.dep_ == "nsubj" and (c.ent_type_ == "PERSON" or c.tag_ == "PRP") for c in verb.children)


def _before_infinitive(token: Token, *, noun: bool = False) -> bool:
    """Whether an infinitive follows; with `noun` also a "to" before what the tagger takes for a noun ("set to land")."""
    if token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != "to":
        return False
    tag = token.nbor(2).tag_
    return tag in ("VB", "RB") or (noun and tag in ("NN", "VBP"))


def _is_to(be: Token) -> bool:
    """Whether the form of "be" says that something is due: "the ministers are to meet", not "the aim is to win"."""
    if be.i + 1 >= len(be.doc) or be.nbor(1).tag_ != "TO":
        return False
    subject = next((child for child in be.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lemma_ in cues.NAMING or subject.tag_ in ("WP", "VBG"):
        return False
    verb = be.nbor(1).head
    return verb.tag_ in ("VB", "VBN") and (verb.head == be or be.head == verb)


def _noun(token: Token) -> tuple[HedgeKind, float] | None:
    lemma = token.lemma_
    cue = cues.NOUNS.get(lemma)
    if cue is None or token.dep_ == "compound":
        return None
    if lemma == "concern" and not any(child.lower_ in ("about", "over", "that") for child in under(token)):
        return None
    after = [child for child in token.children if child.i > token.i]
    if any(
        (child.dep_ in _CLAUSES and child.dep_ != "relcl")
        or (child.dep_ == "prep" and child.lower_ in cues.OF)
        for child in after
    ):
        return cue
    if lemma in cues.NOT_BARE_NOUNS:
        return None
    return cue if token.tag_ == "NNS" or lemma in cues.STRONG_NOUNS else (cue[0], 0.6 * cue[1])


def _adjective(token: Token) -> tuple[HedgeKind, float] | None:
    cue = cues.ADJECTIVES.get(token.lower_)
    if cue is None:
        return None
    kind, strength = cue
    if kind == "prospective":
        return cue if _before_infinitive(token) else None
    if token.i and token.nbor(-1).lower_ in ("as", "if", "where", "wherever", "when", "whenever"):
        return None  # "as soon as possible"
    children = [child.lower_ for child in token.children]
    if "as" in children or ("not" in children and kind == "investigative"):
        return None
    return kind, strength


def _conjunction(token: Token) -> tuple[HedgeKind, float] | None:
    word = token.lower_
    if word == "whether":
        open_ = token.head.dep_ in ("ccomp", "pcomp", "csubj", "acl", "ROOT") or token.dep_ != "mark"
        return "investigative", (0.8 if open_ else 0.3)
    if word == "if":
        before = token.nbor(-1).lower_ if token.i else ""
        after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
        if before in ("as", "even", "what") or after in ("not", "any", "anything", "ever", "only", "so"):
            return None
        if token.dep_ == "mark" and not any(
            child.dep_ in ("nsubj", "nsubjpass", "expl") for child in token.head.children
        ):
            return None
        if token.head.dep_ == "ccomp" and token.head.head.lemma_ in _ASKING:
            return "investigative", 0.7
        return "conditional", 0.5
    if word in ("unless", "lest"):
        return "conditional", 0.5
    return None


def _purpose(token: Token) -> tuple[HedgeKind, float] | None:
    """An infinitive of purpose tells what is meant to come of something, not that it does."""
    verb = token.head
    if token.dep_ == "aux" and verb.dep_ == "advcl" and verb.i > verb.head.i and verb.head.tag_[0] == "V":
        return "prospective", 0.25
    return None
