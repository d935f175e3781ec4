"""The corrections of actors by hand in the folders that are open: applied, added to and taken back. Knows no widget."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.app.folders import folder_of
from tui.plain import one_line

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction, Corrections
    from tui.analysis.model import Analysis


DONE = {
    "merge": "{names} merged into {value}",
    "split": "{names} split off {value}",
    "rename": "{names} renamed {value}",
    "kind": "{names} is now {value}",
    "drop": "{names} dropped as a false mention",
}
"""What a correction did, in words."""


def in_words(correction: Correction) -> str:
    """What a correction did."""
    names = ", ".join(f"“{one_line(name)}”" for name in correction.names)
    value = one_line(correction.value)
    return DONE[correction.do].format(names=names, value=value if correction.do == "kind" else f"“{value}”")


END = -1
"""The place of a correction that comes last."""


class Step(NamedTuple):
    """A correction that came into a file as number `at` of its list (`added`), or went out of it."""

    correction: Correction
    at: int
    added: bool


class ByHand:
    """The corrections of each folder; articles are named by their keys.

    What was done since the start can be undone and done again. What writes raises `CorrectionsError` when the file cannot
    be read or changed, and `OSError` when it cannot be written.
    """

    def __init__(
        self,
        folders: Mapping[str, Path] = MappingProxyType({}),
        corrections: Mapping[Path, Corrections] = MappingProxyType({}),
    ) -> None:
        """`folders` has the folder of each source under its key."""
        self._folders = folders
        self._corrections = dict(corrections)
        self._done: dict[Path, list[Step]] = {}
        self._undone: dict[Path, list[Step]] = {}
        self._writing = threading.Lock()

    def apply(self, key: str, analysis: Analysis) -> Analysis:
        """The analysis of the article under `key` with the corrections of its folder."""
        folder = folder_of(self._folders, key)
        corrections = self._corrections.get(folder) if folder is not None else None
        if corrections is None:
            return analysis
        from tui.analysis.corrections import apply_corrections

        return apply_corrections(analysis, corrections)

    def listed(self, key: str) -> tuple[Correction, ...]:
        """The corrections of the article's folder, as far as they are known here."""
        folder = folder_of(self._folders, key)
        corrections = self._corrections.get(folder) if folder is not None else None
        return corrections.items if corrections is not None else ()

    def add(self, key: str, correction: Correction) -> Step:
        """Add a correction to the file of the article's folder, as the file is now."""
        with self._writing:
            return self._new(self._known_folder(key), Step(correction, END, added=True))

    def remove(self, key: str, correction: Correction, at: int) -> Step:
        """Take a correction, number `at` of the list, out of the file of the article's folder."""
        with self._writing:
            return self._new(self._known_folder(key), Step(correction, at, added=False))

    def undo(self, key: str) -> Step | None:
        """Take back what was done last in the article's folder since the start; returns what is done by that."""
        with self._writing:
            return self._step(self._known_folder(key), self._done, self._undone)

    def redo(self, key: str) -> Step | None:
        """Do again what was taken back last."""
        with self._writing:
            return self._step(self._known_folder(key), self._undone, self._done)

    def _new(self, folder: Path, step: Step) -> Step:
        step = self._write(folder, step)
        self._done.setdefault(folder, []).append(step)
        self._undone.pop(folder, None)
        return step

    def _step(self, folder: Path, source: dict[Path, list[Step]], to: dict[Path, list[Step]]) -> Step | None:
        from tui.analysis.corrections_file import CorrectionsError

        steps = source.get(folder)
        if not steps:
            return None
        last = steps[-1]
        try:
            step = self._write(folder, last._replace(added=not last.added))
        except CorrectionsError:
            if folder in self._corrections:
                steps.pop()  # the file was changed by other hands: what is before can still be taken back
            raise
        steps.pop()
        to.setdefault(folder, []).append(step)
        return step

    def _write(self, folder: Path, step: Step) -> Step:
        """Do one step in the file as it is now; returns it with its true place."""
        from tui.analysis.corrections_file import (
            FILE_NAME,
            CorrectionsError,
            read_corrections,
            write_corrections,
        )

        path = folder / FILE_NAME
        corrections = read_corrections(path)
        self._corrections[folder] = corrections
        if step.added:
            at = len(corrections.items) if step.at == END else min(step.at, len(corrections.items))
            changed = corrections.with_(step.correction, at)
        else:
            places = [n for n, one in enumerate(corrections.items) if one == step.correction]
            if not places:
                raise CorrectionsError(f"This correction is no longer in {FILE_NAME}.")
            at = min(places, key=lambda place: abs(place - step.at))
            changed = corrections.without(at)
        write_corrections(path, changed)
        self._corrections[folder] = changed
        return step._replace(at=at)

    def _known_folder(self, key: str) -> Path:
        from tui.analysis.corrections_file import CorrectionsError

        folder = folder_of(self._folders, key)
        if folder is None:
            raise CorrectionsError("This text has no folder that corrections could be kept in.")
        return folder
