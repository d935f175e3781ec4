"""Sentences: where they end, and that they hold all of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.analysis.engine import Engine
from tui.analysis.parsed import Parsed
from tui.articles.model import Block

from .conftest import plain_article

pytestmark = pytest.mark.engine
Parse = Callable[..., Parsed]


def _split(parse: Parse, text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in parse(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Treasury has not answered.",
        "Mr. J. Smith of Acme Inc. has not answered.",
        "George W. Bush spoke first.",
        "The ship, see e.g. Smith, was late.",
        "Output rose 3.5 percent in May.",
        "It opened on Jan. 5 in the rain.",
        "“Is it so?” he asked.",
        '"Is it so?" Donald Trump asked.',
        '"Stop!" she said to them.',
        "The fee was in No. 5 of the list.",
        "The board met at 10 a.m. on Monday.",
        "The file is at example.com now.",
        "He paused ... and then went on.",
        "1. The talks in London may go on.",
    ],
)
def test_one_sentence(parse: Parse, text: str) -> None:
    assert _split(parse, text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The work was done.", "Next came the bill."),
        ("He said, “We are done.”", "They left the hall."),
        ('He called it "a mess."', "They left the hall."),
        ("He left at 5 p.m.", "The doors were closed."),
        ("They sold it to Acme Inc.", "The buyer was glad."),
        ("“We have won,” he said.", "“We have lost,” she said."),
        ("(The ministry did not answer.)", "The mine stays closed."),
        ("Was it sold?", "Nobody knows."),
    ],
)
def test_two_sentences(parse: Parse, first: str, second: str) -> None:
    assert _split(parse, f"{first} {second}") == [first, second]


def test_two_sentences_that_lost_their_space(parse: Parse) -> None:
    assert _split(parse, "The work was done.Next came the bill.") == [
        "The work was done.",
        "Next came the bill.",
    ]


def test_a_title_is_not_cut_at_an_abbreviation(engine: Engine) -> None:
    title, body = "U.S. Officials Meet in the U.K. Over Ores", "They met in London. Nobody spoke."
    article = plain_article(f"{title}\n\n{body}")
    blocks = (Block("title", 0, len(title)), Block("body", len(title) + 2, len(article.text)))
    sentences = engine.parse(replace(article, blocks=blocks)).sentences
    assert [(s.id, s.block) for s in sentences] == [("S1", 0), ("S2", 1), ("S3", 1)]


def test_a_run_without_an_end_is_cut_by_the_parse_and_never_into_nothing(engine: Engine) -> None:
    article = plain_article("word " * 4000)
    sentences = engine.parse(article).sentences
    assert sentences[0].start == 0
    assert sentences[-1].end == len(article.text.rstrip())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("aBc.!?… \n\"“”'()1$•U.S—\u200b\xa0é中"), max_size=120))
def test_sentences_hold_every_letter_in_order(parse: Parse, text: str) -> None:
    parsed = parse(text)
    place = 0
    kept = []
    for number, sentence in enumerate(parsed.sentences, 1):
        block = parsed.article.blocks[sentence.block]
        assert sentence.id == f"S{number}"
        assert place <= sentence.start < sentence.end
        assert block.start <= sentence.start
        assert sentence.end <= block.end
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        kept.append(text[sentence.start : sentence.end])
        place = sentence.end
    assert "".join("".join(kept).split()) == "".join(
        "".join(text[b.start : b.end] for b in parsed.article.blocks).split()
    )
    if any(map(str.isalnum, text)):
        assert sum(any(map(str.isalnum, part)) for part in kept) >= len(
            {s.block for s in parsed.sentences if any(map(str.isalnum, text[s.start : s.end]))}
        )
