"""Learn the weights of words for the key points, and measure them on articles that they were not learned from.

    python -m benchmarks.keypoints_train [FOLDER]

FOLDER (by default ../shared/bench/data/dev/keypoints-cnndm) holds `gold.jsonl` (`id`, `references`) and `texts/ID.txt`.
Needs rouge-score. Prints the weights to put into `tui/analysis/key_points.py`, and ROUGE by ten-fold cross-validation
over articles, with three shuffles, beside the first three sentences.
"""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.keypoints import article_of, rouge
from tui.analysis import key_points
from tui.analysis.engine import load
from tui.analysis.parsed import Parsed
from tui.analysis.pipeline import analyse
from tui.analysis.sentences import split_sentences

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "bench" / "data" / "dev" / "keypoints-cnndm"
RIDGE = 10.0
WORDS_EACH = 200
"""Every article weighs as much as one with so many different words."""

Array = np.ndarray[Any, np.dtype[np.float64]]


def examples(parsed: Parsed, reference: str) -> tuple[Array, Array]:
    """Features of every content word, and whether the reference uses it (compared by stem)."""
    stem = import_module("nltk.stem.porter").PorterStemmer().stem
    used = {stem(word) for word in re.findall(r"[a-z0-9]+", reference.lower())}
    words, _ = key_points.content_words(parsed, range(len(parsed.spans)))
    forms: dict[str, set[str]] = {}
    for token in parsed.doc:
        forms.setdefault(token.lemma_.lower(), set()).add(stem(token.lower_))
    features = np.array([key_points.word_features(word) for word in words.values()])
    return features, np.array([float(bool(forms[key] & used)) for key in words])


def fit(pairs: list[tuple[Array, Array]]) -> Array:
    """Logistic regression with a ridge on all but the bias, by Newton's method."""
    features, used = np.vstack([pair[0] for pair in pairs]), np.concatenate([pair[1] for pair in pairs])
    share = np.concatenate([np.full(len(pair[1]), WORDS_EACH / len(pair[1])) for pair in pairs])
    ridge = RIDGE * np.eye(features.shape[1])
    ridge[0, 0] = 0
    weights = np.zeros(features.shape[1])
    for _ in range(30):
        guess = 1 / (1 + np.exp(-features @ weights))
        gradient = features.T @ (share * (guess - used)) + ridge @ weights
        curve = (features * (share * guess * (1 - guess))[:, None]).T @ features + ridge
        weights = weights - np.linalg.solve(curve, gradient)
    return weights


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    rows = [
        json.loads(line)
        for line in (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n")
        if line.strip()
    ]
    engine = load()
    parses: list[Parsed] = []
    for row in rows:
        article = article_of(row["id"], (folder / "texts" / f"{row['id']}.txt").read_text(encoding="utf-8"))
        doc = engine.model(article.text)
        parses.append(Parsed(article, doc, split_sentences(doc, article)))
    references = [row["references"][0] for row in rows]
    pairs = [examples(parsed, reference) for parsed, reference in zip(parses, references, strict=True)]
    print("weights", tuple(round(float(weight), 2) for weight in fit(pairs)))
    lead = [
        rouge(reference, [s.id for s in parsed.sentences[:3]], parsed)
        for parsed, reference in zip(parses, references, strict=True)
    ]
    print("first three", np.mean(lead, axis=0).round(1))
    analyses = [analyse(parsed) for parsed in parses]
    found = []
    for seed in range(3):
        order = np.random.default_rng(seed).permutation(len(rows))
        for fold in range(10):
            test = set(order[fold::10].tolist())
            weights = fit([pair for i, pair in enumerate(pairs) if i not in test])
            key_points.WORD_WEIGHTS = tuple(float(weight) for weight in weights)
            for i in test:
                a = analyses[i]
                points = key_points.find_key_points(
                    parses[i], a.mentions, a.actors, a.figures, a.claims, a.questions, a.signals
                )
                best = sorted(points, key=lambda point: -point.salience)[:3]
                found.append(rouge(references[i], [point.sentence for point in best], parses[i]))
    print("cross-validated", np.mean(found, axis=0).round(1), "(ROUGE-1, -2, -L, words)")


if __name__ == "__main__":
    main()
