"""What a person wrote into a brief's file, carried over when the brief is written again.

The file ends with a comment that holds a short hash of every line the tool wrote. A line of the file whose hash is not
among them is the person's: added, or a line of the tool's with other words. Each run of such lines stays behind the line
that it stood behind; where that line is gone, at the end of its section; where the section is gone, before the cited
sentences.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .markdown import CITED

_SEAL = re.compile(r"^<!-- reex-tui wrote: ([0-9a-f ]*) -->$")


def seal(lines: Sequence[str]) -> str:
    """The comment for a file whose body the tool wrote as `lines`."""
    return f"<!-- reex-tui wrote: {' '.join(sorted({_mark(line) for line in lines if line.strip()}))} -->"


def _mark(line: str) -> str:
    return hashlib.sha256(line.strip().encode("utf-8", "replace")).hexdigest()[:10]


@dataclass(frozen=True)
class _Run:
    """Consecutive lines of a person's, the tool's line before them, and the heading that they stand under."""

    lines: tuple[str, ...]
    after: str | None
    heading: str | None


def merge(written: Sequence[str], old: Sequence[str]) -> list[str]:
    """`written`, the body to be written now, with the person's lines of `old`, the file's body so far."""
    runs = _runs(old, written)
    out = list(written)
    for run in reversed(runs):  # from the end, so that two runs behind one line keep their order
        at = _place(out, run)
        block = list(run.lines)
        if not _fits_inside(out, at, block):
            at = _end_of_block(out, at)
            block = ["", *block]
            if at < len(out) and out[at].strip():
                block.append("")
        out[at:at] = block
    return out


def _runs(old: Sequence[str], written: Sequence[str]) -> list[_Run]:
    marks = {_mark(line) for line in written}
    for line in old:
        if found := _SEAL.match(line.strip()):
            marks |= set(found[1].split())
    runs: list[_Run] = []
    current: list[str] = []
    after: str | None = None
    heading: str | None = None
    under: str | None = None

    def end() -> None:
        while current and not current[-1].strip():
            current.pop()
        if current:
            runs.append(_Run(tuple(current), after, under))
        current.clear()

    for line in old:
        mine = not line.strip() or bool(_SEAL.match(line.strip())) or _mark(line) in marks
        if not line.strip() and current:
            current.append(line)
        elif not mine:
            under = under if current else heading
            current.append(line)
        elif line.strip():
            end()
            after = line.strip()
            heading = after if after.startswith("#") else heading
    end()
    return runs


def _place(out: Sequence[str], run: _Run) -> int:
    """The index in `out` at which the run goes in."""
    stripped = [line.strip() for line in out]
    if run.after is None:
        return 0
    if run.after in stripped:
        return stripped.index(run.after) + 1
    if run.heading in stripped:
        start = stripped.index(run.heading) + 1
        ends = (i for i in range(start, len(stripped)) if stripped[i].startswith("#"))
        end = next(ends, len(stripped))
        while end > start and not stripped[end - 1]:
            end -= 1
        return end
    cited = f"## {CITED}"
    return stripped.index(cited) if cited in stripped else len(stripped)


def _kind(line: str) -> str:
    line = line.lstrip()
    if line.startswith("|"):
        return "table"
    if line.startswith(">"):
        return "quote"
    return "list" if re.match(r"([-*+]|\d+[.)])\s", line) else "paragraph"


def _fits_inside(out: Sequence[str], at: int, block: Sequence[str]) -> bool:
    """Whether the block can stand right behind the line before `at` without changing what that line is part of."""
    before = out[at - 1] if at else ""
    return bool(before.strip()) and _kind(before) == _kind(block[0]) != "paragraph"


def _end_of_block(out: Sequence[str], at: int) -> int:
    while at < len(out) and out[at].strip():
        at += 1
    return at
