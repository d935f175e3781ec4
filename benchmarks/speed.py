"""What the findings cost beside the bare model, on the same texts and through the same pipe.

    python benchmarks/speed.py [PATH...] [--rounds N] [--limit N]

PATHs are text files or folders of them; without any, the development texts beside the checkout, or else `seeds/`. The bare
model and the whole analysis take turns in one process, batch by batch, with the same pipes, batches and settings; of each
batch the best round counts. Prints words a CPU second of both, the share of the bare model's words a second that is kept (at
least 80 % is wanted), the findings' share of its time, and what each finding takes in microseconds a word.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from math import inf
from pathlib import Path
from time import process_time
from typing import Any

from tui.analysis import engine as engine_module
from tui.analysis import pipeline
from tui.analysis.engine import BATCH, Engine, load
from tui.articles.model import Article
from tui.articles.reading import find_sources, read_source

HOME = Path(__file__).resolve().parents[1]
TEXTS = HOME.parent / "shared" / "bench" / "data" / "dev" / "claims-polnear" / "texts"
MOST = 0.2
"""The share of the bare model's time that all findings together may take."""

spent: defaultdict[str, float] = defaultdict(float)


def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, with its time added to `spent[name]`."""

    @wraps(function)
    def run(*args: Any, **options: Any) -> Any:
        start = process_time()
        try:
            return function(*args, **options)
        finally:
            spent[name] += process_time() - start

    return run


def time_findings() -> None:
    """Put a clock on each step of the pipeline and on the sentences."""
    for module, names in (
        (pipeline, [name for name in vars(pipeline) if name.startswith(("find_", "make_"))]),
        (engine_module, ["certain_starts", "mark_starts", "split_sentences", "analyse"]),
    ):
        for name in names:
            setattr(module, name, timed(name, getattr(module, name)))


def bare(engine: Engine, texts: list[str]) -> float:
    """CPU seconds of the model alone."""
    gc.collect()
    start = process_time()
    for _ in engine.model.pipe(texts, batch_size=BATCH):
        pass
    return process_time() - start


def whole(engine: Engine, articles: list[Article]) -> tuple[float, dict[str, float]]:
    """CPU seconds of the analysis, and of each finding."""
    gc.collect()
    spent.clear()
    start = process_time()
    for _ in engine.analyse_all(articles):
        pass
    return process_time() - start, dict(spent)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=60, help="articles at most")
    options = parser.parse_args()
    paths = options.paths or [TEXTS if TEXTS.is_dir() else HOME / "seeds"]
    sources, _ = find_sources(paths)
    articles = [article for source in sources for article in read_source(source, plain=True)][: options.limit]
    if not articles:
        sys.exit(f"There are no texts in {', '.join(map(str, paths))}.")
    texts = [article.text for article in articles]
    words = sum(len(text.split()) for text in texts)
    engine = load()
    time_findings()
    bare(engine, texts[:2])
    whole(engine, articles[:2])
    batches = [slice(first, first + BATCH) for first in range(0, len(articles), BATCH)]
    model: dict[int, float] = {}
    analysis: dict[int, tuple[float, dict[str, float]]] = {}
    for _ in range(options.rounds):
        for number, batch in enumerate(batches):
            model[number] = min(bare(engine, texts[batch]), model.get(number, inf))
            run = whole(engine, articles[batch])
            analysis[number] = min(run, analysis.get(number, run), key=lambda each: each[0])
    alone = sum(model.values())
    together = sum(seconds for seconds, _ in analysis.values())
    parts: defaultdict[str, float] = defaultdict(float)
    for _, finding in analysis.values():
        for name, seconds in finding.items():
            parts[name] += seconds
    findings = parts.pop("analyse")
    around = sum(parts.pop(name) for name in ("certain_starts", "mark_starts", "split_sentences"))
    share = (findings + around) / alone
    print(f"{len(articles)} articles, {words} words, best of {options.rounds} rounds, one process")
    print(f"bare model      {words / alone:8.0f} words a CPU second, {alone / words * 1e6:6.1f} us a word")
    print(
        f"whole analysis  {words / together:8.0f} words a CPU second, {together / words * 1e6:6.1f} us a word"
    )
    print(f"kept            {alone / together:8.1%} of the bare model's words a CPU second")
    verdict = "within" if share <= MOST else "over"
    print(f"findings        {share:8.1%} of the bare model's time ({verdict} {MOST:.0%})")
    print()
    print("us a word")
    parts["sentences"] = around
    for name, seconds in sorted(parts.items(), key=lambda item: -item[1]):
        print(
            f"{seconds / words * 1e6:8.1f}  {name.removeprefix('find_').removeprefix('make_').replace('_', ' ')}"
        )
    print(f"{(findings + around) / words * 1e6:8.1f}  all")


if __name__ == "__main__":
    main()
