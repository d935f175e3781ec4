"""The short patterns that say where a long one need be tried: they must leave out no place where it matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis import hedge_cues, machine_text, signals
from tui.analysis.dates import lexicon
from tui.analysis.figures import filters, numerals
from tui.analysis.figures.numerals import find_numerals
from tui.analysis.openings import matches, openings, small

PIECES = """
    May mar. march sept 5 12 2024 3/4 '99 9/11 ½ -3.5 . , – 24,000 1,5 q3 FY25 h1 the a an of in within during and half
    three quarters quarter third dozen Hundreds thousand million handful few couple several many virtually no none minus
    negative week weeks year min minutes ago later earlier last this that next two nineteen eighty spring fall New Year's
    Day Christmas Labor easter copyright © No. pp. p. A.D. BC +44 (555) 555-1234 #5 ’20s 1980s 10:30 p.m. S-400 a@b.co
    www.x.org/1 10% x kg İ ſix ı K _
"""
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES.split()), st.sampled_from([" ", " ", "  ", "-", "", "\n", ", "])),
    max_size=12,
).map(lambda pieces: "".join(word + space for word, space in pieces))


@given(st.text())
def test_small_letters_keep_the_offsets(text: str) -> None:
    assert len(small(text)) == len(text)


def test_small_letters_are_those_that_patterns_compare() -> None:
    assert small("SIX ſİX Kilo Straße") == "six six kilo straße"


def test_openings_stand_where_words_start() -> None:
    pattern = openings("ten", r"an?\s", signs=r"\d")
    text = "ten often a b an_ 5x _tens"
    assert [match.start() for match in pattern.finditer(text)] == [0, 10, 18, 22]


def starts(pattern: re.Pattern[str], text: str) -> set[int]:
    return {at for at in range(len(text)) if pattern.match(text, at)}


@given(TEXTS)
def test_numbers_start_at_openings(text: str) -> None:
    low = small(text)
    assert starts(numerals._CANDIDATE, low) <= starts(numerals._OPENING, low)


@given(TEXTS)
def test_dates_start_at_openings(text: str) -> None:
    low = small(text)
    found = starts(lexicon._TRIGGER, low) - {match.start() for match in re.finditer(r"(?<=[^\W_])[nt]", low)}
    assert found <= starts(lexicon._OPENING, low)


@given(TEXTS)
def test_the_same_is_blocked_as_without_openings(text: str) -> None:
    expected = [
        match.span()
        for line in filters._LINE.finditer(text)
        if filters._TELLING.search(text, line.start(), line.end())
        for match in filters._BLOCKED.finditer(text, line.start(), line.end())
    ]
    assert list(filters._blocked(text)) == expected


@pytest.mark.parametrize("text", ["ſix mıllıon tonnes", "SİX MİLLİON tonnes"])
def test_numbers_in_letters_that_only_look_like_others_are_read(text: str) -> None:
    assert [numeral.value for numeral in find_numerals(text)] == [6e6]


PHRASES = """
    As of my last knowledge update my cut-off as an AI language model , I I'm am can't cannot provide fulfil this request
    here's the revised version certainly! here is hope helps let me know if you like based on text provided stay tuned for
    news check the official sources latest for most up-to-date information [insert name] remains to be seen is are not n't
    clear has yet up in the air in doubt under review no final deal open question anyone's guess jury out sources say it was
    believed there were reports according to reports a handful of an undisclosed sum for an about at least 5 many analysts
    industry experts warn critics say paid post in partnership with this article was sponsored affiliate links earn a
    commission holds no position owns shares our company full disclosure: conflicts of interest turn2search1
"""
SPEECH = st.lists(st.sampled_from(PHRASES.split()), max_size=14).map(" ".join)


@given(SPEECH)
def test_phrases_start_at_openings(text: str) -> None:
    for pattern, opening in (
        (machine_text._ALL, machine_text._OPENING),
        (signals._EXPERTS, signals._EXPERTS_OPENING),
        (signals._OWN_WORDS, signals._OWN_OPENING),
    ):
        found = [match.span() for match in matches(pattern, opening, text)]
        assert found == [match.span() for match in pattern.finditer(text)]
    expected = [m.span() for _, _, pattern in hedge_cues._PHRASES for m in pattern.finditer(text)]
    assert [(start, end) for _, _, start, end in hedge_cues.phrases(text)] == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "As of my last knowledge update in May 2023",
        "As an AI language model, I",
        "I'm a large language model",
        "I don't have access to real-time",
        "I am sorry, but I cannot",
        "here is a revised version",
        "Of course! Here are",
        "let me know if you'd like",
        "consult the official sources for the latest",
    ],
)
def test_the_words_of_assistants_are_found(phrase: str) -> None:
    assert list(matches(machine_text._ALL, machine_text._OPENING, f"So: {phrase} end"))
