"""Dates: what is one, what is none, and what happened then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.analysis.dates import find_dates
from tui.analysis.dates.calendar import add, easter
from tui.analysis.dates.grammar import Grammar
from tui.analysis.dates.lexicon import lex
from tui.analysis.openings import small
from tui.analysis.parsed import Parsed

pytestmark = pytest.mark.engine
Parse = Callable[..., Parsed]


@pytest.mark.parametrize(
    "text",
    [
        "The six-hour meeting was held behind closed doors.",
        "They worked there for 20 years.",
        "She meets them every Monday.",
        "It is published daily.",
        "The doors open at 5 p.m.",
        "He is 46 years old.",
        "They may agree.",
        "They march on the capital.",
        "Theresa May signed it.",
        "They fought in the Second World War.",
        "The plant makes 2000 magnets a day.",
        "They built it in three days.",
        "He was a man in his 50s.",
        "It cost $2010.",
        "The number is 555-123-4567.",
        "Chapter 2 explains it.",
        "The phone has 24/7 support.",
        "USA Today said so.",
        "The network, once called Chile Today, moved.",
        "See https://example.org/2022/07/25/ore for it.",
        "The doors close on Friday nights.",
        "Q1: Is it open?",
    ],
)
def test_no_date(parse: Parse, text: str) -> None:
    assert [mention.text for mention in find_dates(parse(text, "2025-06-11"))] == []


def test_two_weekdays_are_two_mentions(parse: Parse) -> None:
    found = find_dates(parse("They met on Monday and Tuesday.", "2025-06-11"))
    assert [(m.text, m.from_day) for m in found] == [("Monday", "2025-06-09"), ("Tuesday", "2025-06-10")]


def test_a_day_that_is_known_by_its_name_keeps_its_year(parse: Parse) -> None:
    (found,) = find_dates(parse("The law was written after the September 11 attacks.", "2025-06-11"))
    assert found.from_day == "2001-09-11"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Prices rose, as ministers met in Oslo this week.", "ministers met in Oslo this week"),
        ("And on Monday the ministry eased the rule.", "on Monday the ministry eased the rule"),
        ("Trade has shrunk since April, when the ministry curbed exports.", "the ministry curbed exports"),
        ("His vote in 2005 was a mistake.", "His vote in 2005"),
        ("The mine closed on Monday, and the plant will open in May.", "The mine closed on Monday"),
    ],
)
def test_the_event_is_the_clause_that_the_date_belongs_to(parse: Parse, text: str, event: str) -> None:
    found = find_dates(parse(text, "2025-06-11"))[0]
    assert found.event_start is not None
    assert text[found.event_start : found.event_end] == event


def test_a_date_line_tells_of_no_event(parse: Parse) -> None:
    (found,) = find_dates(parse("June 9, 2025"))
    assert found.event_start is None


def test_a_truce_runs_out(parse: Parse) -> None:
    (found,) = find_dates(parse("A 90-day truce was agreed on May 12.", "2025-06-11"))
    assert (found.expires_from, found.expires_to) == ("2025-08-10", "2025-08-10")
    assert found.expires_working == "90 days from “May 12” (truce)"


def test_the_real_accounts(parse: Parse, real_accounts: Path) -> None:
    """Days that a reader of the accounts would name; facts only."""
    days = {"000": "2025-10-28", "001": "2025-06-10", "003": None}
    wanted: dict[str, dict[str, str | None]] = {
        "000": {"Thursday": "2025-10-30", "last week": "2025-10-20", "over the weekend": "2025-10-25"},
        "001": {
            "Monday": "2025-06-09",
            "since April": "2025-04-01",
            "late 1980s": "1987-01-01",
            "Since 2023": "2023-01-01",
        },
        "003": {"mid-May": None, "today": None},
    }
    for number, published in days.items():
        (path,) = real_accounts.glob(f"{number}_*.txt")
        found = {m.text: m.from_day for m in find_dates(parse(path.read_text(encoding="utf-8"), published))}
        for text, day in wanted[number].items():
            assert found[text] == day, (number, text)


_PIECES = (
    "the first second last next this week month of Monday May march 2024 1980s June 5 and to - in two days ago early mid "
    "late end since until 9/11/2025 quarter . , Q3 half year years winter Easter every \u00a0 \n 99999999 0 31 ’s"
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(st.sampled_from(_PIECES.split(" ")), max_size=25),
    published=st.sampled_from([None, "2024-02-29", "0001-01-01", "9999-12-31", "no day"]),
)
def test_mentions_lie_in_the_text_and_in_order(
    parse: Parse, pieces: list[str], published: str | None
) -> None:
    text = " ".join(pieces)
    parsed = parse(text, published)
    found = find_dates(parsed)
    assert found == find_dates(parsed)
    place = 0
    for mention in found:
        sentence = next(s for s in parsed.sentences if s.id == mention.sentence)
        assert place <= mention.start < mention.end
        assert sentence.start <= mention.start
        assert mention.end <= sentence.end
        assert text[mention.start : mention.end] == mention.text
        if mention.from_day and mention.to_day:
            assert mention.from_day <= mention.to_day
        if mention.event_start is not None and mention.event_end is not None:
            assert sentence.start <= mention.event_start < mention.event_end <= sentence.end
        place = mention.end


@pytest.mark.parametrize(
    "piece", ["early ", "first week of ", "from ", "the ", "and ", "2 days after ", "week of ", "May "]
)
def test_long_runs_of_one_word_are_read_in_time_and_without_a_crash(piece: str) -> None:
    text = piece * 3000
    assert isinstance(Grammar(lex(small(text), 0, len(text))).find(), list)


def test_easter_and_months_without_the_day() -> None:
    from datetime import date

    assert [easter(year) for year in (2000, 2024, 2025)] == [
        date(2000, 4, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
    ]
    assert add(date(2024, 1, 31), 1, "month") == date(2024, 2, 29)
    assert add(date(2024, 3, 31), -1, "year") == date(2023, 3, 31)
