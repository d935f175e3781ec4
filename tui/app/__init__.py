"""The Textual app: the only room that imports Textual."""

from tui.app.run import run

__all__ = ["run"]
