"""Who says what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.model import Actor, Claim, ClaimForm, Mention
from tui.analysis.parsed import Parsed

from .direct import find_direct
from .indirect import find_fragments, find_indirect
from .labels import find_labelled
from .parts import Found, Page, letters
from .quotes import find_quotes
from .speakers import Speakers

__all__ = ["find_claims"]

_DIRECT_SHARE = 0.9
_INHERITED_BLOCKS = 3
_KNOWN = 30
"""Letters by which a quotation is known again."""
_ELLIPSIS = re.compile(r"\s*(?:\.\s?\.\s?\.|…)\s*")


def find_claims(parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor]) -> tuple[Claim, ...]:
    """The statements of an article in reading order: what is said, who says it, and the word that tells so.

    A claim is `direct` when nine tenths of its letters stand in quotation marks, `mixed` when some do. Its span holds the
    content with its marks, without "that" and without the words that attribute it, unless these stand inside it. Its
    sentence is the one in which it starts. A quotation without a cue has the speaker of the statement before it, or the one
    that it has where it is printed a second time.
    """
    page = Page(parsed, find_quotes(parsed.text, parsed.article.blocks))
    found = _select([*find_direct(page), *find_indirect(page)])
    speakers = Speakers(page, mentions, actors)
    found = _select([*found, *find_fragments(page, found), *find_labelled(page, speakers.is_actor)])
    claims: list[Claim] = []
    for item, actor in _printed_twice(page.text, _attributed(page, found, speakers)):
        start, end = item.speaker or (None, None)
        claims.append(
            Claim(
                start=item.start,
                end=item.end,
                text=parsed.text[item.start : item.end],
                form=_form(page, item),
                speaker=parsed.text[start:end] if item.speaker else None,
                actor=actor,
                cue=parsed.text[item.cue[0] : item.cue[1]] if item.cue else None,
                sentence=parsed.sentence_at(item.start).id,
                stance=item.stance,
                speaker_start=start,
                speaker_end=end,
            )
        )
    return tuple(claims)


def _attributed(page: Page, found: Sequence[Found], speakers: Speakers) -> list[tuple[Found, str | None]]:
    """The statements with their actors; a quotation that goes on with the one before it is joined to it."""
    done: list[tuple[Found, str | None]] = []
    for item in found:
        if not item.inherits:
            done.append((item, speakers.actor_of(item)))
            continue
        if not done or page.block_at(item.start) - page.block_at(done[-1][0].start) > _INHERITED_BLOCKS:
            done.append((item, None))
            continue
        before, actor = done[-1]
        between = page.text[before.end : item.start]
        if before.quoted and (not between.strip() if item.continues else _ELLIPSIS.fullmatch(between)):
            done[-1] = replace(before, end=item.end), actor
        else:
            done.append((replace(item, speaker=before.speaker, head=before.head), actor))
    return done


def _printed_twice(
    text: str, attributed: Sequence[tuple[Found, str | None]]
) -> Iterator[tuple[Found, str | None]]:
    """The statements; a quotation that is pulled out of the text to catch the eye has the speaker that it has there."""
    told = {
        opening: (item, actor)
        for item, actor in attributed
        if item.quoted and item.cue is not None and (opening := _opening(text, item)) is not None
    }
    for item, actor in attributed:
        if item.quoted and item.cue is None and (again := told.get(_opening(text, item) or "")) is not None:
            yield replace(item, speaker=again[0].speaker, head=again[0].head), again[1]
        else:
            yield item, actor


def _opening(text: str, item: Found) -> str | None:
    """The first letters of a quotation; None where there are too few of them to know it again."""
    opening = "".join(filter(str.isalnum, text[item.start : item.start + 2 * _KNOWN].lower()))[:_KNOWN]
    return opening if len(opening) == _KNOWN else None


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
    quoted = _sweep([item for item in found if item.quoted], [])
    cues = {item.cue for item in quoted if item.cue is not None}
    others = [item for item in found if not item.quoted and item.cue not in cues]
    return sorted([*quoted, *_sweep(others, quoted)], key=lambda one: (one.start, one.end))


def _sweep(items: Sequence[Found], fixed: Sequence[Found]) -> list[Found]:
    """The items, the longer of those with one start first, that clash neither with `fixed` nor with one another."""
    kept: list[Found] = []
    cues: set[tuple[int, int] | None] = set()
    active: list[Found] = []
    following = 0
    for item in sorted(items, key=lambda one: (one.start, -one.end)):
        while following < len(fixed) and fixed[following].start < item.end:
            active.append(fixed[following])
            following += 1
        active = [other for other in active if other.end > item.start]
        doubled = not item.quoted and item.cue is not None and item.cue in cues
        if not doubled and not any(_clashes(item, other) for other in active):
            kept.append(item)
            active.append(item)
            cues.add(item.cue)
    return kept


def _clashes(item: Found, other: Found) -> bool:
    shared = min(item.end, other.end) - max(item.start, other.start)
    sizes = item.end - item.start, other.end - other.start
    if shared <= 0 or shared < 0.5 * min(sizes):
        return False
    return item.quoted or other.quoted or shared >= 0.5 * max(sizes)
