"""Figures found in the news and in specifications of units, beside those of other tools where these are installed.

    pip install -r benchmarks/requirements-figures.txt
    python -m benchmarks.figures.table [SET …] [--misses]

A SET is a folder with `gold.jsonl`; by default the three sets of figures in ../shared/bench. They are scored by the scorer
that lies beside the data: a figure is right when its value (of a range, both ends) is, then also its unit, the class of its
qualifier, and a word of what it measures. `--misses` lists what this project did not find.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from tui.analysis.engine import Engine, load
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted

from .tools import Found, installed

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
SETS = [BENCH / "data" / "dev" / f"figures-{name}" for name in ("newsquant", "unitspecs", "quantulum3")]


def ours(engine: Engine, rows: list[dict[str, Any]]) -> list[Found]:
    """The figures of the whole analysis of each row."""
    articles = [build_plain(Extracted(row["text"]), id=row["id"], file="row.txt", sha256="") for row in rows]
    return [
        [msgspec.to_builtins(item) for item in analysis.figures] for analysis in engine.analyse_all(articles)
    ]


def row_of_table(name: str, score: dict[str, Any]) -> str:
    """A row of the table; what a tool does not give at all, or the set does not have, is a dash."""
    pairs = (score[kind] for kind in ("value", "value and unit"))
    recalls = (score.get(kind, {}).get("R", 0.0) for kind in ("qualifier recall", "measure recall"))
    cells = [name, *(f"{pair['R']:.1f} / {pair['F1']:.1f}" for pair in pairs)]
    return "| " + " | ".join([*cells, *(f"{recall:.1f}" if recall else "–" for recall in recalls)]) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description="Figures beside those of other tools.")
    parser.add_argument("sets", nargs="*", type=Path, default=SETS)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if missing := [str(folder) for folder in options.sets if not (folder / "gold.jsonl").is_file()]:
        sys.exit(f"{', '.join(missing)}: no gold.jsonl. Name folders that hold one.")
    sys.path.insert(0, str(BENCH))
    data, figures = import_module("scoring.analysis"), import_module("scoring.figures")
    engine = load()
    for folder in options.sets:
        rows: list[dict[str, Any]] = data.load_set(folder)
        texts = [row["text"] for row in rows]
        print(f"\n{folder.name}, {len(rows)} texts: recall / F1 in percent\n")
        print("| | value | value and unit | qualifier recall | measure recall |")
        print("|---|---|---|---|---|")
        for name, make in {"reex-tui": None, **installed(engine)}.items():
            found = make(texts) if make else ours(engine, rows)
            analyses = {
                row["id"]: data.Analysis(
                    {
                        "text": row["text"],
                        "source_map": [{"start": 0, "end": len(row["text"]), "source_start": 0}],
                        "figures": items,
                    }
                )
                for row, items in zip(rows, found, strict=True)
            }
            print(row_of_table(name, figures.score(rows, analyses)), flush=True)
            if options.misses and make is None:
                print_misses(rows, found, figures.same_value)


def print_misses(rows: list[dict[str, Any]], found: list[Found], same: Any) -> None:
    """List the figures of the gold whose value was not found in their text."""
    for row, items in zip(rows, found, strict=True):
        valued = [item for item in items if item["value"] is not None]
        for gold in row["figures"]:
            if not any(same(item, gold) for item in valued):
                print(f"  {row['id']}: {gold['value']} {gold.get('high') or ''} {gold['units']}, found "
                      f"{[item['text'] for item in items]}")  # fmt: skip


if __name__ == "__main__":
    main()
