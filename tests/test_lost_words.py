"""Holes that dropped link texts leave, on sentences written for the purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.analysis.lost_words import find_lost_words
from tui.analysis.parsed import Parsed

pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        (
            "In answer, the minister threatened to impose on Danish imports, but the talks went on.",
            "impose on",
        ),
        ("The treaty was signed ahead of Merkel's in Kenya on Friday.", "Merkel's in"),
        (
            "She enters the talks with leverage of her own; his have done a number on the steel mills.",
            "his have",
        ),
        ("The company, which owns mines in Peru, said its in Chile would close.", "its in"),
        ("The of this harbour started in May and ended six years later.", "The of"),
        ("The suspect was arrested on Sunday through a issued by the court.", "a issued"),
        ("The workers met in the during the afternoon to vote.", "the during"),
        ("According to , the harbour will close in May.", "to ,"),
        ("She said a new on imports would be announced in May.", "a new on"),
    ],
)
def test_a_hole_is_found_with_the_words_around_it(parse: Callable[..., Parsed], text: str, hole: str) -> None:
    parsed = parse(text)
    found = find_lost_words(parsed)
    assert len(found) == 1
    assert found[0].kind == "missing-words"
    assert found[0].grade in {"strong", "medium"}
    words = text[found[0].start : found[0].end]
    assert words in hole or hole in words


@pytest.mark.parametrize(
    "text",
    [
        "The tariffs that the minister imposed on Danish imports hurt the mills.",
        "What the minister imposed on Denmark was a tariff.",
        "A friend of Merkel's in Kenya sold the farm on Friday.",
        "He ate at McDonald's in Kenya on Friday.",
        "Her farm is large; his is small, and theirs were sold.",
        "He acted against the will of the people, and kicked the can down the road.",
        "She stayed for a while in the harbour, which she often dreamt of.",
        "This is the house she was born in, and the man she spoke to was there.",
        "Imports of and demand for steel rose.",
        "The new wall is the highest in the world, and the by-laws forbid it.",
        "We need something to write with.",
    ],
)
def test_whole_sentences_are_left_alone(parse: Callable[..., Parsed], text: str) -> None:
    parsed = parse(text)
    assert [text[s.start : s.end] for s in find_lost_words(parsed)] == []


def test_a_text_that_spaces_its_marks_throughout_is_no_find(parse: Callable[..., Parsed]) -> None:
    text = "The harbour , which is old , closed in May . The wall , which is new , held . Nobody knew that , though ."
    assert find_lost_words(parse(text)) == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["the", "of", "in", "his", "its", "Merkel's", "impose", "to", ".", ",", "\n\n", "a", "He", "wall"]
        ),
        max_size=20,
    )
)
def test_any_text_gives_spans_inside_its_sentences(parse: Callable[..., Parsed], words: list[str]) -> None:
    parsed = parse(" ".join(words))
    sentences = {sentence.id: sentence for sentence in parsed.sentences}
    found = find_lost_words(parsed)
    for signal in found:
        sentence = sentences[signal.sentence]
        assert sentence.start <= signal.start < signal.end <= sentence.end
    assert list(found) == sorted(found, key=lambda signal: signal.start)
    assert find_lost_words(parsed) == found
