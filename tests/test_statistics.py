"""Statistics: what is counted, and how hard a text is to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.analysis.hedges import Hedge
from tui.analysis.model import Claim, Mention
from tui.analysis.parsed import Parsed
from tui.analysis.readability import reading_ease, syllables
from tui.analysis.statistics import make_statistics
from tui.articles.model import BlockKind, Furniture

Parse = Callable[..., Parsed]


@pytest.mark.engine
def test_words_are_counted_as_a_person_counts_them(parse: Parse) -> None:
    statistics = make_statistics(
        parse("Don't sell U.S.-made ore — at $3.5 and/or less ... ever."), [], [], []
    )
    assert statistics.words == 9
    assert statistics.sentences == 1
    assert statistics.reading_minutes == 1


@pytest.mark.engine
def test_the_title_and_captions_are_not_counted(parse: Parse) -> None:
    parsed = parse("Ore prices climb\n\nPrices rose. They fell again.\n\nA mine at dusk")
    kinds: tuple[BlockKind, ...] = ("title", "body", "caption")
    blocks = tuple(
        replace(block, kind=kind) for kind, block in zip(kinds, parsed.article.blocks, strict=True)
    )
    parsed = Parsed(replace(parsed.article, blocks=blocks), parsed.doc, parsed.sentences)
    statistics = make_statistics(parsed, [], [], [])
    assert (statistics.words, statistics.sentences) == (5, 2)


@pytest.mark.engine
def test_nothing_to_read_takes_no_time(parse: Parse) -> None:
    statistics = make_statistics(parse(""), [], [], [])
    assert (statistics.words, statistics.sentences, statistics.reading_minutes) == (0, 0, 0)
    assert statistics.readability is None
    assert statistics.quoted_share == 0


@pytest.mark.engine
def test_reading_time_is_rounded_up(parse: Parse) -> None:
    assert make_statistics(parse("word " * 238), [], [], []).reading_minutes == 1
    assert make_statistics(parse("word " * 239), [], [], []).reading_minutes == 2


@pytest.mark.engine
def test_quoted_share_counts_letters_inside_the_marks(parse: Parse) -> None:
    text = "“aaaa bbbb,” she said cc. He called it “dddd” eeee. He said that ffff."
    direct, mixed, indirect = text.index("“aaaa"), text.index("it “dddd”"), text.index("that")

    def claim(start: int, end: int, form: str) -> Claim:
        return Claim(start, end, text[start:end], form, None, None, None, "S1")  # type: ignore[arg-type]

    claims = [
        claim(direct, direct + 11, "direct"),
        claim(mixed, mixed + 9, "mixed"),
        claim(indirect, len(text) - 1, "indirect"),
    ]
    letters = sum(map(str.isalpha, text))
    assert make_statistics(parse(text), [], claims, []).quoted_share == round(12 / letters, 4)


@pytest.mark.engine
def test_furniture_share_and_labels(parse: Parse) -> None:
    parsed = parse("Ore is sold.\n\nShare this")
    article = replace(parsed.article, furniture=(Furniture(14, 24, "share"),))
    mentions = [Mention(0, 3, "Ore", "PRODUCT"), Mention(0, 3, "Ore", "PRODUCT"), Mention(4, 6, "is", "ORG")]
    statistics = make_statistics(Parsed(article, parsed.doc, parsed.sentences), mentions, [], [])
    assert statistics.furniture_share == round(9 / 19, 4)
    assert statistics.mentions == {"ORG": 1, "PRODUCT": 2}


@pytest.mark.engine
def test_hedged_sentences_are_those_that_are_left_open(parse: Parse) -> None:
    hedges = [
        Hedge(0, 1, "S1", "epistemic", 0.9, 0),
        Hedge(2, 3, "S2", "approximator", 0.9, 0),
        Hedge(4, 5, "S3", "doxastic", 0.3, 0),
        Hedge(6, 7, "S4", "doxastic", 0.3, 0),
        Hedge(8, 9, "S4", "prospective", 0.3, 0),
    ]
    statistics = make_statistics(parse("It may rain. It rains."), [], [], hedges)
    assert statistics.hedged == ("S1", "S4")
    assert statistics.hedged_sentences == 2


@pytest.mark.parametrize(
    ("word", "count"),
    [("make", 1), ("makes", 1), ("called", 1), ("wanted", 2), ("table", 2), ("industry", 3), ("negotiation", 5),
     ("isn't", 2), ("saying", 2), ("area", 3), ("mineral", 3), ("FBI", 3), ("government", 3), ("a", 1), ("2", 1)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_short_words_read_more_easily_than_long_ones() -> None:
    easy = reading_ease(["The", "cat", "sat", "on", "the", "mat", "."], 1)
    hard = reading_ease(["Institutional", "considerations", "necessitate", "multilateral", "negotiations"], 1)
    assert easy is not None
    assert hard is not None
    assert easy > 90 > 20 > hard


@given(st.text(max_size=40))
def test_any_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1
