"""What trafilatura keeps of a page, told block by block."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from lxml import etree

from .dom import Page

_WORD = re.compile(r"\w+")
_RUN = 4
_LARGEST_TREE, _DEEPEST_TREE = 30_000, 1_000_000
"""Elements, and the sum of their depths; trafilatura's time grows faster than the page, and beyond that it is not asked."""


def main_text(page: Page, *, recall: bool = False) -> str:
    """The main text of the page after trafilatura; empty when it finds none. Of a page too large for it, the long lines.

    `recall` asks for more text even when unsure.
    """
    from trafilatura import bare_extraction

    if page.root is None or _is_too_large(page.root):
        return "\n".join(block.text for block in page.blocks if block.is_prose)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            page.root, include_comments=False, include_tables=True, favor_recall=recall, with_metadata=False
        )
    except Exception:  # a page that trafilatura chokes on is judged without it
        return ""
    return (getattr(document, "text", None) or "") if document is not None else ""


def _is_too_large(root: etree._Element) -> bool:
    elements = depths = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        depths += depth
        if elements > _LARGEST_TREE or depths > _DEEPEST_TREE:
            return True
    return False


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
