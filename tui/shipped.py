"""What comes with the tool: the sample articles."""

from __future__ import annotations

from pathlib import Path

NAME = "seeds"
"""The folder's name in a checkout."""


class NoSamplesError(Exception):
    """The samples are not installed; the message is a sentence."""


def samples() -> Path:
    """The folder of the sample articles: inside an installed package, or in a checkout beside it.

    Raises `NoSamplesError`.
    """
    package = Path(__file__).resolve().parent
    found = next((p for p in (package / "samples", package.parent / NAME) if p.is_dir()), None)
    if found is None:
        raise NoSamplesError(
            "The samples are not installed; install reex-tui again, or name a folder of your own."
        )
    return found
