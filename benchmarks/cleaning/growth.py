"""How the time of cleaning grows with the size of the file.

    python -m benchmarks.cleaning.growth [--sizes 1 2 5 10 20]

CPU seconds of reading a file of so many megabytes: text in lines, the same in one line, and HTML.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.cleaning import samples
from tui.articles.reading import Source, read_source

MEGABYTE = 1_000_000


def paragraph(chance: random.Random, words: list[str]) -> str:
    """A paragraph of three sentences, or now and then a line of a menu."""
    if chance.random() < 0.1:
        return " ".join(chance.choices(words, k=3)).title()
    return " ".join(" ".join(chance.choices(words, k=12)).capitalize() + "." for _ in range(3))


def in_lines(size: int) -> str:
    """A text of so many characters."""
    chance = random.Random(7)
    words = [word for part in samples.PARAGRAPHS for word in part.split() if word.isalpha()]
    some = "".join(paragraph(chance, words) + "\n\n" for _ in range(2000))
    return samples.text() + some * (size // len(some)) + some[: size % len(some)]


def in_one_line(size: int) -> str:
    """The same without a line break."""
    return " ".join(in_lines(size).split())


def as_html(size: int) -> str:
    """The same as a page."""
    head, tail = samples.HTML.split("</article>")
    return head + "".join(f"<p>{part}</p>\n" for part in in_lines(size).split("\n\n")) + "</article>" + tail


FORMS: dict[str, tuple[str, Callable[[int], str]]] = {
    "text in lines": (".txt", in_lines),
    "text in one line": (".txt", in_one_line),
    "HTML": (".html", as_html),
}


def seconds(suffix: str, content: str) -> float:
    """CPU seconds of reading a file with this content."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"big{suffix}"
        path.write_text(content, encoding="utf-8")
        begun = time.process_time()
        read_source(Source(path, path.name, "1"))
        return time.process_time() - begun


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--sizes", type=int, nargs="+", default=[1, 2, 5, 10, 20], help="megabytes")
    args = arguments.parse_args()
    print(f"| CPU seconds | {' | '.join(f'{size} MB' for size in args.sizes)} |")
    print("|---" * (len(args.sizes) + 1) + "|")
    for name, (suffix, form) in FORMS.items():
        seconds(suffix, form(100_000))
        row = [seconds(suffix, form(size * MEGABYTE)) for size in args.sizes]
        print(f"| {name} | {' | '.join(f'{each:.1f}' for each in row)} |", flush=True)


if __name__ == "__main__":
    main()
