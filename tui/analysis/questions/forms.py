"""Who a clause is about, and the forms of its verb that stand in a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_MODAL = {
    "may": "Will",
    "might": "Will",
    "could": "Will",
    "would": "Will",
    "will": "Will",
    "wo": "Will",
    "shall": "Will",
    "'ll": "Will",
    "’ll": "Will",
    "'d": "Will",
    "’d": "Will",
    "ca": "Can",
}
_CONTRACTED = {
    mark + end: word
    for mark in "'’"
    for end, word in (("s", "be"), ("re", "be"), ("m", "be"), ("ve", "have"))
}
_DO = {"VBZ": "Does", "VBP": "Do", "VBD": "Did"}


def subject_of(verb: Token) -> Token | None:
    """The head of the subject of `verb`, also where another clause lends it (conjunction, relative clause, infinitive)."""
    seen = 0
    while seen < 8:
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i < verb.i:
                if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                    return _antecedent(verb, child)
                return child
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN"):
            return (
                subject_of(verb.head.head)
                if verb.tag_ == "VB" and verb.head.head.pos_ in ("VERB", "AUX")
                else None
            )
        if verb.dep_ == "xcomp":
            for child in verb.head.children:
                if child.dep_ == "dobj" and child.i < verb.i:
                    return child
        if verb.dep_ not in ("conj", "xcomp", "acomp", "advcl", "attr", "oprd"):
            return None
        verb = verb.head
        seen += 1
    return None


def _antecedent(verb: Token, relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for; where the tree hangs the clause on a verb, the noun just before it."""
    if verb.head.pos_ in ("NOUN", "PROPN"):
        return verb.head
    before = relative.nbor(-1) if relative.i else relative
    return before if before.pos_ in ("NOUN", "PROPN") and before.dep_ not in SUBJECTS else None


def question_form(verb: Token, *, future: bool = False, now: bool = False) -> tuple[str, str] | None:
    """The auxiliary that opens the question, and the verb group that stays behind the subject; None where there is no tense.

    `future` makes "Will" of the present tense, `now` "Is" or "Does" of an infinitive, which else gets "Will".
    """
    if now and any(child.tag_ == "TO" and child.dep_ == "aux" for child in verb.lefts):
        return _present(verb)
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    finite = next((a for a in auxiliaries if a.tag_ in ("MD", "VBZ", "VBP", "VBD")), None)
    inner = [a.text for a in auxiliaries if a is not finite and a.tag_ != "TO"]
    if inner[:1] == ["have"] and auxiliaries[0].tag_ == "TO":
        return _past(verb, inner)
    if any(a.tag_ == "TO" for a in auxiliaries) or (verb.tag_ == "VB" and finite is None):
        return "Will", " ".join([*inner, verb.text])
    if finite is not None:
        word = finite.lower_
        if finite.tag_ == "MD":
            if "have" in inner and word in ("may", "might", "could"):
                return _past(verb, inner)
            operator = "Would" if "have" in inner and word == "would" else _MODAL.get(word, word.capitalize())
            wrong = not inner and verb.tag_ in ("VBN", "VBD") and finite.i < verb.i  # "will increased"
            return operator, " ".join([*inner, verb.lemma_ if wrong else verb.text])
        if future and finite.dep_ == "auxpass":
            return "Will", " ".join(["be", verb.text])
        if word == "had" and verb.tag_ == "VBN" and not inner:
            return "Did", verb.lemma_
        return _full(finite, verb), " ".join([*inner, verb.text])
    if verb.tag_ not in _DO:
        return None
    base = _CONTRACTED.get(verb.lower_, verb.lemma_)
    if future:
        return "Will", base
    if base == "be":
        return _full(verb, verb), ""
    return _DO[verb.tag_], verb.lemma_


def _present(verb: Token) -> tuple[str, str]:
    """Of "to be worth", "to be selling", "to have left", "to own": whether it is so now."""
    inner = [child.text for child in verb.lefts if child.dep_ in ("aux", "auxpass") and child.tag_ != "TO"]
    subject = subject_of(verb)
    many = subject is not None and (
        subject.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in subject.children)
    )
    if inner[:1] == ["have"]:
        return "Have" if many else "Has", " ".join([*inner[1:], verb.text])
    if inner[:1] == ["be"]:
        return "Are" if many else "Is", " ".join([*inner[1:], verb.text])
    if verb.lemma_ == "be":
        return "Are" if many else "Is", ""
    return "Do" if many else "Does", verb.lemma_


def _past(verb: Token, inner: list[str]) -> tuple[str, str]:
    """Of "may have been hit" or "might have left": whether it was so."""
    subject = subject_of(verb)
    was = "Were" if subject is not None and subject.tag_ in ("NNS", "NNPS") else "Was"
    if verb.lemma_ == "be":
        return was, ""
    return (was, verb.text) if "been" in inner else ("Did", verb.lemma_)


def _full(auxiliary: Token, verb: Token) -> str:
    """The auxiliary without its contraction, with a capital."""
    word = auxiliary.lower_.replace("’", "'")
    if word == "'s":
        return "Has" if auxiliary.lemma_ == "have" or verb.lower_ in ("got", "been", "had") else "Is"
    return {"'re": "Are", "'ve": "Have", "'m": "Am"}.get(word, word.capitalize())
