"""The development pages, judged by networks that saw no page of their site."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.cleaning.pages import Page, make_pages, read_pages
from tui.articles.extracted import Judged
from tui.articles.features import CLIP
from tui.articles.lines import decide


def judged_pages(folder: Path, held_out: Path) -> Iterator[tuple[Page, tuple[Judged, ...]]]:
    """Each page of `folder`/pages.tar.xz in each form, with the lines as `held_out` (written by `train.py --held-out`)
    judges them; forms that it does not hold are left out, and (with a message) what it holds with other lines."""
    with np.load(held_out, allow_pickle=False) as arrays:
        chances = {name: arrays[name].tolist() for name in arrays.files}
    for gold, html in read_pages(folder):
        for page in make_pages(gold, html):
            part = chances.get(f"{page.form}/{page.id}")
            if part is None:
                continue
            if len(part) != len(page.lines):
                print(f"left out, as {held_out.name} has other lines: {page.form}/{page.id}", file=sys.stderr)
                continue
            clips = [page.text[line.start : min(line.end, line.start + CLIP)] for line in page.lines]
            yield page, decide(page.text, page.lines, clips, part)
