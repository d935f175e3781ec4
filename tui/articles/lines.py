"""A text's lines, and what each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .extracted import Judged, LineKind
from .features import CLIP
from .kinds import body_kind, furniture_kinds, is_caption, is_list_item, own_kind

_WRAP = (45, 110)
"""A hard-wrapped line is about this long."""

THRESHOLD = 0.45
"""A line is body from this probability on: where the expected F1 of a page is best."""


@dataclass(frozen=True)
class Line:
    """A non-blank line without the white space around it; one that was hard-wrapped is whole again.

    `gap` is the number of blank lines before it, `indent` that of the white space characters.
    """

    start: int
    end: int
    gap: int
    indent: int


def split(text: str, *, unwrap: bool = True) -> list[Line]:
    """The non-blank lines of `text`."""
    lines: list[Line] = []
    gap = start = 0
    for raw in text.split("\n"):
        kept = raw.strip()
        if kept:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(start + indent, start + indent + len(kept), gap, indent))
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1
    return _unwrapped(text, lines) if unwrap else lines


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Lines joined that were filled to a width: each but the last of them has no room for the next one's first word."""
    whole: list[Line] = []
    index = 0
    while index < len(lines):
        last = index
        while (
            last + 1 < len(lines)
            and lines[last + 1].gap == 0
            and _WRAP[0] <= lines[last].end - lines[last].start <= _WRAP[1]
            and not is_list_item(text[lines[last + 1].start : lines[last + 1].start + 8])
        ):
            last += 1
        group = lines[index : last + 1]
        if len(group) >= 3 and _filled(text, group):
            whole.append(Line(group[0].start, group[-1].end, group[0].gap, group[0].indent))
        else:
            whole += group
        index = last + 1
    return whole


def _filled(text: str, group: list[Line]) -> bool:
    width = max(line.end - line.start for line in group)
    if not any(text[line.start].islower() for line in group[1:]):
        return False
    for line, following in pairwise(group):
        first = len(text[following.start : following.start + width].split(None, 1)[0])
        if line.end - line.start + 1 + first <= width - 1:
            return False
    return True


def classify(text: str) -> tuple[Judged, ...]:
    """The non-blank lines of `text`, which is free of control characters, each with its kind.

    The time is linear in the length.
    """
    lines = split(text)
    clips = [text[line.start : min(line.end, line.start + CLIP)] for line in lines]
    return judge(lines, clips, _rule(lines, clips))


def judge(lines: Sequence[Line], clips: Sequence[str], chances: Sequence[float]) -> tuple[Judged, ...]:
    """The lines with their kinds, from the probability that each is body."""
    inside = [chance >= THRESHOLD for chance in chances]
    furniture = furniture_kinds(clips, inside)
    judged = []
    for index, (line, clip) in enumerate(zip(lines, clips, strict=True)):
        kind: LineKind = furniture[index]
        if inside[index]:
            kind = body_kind(clip)
        elif kind in ("navigation", "related") and is_caption(clip):
            kind = "caption"
        judged.append(Judged(line.start, line.end, kind, chances[index]))
    return tuple(judged)


def _rule(lines: list[Line], clips: list[str]) -> list[float]:
    prose = [
        len(clip) >= 140 or (len(clip.split()) >= 8 and clip.rstrip("”\"'’) ")[-1:] in ".!?…")
        for clip in clips
    ]
    kinds = [own_kind(clip) for clip in clips]
    best = (0, 0, 0)
    start, score = 0, 0
    for index, is_prose in enumerate(prose):
        score += min(600, len(clips[index])) if is_prose and not kinds[index] else -60
        if kinds[index] == "related":
            score = 0
        if score <= 0:
            start, score = index + 1, 0
        elif score > best[0]:
            best = (score, start, index + 1)
    low, high = best[1], best[2]
    return [0.9 if low <= index < high and not kinds[index] else 0.1 for index in range(len(lines))]
