"""Key points against summaries written by people: ours, the first three sentences, and sumy's where it is installed.

    python -m benchmarks.keypoints [FOLDER]

FOLDER as for `benchmarks.keypoints_train`. Needs `benchmarks/requirements-keypoints.txt`; sumy is optional.
Prints ROUGE-1, -2 and -L (F1, stemmed) and words.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean

from tui.analysis.engine import load
from tui.analysis.parsed import Parsed
from tui.analysis.pipeline import analyse
from tui.analysis.sentences import split_sentences
from tui.articles.model import Article, Stretch
from tui.articles.paragraphs import paragraphs

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "bench" / "data" / "dev" / "keypoints-cnndm"
KINDS = ("rouge1", "rouge2", "rougeLsum")
_scorer = import_module("rouge_score.rouge_scorer").RougeScorer(list(KINDS), use_stemmer=True)


def article_of(name: str, text: str) -> Article:
    """An article whose body is all of `text`."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    whole = (Stretch(0, len(text), 0),)
    blocks = paragraphs(text)
    return Article(
        name, f"{name}.txt", digest, None, None, "none", None, None, "en", text, blocks, whole, (), text, True
    )


def scores(reference: str, sentences: list[str]) -> tuple[float, ...]:
    """ROUGE-1, -2, -L of the sentences, in percent, and their words."""
    result = _scorer.score(reference, "\n".join(sentences))
    return (
        *(100 * result[kind].fmeasure for kind in KINDS),
        sum(len(sentence.split()) for sentence in sentences),
    )


def rouge(reference: str, ids: list[str], parsed: Parsed) -> tuple[float, ...]:
    """`scores` of the sentences called `ids`, in reading order."""
    wanted = set(ids)
    return scores(reference, [parsed.text[s.start : s.end] for s in parsed.sentences if s.id in wanted])


class _Words:
    """What sumy asks of a tokenizer, without the data that its own one downloads."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(word.lower() for word in re.findall(r"[^\W\d_]+", sentence))


def sumy_sentences(parsed: Parsed, name: str) -> list[str]:
    """The three sentences that sumy's summariser `name` (LexRank, TextRank) takes of ours."""
    dom = import_module("sumy.models.dom")
    module = import_module(f"sumy.summarizers.{'lex' if name == 'LexRank' else 'text'}_rank")
    sentences = [dom.Sentence(parsed.text[s.start : s.end], _Words()) for s in parsed.sentences]
    document = dom.ObjectDocumentModel([dom.Paragraph(sentences)])
    return [str(sentence) for sentence in getattr(module, f"{name}Summarizer")()(document, 3)]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    rows = [
        json.loads(line)
        for line in (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n")
        if line.strip()
    ]
    engine = load()
    table: dict[str, list[tuple[float, ...]]] = {}
    for row in rows:
        article = article_of(row["id"], (folder / "texts" / f"{row['id']}.txt").read_text(encoding="utf-8"))
        doc = engine.model(article.text)
        parsed = Parsed(article, doc, split_sentences(doc, article))
        reference = row["references"][0]
        best = sorted(analyse(parsed).key_points, key=lambda point: -point.salience)[:3]
        table.setdefault("first three", []).append(
            rouge(reference, [s.id for s in parsed.sentences[:3]], parsed)
        )
        table.setdefault("reex-tui", []).append(rouge(reference, [point.sentence for point in best], parsed))
        if find_spec("sumy") is not None:
            for name in ("LexRank", "TextRank"):
                table.setdefault(name, []).append(scores(reference, sumy_sentences(parsed, name)))
    for name, found in table.items():
        print(f"{name:12}", "  ".join(f"{fmean(column):5.1f}" for column in zip(*found, strict=True)))


if __name__ == "__main__":
    main()
