"""A text's lines, and what each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from .extracted import Judged, LineKind
from .features import CLIP, page_features
from .glued import breaks, is_tail
from .kinds import body_kind, furniture_kinds, is_caption, is_cut_short, is_imprint, is_list_item, own_kind
from .lexical import hashed
from .words import words

_WRAP = (45, 110)
"""A hard-wrapped line is about this long."""

_SOME = 0.38
"""A text in which no line reaches this probability does not look like an article."""

_LEVELS = (0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.44, 0.48, 0.52, 0.56)
"""The probabilities from which on the lines of a page may be body."""

_UNLIKELY, _PARAGRAPH, _HEADING = 0.15, 150, 80
"""Below the first, a line between paragraphs stays out; characters of a paragraph, at least, and of a heading, at most."""

_SURE = 0.8
"""A line is body from this probability on even if the line before it looks like its beginning, cut short."""

MANY = 20_000
"""Lines that are judged among their neighbours; what comes after them is judged by its form alone, in a fraction of the
time. No article is that long: it keeps a 20 MB file from taking minutes."""


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
    """The non-blank lines of `text`; with `unwrap` hard-wrapped ones are joined, and furniture that is glued to prose is cut
    off."""
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
    return _unglued(text, _unwrapped(text, lines)) if unwrap else lines


def _unglued(text: str, lines: list[Line]) -> list[Line]:
    """Long lines cut where furniture begins or ends in them."""
    found: list[Line] = []
    for line in lines:
        cuts = breaks(text, line.start, line.end)
        if not cuts:
            found.append(line)
            continue
        for low, high in pairwise([line.start, *cuts, line.end]):
            lead = len(text[low:high]) - len(text[low:high].lstrip())
            kept = text[low:high].strip()
            if kept:
                first = low == line.start
                found.append(
                    Line(
                        low + lead,
                        low + lead + len(kept),
                        line.gap if first else 0,
                        line.indent if first else 0,
                    )
                )
    return found


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

    Where nothing looks like an article, what looks like prose is its body, else all of it: no text is left empty.
    The time is linear in the length.
    """
    lines = split(text)
    clips = [text[line.start : min(line.end, line.start + CLIP)] for line in lines]
    chances = _chances(lines[:MANY], clips[:MANY]) + [_by_form(clip) for clip in clips[MANY:]]
    if not any(chance >= _SOME for chance in chances):
        chances = [_by_form(clip) for clip in clips]
    if not any(chance >= _SOME for chance in chances):
        chances = [0.9] * len(clips)
    return decide(text, lines, clips, chances)


def decide(
    text: str, lines: Sequence[Line], clips: Sequence[str], chances: Sequence[float]
) -> tuple[Judged, ...]:
    """The lines with their kinds, from the probability that each is body."""
    level = threshold(chances, clips)
    doubtful = [*chances]
    _raise_headings(lines, clips, doubtful, level)
    for index, (line, clip) in enumerate(zip(lines, clips, strict=True)):
        known = doubtful[index] < 0.5 and own_kind(clip) is not None
        if known or is_tail(text, line.start) or is_imprint(clip):
            doubtful[index] = 0.0
    return judge(lines, clips, doubtful, level)


def threshold(chances: Sequence[float], clips: Sequence[str]) -> float:
    """The probability from which on a page's lines are body: where the F1 that the probabilities promise is best.

    Each line counts by its words. (Lewis 1995: "Evaluating and optimizing autonomous text classification systems".)
    """
    import numpy as np

    chance = np.array(chances)
    size = np.array([clip.count(" ") + 1.5 for clip in clips])
    right = chance * size
    promised = [
        2 * right[kept].sum() / (size[kept].sum() + right.sum() + 1e-9)
        for kept in (chance >= level for level in _LEVELS)
    ]
    return _LEVELS[int(np.argmax(promised))] if chances else _SOME


def _raise_headings(lines: Sequence[Line], clips: Sequence[str], chances: list[float], level: float) -> None:
    """A short line between two paragraphs of the body that is no known furniture is a heading, unless that is unlikely."""
    long = [
        line.end - line.start >= _PARAGRAPH and chance >= level
        for line, chance in zip(lines, chances, strict=True)
    ]
    for index in range(1, len(lines) - 1):
        if _UNLIKELY <= chances[index] < level and long[index - 1] and long[index + 1]:
            clip = clips[index]
            if len(clip) <= _HEADING and clip[-1] not in ".,;:" and own_kind(clip) is None:
                chances[index] = level


def judge(
    lines: Sequence[Line], clips: Sequence[str], chances: Sequence[float], level: float
) -> tuple[Judged, ...]:
    """The lines with their kinds, from the probability that each is body; they are from `level` on."""
    inside = [chance >= level for chance in chances]
    furniture = furniture_kinds(clips, inside)
    judged = []
    for index, (line, clip) in enumerate(zip(lines, clips, strict=True)):
        kind: LineKind = furniture[index]
        if inside[index]:
            kind = body_kind(clip)
        elif kind in ("navigation", "related") and is_caption(clip):
            kind = "caption"
        judged.append(Judged(line.start, line.end, kind, chances[index]))
    _name_cut_captions(lines, clips, judged, furniture)
    return tuple(judged)


def _name_cut_captions(
    lines: Sequence[Line], clips: Sequence[str], judged: list[Judged], furniture: Sequence[LineKind]
) -> None:
    """Above the last body line, a line that was cut short becomes furniture and the one that says it in full a caption,
    unless that is surely body."""
    last = max((index for index, line in enumerate(judged) if line.kind == "body"), default=0)
    for index in range(last):
        cut, full = judged[index], judged[index + 1]
        if lines[index + 1].gap or full.body >= _SURE or not is_cut_short(clips[index], clips[index + 1]):
            continue
        judged[index] = Judged(cut.start, cut.end, furniture[index], cut.body)
        judged[index + 1] = Judged(full.start, full.end, "caption", full.body)


def _chances(lines: Sequence[Line], clips: Sequence[str]) -> list[float]:
    """The probability of each line to be body."""
    if not lines:
        return []
    import numpy as np

    from .weights import load

    weights = load()
    said = [words(clip) for clip in clips]
    buckets = [sorted(hashed(line)) for line in said]
    sums = np.cumsum(weights.words[list(chain.from_iterable(buckets))], dtype=np.float64)
    ends = np.cumsum([len(line) for line in buckets])
    lexical = np.diff(sums[ends - 1], prepend=0).astype(np.float32) + weights.words[-1]
    rows = page_features(
        clips,
        said,
        [line.end - line.start for line in lines],
        [line.gap for line in lines],
        [line.indent for line in lines],
        lexical,
    )
    chances: list[float] = weights.nets.predict(rows).tolist()
    return chances


def _by_form(clip: str) -> float:
    return 0.9 if len(clip) >= 80 or clip.rstrip("”\"'’) ")[-1:] in (".", "!", "?") else 0.1
