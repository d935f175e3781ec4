"""Another label, kind or name for names of an analysis, carried through to its mentions, actors and claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ..model import Actor, ActorKind, Analysis, Claim, Label, Mention
from .folding import fold

_ACTING: dict[Label, ActorKind] = {"PERSON": "person", "ORG": "organisation", "PLACE": "government"}
"""The kind of actor that a name with this label is, where it says or does something."""


def relabelled(analysis: Analysis, labels: Mapping[str, tuple[Label, ActorKind | None]]) -> Analysis:
    """The analysis with these labels for the mentions of these forms, and the kinds that organisations are known to be.

    A new person or organisation becomes an actor, also of the claims whose speaker it is. What is a place now stays an actor
    where it says something. Ids stay; a new actor has the next free one.
    """
    moved = {
        index: labels[form]
        for index, mention in enumerate(analysis.mentions)
        if (form := flat(mention.text)) in labels and labels[form][0] != mention.label
    }
    if not moved:
        return analysis
    speaking = {claim.actor for claim in analysis.claims}
    kinds: dict[str | None, ActorKind | None] = {}
    fresh: dict[str, list[int]] = {}
    mentions = list(analysis.mentions)
    for index, (label, known) in moved.items():
        mention = mentions[index] = replace(mentions[index], label=label)
        kind = known if label == "ORG" and known in ("media", "government") else _ACTING.get(label)
        if mention.actor is not None:
            kinds[mention.actor] = kind if label != "PLACE" or mention.actor in speaking else None
        elif kind is not None and label != "PLACE":
            fresh.setdefault(flat(mention.text), []).append(index)
            kinds[flat(mention.text)] = kind
    gone = {actor for actor, kind in kinds.items() if kind is None}
    analysis = replace(
        analysis,
        mentions=tuple(replace(m, actor=None) if m.actor in gone else m for m in mentions),
        actors=tuple(replace(a, kind=kinds.get(a.id) or a.kind) for a in analysis.actors if a.id not in gone),
        claims=tuple(replace(c, actor=None) if c.actor in gone else c for c in analysis.claims),
        statistics=replace(
            analysis.statistics, mentions=dict(sorted(Counter(m.label for m in mentions).items()))
        ),
    )
    for form, places in fresh.items():
        analysis = _with_actor(analysis, form, kinds[form] or "organisation", places)
    return analysis


def renamed(analysis: Analysis, kinds: Mapping[str, ActorKind], names: Mapping[str, str]) -> Analysis:
    """The analysis with these kinds of organisations and these names of people, both by the folded name.

    A person keeps its own name as an alias. A name that another actor of the article has is not given.
    """
    taken = Counter(
        names.get(fold(a.name), a.name) if a.kind == "person" else a.name for a in analysis.actors
    )
    actors = []
    for actor in analysis.actors:
        key = fold(actor.name)
        name = names.get(key, actor.name)
        if actor.kind == "organisation" and key in kinds:
            actor = replace(actor, kind=kinds[key])
        elif actor.kind == "person" and name != actor.name and taken[name] == 1:
            forms = dict.fromkeys((actor.name, *actor.aliases))
            actor = replace(actor, name=name, aliases=tuple(form for form in forms if form != name))
        actors.append(actor)
    same = all(new is old for new, old in zip(actors, analysis.actors, strict=True))
    return analysis if same else replace(analysis, actors=tuple(actors))


def flat(name: str) -> str:
    """`name` with each run of white space as one space."""
    return " ".join(name.split())


def _with_actor(analysis: Analysis, name: str, kind: ActorKind, places: Sequence[int]) -> Analysis:
    """The analysis with one more actor, to whom the mentions with these indexes belong."""
    number = 1 + max((int(a.id[1:]) for a in analysis.actors if a.id[1:].isdigit()), default=0)
    most = max((actor.mentions for actor in analysis.actors), default=0)
    start = analysis.mentions[places[0]].start
    salience = 0.5 * len(places) / max(most, len(places)) + 0.15 * (1 - start / max(1, len(analysis.text)))
    new = Actor(f"A{number}", name, kind, mentions=len(places), salience=round(salience, 3))
    mentions = list(analysis.mentions)
    for index in places:
        mentions[index] = replace(mentions[index], actor=new.id)
    first = {mention.actor: mention.start for mention in reversed(mentions)}
    actors = list(analysis.actors)
    actors.insert(next((i for i, a in enumerate(actors) if first.get(a.id, -1) > start), len(actors)), new)
    own = [mentions[index] for index in places]
    return replace(
        analysis,
        mentions=tuple(mentions),
        actors=tuple(actors),
        claims=tuple(
            replace(c, actor=new.id) if c.actor is None and any(_says(m, c) for m in own) else c
            for c in analysis.claims
        ),
    )


def _says(mention: Mention, claim: Claim) -> bool:
    """Whether a claim's speaker is written with the mention."""
    start, end = claim.speaker_start, claim.speaker_end
    return start is not None and end is not None and start <= mention.start and mention.end <= end
