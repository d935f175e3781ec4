"""What the sections of a brief share: evidence, stable keys, quoting and cropping."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.model import Actor, Analysis, Claim, Sentence
from tui.articles.model import BlockKind

from .model import Evidence, Line, Section

THE_OUTLET = "the outlet"
"""Who says what no claim covers."""


@dataclass(frozen=True)
class Sheet:
    """An analysis with the look-ups that the sections need."""

    analysis: Analysis

    @cached_property
    def sentences(self) -> dict[str, Sentence]:
        return {sentence.id: sentence for sentence in self.analysis.sentences}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.analysis.actors}

    @cached_property
    def unsourced(self) -> frozenset[str]:
        return frozenset(signal.sentence for signal in self.analysis.signals if signal.kind == "unsourced")

    def voice(self, start: int, end: int, beyond: Claim | None = None) -> str | None:
        """Who says the words `text[start:end]`, where they stand inside a claim: a name, or the speaker's words.

        `beyond`: a claim that does not count, so that of a claim within a claim the outer speaker is told.
        """
        claim = self.claim_around(start, end, beyond)
        return self.speaker(claim) if claim is not None else None

    def claim_around(self, start: int, end: int, beyond: Claim | None = None) -> Claim | None:
        """The innermost claim that holds the words `text[start:end]`, but for `beyond`."""
        around = [c for c in self.analysis.claims if c.start <= start and end <= c.end and c is not beyond]
        return max(around, key=lambda c: (c.start, -c.end), default=None)

    def speaker(self, claim: Claim) -> str | None:
        """Who makes a claim: the actor's name, else the speaker's words, on one line."""
        actor = self.actors.get(claim.actor or "")
        return flat(actor.name if actor else claim.speaker or "") or None

    def words(self, sentence: str) -> str:
        """The sentence's words on one line."""
        found = self.sentences[sentence]
        return flat(self.analysis.text[found.start : found.end])

    def kind(self, sentence: str) -> BlockKind:
        """The kind of block that the sentence stands in."""
        return self.analysis.blocks[self.sentences[sentence].block].kind

    def evidence(self, sentence: str, start: int | None = None, end: int | None = None) -> Evidence:
        """The sentence as evidence, or the words `text[start:end]` of it."""
        found = self.sentences[sentence]
        return Evidence(
            self.analysis.id,
            sentence,
            found.start if start is None else start,
            found.end if end is None else end,
        )

    def line(
        self,
        section: Section,
        text: str,
        evidence: Iterable[Evidence],
        cells: Sequence[str] = (),
        *,
        actor: str | None = None,
        figure: int | None = None,
    ) -> Line:
        """A line with its key; evidence in the same sentence is cited once, with the words that came first."""
        kept: dict[str, Evidence] = {}
        for item in evidence:
            kept.setdefault(item.sentence, item)
        cited = tuple(kept.values())
        quoted = "\n".join(flat(self.analysis.text[item.start : item.end]) for item in cited)
        key = hashlib.sha256(f"{section}\n{quoted}".encode("utf-8", "replace")).hexdigest()[:12]
        return Line(section, key, text, cited, tuple(cells), actor, figure)


def flat(text: str) -> str:
    """`text` with each run of white space as one space."""
    return " ".join(text.split())


def crop(text: str, length: int) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `length` characters."""
    line = flat(text)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    head, space, _ = cut.rpartition(" ")
    return f"{(head if space and len(head) > length // 2 else cut).rstrip(' ,;:–—-')}…"


def quote(text: str, length: int = 240) -> str:
    """`text` in quotation marks, cropped; marks that already stand around it are not doubled, inner ones are closed."""
    line = crop(text, length).rstrip(",;:")
    bare = re.fullmatch(r"(?:''|[“\"«„‘'])(.*?)[,.]?(?:''|[”\"»“’'])?", line)
    if bare and not re.search(r"[“”\"«»]", bare[1]):
        line = bare[1].rstrip(",;:")
    if line.count("“") > line.count("”"):
        line += "”"
    return f"“{line}”"


def upper_first(text: str) -> str:
    """`text` with a capital at its start."""
    return text[:1].upper() + text[1:]
