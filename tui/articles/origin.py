"""Where a stored page came from: an Internet shortcut (`NAME.url`) beside it, which file managers open too.

The page itself stays as it was fetched. The shortcut goes by the page's name without its suffix.
"""

from __future__ import annotations

import configparser
from pathlib import Path

from tui.plain import one_line

_SECTION = "InternetShortcut"
_LARGEST = 16_384
LONGEST_ADDRESS = 4096


def shortcut_of(page: Path) -> Path:
    """The path of the shortcut that belongs to a page."""
    return page.with_suffix(".url")


def shortcut(url: str, fetched: str) -> str:
    """The content of a shortcut to `url`; `fetched` is the time of fetching (ISO 8601)."""
    return f"[{_SECTION}]\nURL={one_line(url)}\nFetched={one_line(fetched)}\n"


def url_of(page: Path) -> str | None:
    """The address that a page was fetched from: http(s) only; None when no shortcut stands beside it or it tells none."""
    path = shortcut_of(page)
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        if path == page or not path.is_file():
            return None
        with path.open("rb") as file:
            parser.read_string(file.read(_LARGEST).decode("utf-8-sig", "replace"))
        url = one_line(parser.get(_SECTION, "URL", fallback=""))
    except (OSError, ValueError, configparser.Error):
        return None
    return url if url.lower().startswith(("http://", "https://")) and len(url) <= LONGEST_ADDRESS else None
