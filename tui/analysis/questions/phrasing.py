"""Questions from clauses, by fixed patterns: the subject and the first auxiliary change places, the other words stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..hedge_cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 24
"""Words after which a question is hard to take in; longer ones lose what their clause can do without."""

_DEEPEST = 250
"""Tokens beyond which a phrase is no phrase, and its tree may be too deep to walk."""
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
_LEFT_OUT = word_set("not n't n’t never also now even just still already")
_EDGES = word_set(", ; : – — - . ( ...")
_PRONOUNS = word_set("he she it they we you i this that these those")
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


def words(tokens: Iterable[Token]) -> str:
    """Tokens as they stand in the text; where some are left out between two, one space."""
    text, last = "", None
    for token in tokens:
        if last is not None and token.i != last + 1 and not text.endswith((" ", "-", "–")):
            text += " "
        text += token.text_with_ws
        last = token.i
    return " ".join(text.split())


def phrase(head: Token, *, without: frozenset[int] = frozenset()) -> list[Token]:
    """The tokens of the phrase of `head` but for what is set off by commas, and the phrases of the tokens `without`."""
    if head.right_edge.i - head.left_edge.i > _DEEPEST:
        return [head]
    return trim(_phrase(head, without))


def _phrase(head: Token, without: frozenset[int]) -> list[Token]:
    found: list[Token] = []
    left_out = False
    for child in [*head.lefts, head, *head.rights]:
        if child is head:
            found.append(head)
        elif child.i in without:
            continue
        elif child.i > head.i and _is_aside(child):
            left_out = True
        elif not (left_out and child.dep_ == "punct" and child.i > head.i):
            found += _phrase(child, without)
    return found


def _is_aside(token: Token) -> bool:
    """Whether the phrase of `token` is set off by a comma, dash or bracket, so that its head can do without."""
    start = token.left_edge
    before = start.nbor(-1).text if start.i else ""
    if token.dep_ in ("relcl", "appos", "parataxis", "advcl"):
        return before in (",", "–", "—", "(", "-")
    return (
        token.dep_ == "prep"
        and before in (",", "(")
        and token.lower_ in ("including", "such", "like", "with", "as")
    )


def trim(tokens: list[Token]) -> list[Token]:
    """`tokens` without the commas, dashes and conjunctions at either end."""
    while tokens and (tokens[-1].dep_ == "cc" or tokens[-1].text in _EDGES):
        tokens = tokens[:-1]
    while tokens and tokens[0].text in _EDGES:
        tokens = tokens[1:]
    return tokens


def subject_words(verb: Token) -> str | None:
    """The subject of `verb` as it can stand inside a question."""
    head = subject_of(verb)
    if head is None or head.dep_ in ("csubj", "csubjpass"):
        return None
    tokens = phrase(head, without=frozenset({verb.i}))
    if (
        not tokens
        or tokens[0].dep_ == "mark"
        or tokens[0].tag_ in ("WDT", "WP", "WRB")
        or tokens[0].lower_ == "that"
    ):
        return None
    return lowered(tokens)


def lowered(tokens: list[Token]) -> str:
    """`words(tokens)` with the first word in small letters, unless it has a capital of its own."""
    text = words(tokens)
    if not tokens or not tokens[0].is_title or tokens[0].text == "I":
        return text
    first = tokens[0]
    common = first.pos_ in ("DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ", "NUM")
    if common or (first.pos_ in ("NOUN", "ADJ", "VERB") and not first.ent_type_):
        return text[0].lower() + text[1:]
    return text


def yes_no(
    verb: Token, *, drop: frozenset[int] = frozenset(), wh: str | None = None, future: bool = False
) -> str | None:
    """ "Will the ministers meet in Rome?" from the clause of `verb`, finite or infinitive.

    `drop` are indices of tokens to leave out (with their phrases), such as a hedge; `wh` opens a question ("When");
    `future` asks "Will …" of a clause in the present tense. None where the clause has no subject or no usable form.
    """
    subject = subject_words(verb)
    form = _form(verb, future)
    if subject is None or form is None:
        return None
    operator, lead = form
    start = _subject_index(verb)
    before = [
        words(phrase(child))
        for child in verb.lefts
        if child.dep_ == "advmod"
        and child.i > start
        and child.i not in drop
        and child.lower_ not in _LEFT_OUT
    ]
    rest = words(_complements(verb, drop))
    if not rest and (lead in ("", "be", "have", "do") or subject.lower() in _PRONOUNS):
        return None
    text = " ".join(
        part for part in [wh, operator.lower() if wh else operator, subject, *before, lead, rest] if part
    )
    return f"{_clean(text)}?" if len(text.split()) <= 2 * LONGEST else None


def _form(verb: Token, future: bool) -> tuple[str, str] | None:
    """The auxiliary that opens the question, and the verb group that stays behind the subject."""
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    finite = next((a for a in auxiliaries if a.tag_ in ("MD", "VBZ", "VBP", "VBD")), None)
    inner = [a.text for a in auxiliaries if a is not finite and a.tag_ != "TO"]
    if any(a.tag_ == "TO" for a in auxiliaries) or (verb.tag_ == "VB" and finite is None):
        return "Will", " ".join([*inner, verb.text])
    if finite is not None:
        word = finite.lower_
        if finite.tag_ == "MD":
            if "have" in inner and word in ("may", "might", "could"):
                return _past(verb, inner)
            operator = "Would" if "have" in inner and word == "would" else _MODAL.get(word, word.capitalize())
            return operator, " ".join([*inner, verb.text])
        if future and finite.dep_ == "auxpass":
            return "Will", " ".join(["be", verb.text])
        if word == "had" and verb.tag_ == "VBN" and not inner:
            return "Did", verb.lemma_
        return _full(finite, verb), " ".join([*inner, verb.text])
    if verb.tag_ not in _DO:
        return None
    if future:
        return "Will", verb.lemma_
    if verb.lemma_ == "be":
        return _full(verb, verb), ""
    return _DO[verb.tag_], verb.lemma_


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
        return "Has" if auxiliary.lemma_ == "have" else "Is"
    return {"'re": "Are", "'ve": "Have", "'m": "Am"}.get(word, word.capitalize())


def _subject_index(verb: Token) -> int:
    head = subject_of(verb)
    return head.i if head is not None and head.i < verb.i else -1


def _complements(verb: Token, drop: frozenset[int]) -> list[Token]:
    """What follows the verb in its clause; phrases at the end give way until the question is short enough."""
    parts: list[list[Token]] = []
    for child in verb.rights:
        if (
            child.i in drop
            or child.dep_ in ("punct", "cc", "parataxis")
            or (child.dep_ in SUBJECTS and child.dep_ != "expl")
        ):
            continue
        if child.dep_ == "conj" and any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in child.children):
            continue
        if child.dep_ == "advcl" and (_is_aside(child) or not any(c.tag_ == "TO" for c in child.children)):
            continue
        if _is_aside(child) and child.dep_ != "conj":
            continue
        parts.append(phrase(child, without=drop))
    if not parts:
        return []
    kept = parts[:1]
    size = len(parts[0])
    for part in parts[1:]:
        if size + len(part) > LONGEST:
            break
        kept.append(part)
        size += len(part)
    return trim([token for part in kept for token in part])


def clause_words(verb: Token, drop: frozenset[int] = frozenset()) -> str:
    """The clause of `verb` as it stands, without the conjunction before it."""
    tokens = phrase(verb, without=drop)
    while tokens and (tokens[0].dep_ in ("mark", "cc") or tokens[0].text in _EDGES):
        tokens = tokens[1:]
    return _clean(lowered(tokens))


def _clean(text: str) -> str:
    text = text.strip(" ,;:–—")
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text.rstrip(".?! ")
