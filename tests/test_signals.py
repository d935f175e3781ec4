"""Signals: what tells how far an article can be leaned on."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.analysis.hedges import find_hedges
from tui.analysis.model import Figure, Signal
from tui.analysis.parsed import Parsed
from tui.analysis.signals import find_signals
from tui.articles.model import Block

pytestmark = pytest.mark.engine
Parse = Callable[..., Parsed]


def signals(parsed: Parsed, figures: tuple[Figure, ...] = ()) -> tuple[Signal, ...]:
    return find_signals(parsed, figures, (), find_hedges(parsed))


def found(parsed: Parsed, kind: str) -> list[tuple[str, str]]:
    """Grade and words of the signals of one kind."""
    return [(s.grade, parsed.text[s.start : s.end]) for s in signals(parsed) if s.kind == kind]


def with_blocks(parsed: Parsed, *kinds: str, **changes: object) -> Parsed:
    """The same parse with blocks of these kinds and other fields of its article changed."""
    blocks = tuple(Block(kind, b.start, b.end) for kind, b in zip(kinds, parsed.article.blocks, strict=True))  # type: ignore[arg-type]
    article = msgspec.structs.replace(parsed.article, blocks=blocks, **changes)
    return Parsed(article, parsed.doc, parsed.sentences)


@pytest.mark.parametrize(
    ("text", "grade", "words"),
    [
        ("The club is reportedly selling its ground.", "strong", "reportedly"),
        ("Officials privately admit the budget is gone.", "strong", "privately admit"),
        ("It is understood that the chairman has left.", "strong", "It is understood"),
        ("Sources say the merger is off.", "strong", "Sources say"),
        ("The stadium is said to be for sale.", "medium", "is said to"),
        ("Analysts say the price of tin will fall.", "weak", "Analysts say"),
    ],
)
def test_hearsay_is_unsourced(parse: Parse, text: str, grade: str, words: str) -> None:
    assert (grade, words) in found(parse(text), "unsourced")


def test_a_named_source_is_no_signal(parse: Parse) -> None:
    assert signals(parse("Finance Minister Ana Ruiz said on Monday that the budget had passed.")) == ()


def test_an_article_without_a_date_is_undated_once(parse: Parse) -> None:
    parsed = parse("The fair opened.\n\nIt rained.")
    assert found(parsed, "undated") == []  # plain text states no date that could be read
    article = with_blocks(parsed, "title", "body", plain=False)
    assert found(article, "undated") == [("strong", "The fair opened.")]
    assert found(with_blocks(parsed, "title", "body", plain=False, published="2025-06-01"), "undated") == []


def test_the_outlet_taking_a_side_declares_its_interest(parse: Parse) -> None:
    text = "The levy is unfair. Harbour Weekly believes the council should drop it."
    parsed = with_blocks(parse(text), "body", publisher="Harbour Weekly")
    assert found(parsed, "declared-interest") == [("strong", "Harbour Weekly believes")]
    other = with_blocks(parse(text), "body", publisher="Oslo Post")
    assert found(other, "declared-interest") == []


@pytest.mark.parametrize(
    "text",
    [
        "We believe the levy should be dropped.",
        "This is sponsored content from a maker of boats.",
        "The author owns shares in two of the mines.",
        "Ask our company about a free survey.",
    ],
)
def test_an_interest_of_the_writer_is_a_signal(parse: Parse, text: str) -> None:
    assert found(parse(text), "declared-interest")


def test_what_others_say_in_quotes_is_not_the_writers_interest(parse: Parse) -> None:
    assert (
        found(parse("“We believe our customers will stay,” said Ana Ruiz of the bank."), "declared-interest")
        == []
    )


def test_a_list_item_that_drops_the_word_about_is_marked(parse: Parse) -> None:
    parsed = with_blocks(
        parse("Peru mines 40% of the ore.\n\nPeru mines about 40% of the ore."), "list", "body"
    )
    figures = (
        Figure(11, 14, "40%", 40, None, "percent", "percent", None, "of the ore", "Peru", "S1"),
        Figure(39, 48, "about 40%", 40, None, "percent", "percent", "about", "of the ore", "Peru", "S2"),
    )
    dropped = [s for s in signals(parsed, figures) if s.kind == "hedge-dropped"]
    assert [(s.grade, parsed.text[s.start : s.end]) for s in dropped] == [("strong", "40%")]
    same = tuple(msgspec.structs.replace(figure, qualifier="about") for figure in figures)
    assert not [s for s in signals(parsed, same) if s.kind == "hedge-dropped"]


def test_a_caption_that_says_flatly_what_the_body_hedges_is_marked(parse: Parse) -> None:
    caption = "Norway closes three old copper mines in the north."
    hedged = "Norway may close three old copper mines in the north."
    flat = with_blocks(parse(f"{caption}\n\n{hedged}"), "caption", "body")
    assert found(flat, "hedge-dropped") == [("medium", caption)]
    sure = with_blocks(
        parse(f"{caption}\n\nNorway will close three old copper mines in the north."), "caption", "body"
    )
    assert found(sure, "hedge-dropped") == []


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["Sources", "say", "reportedly", "we", "believe", "“", "”", ".", "\n\n", "our", "company", "é"]
        ),
        max_size=30,
    )
)
def test_signals_stand_in_their_sentences(parse: Parse, words: list[str]) -> None:
    parsed = parse(" ".join(words))
    sentences = {sentence.id: sentence for sentence in parsed.sentences}
    raised = signals(parsed)
    assert raised == signals(parsed)
    assert [s.start for s in raised] == sorted(s.start for s in raised)
    for signal in raised:
        sentence = sentences[signal.sentence]
        assert sentence.start <= signal.start < signal.end <= sentence.end
