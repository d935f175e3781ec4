"""Whether what has the form of a statement is one: "to show the way" is none, "showed that he lied" is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.who.lexicon import BODIES, INSTITUTIONS
from tui.analysis.who.lexicon import PEOPLE as MORE_PEOPLE

from .cues import DOCUMENTS, MODALS, Stance
from .frames import Frame
from .parts import Page, letters
from .phrases import PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"clause", "that", "host", "trailing"})
_NAMING = frozenset({"call", "term", "label", "brand", "dub", "deem", "cast", "paint", "portray"})
_PERSONAL = frozenset({"he", "she", "they", "it", "who", "both", "some", "many", "others", "most"})
_EVIDENCE = frozenset(
    {"confirm", "suggest", "show", "indicate", "reveal", "signal", "determine", "discover", "find"}
)
_NOBODY = frozenset({"you", "nobody", "none"})
_SILENT = frozenset({"comment", "answer", "reply", "respond", "elaborate", "explain", "specify", "say"})
"""Who does not do this says nothing."""
_SPEAKERS = PEOPLE | MORE_PEOPLE | BODIES | INSTITUTIONS | DOCUMENTS
_LEAST = 12


@dataclass(frozen=True)
class Candidate:
    """What may be a statement: its stretch, its cue with stance and frame, and the head word of its speaker."""

    start: int
    end: int
    stance: Stance
    frame: Frame
    head: Token | None
    cue: Token


def is_claim(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate is a statement that somebody makes.

    A clause, an "according to" and a "reportedly" say so by their form, unless nobody, or "you", is the speaker. A
    phrase ("slammed the deal", "vowed to fight on") is one only when it tells of an act: not of a wish or a
    possibility ("to slam the deal", "might slam"), done by people or bodies, and with a content of some length.
    """
    frame, head, cue = candidate.frame, candidate.head, candidate.cue
    if frame in {"according", "hearsay", "fragment"}:
        return True
    quoted = bool(page.quotes_in(candidate.start, candidate.end))
    if head is not None and head.lower_ in _NOBODY:
        return False
    if not quoted and page.lemmas[cue.i] in _SILENT and any(child.dep_ == "neg" for child in cue.lefts):
        return False
    unreal = _is_unreal(cue)
    if frame in _CLAUSES:
        if not quoted and head is not None and page.lemmas[cue.i] in _EVIDENCE and not _can_act(head):
            return False
        return quoted or not unreal or (head is not None and head.pos_ == "PROPN")
    if quoted:
        return True
    if unreal or head is None or not _can_act(head):
        return False
    if page.lemmas[cue.i] in _NAMING and not any(
        c.dep_ in {"oprd", "ccomp", "xcomp", "prep"} for c in cue.rights
    ):
        return False
    return letters(page.text, candidate.start, candidate.end) >= _LEAST


def _is_unreal(cue: Token) -> bool:
    return any(child.tag_ == "TO" or child.lower_ in MODALS for child in cue.lefts)


def _can_act(head: Token) -> bool:
    """Whether a speaker is a person, a body, or a paper that they wrote."""
    if head.pos_ == "PRON":
        return head.lower_ in _PERSONAL
    lemma = head.lemma_.lower()
    return head.pos_ == "PROPN" or bool(head.ent_type_) or lemma in _SPEAKERS
