"""The log of decisions, read: what stands, what can be undone, and what became of each brief line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.model import Analysis
from tui.brief.model import Brief, Evidence, Line
from tui.library.model import Decision

from .anchors import find

Judgement = Literal["accepted", "rejected", "disputed"]
BLOCK_ACTIONS = frozenset(("keep-block", "drop-block"))
"""Decisions about a block of the page, not about a line of the brief; `blocks` reads them."""

_JUDGEMENTS: dict[str, Judgement] = {"accept": "accepted", "reject": "rejected", "dispute": "disputed"}


class LineState(Struct, frozen=True):
    """What a person did with a line. `wording` replaces the tool's; `reason` goes with a dispute."""

    judgement: Judgement | None = None
    reason: str | None = None
    starred: bool = False
    wording: str | None = None
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


UNTOUCHED = LineState()


def standing(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The entries that have not been taken back, without the undo entries themselves."""
    undone: set[int] = set()
    for entry in reversed(log):  # an undo that was itself undone takes nothing back
        if entry.action == "undo" and entry.number not in undone and entry.undoes is not None:
            undone.add(entry.undoes)
    return tuple(entry for entry in log if entry.action != "undo" and entry.number not in undone)


class TakingBack(NamedTuple):
    """The entry that an undo or redo takes back, and the decision that falls, or stands again, by that."""

    entry: Decision
    decision: Decision


def to_undo(log: Sequence[Decision]) -> TakingBack | None:
    """What the next undo takes back: the last entry that stands."""
    entries = standing(log)
    return TakingBack(entries[-1], entries[-1]) if entries else None


def to_redo(log: Sequence[Decision]) -> TakingBack | None:
    """What the next redo takes back: an undo entry; nothing once something else was decided after it."""
    undone = {entry.undoes for entry in log if entry.action == "undo"}
    numbers = {entry.number: entry for entry in log}
    for entry in reversed(log):
        if entry.action != "undo":
            return None
        decision = numbers.get(entry.undoes or 0)
        if entry.number not in undone and decision is not None and decision.action != "undo":
            return TakingBack(entry, decision)
    return None


def line_states(log: Sequence[Decision]) -> dict[tuple[str, str], LineState]:
    """What became of each line, by source (SHA-256) and line key."""
    states: dict[tuple[str, str], LineState] = {}
    for entry in standing(log):
        key = (entry.source, entry.line)
        states[key] = _after(states.get(key, UNTOUCHED), entry)
    return states


def _after(state: LineState, entry: Decision) -> LineState:
    value = entry.value or ""
    match entry.action:
        case "accept" | "reject" | "dispute":
            return replace(state, judgement=_JUDGEMENTS[entry.action], reason=entry.value)
        case "clear":
            return replace(state, judgement=None, reason=None)
        case "star":
            return replace(state, starred=not state.starred)
        case "edit":
            return replace(state, wording=entry.value)
        case "note":
            return replace(state, notes=(*state.notes, value))
        case "tag":
            return state if value in state.tags else replace(state, tags=(*state.tags, value))
        case "untag":
            return replace(state, tags=tuple(tag for tag in state.tags if tag != value))
        case _:
            return state


def stands(state: LineState) -> bool:
    """Whether the line is part of the brief that is given to others."""
    return state.judgement != "rejected"


def confirmed(state: LineState) -> bool:
    """Whether a person stands behind the line: accepted, or put in his or her own words and not taken back."""
    return state.judgement == "accepted" or (state.wording is not None and stands(state))


def with_decisions(brief: Brief, analysis: Analysis, log: Sequence[Decision]) -> Brief:
    """The brief as a person left it; the same brief where nothing was decided on its source.

    Only what stands is in it, in the person's wording, with disputes and notes told behind the line and the lines
    that he or she added. `analysis` is the one that the brief was built from.
    """
    own = [entry for entry in log if entry.source == brief.sha256 and entry.action not in BLOCK_ACTIONS]
    if not standing(own):
        return brief
    states = line_states(own)
    whole = with_added(brief, analysis, own)
    made = replace(whole, lines=tuple(_reviewed_lines(whole, states)))
    kept = [states.get((brief.sha256, line.key), UNTOUCHED) for line in made.lines]
    added = {entry.line for entry in standing(own) if entry.action == "add"}
    yes = sum(confirmed(state) or line.key in added for state, line in zip(kept, made.lines, strict=True))
    judged = sum(decided(state) or line.key in added for state, line in zip(kept, made.lines, strict=True))
    return replace(made, confirmed=yes, judged=judged)


def decided(state: LineState) -> bool:
    """Whether a person has judged the line or put it in other words."""
    return state.judgement is not None or state.wording is not None


def with_added(brief: Brief, analysis: Analysis, log: Sequence[Decision]) -> Brief:
    """The brief with the lines that a person added, in the place where they are read: the end of the bottom line."""
    added = added_lines(analysis, log)
    at = next((n for n, line in enumerate(brief.lines) if line.section != "bottom_line"), len(brief.lines))
    return replace(brief, lines=(*brief.lines[:at], *added, *brief.lines[at:])) if added else brief


def added_lines(analysis: Analysis, log: Sequence[Decision]) -> tuple[Line, ...]:
    """The lines that a person added from sentences of the text and whose words still stand there."""
    made = []
    for entry in standing(log):
        if entry.action != "add" or entry.anchor is None or entry.source != analysis.sha256:
            continue
        place = find(entry.anchor, analysis.text)
        holder = next((s for s in analysis.sentences if place and s.start <= place[0] < s.end), None)
        if place is None or holder is None:
            continue
        words = " ".join(analysis.text[slice(*place)].split())
        made.append(Line("bottom_line", entry.line, words, (Evidence(analysis.id, holder.id, *place),)))
    return tuple(made)


def orphans(brief: Brief, log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The entries about lines that the brief no longer has: the last judgement, wording, and all notes of each."""
    there = {line.key for line in brief.lines}
    gone = [entry for entry in standing(log) if entry.source == brief.sha256 and entry.line not in there]
    return tuple(
        entry
        for entry in gone
        if entry.action not in ("clear", "untag") and entry.action not in BLOCK_ACTIONS
    )


def _reviewed_lines(brief: Brief, states: Mapping[tuple[str, str], LineState]) -> Iterable[Line]:
    for line in brief.lines:
        state = states.get((brief.sha256, line.key), UNTOUCHED)
        if not stands(state):
            continue
        text = state.wording if state.wording is not None else line.text
        remarks = (
            [f"disputed: {state.reason}" if state.reason else "disputed"]
            if state.judgement == "disputed"
            else []
        )
        remarks += [f"note: {note}" for note in state.notes]
        told = "".join(f" ({remark})" for remark in remarks)
        cells = line.cells
        if cells and (told or state.wording is not None):
            cells = (*cells[:-1], (state.wording if state.wording is not None else cells[-1]) + told)
        yield replace(line, text=text + told, cells=cells)
