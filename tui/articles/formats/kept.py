"""What trafilatura keeps of a page, told block by block."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from lxml import etree

_WORD = re.compile(r"\w+")
_RUN = 4
LARGEST_TREE = 60_000
"""Elements; trafilatura's time grows faster than the page beyond that, and what it would say is not asked."""


def main_text(root: etree._Element, *, recall: bool = False) -> str:
    """The main text of the page after trafilatura; empty when it finds none, and for a page that is too large.

    The tree is not changed. `recall` asks for more text even when unsure.
    """
    from trafilatura import bare_extraction

    if sum(1 for _ in root.iter()) > LARGEST_TREE:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            root, include_comments=False, include_tables=True, favor_recall=recall, with_metadata=False
        )
    except Exception:  # a page that trafilatura chokes on is judged without it
        return ""
    return (getattr(document, "text", None) or "") if document is not None else ""


def shares(texts: Sequence[str], main: str) -> list[float]:
    """How much of each text stands in `main`, from 0 to 1: runs of four words; of shorter texts, the whole line."""
    lines = {" ".join(_WORD.findall(line)) for line in main.split("\n")}
    words = _WORD.findall(main)
    runs = {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    found = []
    for text in texts:
        words = _WORD.findall(text)
        if len(words) < 2 * _RUN and " ".join(words) in lines:
            found.append(1.0)
        elif len(words) < _RUN:
            found.append(0.0)
        else:
            own = [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
            found.append(sum(run in runs for run in own) / len(own))
    return found
