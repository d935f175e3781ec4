"""The question that a hedge leaves: one pattern for each way in which a word hedges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..hedges import Hedge, under
from ..parsed import Parsed
from ..wordset import word_set
from .forms import SUBJECTS, subject_of
from .phrasing import (
    LONGEST,
    OF_THE_SPEAKER,
    clause_words,
    phrase,
    spoken_words,
    subject_words,
    words,
    yes_no,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLAUSE = word_set("ccomp xcomp csubj csubjpass acl pcomp relcl")
_HAD = word_set("negotiate seek want await request demand pursue")
"""Verbs whose object somebody hopes to get."""
_AHEAD = word_set(
    "expect hope fear anticipate predict forecast foresee want wish envisage envision threaten intend plan"
)
"""Verbs whose clause, though in the present tense, is about what is to come."""
_FOR = word_set("aim hope wish strive ask push press")
"""Verbs with "for" before what is hoped to be got."""
_THERE = word_set("anticipate expect predict foresee forecast fear envisage envision await")
"""Verbs whose object may come or not."""
_CHANCES = word_set("risk threat danger possibility chance likelihood probability prospect")
_STATES = word_set("be have want know need mean remain exist contain own belong support like believe")
"""Verbs that ask about now in "whether it is so"; of others the outcome is asked ("whether it eases" → "Will it ease")."""
_TRUE_OR_NOT = word_set("fear hope worry expectation prediction speculation suspicion prospect forecast")
_OUTCOME = word_set("effort attempt bid proposal plan negotiation offer talk")
_LONG = 30
_FEWEST = 5
_NO_CLAUSES = word_set("NUM NOUN PROPN ADV ADP")
_TRIED = word_set("try attempt want wish")
_UNNAMED = word_set("i you we he she it they this that")
_FINDING_OUT = word_set("know see find determine learn understand ascertain figure decide")
_SETTLED = {
    "unresolved": "resolved",
    "undecided": "decided",
    "unsettled": "settled",
    "undetermined": "determined",
}
_WHAT_IS_KNOWN = word_set("unclear unknown uncertain unconfirmed unverified questionable doubtful")


def ask(parsed: Parsed, hedge: Hedge) -> tuple[str | None, Span | None]:
    """The question and the clause it is made from; None and None where no pattern fits."""
    token = parsed.doc[hedge.token]
    cue = parsed.text[hedge.start : hedge.end]
    question, source = _pattern(parsed, hedge, token, cue)
    if question is None or source is None or OF_THE_SPEAKER.search(question):
        return None, None
    span = parsed.doc[source.left_edge.i : source.right_edge.i + 1]
    tail = {"reportative": ", no source", "no-number": ", no number"}.get(hedge.kind, "")
    return f"{question} Open: “{cue}”{tail}.", span


def doubted(parsed: Parsed, hedge: Hedge) -> tuple[str, Span] | None:
    """The clause that a "may" or "probably" makes uncertain, word for word; None where it is too long or too short."""
    token = parsed.doc[hedge.token]
    verb = _clause_of(token)
    if (
        verb is None
        or token.tag_ not in ("MD", "RB")
        or hedge.kind != "epistemic"
        or verb.dep_ in ("advcl", "relcl")
    ):
        return None
    text = spoken_words(verb)
    if not _FEWEST <= len(text.split()) <= LONGEST:
        return None
    return text, parsed.doc[verb.left_edge.i : verb.right_edge.i + 1]


def _pattern(parsed: Parsed, hedge: Hedge, token: Token, cue: str) -> tuple[str | None, Token | None]:
    if hedge.kind == "no-number":
        return _how_many(parsed, hedge)
    if " " in cue and " ".join(cue.split()) != f"{token.text} to":
        return _phrase(parsed, hedge, cue)
    if token.tag_ == "MD":
        return _embedded(token.head)
    if hedge.kind == "conditional" and token.dep_ == "mark":
        return None, None  # what depends on it is open, the condition is not asked
    if token.lower_ in ("whether", "if", "unless", "lest"):
        return _embedded(token.head, future=_is_ahead(token.head))
    if token.tag_[0] == "R":
        if not _of_its_clause(token):
            return None, None
        verb = _clause_of(token)
        return (yes_no(verb, drop=frozenset({token.i})), verb) if verb is not None else (None, None)
    if token.tag_[0] == "J":
        return _adjective(token)
    if token.tag_[0] == "N":
        return _noun(token)
    return _verb(token, soft=token.lemma_ in _AHEAD or token.lower_.startswith("hop"))


def _verb(token: Token, *, soft: bool = False) -> tuple[str | None, Token | None]:
    if token.lemma_ in _TRIED and token.tag_ in ("VBD", "VBN"):
        return None, None  # it was tried, and what came of it is known by now
    for child in token.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i > token.i and child.pos_ in ("VERB", "AUX"):
            if child.lemma_ in _FINDING_OUT and (inner := _wh_clause(child)) is not None:
                return _embedded(inner)
            if child.lemma_ == "see" and (inner := _child(child, "ccomp")) is not None:
                return yes_no(inner, future=soft), inner
            if (
                question := yes_no(
                    child, future=soft and child.dep_ == "ccomp" and child.tag_ in ("VBP", "VBZ", "VB")
                )
            ) is not None:
                return question, child
    thing = _child(token, "dobj")
    wished = next((child for child in token.children if child.dep_ == "prep" and child.lower_ == "for"), None)
    if wished is not None and token.lemma_ in _FOR and (goal := _child(wished, "pobj")) is not None:
        subject = subject_words(token)
        return (f"Will {subject} get {words(phrase(goal))}?", token) if subject else (None, None)
    if thing is None or thing.pos_ == "PRON":
        return None, None
    what = words(phrase(thing))
    subject = subject_words(token)
    if token.lemma_ in _HAD and subject is not None and token.lemma_ != "await":
        return f"Will {subject} get {what}?", token
    if token.lemma_ in _THERE:
        definite = any(
            child.dep_ == "poss" or child.lower_ in ("the", "this", "these") for child in thing.children
        )
        return f"What will come of {what}?" if definite else f"Will there be {what}?", token
    return None, None


def _noun(token: Token) -> tuple[str | None, Token | None]:
    for child in token.children:
        if (
            child.i < token.i
            or child.dep_ not in ("acl", "ccomp")
            or not any(c.dep_ in SUBJECTS for c in child.children)
        ):
            continue
        if (question := yes_no(child, future=True)) is not None:
            return question, child
    for of in token.children:
        clause = _child(of, "pcomp") if of.dep_ == "prep" else None
        if clause is not None and any(child.lower_ == "whether" for child in clause.lefts):
            return _embedded(clause, future=True)
    whole = words(phrase(token))
    if token.lemma_ in _TRUE_OR_NOT and any(
        child.i > token.i and child.dep_ in ("prep", "acl") for child in token.children
    ):
        return f"Will {_definite(token, whole)} come true?", token
    if token.lemma_ in _OUTCOME:
        return f"What will come of {_definite(token, whole)}?", token
    if token.lemma_ not in _CHANCES or any(child.tag_ in ("JJR", "VBN") for child in token.lefts):
        return None, None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of" and (thing := _child(child, "pobj")) is not None:
            what = words(phrase(thing))
            return (f"Will there be {what}?", token) if " " in what else (None, None)
    return None, None


def _definite(token: Token, whole: str) -> str:
    first, _, rest = whole.partition(" ")
    if first.lower() in ("a", "an"):
        return f"the {rest}"
    if any(child.dep_ in ("det", "poss") for child in token.children) or token.tag_ == "NNP":
        return whole
    return f"the {whole[0].lower()}{whole[1:]}"


def _of_its_clause(adverb: Token) -> bool:
    """Whether the adverb makes its clause uncertain, not just a number or rank ("perhaps only 10%", "perhaps best")."""
    after = [token.tag_ for token in adverb.doc[adverb.i + 1 : adverb.i + 3]]
    if after[:1] in (["RBS"], ["JJS"], ["RBR"], ["JJR"], ["CD"]) or after == ["RB", "CD"]:
        return False
    return adverb.head.pos_ not in _NO_CLAUSES or adverb.head.dep_ in ("ROOT", "attr")


def _compared(token: Token) -> bool:
    """Whether it is a comparison: "are more likely to fall ill" tells a finding."""
    return any(child.lower_ in ("more", "less", "most", "least") for child in token.lefts)


def _adjective(token: Token) -> tuple[str | None, Token | None]:
    head = token.head
    if _compared(token):
        return None, None
    for owner in (token, head):
        for child in owner.children:
            if child.dep_ in ("xcomp", "ccomp", "csubj") and child != token and child.pos_ in ("VERB", "AUX"):
                if child.dep_ == "xcomp":
                    return yes_no(child), child
                return _embedded(child)
    if token.dep_ in ("acomp", "oprd", "ROOT"):
        subject = subject_words(head if token.dep_ != "ROOT" else token)
        if subject is None:
            return None, None
        if settled := _SETTLED.get(token.lower_):
            return f"How will {subject} be {settled}?", head
        if token.lower_ in _WHAT_IS_KNOWN and subject.lower() not in _UNNAMED:
            return f"{'What are' if _plural(head) else 'What is'} {subject}?", head
        return None, None
    if (
        token.dep_ == "amod"
        and head.pos_ == "NOUN"
        and token.lower_ in ("possible", "potential", "likely", "probable")
    ):
        if head.tag_ == "NN" and not any(child.dep_ == "det" for child in head.children):
            return None, None
        if any(child.dep_ in ("poss", "conj") or child.dep_ in SUBJECTS for child in head.children):
            return None, None
        drop = frozenset({token.i} | {child.i for child in head.children if child.dep_ == "det"})
        thing = words(phrase(head, without=drop))
        return (f"Will there be {_article(head, thing)}?", head) if " " in thing else (None, None)
    return None, None


def _plural(verb: Token) -> bool:
    subject = subject_of(verb)
    return subject is not None and (
        subject.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in subject.children)
    )


def _article(head: Token, text: str) -> str:
    if head.tag_ != "NN" or not any(child.dep_ == "det" for child in head.children):
        return text
    return f"{'an' if text[:1].lower() in 'aeiou' else 'a'} {text}"


def _is_ahead(verb: Token) -> bool:
    """Whether "whether" leaves open what comes of it, not whether it is so ("it owns") or was so ("it paid")."""
    if verb.lemma_ in _STATES:
        return False
    past = verb.tag_ == "VBD" or any(
        child.tag_ == "VBD" for child in verb.lefts if child.dep_.startswith("aux")
    )
    return not past or verb.head.tag_ in ("VBD", "VBN")


def _embedded(verb: Token, *, future: bool = False) -> tuple[str | None, Token | None]:
    """A question from an embedded one: "whether it works", "how the firms will pay"."""
    wh = next(
        (
            t
            for child in verb.lefts
            for t in under(child)
            if t.tag_ in ("WRB", "WP", "WDT", "WP$") and t.i == child.left_edge.i
        ),
        None,
    )
    if wh is None or verb.dep_ == "relcl":
        return yes_no(verb, future=future), verb
    if wh.dep_ in SUBJECTS:
        text = clause_words(verb)
        return f"{text[0].upper()}{text[1:]}?", verb
    first = next(child for child in verb.lefts if child.left_edge.i <= wh.i <= child.right_edge.i)
    opening = words(phrase(first))
    return yes_no(verb, wh=opening[0].upper() + opening[1:], drop=frozenset({first.i})), verb


def _wh_clause(verb: Token) -> Token | None:
    clause = _child(verb, "ccomp")
    if clause is not None and any(
        child.tag_ in ("WRB", "WP", "WDT") or child.lower_ == "whether" for child in clause.lefts
    ):
        return clause
    return None


def _phrase(parsed: Parsed, hedge: Hedge, cue: str) -> tuple[str | None, Token | None]:
    span = parsed.doc.char_span(hedge.start, hedge.end, alignment_mode="expand")
    if span is None:
        return None, None
    low = cue.lower()
    if low.startswith(("there ", "privately")):
        return _who_says(span)
    for token in [*span, *(t.head for t in span)]:
        for child in token.children:
            if child.dep_ in _CLAUSE and child not in span and child.pos_ in ("VERB", "AUX"):
                if re.search(r"(?:yet|still) to\b", low):
                    return yes_no(child, wh="When"), child
                if hedge.kind == "reportative":
                    return yes_no(child, now=True), child
                return _embedded(child, future="seen" in low)
    if re.search(r"(?:yet|still) to\b|yet to be", low):
        return yes_no(span.root, wh="When"), span.root
    verb = _clause_of(span.root)
    if (
        verb is not None
        and hedge.kind == "investigative"
        and (subject := subject_words(verb)) is not None
        and subject.lower() not in _UNNAMED
    ):
        return f"What is known of {subject}?", verb
    return None, None


def _who_says(cue: Span) -> tuple[str | None, Token | None]:
    """Of "there is an argument that …", "officials privately admit …"."""
    for token in cue:
        for child in token.children:
            if child.dep_ in ("acl", "ccomp") and child.i >= cue.end - 1 and child.pos_ in ("VERB", "AUX"):
                text = clause_words(child)
                between = [t for t in token.children if t.dep_ == "dobj" and cue.end <= t.i < child.i]
                if between and not any(t.dep_ in SUBJECTS for t in child.children):
                    text = f"{words(phrase(between[0]))} {text}"  # the parse took the subject for an object
                return (f"Who says that {text}?", child) if len(text.split()) < _LONG else (None, None)
    return None, None


def _how_many(parsed: Parsed, hedge: Hedge) -> tuple[str | None, Token | None]:
    span = parsed.doc.char_span(hedge.start, hedge.end, alignment_mode="expand")
    if span is None:
        return None, None
    head = span.root
    of: Token | None = head if head.dep_ == "prep" else _child(head, "prep")
    counted = _child(of, "pobj") if of is not None else None
    if of is None or counted is None:
        return None, None
    quantity = of.head
    how = "How many" if counted.tag_ in ("NNS", "NNPS") else "How much"
    noun = words(phrase(counted))
    verb = quantity.head
    if verb.pos_ in ("VERB", "AUX"):
        if quantity.dep_ in SUBJECTS:
            rest = clause_words(verb, drop=frozenset({quantity.i}))
            return f"{how} {noun} {rest.removeprefix(noun).strip()}?", verb
        if (
            quantity.dep_ == "dobj"
            and (question := yes_no(verb, drop=frozenset({quantity.i}), wh=f"{how} {noun}")) is not None
        ):
            return question, verb
    return f"{how} {noun}?", quantity


def _clause_of(token: Token) -> Token | None:
    """The verb of the clause that `token` stands in."""
    for ancestor in [token, *token.ancestors]:
        if ancestor.pos_ in ("VERB", "AUX") and ancestor.dep_ not in ("aux", "auxpass"):
            return ancestor
    return None


def _child(token: Token, dep: str) -> Token | None:
    return next((child for child in token.children if child.dep_ == dep), None)
