"""What the articles of each open folder decide together about who is named. Knows no widget."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.app.folders import folder_of

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.analysis.who.folder import Folder


class Together:
    """The names of the articles, folder by folder; articles are named by their keys."""

    def __init__(self, folders: Mapping[str, Path] = MappingProxyType({})) -> None:
        """`folders` has the folder of each source under its key; an article without a folder stays by itself."""
        self._folders = folders
        self._names: dict[Path, Folder] = {}

    def put(self, key: str, analysis: Analysis) -> set[str]:
        """Add the analysis of an article; returns the keys of the others for which `apply` gives something else now."""
        folder = folder_of(self._folders, key)
        if folder is None:
            return set()
        from tui.analysis.who.folder import Folder

        return self._names.setdefault(folder, Folder()).put(key, analysis)

    def apply(self, key: str, analysis: Analysis) -> Analysis:
        """The analysis of an article that was put in, with what its folder decides."""
        folder = folder_of(self._folders, key)
        return analysis if folder is None else self._names[folder].apply(key, analysis)
