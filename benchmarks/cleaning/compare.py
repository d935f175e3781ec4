"""This project beside other tools on the development pages, as the tables of `README.md`.

    python -m benchmarks.cleaning.compare ../shared/bench/data/dev/clean-pages held_out.npz html_held_out.json [--limit 100]

All rows stand on the same pages: those with a marked body, most of which the text of the main content and that of the whole
page hold; but for the row of bodies in one line, which leaves out pages whose lines `held_out.npz` has otherwise.

The weights were trained on these pages: what this project finds comes from weights that saw no page of the same site.
`held_out.npz` comes from `train.py --held-out`, `html_held_out.json` from `html_train.py --check --held-out`; titles and
days are judged by trees that are fitted here, for each fold. The other tools read the HTML.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from multiprocessing import Pool
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.cleaning.day_train import FORMS as DAY_FORMS
from benchmarks.cleaning.day_train import dated, is_on_page
from benchmarks.cleaning.day_train import fit as fit_days
from benchmarks.cleaning.held_out import judged_pages
from benchmarks.cleaning.pages import Page, plain, read_pages
from benchmarks.cleaning.score import body, mean_scores, page_score
from benchmarks.cleaning.tools import READERS, Read, read_all
from benchmarks.cleaning.train import FOLDS, arrays, fit_titles, fold, title_rows
from tui.articles import weights
from tui.articles.extracted import BODY_KINDS, Judged
from tui.articles.formats import dom
from tui.articles.formats.page_metadata import find_metadata as find_in_html
from tui.articles.metadata import find_metadata
from tui.articles.trees import Trees

FORMS = {"main": "text, main content", "full": "text, whole page", "joined": "text, body in one line"}
RECALL = 0.8
"""The share of the gold body that a page's texts must hold."""


@dataclass(frozen=True)
class Text:
    """A page in one form, and its lines as weights that did not see its site judge them."""

    page: Page
    judged: tuple[Judged, ...]


def judged_texts(folder: Path, held_out: Path) -> dict[str, dict[str, Text]]:
    """The texts by page and form."""
    found: dict[str, dict[str, Text]] = defaultdict(dict)
    for page, judged in judged_pages(folder, held_out):
        found[page.id][page.form] = Text(page, judged)
    return found


def comparable(texts: Mapping[str, Mapping[str, Text]], html: Mapping[str, str]) -> list[str]:
    """The pages that all rows stand on, in the order of a hash."""
    chosen = [
        name
        for name, forms in texts.items()
        if name in html
        and forms.keys() >= DAY_FORMS.keys()
        and forms["main"].page.gold.get("body")
        and min(forms["main"].page.recall, forms["full"].page.recall) >= RECALL
    ]
    return sorted(chosen, key=lambda name: hashlib.md5(name.encode(), usedforsecurity=False).hexdigest())


def ours_from_text(texts: Iterable[Text]) -> Iterator[tuple[str, str, Read]]:
    """Page, form and what is found, with the finders of title and day fitted on other sites."""
    texts = list(texts)
    days = [
        dated(text.page.form, text.page.gold, text.page.text, text.judged)
        for text in texts
        if text.page.form in DAY_FORMS and text.page.gold.get("date")
    ]
    titles = [(text.page.site, row) for text in texts if (row := title_rows(text.page, text.judged))]
    for number in range(FOLDS):
        title = _trees(fit_titles([row for site, row in titles if fold(site) != number]), "title")
        day = _trees(fit_days([one for one in days if fold(one.site) != number]), "day")
        fitted = replace(weights.load(), title=title)
        with (
            patch.object(weights, "load", lambda kept=fitted: kept),
            patch.object(weights, "load_days", lambda kept=day: kept),
        ):
            for text in texts:
                if fold(text.page.site) == number:
                    yield text.page.id, text.page.form, _read(text)


def _read(text: Text) -> Read:
    found = find_metadata(text.page.text, text.judged).stated
    kept = "\n".join(text.page.text[line.start : line.end] for line in text.judged if line.kind in BODY_KINDS)
    return Read(kept, found.title, found.published, found.author)


def _trees(model: Any, name: str) -> Trees:
    return Trees.read(arrays(model, name), name)


