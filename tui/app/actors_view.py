"""The actors of an article beside its text: roles, what each said, where each is named, and together with whom. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.app.evidence import Sentences
from tui.app.page import Paragraph
from tui.brief.lines import crop, flat
from tui.brief.model import Brief, Line

if TYPE_CHECKING:
    from tui.analysis.model import Actor, Analysis

PARTS = 16
"""Into how many parts of equal length the bar divides the text."""

MOST_TOGETHER = 5
"""How many of those that are named together with an actor are shown, and how many sentences with them."""

LONGEST_CLAIM = 160
"""Characters of a claim that are shown; its sentence has the rest."""

BAR = "The bar shows where in the text, from left to right, an actor is named."
CORRECTED = "In all articles of this folder (actors.yaml); cl takes one out."

_LEVELS = "·▂▄▆█"


def actor_lines(analysis: Analysis) -> Iterator[Line]:
    """For each actor, the weightiest first: a line with name, kind and bar, then a line for each role and each claim,
    and one with those named in the same sentences. A line leads to the sentences that it rests on."""
    sheet = _Sheet(analysis)
    for actor in sorted(analysis.actors, key=lambda a: -a.salience):
        yield from sheet.lines(actor)


def actors_page(actors: Brief, corrections: Sequence[str]) -> list[Paragraph]:
    """The lines of the actors as paragraphs, what the bars mean above them, and the folder's corrections below."""
    from tui.app.brief_text import brief_paragraphs

    heading, *lines = brief_paragraphs(actors, {"actors": "Actors"}) or [
        Paragraph("Actors: none in this article.")
    ]
    made = [heading, *([Paragraph(BAR, style="page--dim")] if lines else []), *lines]
    if corrections:
        made.append(Paragraph("Corrected by hand", style="page--heading", gap=1))
        made.append(Paragraph(CORRECTED, style="page--dim"))
        made += [Paragraph(f"• {words}", rest=2) for words in corrections]
    return made


def bar(places: Iterable[int], size: int, parts: int = PARTS) -> str:
    """How often something stands in each part of a text of `size` characters, by its offsets; "" for no place."""
    counts = [0] * parts
    for place in places:
        counts[min(parts - 1, place * parts // max(1, size))] += 1
    most = max(counts)
    top = len(_LEVELS) - 1
    return "".join(_LEVELS[-(-top * count // max(most, top - 1))] for count in counts) if most else ""


class _Sheet:
    """An analysis with what is looked up in it for each actor."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.sentences = Sentences(analysis)
        self.names = {actor.id: flat(actor.name) for actor in analysis.actors}
        self.places: dict[str, list[int]] = {}
        self.named_in: dict[str, dict[str, None]] = {}
        self.within: dict[str, dict[str, None]] = {}
        for mention in analysis.mentions:
            if mention.actor is None:
                continue
            self.places.setdefault(mention.actor, []).append(mention.start)
            if (sentence := self.sentences.at(mention.start)) is not None:
                self.named_in.setdefault(mention.actor, {})[sentence] = None
                self.within.setdefault(sentence, {})[mention.actor] = None

    def lines(self, actor: Actor) -> Iterator[Line]:
        """The lines of one actor; none where nothing in the text can be shown for it."""
        claims = [claim for claim in self.analysis.claims if claim.actor == actor.id]
        position = [actor.position.sentence] if actor.position is not None else []
        sentences = [
            *list(self.named_in.get(actor.id, ()))[:1],
            *(role.sentence for role in actor.roles),
            *(claim.sentence for claim in claims),
            *position,
        ]
        evidence = self.sentences.evidence(sentences[:3])
        if not evidence:
            return
        name = self.names[actor.id]
        roles = list(dict.fromkeys(flat(role.text) for role in actor.roles))
        named = f"named {actor.mentions} time{'' if actor.mentions == 1 else 's'}"
        also = f"also {', '.join(map(flat, actor.aliases))}" if actor.aliases else ""
        where = bar(self.places.get(actor.id, ()), len(self.analysis.text))
        about = " ".join(part for part in (where, named) if part)
        yield Line(
            "actors",
            actor.id,
            f"{name}: {'; '.join(roles) or actor.kind}",
            evidence,
            (name, actor.kind, about, also),
            actor=actor.id,
        )
        for role in actor.roles:
            of = (
                f", {flat(role.organisation)}"
                if role.organisation and role.organisation not in role.text
                else ""
            )
            yield from self._line(actor, f"r{role.start}", f"role: {flat(role.text)}{of}", [role.sentence])
        for claim in claims:
            words = f"{flat(claim.cue or claim.stance or 'said')}: {crop(flat(claim.text), LONGEST_CLAIM)}"
            yield from self._line(actor, f"c{claim.start}", words, [claim.sentence])
        yield from self._together(actor)

    def _line(self, actor: Actor, key: str, text: str, sentences: Iterable[str]) -> Iterator[Line]:
        evidence = self.sentences.evidence(sentences)
        if evidence:
            yield Line("actors", f"{actor.id} {key}", text, evidence, actor=actor.id)

    def _together(self, actor: Actor) -> Iterator[Line]:
        """Whom the article names in the same sentences, those most often so first."""
        counts: Counter[str] = Counter()
        for sentence in self.named_in.get(actor.id, ()):
            counts.update(other for other in self.within[sentence] if other != actor.id)
        most = [other for other, _ in counts.most_common(MOST_TOGETHER) if other in self.names]
        if not most:
            return
        shared = [s for s in self.named_in[actor.id] if any(other in self.within[s] for other in most)]
        times = (f"{self.names[o]}{f' ({counts[o]} times)' if counts[o] > 1 else ''}" for o in most)
        yield from self._line(
            actor, "with", f"named together with {', '.join(times)}", shared[:MOST_TOGETHER]
        )
