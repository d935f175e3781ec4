"""Which actors and mentions are meant by a place in an article. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.analysis.model import Actor, Analysis, Mention


class Here(NamedTuple):
    """A place in an article: an actor wherever it is named, or else what stands in the spans of the text."""

    spans: Sequence[tuple[int, int]] = ()
    actor: str | None = None


def mentions_at(analysis: Analysis, here: Here) -> list[Mention]:
    """The mentions that may be meant, in reading order."""
    if here.actor is not None:
        return [mention for mention in analysis.mentions if mention.actor == here.actor]
    return [m for m in analysis.mentions if any(start <= m.start < end for start, end in here.spans)]


def actors_at(analysis: Analysis, here: Here | None) -> list[Actor]:
    """The actors that may be meant: those named there, then those heard there; without a place all, the weightiest first."""
    if here is None:
        return sorted(analysis.actors, key=lambda actor: -actor.salience)
    ids = [here.actor] if here.actor is not None else [m.actor for m in mentions_at(analysis, here)]
    if here.actor is None:
        heard_in = {s.id for s in analysis.sentences if any(s.start < b and s.end > a for a, b in here.spans)}
        ids += [claim.actor for claim in analysis.claims if claim.sentence in heard_in]
    known = {actor.id: actor for actor in analysis.actors}
    return [known[one] for one in dict.fromkeys(ids) if one is not None and one in known]
