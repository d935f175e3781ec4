"""The development pages as text, in the forms that scrapers leave behind, with each line marked by the gold body."""

from __future__ import annotations

import json
import re
import tarfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.articles.lines import Line, split
from tui.articles.mend import mend

_WORD = re.compile(r"\w+")
RUN = 4
"""Words in a row that count as the same text: the scorer's shingles."""


@dataclass(frozen=True)
class Page:
    """One page in one form: its text, its lines and, for each line, the share of its words that is in the gold body."""

    id: str
    form: str
    site: str
    text: str
    lines: tuple[Line, ...]
    labels: tuple[float, ...]
    recall: float
    gold: dict[str, Any]


def plain(text: str) -> str:
    """Letters and digits only, case folded: how the scorer compares titles."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’‘]", "", folded)))


def read_pages(folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """The gold and the HTML of each page in `folder`/pages.tar.xz."""
    with tarfile.open(folder / "pages.tar.xz") as archive:
        files = {
            name: archive.extractfile(name)
            for name in archive.getnames()
            if name.endswith((".html", ".jsonl"))
        }
        index = files["gold.jsonl"]
        assert index is not None
        for line in index.read().decode("utf-8").split("\n"):
            if line.strip():
                gold = json.loads(line)
                page = files.get(f"html/{gold['id']}.html")
                if page is not None:
                    yield gold, page.read().decode("utf-8", "replace")


def forms(html: str) -> dict[str, str]:
    """A page's text as Resiliparse leaves it: the main content, and all of it."""
    from resiliparse.extract.html2text import extract_plain_text

    return {
        "main": extract_plain_text(html, main_content=True),
        "full": extract_plain_text(html),
    }


def make_pages(gold: dict[str, Any], html: str) -> list[Page]:
    """All forms of one page; of its main content also one with the body in one line (`joined`) and one without
    blank lines (`tight`)."""
    made = []
    for form, raw in forms(html).items():
        text = mend(raw).text
        if text.strip():
            made.append(marked(gold, form, text))
    main = next((page for page in made if page.form == "main"), None)
    if main is not None and main.recall >= 0.8:
        made.append(marked(gold, "joined", joined(main)))
        made.append(marked(gold, "tight", re.sub(r"\n\s*\n", "\n", main.text)))
    return made


def joined(page: Page) -> str:
    """The text with its whole body in one line, without what stood in between; before and after it the text as it was."""
    inside = [index for index, label in enumerate(page.labels) if label >= 0.5]
    parts: list[str] = []
    for index, (line, label) in enumerate(zip(page.lines, page.labels, strict=True)):
        words = page.text[line.start : line.end]
        if label >= 0.5 and index > inside[0]:
            parts[-1] += " " + words
        elif label >= 0.5 or not inside or not inside[0] < index < inside[-1]:
            parts.append("\n" * line.gap + words)
    return "\n".join(parts)


def marked(gold: dict[str, Any], form: str, text: str) -> Page:
    """The page with its lines marked: a line counts for a gold passage only once, where it stands among its neighbours."""
    lines = tuple(split(text))
    labels, recall = _labels(
        [text[line.start : line.end] for line in lines], "\n".join(gold.get("body") or [])
    )
    site = gold.get("site") or gold["id"]
    return Page(gold["id"], form, site, text, lines, tuple(labels), recall, gold)


def _labels(lines: list[str], body: str) -> tuple[list[float], float]:
    wanted = _WORD.findall(body)
    words: list[str] = []
    bounds = []
    for line in lines:
        found = _WORD.findall(line)
        bounds.append((len(words), len(words) + len(found)))
        words += found
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(max(0, len(wanted) - RUN + 1)):
        places[tuple(wanted[at : at + RUN])].append(at)
    covered = bytearray(len(words))
    origin = [-1] * len(words)
    shown: Counter[tuple[str, ...]] = Counter()
    for at in range(max(0, len(words) - RUN + 1)):
        run = tuple(words[at : at + RUN])
        if spots := places.get(run):
            shown[run] += 1
            for step in range(RUN):
                covered[at + step] = 1
                if origin[at + step] < 0:
                    origin[at + step] = spots[0] + step
    labels = [sum(covered[low:high]) / (high - low) if high > low else 0.0 for low, high in bounds]
    _keep_one_of_each(labels, lines, bounds, origin, body)
    recall = sum(min(count, len(places[run])) for run, count in shown.items()) / max(
        1, sum(map(len, places.values()))
    )
    return labels, recall


def _keep_one_of_each(
    labels: list[float], lines: list[str], bounds: list[tuple[int, int]], origin: list[int], body: str
) -> None:
    """Of lines that stand on the page more often than in the gold, the ones that fit their neighbours keep their label."""
    keys = [" ".join(_WORD.findall(line)) for line in lines]
    groups: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if labels[index] >= 0.5 and key:
            groups[key].append(index)
    flat = f" {' '.join(_WORD.findall(body))} "
    anchors = [
        (index, origin[bounds[index][0]])
        for index, key in enumerate(keys)
        if labels[index] >= 0.8 and len(groups[key]) == 1 and bounds[index][1] - bounds[index][0] >= 8
    ]
    for key, members in groups.items():
        times = flat.count(f" {key} ")
        if len(members) <= max(1, times):
            continue

        def misfit(index: int) -> float:
            at = origin[bounds[index][0]]
            before = max((anchor for anchor in anchors if anchor[0] < index), default=(index, -200))
            after = min((anchor for anchor in anchors if anchor[0] > index), default=(index, at + 200))
            return (
                min(abs(at - before[1]), abs(after[1] - at)) + abs(index - before[0]) + abs(after[0] - index)
            )

        for index in sorted(members, key=misfit)[max(1, times) :]:
            labels[index] = 0.0
