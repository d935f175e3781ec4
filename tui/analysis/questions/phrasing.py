"""Questions from clauses, by fixed patterns: the subject and the first auxiliary change places, the other words stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..wordset import word_set
from .forms import SUBJECTS, question_form, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 24
"""Words after which a question is hard to take in; longer ones lose what their clause can do without."""

_DEEPEST = 250
"""Tokens beyond which a phrase is no phrase, and its tree may be too deep to walk."""
_LEFT_OUT = word_set("not n't n’t never also now even just still already")
_EDGES = word_set(", ; : – — - . ( ...")
_SPEAKING = word_set("i we you")
_FINITE = word_set("VBZ VBP VBD")
_POSSIBLE = word_set("possible likely probable unlikely")
_DASHES = word_set("- – — --")
_HANGING = word_set("about of for with from to")
"""At the end they show that what the clause is about stands before it."""
_NOBODY = word_set("nothing nobody none neither no")
OF_THE_SPEAKER = re.compile(
    r"\b(?:I|me|my|(?:of|is|are|was|were) mine|we|us|our|ours|you|your|yours|(?:my|your)self|(?:our|your)selves)\b(?!\.)"
)
"""Words that only the speaker's own sentence explains; "US", "U.S." and "the mine" are none."""
_DANGLING = re.compile(r"(?:,? \b(?:not|only|both|either|and|or|but))+$")
_AS_SUBJECT = {"him": "he", "them": "they", "me": "I", "us": "we"}
_LIST_MARK = re.compile(r"^\(?\d{1,2}[.)]\s*(?=[^\W\d_])")
_PRONOUNS = word_set("he she it they we you i this that these those")


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
    return trim(sorted(_phrase(head, without), key=lambda token: token.i))


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
            if found and found[-1].dep_ == "punct" and found[-1].i > head.i:
                found.pop()
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
    tokens = phrase(head, without=frozenset({verb.i, _branch(head, verb)}))
    if tokens and (_after_preposition(tokens[0]) or any(token.text in _DASHES for token in tokens)):
        return None
    while tokens and tokens[0].dep_ == "mark":
        tokens = tokens[1:]
    if not tokens or tokens[0].tag_ in ("WDT", "WP", "WRB") or tokens[0].lower_ == "that":
        return None
    text = _LIST_MARK.sub("", lowered(tokens))
    return _AS_SUBJECT.get(text, text)


def _branch(head: Token, verb: Token) -> int:
    """The index of the child of `head` under which `verb` hangs, or -1: its own clause is no part of a verb's subject."""
    while verb.head.i != verb.i:
        if verb.head.i == head.i:
            return verb.i
        verb = verb.head
    return -1


def _after_preposition(token: Token) -> bool:
    """Whether a preposition just before `token` shows that the parse cut the phrase that it stands in."""
    return token.i > 0 and token.nbor(-1).dep_ == "prep" and token.nbor(-1).right_edge.i < token.i


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
    verb: Token,
    *,
    drop: frozenset[int] = frozenset(),
    wh: str | None = None,
    future: bool = False,
    now: bool = False,
) -> str | None:
    """ "Will the ministers meet in Rome?" from the clause of `verb`, finite or infinitive.

    `drop` are indices of tokens to leave out (with their phrases), such as a hedge; `wh` opens a question ("When");
    `future` and `now` as for `question_form`. None where the clause has no subject or no usable form.
    """
    subject = subject_words(verb)
    form = question_form(verb, future=future, now=now)
    if subject is None or form is None or subject.lower() in _SPEAKING or _has_gap(verb):
        return None
    if subject.rpartition(" ")[2] in _HANGING:
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
    complements = _complements(verb, drop, changed=lead.rpartition(" ")[2] != verb.text)
    if any(token.i < verb.i for token in complements):  # "what the world would look like"
        return None
    rest = words(complements)
    if not rest and (lead in ("", "be", "have", "do") or subject.lower() in _PRONOUNS):
        return None
    if (
        rest in _POSSIBLE
        or subject.split()[0].lower() in _NOBODY
        or OF_THE_SPEAKER.search(f"{subject} {rest}")
    ):
        return None
    if wh is None and rest.rpartition(" ")[2] in _HANGING:
        return None
    text = " ".join(
        part for part in [wh, operator.lower() if wh else operator, subject, *before, lead, rest] if part
    )
    return f"{_clean(text)}?" if len(text.split()) <= 2 * LONGEST else None


def _has_gap(verb: Token) -> bool:
    """Whether something of the clause stands before it, as in "what Peru wants to avoid", so that it cannot stand alone."""
    inner = verb
    while verb.dep_ in ("xcomp", "ccomp", "acomp") and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        if any(
            child.dep_ in ("dobj", "pobj", "attr") and child.tag_ in ("WP", "WDT") for child in verb.lefts
        ):
            return True
        verb = verb.head
    if any(child.dep_ in ("dobj", "pobj", "attr") and child.tag_ in ("WP", "WDT") for child in verb.lefts):
        return True
    if verb.dep_ != "relcl":
        return False
    if inner is not verb and any(child.dep_ == "dobj" for child in inner.rights):
        return False
    return not any(
        child.tag_ == "WRB" or (child.dep_ in SUBJECTS and child.tag_ in ("WDT", "WP"))
        for child in verb.lefts
    )


def _subject_index(verb: Token) -> int:
    head = subject_of(verb)
    return head.i if head is not None and head.i < verb.i else -1


def _complements(verb: Token, drop: frozenset[int], *, changed: bool) -> list[Token]:
    """What follows the verb in its clause; phrases at the end give way until the question is short enough.

    Where the form of the verb is `changed`, a second verb beside it in the same form is left out with all of its own.
    """
    parts: list[list[Token]] = []
    joint: list[Token] = []
    for child in verb.rights:
        if child.dep_ == "cc":
            joint = [child]
        if (
            child.i in drop
            or child.dep_ in ("punct", "cc", "parataxis", "neg")
            or (child.dep_ in SUBJECTS and child.dep_ != "expl")
        ):
            continue
        if child.dep_ == "conj" and (
            child.tag_ in _FINITE
            or (changed and child.tag_ == verb.tag_)
            or any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in child.children)
        ):
            continue
        if child.dep_ == "advcl" and (_is_aside(child) or not any(c.tag_ == "TO" for c in child.children)):
            continue
        if _is_aside(child) and child.dep_ != "conj":
            continue
        parts.append(
            [*joint, *phrase(child, without=drop)] if child.dep_ == "conj" else phrase(child, without=drop)
        )
        joint = []
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


def spoken_words(verb: Token) -> str:
    """The clause of `verb` from its subject on, word for word, up to the next clause that is joined to it."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None:
        return ""
    end = verb.right_edge.i + 1
    for child in verb.rights:
        if child.dep_ == "cc" or (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")):
            end = child.left_edge.i
            break
    return _DANGLING.sub(
        "", " ".join(verb.doc[subject.left_edge.i : end].text.split()).strip(" ,;:–—.?!\"“”'’")
    )


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
    return _DANGLING.sub("", text.rstrip(".?!, "))