def ours_from_html(pages: Iterable[tuple[str, str]], bodies: Mapping[str, str]) -> Iterator[tuple[str, Read]]:
    """Page and what is found: the held-out body, and the metadata, for which nothing was trained."""
    for name, html in pages:
        found = find_in_html(dom.read(html)).stated
        yield name, Read(bodies[name], found.title, found.published, found.author)


def people(names: str | None) -> set[str]:
    """The single names in a byline."""
    parts = re.split(r";|,|\band\b|&|\|", names or "")
    return {plain(re.sub(r"(?i)^\s*by\b[\s:]*", "", part)) for part in parts} - {""}


def metadata_row(found: Mapping[str, Read], pages: Mapping[str, Page]) -> list[str]:
    """Title, day and author right where they stand on the page, and the share of the given days that is wrong."""
    titles, days, wrong, authors = [], [], [], []
    for name, page in pages.items():
        gold, read, text = page.gold, found[name], plain(page.text)
        if gold.get("title") and plain(gold["title"]) in text:
            titles.append(plain(gold["title"]) == plain(read.title or ""))
        if gold.get("date"):
            day = gold["date"][:10]
            if is_on_page(page.text, day):
                days.append(read.day == day)
            if read.day:
                wrong.append(read.day != day)
        if (wanted := people(gold.get("author"))) and any(one in text for one in wanted):
            authors.append(bool(wanted & people(read.author)))
    return [
        f"{sum(part) / len(part):.3f}" if any(part) else "–" for part in (titles, days, wrong, authors)
    ] + [f"{len(titles)} / {len(days)} / {len(authors)}"]


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("pages", type=Path, help="the folder with pages.tar.xz")
    arguments.add_argument("held_out", type=Path)
    arguments.add_argument("html_held_out", type=Path)
    arguments.add_argument("--limit", type=int, default=0, help="this many pages, a fair sample (0: all)")
    arguments.add_argument("--processes", type=int, default=2)
    args = arguments.parse_args()
    bodies = json.loads(args.html_held_out.read_text(encoding="utf-8"))
    texts = judged_texts(args.pages, args.held_out)
    chosen = comparable(texts, bodies)[: args.limit or None]
    wanted = set(chosen)
    html = {gold["id"]: page for gold, page in read_pages(args.pages) if gold["id"] in wanted}
    full = {name: texts[name]["full"].page for name in chosen}
    found: dict[tuple[str, str], dict[str, Read]] = defaultdict(dict)
    trained = (text for forms in texts.values() for form, text in forms.items() if form in FORMS)
    for name, form, read in ours_from_text(trained):
        found["this project", FORMS[form]][name] = read
    found["this project", "HTML"] = dict(ours_from_html(html.items(), bodies))
    with Pool(args.processes) as pool:
        for name, reads in pool.imap_unordered(read_all, html.items(), chunksize=8):
            for tool in READERS:
                found[tool, "HTML"][name] = reads[tool]
    for form, what in (("main", FORMS["main"]), ("full", FORMS["full"])):
        for name in chosen:
            page = texts[name][form].page
            found["every line", what][name] = Read(body(page, [True] * len(page.lines)))
    _print_bodies(found, full)
    _print_metadata(found, {form: {name: texts[name][form].page for name in chosen} for form in DAY_FORMS})


def _print_bodies(found: Mapping[tuple[str, str], Mapping[str, Read]], pages: Mapping[str, Page]) -> None:
    print("| body | from | P | R | F1 | pages |\n|---|---|---|---|---|---|")
    for (tool, source), reads in found.items():
        pairs = [page_score(page, reads[name].body) for name, page in pages.items() if name in reads]
        scores = " | ".join(f"{score:.3f}" for score in mean_scores(pairs))
        print(f"| {tool} | {source} | {scores} | {len(pairs)} |")


def _print_metadata(
    found: Mapping[tuple[str, str], Mapping[str, Read]], pages: Mapping[str, Mapping[str, Page]]
) -> None:
    """A row for each tool that looks for them. Of a text those count that stand in it, of HTML those in the whole page."""
    print("\n| | from | title right | day right | days wrong among given | author right | pages with one |")
    print("|---|---|---|---|---|---|---|")
    for (tool, source), reads in found.items():
        if source != FORMS["joined"] and any(read.title for read in reads.values()):
            shown = pages["main" if source == FORMS["main"] else "full"]
            print(f"| {tool} | {source} | " + " | ".join(metadata_row(reads, shown)) + " |")


if __name__ == "__main__":
    main()
