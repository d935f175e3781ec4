"""Corrections of actors by hand: merge, split, rename, change of kind, and dropped false mentions.

Names are compared without case and differences of white space, first with the actors' names, then with their aliases.
A correction of a name that an article does not have changes nothing there. `corrections_file` has the written form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from .model import Actor, ActorKind, Analysis, Label

Do = Literal["merge", "split", "rename", "kind", "drop"]


@dataclass(frozen=True)
class Correction:
    """One correction. `names` are the actors or forms that it is about; `value` is what they become: for merge the name
    of the whole, for split the actor that the form is taken out of, for rename the new name, for kind the kind."""

    do: Do
    names: tuple[str, ...]
    value: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Corrections:
    """The corrections of a folder in their order; `extra` are the keys of the file that the tool does not know."""

    items: tuple[Correction, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def with_(self, correction: Correction, at: int | None = None) -> Corrections:
        """These corrections and one more, at the end or as number `at`."""
        at = len(self.items) if at is None else min(at, len(self.items))
        return Corrections((*self.items[:at], correction, *self.items[at:]), self.extra)

    def without(self, at: int) -> Corrections:
        """These corrections without number `at`."""
        return Corrections((*self.items[:at], *self.items[at + 1 :]), self.extra)


_LABELS: dict[ActorKind, tuple[Label, tuple[Label, ...]]] = {
    "person": ("PERSON", ("ORG", "PLACE", "GROUP", "EVENT", "LAW", "PRODUCT")),
    "organisation": ("ORG", ("PERSON", "PLACE", "PRODUCT")),
    "media": ("ORG", ("PERSON", "PLACE", "PRODUCT")),
    "government": ("ORG", ("PERSON", "PRODUCT")),
}
"""The label that the mentions of an actor get when it becomes of this kind, if they have one of the others."""


def apply_corrections(analysis: Analysis, corrections: Corrections) -> Analysis:
    """The analysis as if the corrections had been known when it was made. Ids of actors stay; a split makes new ones."""
    for item in corrections.items:
        analysis = _STEPS[item.do](analysis, item)
    return analysis


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _find(actors: Sequence[Actor], name: str) -> Actor | None:
    key = _key(name)
    by_name = (actor for actor in actors if _key(actor.name) == key)
    by_alias = (actor for actor in actors if key in map(_key, actor.aliases))
    return next(by_name, None) or next(by_alias, None)


def _merge(analysis: Analysis, item: Correction) -> Analysis:
    found: dict[str, Actor] = {}
    for name in (item.value, *item.names):
        if (actor := _find(analysis.actors, name)) is not None:
            found.setdefault(actor.id, actor)
    if not found:
        return analysis
    parts = list(found.values())
    whole = _find(parts, item.value) or max(parts, key=lambda actor: actor.mentions)
    forms = dict.fromkeys(form for part in parts for form in (part.name, *part.aliases))
    roles = {(role.start, role.end): role for part in parts for role in part.roles}
    merged = msgspec.structs.replace(
        whole,
        name=item.value,
        aliases=tuple(form for form in forms if form != item.value),
        roles=tuple(roles[key] for key in sorted(roles)),
        mentions=sum(part.mentions for part in parts),
        salience=max(part.salience for part in parts),
    )
    ids = {part.id: whole.id for part in parts}
    kept = [merged if actor.id == whole.id else actor for actor in analysis.actors]
    return _with(analysis, [actor for actor in kept if actor.id == whole.id or actor.id not in ids], ids)


def _split(analysis: Analysis, item: Correction) -> Analysis:
    source, key = _find(analysis.actors, item.value), _key(item.names[0])
    if source is None:
        return analysis
    moved = [m for m in analysis.mentions if m.actor == source.id and _key(m.text) == key]
    if not moved or len(moved) == source.mentions:
        return analysis
    number = 1 + max((int(actor.id[1:]) for actor in analysis.actors if actor.id[1:].isdigit()), default=0)
    share = len(moved) / source.mentions
    named = [m for m in analysis.mentions if m.actor == source.id]

    def goes(start: int) -> bool:
        """Whether what stands at `start` is said of the form that is taken out: the nearest mention is one of it."""
        return _key(min(named, key=lambda m: abs(m.start - start)).text) == key

    position = source.position if source.position is not None and goes(source.position.start) else None
    apart = Actor(
        id=f"A{number}",
        name=item.names[0],
        kind=source.kind,
        roles=tuple(role for role in source.roles if goes(role.start)),
        mentions=len(moved),
        salience=round(source.salience * share, 3),
        position=position,
    )
    rest = msgspec.structs.replace(
        source,
        name=next((form for form in (source.name, *source.aliases) if _key(form) != key), source.name),
        aliases=tuple(form for form in source.aliases if _key(form) != key),
        roles=tuple(role for role in source.roles if not goes(role.start)),
        mentions=source.mentions - len(moved),
        position=None if position is not None else source.position,
    )
    rest = msgspec.structs.replace(rest, aliases=tuple(form for form in rest.aliases if form != rest.name))
    mentions = tuple(
        msgspec.structs.replace(m, actor=apart.id) if m.actor == source.id and _key(m.text) == key else m
        for m in analysis.mentions
    )
    claims = tuple(
        msgspec.structs.replace(c, actor=apart.id)
        if c.actor == source.id and c.speaker is not None and _key(c.speaker) == key
        else c
        for c in analysis.claims
    )
    actors = [rest if actor.id == source.id else actor for actor in analysis.actors]
    return msgspec.structs.replace(analysis, actors=(*actors, apart), mentions=mentions, claims=claims)


def _rename(analysis: Analysis, item: Correction) -> Analysis:
    actor = _find(analysis.actors, item.names[0])
    if actor is None:
        return analysis
    forms = dict.fromkeys((actor.name, *actor.aliases))
    renamed = msgspec.structs.replace(
        actor, name=item.value, aliases=tuple(form for form in forms if form != item.value)
    )
    return _with(analysis, [renamed if each.id == actor.id else each for each in analysis.actors], {})


def _kind(analysis: Analysis, item: Correction) -> Analysis:
    ids = {actor.id for name in item.names if (actor := _find(analysis.actors, name)) is not None}
    kind: ActorKind = item.value  # type: ignore[assignment]  # checked when read
    changed = {each.id for each in analysis.actors if each.id in ids and each.kind != kind}
    label, others = _LABELS.get(kind, (None, ()))
    counts = dict(analysis.statistics.mentions)
    mentions = list(analysis.mentions)
    for number, mention in enumerate(mentions):
        if label is not None and mention.actor in changed and mention.label in others:
            counts[mention.label] = max(0, counts.get(mention.label, 0) - 1)
            counts[label] = counts.get(label, 0) + 1
            mentions[number] = msgspec.structs.replace(mention, label=label)
    return msgspec.structs.replace(
        analysis,
        actors=tuple(
            msgspec.structs.replace(each, kind=kind) if each.id in changed else each
            for each in analysis.actors
        ),
        mentions=tuple(mentions),
        statistics=msgspec.structs.replace(analysis.statistics, mentions=counts),
    )


def _drop(analysis: Analysis, item: Correction) -> Analysis:
    """Without the actors of these names, and without the mentions of these forms."""
    keys = {_key(name) for name in item.names}
    gone = {actor.id for actor in analysis.actors if _key(actor.name) in keys}
    lost = [m for m in analysis.mentions if m.actor in gone or _key(m.text) in keys]
    fewer: dict[str | None, int] = {}
    labels = dict(analysis.statistics.mentions)
    for mention in lost:
        fewer[mention.actor] = fewer.get(mention.actor, 0) + 1
        labels[mention.label] = max(0, labels.get(mention.label, 0) - 1)
    actors = []
    for actor in analysis.actors:
        left = actor.mentions - fewer.get(actor.id, 0)
        if actor.id in gone or (left <= 0 and actor.id in fewer):
            gone.add(actor.id)
            continue
        aliases = tuple(form for form in actor.aliases if _key(form) not in keys)
        actors.append(msgspec.structs.replace(actor, aliases=aliases, mentions=left))
    dropped = {(m.start, m.end) for m in lost}
    analysis = msgspec.structs.replace(
        analysis,
        mentions=tuple(m for m in analysis.mentions if (m.start, m.end) not in dropped),
        statistics=msgspec.structs.replace(analysis.statistics, mentions=labels),
    )
    return _with(analysis, actors, dict.fromkeys(gone))


def _with(analysis: Analysis, actors: Sequence[Actor], ids: Mapping[str, str | None]) -> Analysis:
    """The analysis with these actors, and its mentions and claims moved from the old ids to the new."""
    return msgspec.structs.replace(
        analysis,
        actors=tuple(actors),
        mentions=tuple(
            msgspec.structs.replace(m, actor=ids[m.actor]) if m.actor is not None and m.actor in ids else m
            for m in analysis.mentions
        ),
        claims=tuple(
            msgspec.structs.replace(c, actor=ids[c.actor]) if c.actor is not None and c.actor in ids else c
            for c in analysis.claims
        ),
    )


_STEPS = {"merge": _merge, "split": _split, "rename": _rename, "kind": _kind, "drop": _drop}
