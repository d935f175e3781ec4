"""Who says what: ours beside a regular expression and textacy, on articles marked by hand.

    python benchmarks/claims.py ../shared/bench/data/dev/claims-polnear --scorer ../shared/bench

The set has a `gold.jsonl`, one object an article, with the texts beside it; the scorer's folder holds its package
`scoring`, which says what each number means. textacy is measured when it is installed (`requirements-who.txt`).
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.analysis.claims import find_claims
from tui.analysis.engine import load
from tui.analysis.parsed import Parsed
from tui.analysis.who.actors import find_actors
from tui.analysis.who.mentions import find_mentions
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted

Row = dict[str, Any]
Finder = Callable[[Parsed], Row]

_VERBS = (
    "said|says|say|told|added|asked|wrote|tweeted|noted|warned|argued|claimed|explained|continued|replied"
)
_NAME = r"(?P<{}>(?:[A-Z][\w.’'-]+ ?){{1,4}}|he|she|they|it|the \w+)"
_TAGGED = re.compile(
    rf"[“\"](?P<words>[^“”\"]+)[”\"](?:,? (?:{_VERBS}) {_NAME.format('after')}| {_NAME.format('before')} ?(?:{_VERBS}))?"
)


def ours(parsed: Parsed) -> Row:
    """The claims of the tool, with its actors."""
    actors, mentions = find_actors(parsed, find_mentions(parsed))
    started = time.process_time()
    claims = find_claims(parsed, mentions, actors)
    seconds[0] += time.process_time() - started
    return {
        "claims": [{name: getattr(claim, name) for name in claim.__struct_fields__} for claim in claims],
        "actors": [{"id": actor.id, "name": actor.name} for actor in actors],
    }


seconds = [0.0]


def by_expression(parsed: Parsed) -> Row:
    """Quotations of more than three words, with a name beside a verb of saying."""
    claims = []
    for match in _TAGGED.finditer(parsed.text):
        if match["words"].count(" ") > 2:
            speaker = (match["after"] or match["before"] or "").strip() or None
            claims.append({"start": match.start(), "end": match.end("words"), "speaker": speaker})
    return {"claims": claims}


def by_textacy(parsed: Parsed) -> Row:
    """textacy's direct quotations, paragraph by paragraph: it refuses a text with an odd number of marks, and then only that
    paragraph is lost."""
    triples = importlib.import_module("textacy.extract.triples")
    claims = []
    for block in parsed.article.blocks:
        paragraph = parsed.doc.char_span(block.start, block.end, alignment_mode="expand")
        if paragraph is None:
            continue
        try:
            quotations = list(triples.direct_quotations(paragraph.as_doc()))
        except ValueError:
            continue
        for one in quotations:
            start, end = (paragraph.start_char + at for at in (one.content.start_char, one.content.end_char))
            claims.append(
                {"start": start, "end": end, "speaker": " ".join(t.text for t in one.speaker) or None}
            )
    return {"claims": claims}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    sys.path.insert(0, str(args.scorer))
    scorer = importlib.import_module("scoring.claims")
    analysis = importlib.import_module("scoring.analysis").Analysis
    lines = (args.folder / "gold.jsonl").read_text(encoding="utf-8").split("\n")
    rows: list[Row] = [json.loads(line) for line in lines if line.strip()][: args.limit]
    parses = parse(args.folder, rows)
    finders: dict[str, Finder] = {"regular expression": by_expression, "reex-tui": ours}
    if importlib.util.find_spec("textacy") is not None:
        finders["textacy"] = by_textacy
    for name, find in finders.items():
        result = scorer.score(rows, {row["id"]: analysis(find(parsed)) for row, parsed in parses})
        forms = "  ".join(
            f"{form} {result[form]['found']} / {result[form]['with speaker']}"
            for form in ("direct", "mixed", "indirect")
        )
        print(f"{name}: precision {result['precision']['P']}  {forms}")
    words = sum(len(parsed.doc) for _, parsed in parses)
    print(f"claims take {seconds[0] / words * 1e6:.1f} µs a word")


def parse(folder: Path, rows: list[Row]) -> list[tuple[Row, Parsed]]:
    """The rows, each given its text, with their parses."""
    engine = load()
    parses = []
    for row in rows:
        row["text"] = (folder / "texts" / f"{row['id']}.txt").read_bytes().decode("utf-8")
        article = build_plain(Extracted(row["text"]), id=row["id"], file=row["id"], sha256="")
        parses.append((row, engine.parse(article)))
    return parses


if __name__ == "__main__":
    main()
