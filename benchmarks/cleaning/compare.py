"""The shipped weights beside other tools, on the development pages: body F1 by shingles of four words.

    python -m benchmarks.cleaning.compare ../shared/bench/data/dev --limit 100

The shipped weights were trained on these pages: `train.py` prints what they score under cross-validation by site, and
that is the number to compare. The other tools read the HTML, the classifier the flattened text.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.cleaning.pages import forms, make_pages, read_pages
from benchmarks.cleaning.score import body, mean_scores, page_score, precision_recall
from tui.articles.extracted import BODY_KINDS
from tui.articles.lines import classify

Reader = Callable[[str], str]


def trafilatura(html: str) -> str:
    """Body by trafilatura."""
    from trafilatura import extract

    return extract(html, include_comments=False) or ""


def readability(html: str) -> str:
    """Body by readability-lxml, its HTML as text."""
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(Document(html).summary()))


def newspaper(html: str) -> str:
    """Body by newspaper4k."""
    from newspaper import Article

    article = Article("https://example.org/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def resiliparse(html: str) -> str:
    """Main content by Resiliparse."""
    return forms(html)["main"]


def justext(html: str) -> str:
    """Body by jusText with its English stop words."""
    from justext import get_stoplist
    from justext import justext as paragraphs

    return "\n".join(
        p.text for p in paragraphs(html.encode(), get_stoplist("English")) if not p.is_boilerplate
    )


READERS: dict[str, Reader] = {
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "resiliparse": resiliparse,
    "jusText": justext,
}


def classified(text: str) -> str:
    """The body that the shipped classifier finds in a text."""
    return "\n".join(text[line.start : line.end] for line in classify(text) if line.kind in BODY_KINDS)


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("data", type=Path, help="the folder with clean-pages")
    arguments.add_argument("--limit", type=int, default=0, help="this many pages, a fair sample (0: all)")
    args = arguments.parse_args()
    rows = sorted(
        (pair for pair in read_pages(args.data / "clean-pages") if pair[0].get("body")),
        key=lambda pair: hashlib.md5(pair[0]["id"].encode(), usedforsecurity=False).hexdigest(),
    )
    rows = rows[: args.limit] if args.limit else rows
    scores: dict[str, list[tuple[float | None, float | None]]] = {}
    for gold, html in rows:
        for name, reader in READERS.items():
            scores.setdefault(f"{name}, from HTML", []).append(_one(gold, reader, html))
        for page in make_pages(gold, html):
            if page.recall >= 0.8:
                scores.setdefault(f"every line, {page.form}", []).append(
                    page_score(page, body(page, [True] * len(page.lines)))
                )
                scores.setdefault(f"this project, {page.form}", []).append(
                    page_score(page, classified(page.text))
                )
    for name, pairs in sorted(scores.items()):
        precision, recall, harmonic = mean_scores(pairs)
        print(f"{name:32} P {precision:.3f}  R {recall:.3f}  F1 {harmonic:.3f}  ({len(pairs)} pages)")


def _one(gold: dict[str, Any], reader: Reader, html: str) -> tuple[float | None, float | None]:
    try:
        found = reader(html)
    except Exception as error:
        print(f"left empty: {gold['id']}: {error!r}"[:200])
        found = ""
    return precision_recall("\n".join(gold["body"]), found, "\n".join(gold.get("optional") or []))


if __name__ == "__main__":
    main()
