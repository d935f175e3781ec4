"""Dates: which days an expression of time stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.analysis.dates import find_dates
from tui.analysis.model import DateMention
from tui.analysis.parsed import Parsed

pytestmark = pytest.mark.engine
Parse = Callable[..., Parsed]

WRITTEN = "2025-06-11"  # a Wednesday


def _one(parse: Parse, text: str, published: str | None = WRITTEN) -> DateMention:
    found = find_dates(parse(text, published))
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("They met on June 9, 2024.", "2024-06-09", "2024-06-09", "day"),
        ("They met on Jun 9, 2024.", "2024-06-09", "2024-06-09", "day"),
        ("They met on 9 June 2024.", "2024-06-09", "2024-06-09", "day"),
        ("They met on the 9th of June 2024.", "2024-06-09", "2024-06-09", "day"),
        ("They met on 2024-06-09.", "2024-06-09", "2024-06-09", "day"),
        ("They met on 09.06.2024.", "2024-06-09", "2024-06-09", "day"),
        ("They met on 6/9/2024.", "2024-06-09", "2024-06-09", "day"),
        ("They met on Sunday, June 9, 2024.", "2024-06-09", "2024-06-09", "day"),
        ("They met in June 2024.", "2024-06-01", "2024-06-30", "month"),
        ("They met in the summer of 2019.", "2019-06-01", "2019-08-31", "season"),
        ("It was cold in the winter of 2020-21.", "2020-12-01", "2021-02-28", "season"),
        ("Output rose in the third quarter of 2024.", "2024-07-01", "2024-09-30", "quarter"),
        ("Output rose in Q3 2024.", "2024-07-01", "2024-09-30", "quarter"),
        ("China banned the export in 2010.", "2010-01-01", "2010-12-31", "year"),
        ("The mine was closed in the late 1980s.", "1987-01-01", "1989-12-31", "decade"),
        ("The mine was closed in the 1980s.", "1980-01-01", "1989-12-31", "decade"),
        ("The mine was closed in the 19th century.", "1800-01-01", "1899-12-31", "century"),
        ("It was signed in the first week of May 2024.", "2024-04-29", "2024-05-05", "week"),
        ("It was signed in early June 2024.", "2024-06-01", "2024-06-10", "days"),
        ("They met on Christmas Day 2024.", "2024-12-25", "2024-12-25", "day"),
        ("They met on Easter Monday 2024.", "2024-04-01", "2024-04-01", "day"),
    ],
)
def test_stated_dates_need_no_day_of_writing(
    parse: Parse, text: str, first: str, last: str, precision: str
) -> None:
    found = _one(parse, text, None)
    assert (found.from_day, found.to_day, found.precision) == (first, last, precision)
    assert found.basis == "stated"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The ministers met on Monday.", "2025-06-09", "2025-06-09"),
        ("The ministers met on Wednesday.", "2025-06-11", "2025-06-11"),
        ("The ministers met on Thursday.", "2025-06-05", "2025-06-05"),
        ("The ministers will meet on Monday.", "2025-06-16", "2025-06-16"),
        ("The ministers are to meet on Monday.", "2025-06-16", "2025-06-16"),
        ("The ministers plan to meet on Monday.", "2025-06-16", "2025-06-16"),
        ("The ministers declined to comment on Friday.", "2025-06-06", "2025-06-06"),
        ("A deal was signed ahead of Saturday's summit.", "2025-06-14", "2025-06-14"),
        ("They met last Friday.", "2025-06-06", "2025-06-06"),
        ("They will meet next Friday.", "2025-06-20", "2025-06-20"),
        ("They will meet this Friday.", "2025-06-13", "2025-06-13"),
        ("They met yesterday.", "2025-06-10", "2025-06-10"),
        ("They will meet tomorrow.", "2025-06-12", "2025-06-12"),
        ("They met last week.", "2025-06-02", "2025-06-08"),
        ("They meet this month.", "2025-06-01", "2025-06-30"),
        ("They will meet next year.", "2026-01-01", "2026-12-31"),
        ("They met over the weekend.", "2025-06-07", "2025-06-08"),
        ("They will meet over the weekend.", "2025-06-14", "2025-06-15"),
        ("They met two weeks ago.", "2025-05-28", "2025-05-28"),
        ("They will meet in three days.", "2025-06-14", "2025-06-14"),
        ("They met in mid-May.", "2025-05-10", "2025-05-20"),
        ("They met in April.", "2025-04-01", "2025-04-30"),
        ("They met in August.", "2024-08-01", "2024-08-31"),
        ("They will meet in April.", "2026-04-01", "2026-04-30"),
        ("They met in April last year.", "2024-04-01", "2024-04-30"),
        ("They met on May 12.", "2025-05-12", "2025-05-12"),
        ("Trade has shrunk since April.", "2025-04-01", None),
        ("The rule holds until 2030.", None, "2030-01-01"),
        ("They will answer by Friday.", None, "2025-06-13"),
        ("They met between 2010 and 2015.", "2010-01-01", "2015-01-01"),
        ("They talked from May 5 to May 7.", "2025-05-05", "2025-05-07"),
        ("They talked on May 5-7.", "2025-05-05", "2025-05-07"),
        ("Prices have doubled over the past decade.", "2015-06-11", "2025-06-11"),
        ("Prices have doubled in recent decades.", None, "2025-06-11"),
        ("They met earlier this month.", "2025-06-01", "2025-06-11"),
        ("They met last summer.", "2024-06-01", "2024-08-31"),
        ("They sold it 10 to 15 years ago.", "2010-06-11", "2015-06-11"),
        ("They will meet on Tuesday of next week.", "2025-06-17", "2025-06-17"),
        ("They will meet the day after tomorrow.", "2025-06-13", "2025-06-13"),
        ("They will meet the week after next.", "2025-06-23", "2025-06-29"),
        ("They will meet on the 4th of next month.", "2025-07-04", "2025-07-04"),
        ("They will answer no later than Friday.", None, "2025-06-13"),
        ("The talks were moved to July.", "2025-07-01", "2025-07-31"),
        ("They asked what he would do if he won on Nov. 4.", "2025-11-04", "2025-11-04"),
        ("Sales fell in the first half of this year.", "2025-01-01", "2025-06-30"),
        ("Sales fell in 1Q25.", "2025-01-01", "2025-03-31"),
    ],
)
def test_relative_dates_count_from_the_day_of_writing(
    parse: Parse, text: str, first: str | None, last: str | None
) -> None:
    found = _one(parse, text)
    assert (found.from_day, found.to_day) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday.",
        "They met in mid-May.",
        "It was eased in April.",
        "It might be eased today.",
        "They met last week.",
    ],
)
def test_without_a_day_of_writing_relative_dates_stay_open(parse: Parse, text: str) -> None:
    found = _one(parse, text, None)
    assert (found.from_day, found.to_day, found.basis, found.precision) == (None, None, "none", None)
    assert found.working


def test_the_working_names_the_day_it_counts_from_and_the_tense(parse: Parse) -> None:
    assert _one(parse, "They will meet on Friday.").working == "“Friday” from 2025-06-11, told as to come"
    assert _one(parse, "They met on Friday.").working == "“Friday” from 2025-06-11, told as past"
    assert _one(parse, "They met last week.").working == "“last week” from 2025-06-11"


def test_a_stated_day_lends_its_year_where_no_day_of_writing_is_known(parse: Parse) -> None:
    first, second = find_dates(parse("They met on March 3, 2024. They met again on April 5.", None))
    assert first.from_day == "2024-03-03"
    assert second.from_day == "2024-04-05"
    assert "March 3, 2024" in str(second.working)


def test_a_distance_in_a_story_counts_from_the_day_before_it(parse: Parse) -> None:
    _, later = find_dates(parse("They met on March 3, 2024. Three days later they parted.", None))
    assert (later.text, later.from_day) == ("Three days later", "2024-03-06")


def test_figures_tell_their_order_when_one_of_them_is_clear(parse: Parse) -> None:
    first, second = find_dates(parse("They met on 23/4/2024. They met again on 3/5/2024.", None))
    assert first.from_day == "2024-04-23"
    assert second.from_day == "2024-05-03"


def test_impossible_days_are_not_resolved(parse: Parse) -> None:
    for text in ("They met on February 30, 2024.", "They met on 2024-13-45."):
        for found in find_dates(parse(text, WRITTEN)):
            assert found.from_day is None or found.precision != "day"


def test_a_fiscal_year_has_no_known_days(parse: Parse) -> None:
    found = _one(parse, "Sales fell in fiscal year 2023.")
    assert (found.from_day, found.basis) == (None, "none")
