"""Hedges: which words leave a sentence open, and which look like it but do not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.analysis.hedges import Hedge, find_hedges
from tui.analysis.parsed import Parsed

pytestmark = pytest.mark.engine
Parse = Callable[..., Parsed]
WORDS = [
    "if",
    "whether",
    "may",
    "could",
    "\n\n",
    "to",
    "be",
    "seen",
    "said",
    "“",
    "”",
    "?",
    ".",
    "due",
    "reportedly",
    "of",
    "é",
]


def found(parse: Parse, text: str) -> dict[str, str]:
    """Cue → kind, of the hedges of `text` that alone leave their sentence open."""
    return {text[h.start : h.end].lower(): h.kind for h in find_hedges(parse(text)) if h.strength >= 0.5}


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("The port may close next week.", "may", "epistemic"),
        ("The mill could lose its largest customer.", "could", "epistemic"),
        ("The bridge is likely to open in spring.", "likely", "epistemic"),
        ("Perhaps the council forgot.", "perhaps", "epistemic"),
        ("Analysts expect the lake to freeze.", "expect", "doxastic"),
        ("She hopes to see the museum lend the painting.", "hopes", "doxastic"),
        ("Shares fell on fears of a strike.", "fears", "doxastic"),
        ("The mayor was set to speak on Friday.", "set to", "prospective"),
        ("The two ministers are to meet in Bern.", "are to", "prospective"),
        ("The ferry is due to sail at noon.", "due to", "prospective"),
        ("It remains to be seen whether the dam holds.", "remains to be seen", "investigative"),
        ("Investors asked whether the bank was sound.", "whether", "investigative"),
        ("The cause of the fire is unknown.", "unknown", "investigative"),
        ("The board has yet to decide on a site.", "has yet to", "investigative"),
        ("The club is reportedly selling its ground.", "reportedly", "reportative"),
        ("The firm is said to be worth two billion dollars.", "is said to", "reportative"),
        ("The pact fails if Norway leaves.", "if", "conditional"),
        ("A handful of shops have opened.", "a handful of", "no-number"),
    ],
)
def test_a_hedge_is_found_with_its_kind(parse: Parse, text: str, cue: str, kind: str) -> None:
    assert found(parse, text).get(cue) == kind


@pytest.mark.parametrize(
    "text",
    [
        "In May the orchard was in bloom.",
        "She could not see the harbour from her window.",
        "He ran as if nothing had happened.",
        "The train arrived as expected.",
        "The delay was due to snow on the line.",
        "The aim is to win back readers.",
        "The factory closed in 2010 and was sold to a rival.",
        "He believed the door was locked and pushed it.",
        "The paper was set in type by hand.",
    ],
)
def test_other_uses_of_the_same_words_are_no_hedges(parse: Parse, text: str) -> None:
    assert found(parse, text) == {}


def test_hedges_lie_inside_their_sentences_in_reading_order_and_apart(parse: Parse) -> None:
    text = "It is not clear whether rain will come. Farmers fear it may not, and some are said to be selling cattle."
    parsed = parse(text)
    hedges = find_hedges(parsed)
    sentences = {sentence.id: sentence for sentence in parsed.sentences}
    assert [h.start for h in hedges] == sorted(h.start for h in hedges)
    assert all(one.end <= other.start for one, other in pairwise(hedges))
    for hedge in hedges:
        assert sentences[hedge.sentence].start <= hedge.start < hedge.end <= sentences[hedge.sentence].end


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_run_of_words_breaks_it(parse: Parse, words: list[str]) -> None:
    text = " ".join(words)
    first = find_hedges(parse(text))
    assert first == find_hedges(parse(text))
    assert all(isinstance(hedge, Hedge) and text[hedge.start : hedge.end].strip() for hedge in first)
