"""Paragraphs in rows: nothing lost, nothing too wide, nothing that a terminal would obey."""

from __future__ import annotations

import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app_made import made_analysis, made_article
from tests.conftest import plain_article
from tui.app.article_page import NAME, page_sheet
from tui.app.article_text import article_paragraphs
from tui.app.page import _NARROW, Layout, Paragraph, Row, Span, pieces, shown, wrap
from tui.app.statistics_view import statistics_view
from tui.app.view import View
from tui.app.views import lines_of
from tui.articles.choices import Choice, with_choices
from tui.articles.model import Block

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from(" \n\tab.’—漢字é\u0301👩\u200d🚀🇳🇴\u05d0\u0627\x1b\u202e")),
    max_size=120,
)


@given(TEXTS, st.integers(1, 30), st.integers(0, 8), st.integers(0, 8))
def test_rows_hold_the_whole_text_in_order(text: str, width: int, first: int, rest: int) -> None:
    text = shown(text)
    rows = wrap(text, width, first, rest)
    assert rows
    at = 0
    for start, end in rows:
        assert at <= start <= end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(TEXTS, st.integers(2, 30))
def test_no_row_is_wider_than_the_page(text: str, width: int) -> None:
    text = shown(text)
    assert all(cell_len(text[start:end]) <= width for start, end in wrap(text, width))


@given(TEXTS)
def test_shown_text_keeps_its_length_and_has_nothing_to_obey(text: str) -> None:
    safe = shown(text)
    assert len(safe) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in safe)
    assert not set(safe) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_what_counts_as_narrow_takes_one_column_a_character() -> None:
    wrong = [chr(c) for c in range(0x20, 0x3000) if _NARROW.fullmatch(chr(c)) and cell_len(chr(c)) != 1]
    assert wrong == []


@pytest.mark.parametrize("word", ["x" * 95, "漢" * 40, "👩\u200d🚀" * 30])
def test_a_long_word_is_broken_and_no_character_is_cut(word: str) -> None:
    rows = wrap(f"a {word} b", 20)
    assert len(rows) > 3
    assert not any(word.startswith("\u200d") for word in (f"a {word} b"[start:end] for start, end in rows))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=8), st.integers(4, 20))
def test_pieces_are_the_row_and_carry_the_styles_of_their_spans(
    places: list[tuple[int, int]], width: int
) -> None:
    text = "The quay is quiet and the crates wait for a ship."
    spans = [Span(a, min(a + n, len(text)), f"s{i}") for i, (a, n) in enumerate(places)]
    paragraph = Paragraph(text, spans)
    for start, end in wrap(text, width):
        parts = pieces(paragraph, Row(0, start, end, 0))
        assert "".join(p.text for p in parts) == text[start:end]
        at = start
        for part in parts:
            expected = {s.style for s in spans if s.start <= at and s.end >= at + len(part.text)}
            assert set(part.styles) == expected
            at += len(part.text)


def test_a_row_is_found_for_every_character() -> None:
    paragraphs = [Paragraph("one two three four", start=0), Paragraph("five six seven", start=20, gap=1)]
    layout = Layout(paragraphs, 8)
    for number, p in enumerate(paragraphs):
        for index, character in enumerate(p.text):
            row = layout.rows[layout.row_at(number, index)]
            assert row.paragraph == number
            assert row.start <= index
            assert index < row.end or character == " "
    assert layout.rows_of(4, 7) == layout.rows_of(4, 5)
    assert layout.rows_of(20, 34).stop == len(layout.rows)


def test_places_lead_from_the_text_to_the_page_and_back() -> None:
    article = made_article()
    sheet = page_sheet(article)
    for block in article.blocks:
        for offset in range(block.start, block.end, 7):
            there = sheet.at_text(offset)
            assert sheet.text[there] == article.text[offset]
            assert sheet.to_text(there) == offset
    for unit in sheet.units:
        assert sheet.at_source(unit.block.start) == unit.start
        assert sheet.text[unit.start : unit.end] == unit.block.text
        assert article.source[unit.block.start : unit.block.end] == unit.block.text
    assert sheet.to_text(0) == 0, "furniture above the title leads to the title"


