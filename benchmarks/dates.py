"""Days found in expressions of time, beside those of dateparser where that is installed.

    python benchmarks/dates.py [FOLDER] [--misses]

FOLDER (by default that in ../shared/bench) holds `gold.jsonl` of the set `dates-specs`: sentences, the day of writing, the
expressions in them and the days that they may stand for. `--misses` lists what was not right. The rows are scored by the
scorer that lies beside the data.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tui.analysis.engine import Engine, load
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
FOLDER = BENCH / "data" / "dev" / "dates-specs"

Row = dict[str, Any]
Found = list[dict[str, Any]]


def ours(rows: list[Row], engine: Engine) -> dict[str, Found]:
    """Our mentions of each row."""
    articles = [
        build_plain(
            Extracted(row["text"]), id=row["id"], file="row.txt", sha256="", published=row["reference"]
        )
        for row in rows
    ]
    return {
        row["id"]: [
            {"start": m.start, "end": m.end, "text": m.text, "from": m.from_day, "to": m.to_day}
            for m in found.dates
        ]
        for row, found in zip(rows, engine.analyse_all(articles), strict=True)
    }


def dateparser(rows: list[Row]) -> dict[str, Found]:
    """What dateparser finds in each row: one day for each expression."""
    from datetime import date, datetime, time

    search = import_module("dateparser.search").search_dates
    result: dict[str, Found] = {}
    for row in rows:
        base = datetime.combine(date.fromisoformat(row["reference"] or "2020-01-01"), time())
        found: Found = []
        place = 0
        for text, day in search(row["text"], languages=["en"], settings={"RELATIVE_BASE": base}) or []:
            start = row["text"].find(text, place)
            if start < 0:
                continue
            place = start + len(text)
            iso = day.date().isoformat()
            found.append({"start": start, "end": place, "text": text, "from": iso, "to": iso})
        result[row["id"]] = found
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description="Days found in expressions of time.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if not (options.folder / "gold.jsonl").is_file():
        sys.exit(f"{options.folder} holds no gold.jsonl: name the folder of the set dates-specs.")
    sys.path.insert(0, str(BENCH))
    data, dates = import_module("scoring.analysis"), import_module("scoring.dates")
    rows: list[Row] = data.load_set(options.folder)
    makers: dict[str, Callable[[], dict[str, Found]]] = {"reex-tui": lambda: ours(rows, load())}
    if find_spec("dateparser"):
        makers["dateparser"] = lambda: dateparser(rows)
    for name, make in makers.items():
        found = make()
        analyses = {
            row["id"]: data.Analysis(
                {
                    "text": row["text"],
                    "source_map": [{"start": 0, "end": len(row["text"]), "source_start": 0}],
                    "dates": found[row["id"]],
                }
            )
            for row in rows
        }
        score = dates.score(rows, analyses)
        right = sum(score[kind]["right"] for kind in ("written in full", "relative"))
        gold = sum(score[kind]["gold"] for kind in ("written in full", "relative"))
        print(f"{name}: right days {right / gold:.1%} ({right} of {gold})", end="; ")
        print(
            f"wrong among those given {score['wrong days']['share']} %; spans F1 {score['span']['F1']}",
            end="; ",
        )
        print(f"in full {score['written in full']['R']} %, relative {score['relative']['R']} %")
        if options.misses and name == "reex-tui":
            print_misses(rows, found, dates.same_period)


def print_misses(rows: list[Row], found: dict[str, Found], same: Callable[..., bool]) -> None:
    """List the expressions whose days are not right."""
    for row in rows:
        for gold in row["dates"]:
            near = [m for m in found[row["id"]] if m["start"] < gold["end"] and gold["start"] < m["end"]]
            if not any(same(mention, first, last) for mention in near for first, last in gold["periods"]):
                got = [(m["text"], m["from"], m["to"]) for m in near]
                print(f"  {row['reference']}  {gold['text']!r} is {gold['periods']}, found {got}")


if __name__ == "__main__":
    main()
