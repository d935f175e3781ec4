"""Which sentences are left open: ours, a list of modals and a list of hedging words.

    python -m benchmarks.questions [FOLDER]

FOLDER (by default ../shared/bench/data/dev/questions-meantime) holds `gold.jsonl`, one sentence an object: `text`, `open`.
A sentence is found when its analysis holds a question. Prints precision, recall and F1 of each method.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from tui.analysis.engine import load
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "bench" / "data" / "dev" / "questions-meantime"
MODALS = re.compile(r"\b(?:may|might|could|would)\b|\?", re.IGNORECASE)
WORDS = re.compile(
    r"\b(?:may|might|could|would|should|likely|unlikely|possibl[ey]|probabl[ey]|perhaps|appears?|seems?|suggests?|believes?|"
    r"expect(?:s|ed)?|hopes?|fears?|plans?|whether|if|unclear|reportedly|allegedly|thinks?|about|estimated)\b|\?",
    re.IGNORECASE,
)


def row(name: str, rows: list[tuple[str, bool]], fires: Callable[[str], bool]) -> str:
    """A line of the table."""
    found = [fires(text) for text, _ in rows]
    right = sum(one and is_open for one, (_, is_open) in zip(found, rows, strict=True))
    precision = right / max(1, sum(found))
    recall = right / max(1, sum(is_open for _, is_open in rows))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{name:24} {100 * precision:5.1f} {100 * recall:5.1f} {100 * f1:5.1f}"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n")
    rows = [(one["text"], bool(one["open"])) for one in map(json.loads, filter(str.strip, lines))]
    engine = load()

    def asks(text: str) -> bool:
        """Whether our analysis of a sentence holds a question."""
        article = build_plain(Extracted(text), id="1", file="1.txt", sha256="")
        return bool(engine.analyse(article).questions)

    print(f"{len(rows)} sentences, {sum(is_open for _, is_open in rows)} open; precision, recall, F1")
    print(row("modals, question marks", rows, lambda text: bool(MODALS.search(text))))
    print(row("hedging words", rows, lambda text: bool(WORDS.search(text))))
    print(row("reex-tui", rows, asks))


if __name__ == "__main__":
    main()
