"""Who says what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from tui.analysis.model import Actor, Claim, ClaimForm, Mention
from tui.analysis.parsed import Parsed

from .direct import find_direct
from .indirect import find_fragments, find_indirect
from .parts import Found, Page, letters
from .quotes import find_quotes
from .speakers import Speakers

_DIRECT_SHARE = 0.9


def find_claims(parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor]) -> tuple[Claim, ...]:
    """The statements of an article, with who makes them."""
    page = Page(parsed, find_quotes(parsed.text, parsed.article.blocks))
    found = _select([*find_direct(page), *find_indirect(page)])
    found = _select([*found, *find_fragments(page, found)])
    speakers = Speakers(page, mentions, actors)
    claims: list[Claim] = []
    before: Found | None = None
    for item in found:
        if item.inherits:
            if before is None:
                continue
            actor = claims[-1].actor
            if item.continues and claims[-1].end == before.end and claims[-1].form == "direct":
                claims[-1] = msgspec.structs.replace(
                    claims[-1], end=item.end, text=parsed.text[claims[-1].start : item.end]
                )
                before = replace(before, end=item.end)
                continue
            item = replace(item, speaker=before.speaker, head=before.head)
        else:
            actor = speakers.actor_of(item)
        before, speaker = item, item.speaker
        claims.append(
            Claim(
                item.start,
                item.end,
                parsed.text[item.start : item.end],
                _form(page, item),
                parsed.text[speaker[0] : speaker[1]] if speaker else None,
                actor,
                parsed.text[item.cue[0] : item.cue[1]] if item.cue else None,
                parsed.sentence_at(item.start).id,
                item.stance,
                speaker[0] if speaker else None,
                speaker[1] if speaker else None,
            )
        )
    return tuple(claims)


def _form(page: Page, item: Found) -> ClaimForm:
    quoted = sum(
        letters(page.text, max(item.start, quote.inner_start), min(item.end, quote.inner_end))
        for quote in page.quotes_in(item.start, item.end)
    )
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _DIRECT_SHARE * letters(page.text, item.start, item.end) else "mixed"


def _select(found: Sequence[Found]) -> list[Found]:
    """One claim for each stretch: a quotation goes before a clause that holds mostly the same words."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda one: (not one.quoted, one.start, -one.end)):
        clash = False
        for other in kept:
            shared = min(item.end, other.end) - max(item.start, other.start)
            if (
                shared > 0
                and shared >= 0.5 * min(item.end - item.start, other.end - other.start)
                and (
                    item.quoted
                    or other.quoted
                    or shared >= 0.5 * max(item.end - item.start, other.end - other.start)
                )
            ):
                clash = True
            if not item.quoted and item.cue is not None and item.cue == other.cue:
                clash = True
        if not clash:
            kept.append(item)
    return sorted(kept, key=lambda one: (one.start, one.end))
