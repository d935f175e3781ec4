"""The samples and the briefs that are shipped with them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tui.articles.model import Article
from tui.articles.reading import find_sources, read_source
from tui.brief.save import split_document
from tui.shipped import samples

BRIEFS = Path(__file__).resolve().parents[1] / "briefs"


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    sources, problems = find_sources([samples()])
    assert problems == ()
    return {article.id: article for source in sources for article in read_source(source)}


def test_there_are_five_and_the_undated_stay_undated(articles: dict[str, Article]) -> None:
    assert {i: a.published for i, a in articles.items()} == {
        "000": "2025-10-28",
        "001": "2025-06-10",
        "002": None,
        "003": None,
        "004": "2025-06-09",
    }


def test_furniture_of_the_samples_is_set_aside(articles: dict[str, Article]) -> None:
    text = "\n".join(article.text for article in articles.values())
    for words in (
        "iPhone",
        "penguin",
        "Oilers",
        "Skip to content",
        "News for Your Inbox",
        "Write a Comment",
        "Advertise",
    ):
        assert words not in text
    for words in ("power grab", "Jens Eskelund", "remains to be seen", "90-day truce", "approximately 70%"):
        assert words in text


def test_each_sample_has_its_brief_and_every_citation_is_in_the_sample(articles: dict[str, Article]) -> None:
    briefs = {path.name[:3]: path.read_text(encoding="utf-8") for path in BRIEFS.glob("*.md")}
    assert set(briefs) == set(articles)
    for number, text in briefs.items():
        front, body = split_document(text)
        article = articles[number]
        source = samples() / article.file
        assert front["source_sha256"] == hashlib.sha256(source.read_bytes()).hexdigest()
        cited = set(re.findall(rf"\[({number}:S\d+)\]", body))
        defined = dict(re.findall(rf'^\[({number}:S\d+)\]: #\S+ "(.*)"$', body, re.MULTILINE))
        assert cited == set(defined)
        flat = " ".join(article.text.split())
        for words in defined.values():
            plain = words.replace('\\"', '"').replace("\\\\", "\\").replace("&lt;", "<").replace("&amp;", "&")
            assert plain in flat
