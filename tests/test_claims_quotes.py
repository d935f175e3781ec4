"""Quotation marks: what opens, what closes, what is an apostrophe."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.claims.quotes import find_quotes
from tui.articles.paragraphs import paragraphs


def inner(text: str) -> list[str]:
    return [text[quote.inner_start : quote.inner_end] for quote in find_quotes(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        "“We will wait,” she said.",
        '"We will wait," she said.',
        "«We will wait,» she said.",
        "„We will wait,“ she said.",
        "``We will wait,'' she said.",
        "''We will wait,'' she said.",
        "‘We will wait,’ she said.",
        "'We will wait,' she said.",
        '“We will wait," she said.',
        '"We will wait,” she said.',
    ],
)
def test_every_kind_of_mark_holds_the_same_words(text: str) -> None:
    assert inner(text) == ["We will wait,"]


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union and the firm's lawyers don't agree; it's the '90s again.",
        "The workers’ union and the firm’s lawyers don’t agree; it’s the ’90s again.",
        "They were rockin' till the minister's men came.",
        "Nothing at all is quoted here.",
        "",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert inner(text) == []


def test_apostrophes_inside_single_marks_do_not_close_them() -> None:
    assert inner("He said: 'It's the unions' fault, not mine.' Then he left.") == [
        "It's the unions' fault, not mine."
    ]


def test_a_quotation_inside_another_belongs_to_it() -> None:
    assert inner("“He told me ‘never again’ and left,” she said.") == ["He told me ‘never again’ and left,"]


def test_each_paragraph_reopens_a_long_quotation() -> None:
    text = "“The first part is long.\n\n“The second part ends it,” Moser said."
    first, second = find_quotes(text, paragraphs(text))
    assert text[first.inner_start : first.inner_end] == "The first part is long."
    assert first.continued
    assert second.continues


def test_a_mark_that_never_closes_ends_with_its_sentence() -> None:
    assert inner("“We will wait. Then the minister left the room.\n\nNobody spoke.") == ["We will wait."]


def test_a_new_mark_ends_a_sentence_that_was_left_open() -> None:
    assert inner("“We will wait. “They will not,” she said.") == ["We will wait.", "They will not,"]


@given(st.text(alphabet="ab .,\n“”\"'‘’«»`", max_size=80))
def test_quotations_stand_inside_their_paragraph_and_never_overlap(text: str) -> None:
    blocks = paragraphs(text)
    quotes = find_quotes(text, blocks)
    for quote in quotes:
        block = blocks[quote.block]
        assert block.start <= quote.start <= quote.inner_start < quote.inner_end <= quote.end <= block.end
    assert all(one.end <= two.start for one, two in pairwise(quotes))
