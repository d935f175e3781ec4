"""The corrections of actors by hand in the folders that are open: applied, added to and taken back. Knows no widget."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction, Corrections
    from tui.analysis.model import Analysis


class ByHand:
    """The corrections of each folder; articles are named by their keys."""

    def __init__(
        self,
        folders: Mapping[str, Path] = MappingProxyType({}),
        corrections: Mapping[Path, Corrections] = MappingProxyType({}),
    ) -> None:
        """`folders` has the folder of each source under its key."""
        self._folders = folders
        self._corrections = dict(corrections)
        self._writing = threading.Lock()

    def apply(self, key: str, analysis: Analysis) -> Analysis:
        """The analysis of the article under `key` with the corrections of its folder."""
        folder = self._folder(key)
        corrections = self._corrections.get(folder) if folder is not None else None
        if corrections is None:
            return analysis
        from tui.analysis.corrections import apply_corrections

        return apply_corrections(analysis, corrections)

    def add(self, key: str, correction: Correction) -> Path:
        """Add a correction to the file of the article's folder, as the file is now; returns the file.

        Raises `CorrectionsError` when the file cannot be read, and `OSError` when it cannot be written.
        """
        from tui.analysis.corrections_file import FILE_NAME, read_corrections, write_corrections

        folder = self._known_folder(key)
        path = folder / FILE_NAME
        with self._writing:
            corrections = read_corrections(path).with_(correction)
            write_corrections(path, corrections)
            self._corrections[folder] = corrections
        return path

    def take_back(self, key: str) -> Correction | None:
        """Take the last correction out of the file of the article's folder; returns it. Raises like `add`."""
        from tui.analysis.corrections_file import FILE_NAME, read_corrections, write_corrections

        folder = self._known_folder(key)
        path = folder / FILE_NAME
        with self._writing:
            corrections = read_corrections(path)
            if not corrections.items:
                self._corrections.pop(folder, None)
                return None
            fewer = corrections.without_last()
            write_corrections(path, fewer)
            self._corrections[folder] = fewer
        return corrections.items[-1]

    def _folder(self, key: str) -> Path | None:
        """The folder of a source, or of the source that an article is a part of ("1:3.2" of "1:3")."""
        return self._folders.get(key) or self._folders.get(key.partition(".")[0])

    def _known_folder(self, key: str) -> Path:
        from tui.analysis.corrections_file import CorrectionsError

        folder = self._folder(key)
        if folder is None:
            raise CorrectionsError("This text has no folder that corrections could be kept in.")
        return folder