def test_the_page_shows_every_line_of_the_source_and_names_its_furniture() -> None:
    article = made_article()
    sheet = page_sheet(article)
    shown = [p.text for p in sheet.paragraphs]
    assert shown[0:2] == ["[navigation]", "Home > Trade"]
    assert shown[-2:] == ["[share]", "Share this"]
    assert [t for t in shown if t[0] != "["] == [t for t in article.source.split("\n") if t.strip()]
    assert all(
        sheet.text[p.start : p.start + len(p.text)] == p.text for p in sheet.paragraphs if p.item != NAME
    )
    assert [p.text for p in sheet.paragraphs if p.style == "page--dim" and p.first] == [
        "Home > Trade",
        "Share this",
    ]


def test_the_page_tells_what_was_decided_by_hand() -> None:
    article = made_article()
    share = article.furniture[1]
    body = article.blocks[3]
    choices = [
        Choice(share.source_start, share.source_end, keep=True),
        Choice(14 + body.start, 14 + body.end, keep=False),
    ]
    sheet = page_sheet(with_choices(article, choices), choices)
    shown = [p.text for p in sheet.paragraphs]
    assert shown[shown.index("Share this") - 1] == "[put back]"
    assert shown[shown.index(article.text[body.start : body.end]) - 1] == "[taken out]"
    assert shown[shown.index("Home > Trade") - 1] == "[navigation]"
    assert len(sheet.units) == len(page_sheet(article).units)


def test_a_long_block_is_gone_through_sentence_by_sentence() -> None:
    text = " ".join(f"The harbour stood still on day {n} of the talks." for n in range(40))
    article = plain_article(text)
    sheet = page_sheet(article)
    assert len(sheet.units) == 40
    assert len(sheet.paragraphs) == 1
    for unit in sheet.units:
        assert unit.within == unit.block.start
        assert article.source[unit.block.start : unit.block.end] == sheet.text[unit.start : unit.end]


def test_words_held_together_are_parted_between_words_where_the_row_is_too_narrow() -> None:
    text = "118\u00a0words\u00a0· reading\u00a0ease\u00a052\u00a0(fairly\u00a0hard)"
    rows = [text[start:end].replace("\u00a0", " ") for start, end in wrap(text, 28)]
    assert rows == ["118 words ·", "reading ease 52 (fairly", "hard)"]


def test_bars_of_the_statistics_fit_the_narrowest_of_two_panes() -> None:
    _, paragraphs = statistics_view(made_analysis(made_article()))
    drawn = [p for p in paragraphs if "░" in p.text or "▄" in p.text]
    assert len(drawn) > 4
    assert all(len(wrap(p.text, 30, p.first, p.rest)) == 1 for p in drawn)


def test_every_view_has_lines_with_evidence() -> None:
    analysis = made_analysis(made_article())
    for view in (View.ACTORS, View.FIGURES):
        lines = lines_of(analysis, view).lines
        assert lines
        assert all(line.evidence for line in lines)
    assert lines_of(analysis, View.TIMELINE).lines == ()
    numbers, paragraphs = statistics_view(analysis)
    assert "Named most" in [p.text for p in paragraphs]
    assert {p.item for p in paragraphs if p.item >= 0} == set(range(len(numbers.lines)))
    assert all(line.evidence for line in numbers.lines)


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("U.S. delegates asked for more ships.", "• "),
        ("Five crates of magnets", "• "),
        ("– Five crates of magnets", ""),
        ("2. Five crates of magnets", ""),
        ("(b) Five crates of magnets", ""),
        ("-5 degrees on the quay", "• "),
    ],
)
def test_an_item_of_a_list_has_one_bullet(words: str, sign: str) -> None:
    article = msgspec.structs.replace(plain_article(words), blocks=(Block("list", 0, len(words)),))
    (paragraph,) = article_paragraphs(article, None)
    assert paragraph.sign == sign
