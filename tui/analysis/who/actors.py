"""Actors: who does or says something, under which names, in which roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from ..model import Actor, ActorKind, Mention, Role
from ..parsed import Parsed
from .acting import acts, speaks
from .gazetteer import country, demonym, seat
from .kinds import organisation_kind
from .organisations import link_organisations
from .people import link_people
from .roles import find_roles, plain_key
from .short_forms import short_form_after
from .spans import Tokens
from .unnamed import unnamed_speakers

_OFTEN = 4
"""A country named so often is a party of the story even where the parse shows no deed of its."""


@dataclass
class _Draft:
    """An actor under construction: its mentions by index, or for unnamed ones the stretches of the text."""

    name: str
    kind: ActorKind
    mentions: list[int] = field(default_factory=list)
    stretches: list[tuple[int, int]] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    said: bool = False


def find_actors(parsed: Parsed, mentions: Sequence[Mention]) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors in the order of their first mention, ids A1, A2 …, and the mentions with their actor's id."""
    tokens = Tokens(parsed)
    drafts = [
        *_people(mentions),
        *_organisations(parsed.text, mentions),
        *_governments(mentions, tokens),
    ]
    for draft in drafts:
        draft.stretches = [(mentions[i].start, mentions[i].end) for i in draft.mentions]
    drafts += _unnamed(parsed, mentions, tokens)
    drafts.sort(key=lambda draft: (draft.stretches[0], draft.name))
    _add_roles(parsed, mentions, drafts, tokens)
    ids: dict[int, str] = {}
    actors = []
    most = max((len(draft.stretches) for draft in drafts), default=1)
    for number, draft in enumerate(drafts, 1):
        ids.update(dict.fromkeys(draft.mentions, f"A{number}"))
        actors.append(_actor(parsed, draft, f"A{number}", most, tokens))
    linked = tuple(
        msgspec.structs.replace(mention, actor=ids.get(index)) for index, mention in enumerate(mentions)
    )
    return tuple(actors), linked


def _people(mentions: Sequence[Mention]) -> list[_Draft]:
    named = [(i, mention.text) for i, mention in enumerate(mentions) if mention.label == "PERSON"]
    return [
        _Draft(
            " ".join(mentions[person.mentions[0]].text.split())
            if len(person.words) == 1
            else " ".join(person.words),
            "person",
            person.mentions,
        )
        for person in link_people(named)
    ]


def _organisations(text: str, mentions: Sequence[Mention]) -> list[_Draft]:
    named = [
        (i, mention.text)
        for i, mention in enumerate(mentions)
        if mention.label == "ORG" and not country(mention.text)
    ]
    short = {}
    for index, name in named:
        if span := short_form_after(text, mentions[index].start, mentions[index].end):
            short[text[slice(*span)]] = name
    return [
        _Draft(each.name, organisation_kind(each.name), each.mentions)
        for each in link_organisations(named, short)
    ]


def _governments(mentions: Sequence[Mention], tokens: Tokens) -> list[_Draft]:
    """Countries of which any mention acts, with all mentions; seats where they act; other places that say something."""
    places: dict[str, list[int]] = defaultdict(list)
    acting: set[str] = set()
    for index, mention in enumerate(mentions):
        name = country(mention.text) if mention.label in ("PLACE", "ORG") else None
        if name is None and mention.label != "PLACE":
            continue
        root = tokens.root(mention.start, mention.end)
        if name is not None:
            places[name].append(index)
            if acts(root):
                acting.add(name)
        elif home := seat(mention.text):
            if acts(root):
                places[home].append(index)
                acting.add(home)
        elif speaks(root):
            places[mention.text].append(index)
            acting.add(mention.text)
    acting.update(name for name, found in places.items() if len(found) >= _OFTEN)
    return [_Draft(name, "government", sorted(places[name])) for name in sorted(acting)]


def _unnamed(parsed: Parsed, mentions: Sequence[Mention], tokens: Tokens) -> list[_Draft]:
    named = {i for mention in mentions for i in range(*tokens.cover(mention.start, mention.end))}
    groups: dict[str, _Draft] = {}
    speakers = list(unnamed_speakers(parsed, named))
    introduced = {found.key for found in speakers if found.introduced}
    for found in speakers:
        if found.key not in introduced:
            continue
        text = parsed.text[found.start : found.end]
        first = parsed.doc[tokens.cover(found.start, found.end)[0]]
        if first.is_sent_start and first.is_title and first.pos_ != "PROPN" and not demonym(first.text):
            text = text[0].lower() + text[1:]
        draft = groups.setdefault(found.key, _Draft(" ".join(text.split()), "unnamed", said=True))
        draft.stretches.append((found.start, found.end))
    return list(groups.values())


def _add_roles(parsed: Parsed, mentions: Sequence[Mention], drafts: Sequence[_Draft], tokens: Tokens) -> None:
    owner = {index: draft for draft in drafts for index in draft.mentions}
    for found in find_roles(parsed.doc, parsed.text, mentions, tokens):
        draft = owner.get(found.mention)
        text = parsed.text[found.start : found.end]
        if draft is None or any(plain_key(role.text) == plain_key(text) for role in draft.roles):
            continue
        sentence = parsed.sentence_at(found.start).id
        draft.roles.append(Role(text, found.start, found.end, sentence, found.organisation))


def _actor(parsed: Parsed, draft: _Draft, number: str, most: int, tokens: Tokens) -> Actor:
    text = parsed.text
    forms = dict.fromkeys(" ".join(text[start:end].split()) for start, end in draft.stretches)
    first = draft.stretches[0][0]
    said = draft.said or any(speaks(tokens.root(start, end)) for start, end in draft.stretches)
    title = parsed.article.blocks[0] if parsed.article.blocks else None
    in_title = title is not None and first < title.end
    salience = (
        0.5 * len(draft.stretches) / most
        + 0.2 * said
        + 0.15 * in_title
        + 0.15 * (1 - first / max(1, len(text)))
    )
    kind = draft.kind
    if kind == "organisation" and any(
        "news" in role.text.lower() or "newspaper" in role.text.lower() for role in draft.roles
    ):
        kind = "media"
    return Actor(
        id=number,
        name=draft.name,
        kind=kind,
        aliases=tuple(form for form in forms if form.casefold() != draft.name.casefold()),
        roles=tuple(sorted(draft.roles, key=lambda role: role.start)),
        mentions=len(draft.stretches),
        salience=round(salience, 3),
    )
