"""Title, day, author, publisher and language from a page's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.build import build
from tui.articles.day_features import Candidate
from tui.articles.extracted import Extracted, Judged
from tui.articles.language import find_language
from tui.articles.metadata import find_metadata
from tui.articles.model import Article
from tui.articles.published import likeliest
from tui.articles.written_days import WrittenDay, american, days, written_days

BODY = """The ferry to the northern islands sailed again on Monday, a year after a storm broke its ramp and left four \
hundred people dependent on a single fishing boat for their post.

“We had almost stopped believing in it,” said the harbour master, who watched the crossing from the quay.

The county paid 3.2 million crowns for the ramp, about twice what it had planned, because divers found that the \
foundations had cracked as well."""


def page(above: str = "", below: str = "") -> Article:
    text = f"Ferry returns to the northern islands after a year\n\n{above}\n\n{BODY}\n\n{below}\n"
    return build(Extracted(text), id="1", file="1.txt", sha256="0")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 4, 2024", "2024-03-04"),
        ("Mon, 4 Mar 2024 09:15", "2024-03-04"),
        ("4th of March 2024", "2024-03-04"),
        ("2024-03-04T09:15:00Z", "2024-03-04"),
        ("04.03.2024", "2024-03-04"),
        ("3/24/2024", "2024-03-24"),
        ("24/3/2024", "2024-03-24"),
        ("03.24.2024", "2024-03-24"),
        ("6 min readMar 4, 2024", "2024-03-04"),
        ("March 4, 20243 comments", "2024-03-04"),
    ],
)
def test_full_days_are_read(text: str, day: str) -> None:
    assert [found for _, _, found in days(text)] == [day]


@pytest.mark.parametrize(
    "text", ["3/4/2024", "March 2024", "31 February 2024", "in 2024", "1.2.3", "10.0.0.24", "May 4"]
)
def test_what_is_no_full_day_or_has_two_readings_is_left(text: str) -> None:
    assert days(text) == []


def test_numbers_with_two_readings_have_both() -> None:
    assert [(one.day, one.other) for one in written_days("3/4/2024")] == [("2024-03-04", "2024-04-03")]


@given(st.text(max_size=200))
def test_days_stand_in_the_text(text: str) -> None:
    for start, end, day in days(text):
        assert text[start:end].strip()
        assert len(day) == 10


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("Published March 4, 2024", "2024-03-04"),
        ("Last updated: March 6, 2024 9:15 am\nPublished: March 4, 2024 8:00 am", "2024-03-04"),
        ("Last updated: March 6, 2024 9:15 am", "2024-03-06"),
        ("Last updated: March 6, 2024", None),
        ("May 2nd, 202411 mins", "2024-05-02"),
        ("The crew waves to the crowd in the harbour of Norrvik on March 1, 2019.", None),
        ("© 2019 Harbour Gazette. Copyright March 1, 2019", None),
        ("", None),
    ],
)
def test_the_day_of_publication(above: str, day: str | None) -> None:
    assert page(above).published == day


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("Marta Lindqvist\n3/4/2024", None),
        ("Marta Lindqvist\n3/4/2024\n\nRelated: New quay opened\n2/24/2024", "2024-03-04"),
        ("Marta Lindqvist\n3/4/2024\n\nRelated: New quay opened\n24/2/2024", "2024-04-03"),
        ("Marta Lindqvist\n3/4/2024\n\nThe harbour centre and its grey tyres are neighbours.", "2024-04-03"),
        ("Marta Lindqvist\n3/4/2024\n\nThe harbor center and its gray tires are neighbors.", "2024-03-04"),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_page(above: str, day: str | None) -> None:
    assert page(above).published == day


def test_spelling_tells_the_country() -> None:
    assert american("Our neighbors organized a program.") is True
    assert american("Our neighbours organised a programme.") is False
    assert american("Our friends held a party.") is None


@pytest.mark.parametrize(
    "below",
    [
        "12 Comments\n\nErik\nMarch 9, 2024 at 4:12 pm\n\nGood news at last!",
        "Sources\n\nHarbour Office. Retrieved March 9, 2024.",
        "Upcoming: the county's autumn fair begins on March 9, 2024.",
    ],
)
def test_days_of_comments_sources_and_events_are_not_taken(below: str) -> None:
    assert page(below=below).published is None


@pytest.mark.parametrize(
    "below",
    [
        "This article was originally published on March 4, 2024 and has been kept up to date since.",
        "Monday, March 4th, 2024 at 11:00 am | Categories: Ferries, Harbours |",
    ],
)
def test_the_day_of_publication_below_the_body(below: str) -> None:
    assert page(below=below).published == "2024-03-04"


def test_days_of_related_items_are_not_taken() -> None:
    assert page(below="Related articles\n\nCouncil votes on new bus lanes\nMarch 7, 2024\n").published is None


@pytest.mark.parametrize(
    ("above", "author"),
    [
        ("By Marta Lindqvist", "Marta Lindqvist"),
        ("By Marta Lindqvist and Omar Haddad, Harbour Gazette", "Marta Lindqvist, Omar Haddad"),
        ("BY MARTA LINDQVIST | MARCH 4, 2024", "Marta Lindqvist"),
        ("Written by: Marta Lindqvist, Staff Reporter", "Marta Lindqvist"),
        ("Marta Lindqvist\nMarch 4, 2024", "Marta Lindqvist"),
        ("By\n  • Marta Lindqvist0", "Marta Lindqvist"),
        ("By Marta LindqvistTwitter", "Marta Lindqvist"),
        ("By Associated Press", "Associated Press"),
        ("1. Marta Lindqvist\n\nThe crew has waited for a year.", "Marta Lindqvist"),
        ("Marta Lindqvist  |  Harbour Gazette", "Marta Lindqvist"),
        ("Words and photos by Marta Lindqvist", "Marta Lindqvist"),
        ("Photos by Marta Lindqvist", None),
        ("By Marta Lindqvist And Omar Haddad For The Harbour Gazette", "Marta Lindqvist, Omar Haddad"),
        ("Marta Lindqvist and AFP\nMarch 4, 2024", "Marta Lindqvist"),
        ("Associated PressMarch 4, 2024 GMT", "Associated Press"),
        ("Harbour Gazette staff\nMarch 4, 2024", "Harbour Gazette staff"),
        ("Author\nMarta\nShare", "Marta"),
        ("By , Chief Harbour Master, Norrvik", None),
        ("By Gazette's Marta Lindqvist", "Marta Lindqvist"),
        ("When Norrvik Waits", None),
        ("March 4, 2024\nKey Points", None),
        ("Edited by Jonas Berg", None),
        ("Share\nFacebook", None),
        ("", None),
    ],
)
def test_the_author(above: str, author: str | None) -> None:
    assert page(above).author == author


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ("By Marta\n\nLeave a comment", "Marta"),
        ("Published by\n\nMarta Lindqvist\n\nA seaman by birth", "Marta Lindqvist"),
        ("Contact the author:\n\nMarta Lindqvist[email protected]", "Marta Lindqvist"),
        ("About the Author - Marta Lindqvist", "Marta Lindqvist"),
        ("Write to Marta Lindqvist at marta@gazette.example", "Marta Lindqvist"),
        ("portrait\n\nMarta Lindqvist\n\nChief correspondent", "Marta Lindqvist"),
        ("portrait\n\nMarta Lindqvist\n\nI’m a seaman by birth, and I write about boats.", "Marta Lindqvist"),
    ],
)
def test_a_byline_below_the_body_counts(below: str, author: str) -> None:
    assert page(below=below).author == author


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("© 2024 Harbour Gazette. All rights reserved.", "Harbour Gazette"),
        ("Copyright Harbour Gazette", "Harbour Gazette"),
        ("Copyright 2019-2024 by Harbour Gazette Inc.", "Harbour Gazette"),
        ("© 2024 All rights reserved.", None),
        ("", None),
    ],
)
def test_the_publisher(below: str, publisher: str | None) -> None:
    found = page(below=below)
    assert found.publisher == publisher
    assert found.author is None


def test_the_language() -> None:
    assert find_language(BODY) == "en"
    assert (
        find_language(
            "Die Fähre zu den Inseln ist am Montag wieder gefahren, und der Hafen war voll mit den Leuten"
        )
        == "de"
    )
    assert find_language("42 17 99") is None


def test_the_language_is_that_of_the_body_and_not_of_what_stands_below_it() -> None:
    aside = "Das ist der Wetterbericht für die Küste, und er kommt von den Leuten auf dem Amt.\n" * 20
    text = f"{BODY}\n{aside}"
    judged = [Judged(0, len(BODY), "body", 0.9), Judged(len(BODY) + 1, len(text), "related", 0.1)]
    assert find_metadata(text, judged).stated.language == "en"


def may_be(iso: str, *, doubtful: bool = False) -> Candidate:
    """A day that may be taken."""
    return Candidate(0, WrittenDay(0, len(iso), iso, "iso"), iso, allowed=True, doubtful=doubtful)


@pytest.mark.parametrize(
    ("found", "first", "chances", "taken"),
    [
        ([may_be("2024-03-04"), may_be("2024-03-06")], [False, False], [0.3, 0.6], "2024-03-06"),
        ([may_be("2024-03-04"), may_be("2024-03-06")], [True, False], [0.1, 0.9], "2024-03-04"),
        (
            [may_be("2024-03-04"), may_be("2024-03-06", doubtful=True)],
            [False, False],
            [0.3, 0.7],
            "2024-03-04",
        ),
        ([may_be("2024-03-06", doubtful=True)], [False], [0.7], None),
        ([may_be("2024-03-06", doubtful=True)], [False], [0.9], "2024-03-06"),
        ([may_be("2024-03-06")], [False], [0.1], None),
        ([], [], [], None),
    ],
)
def test_the_likeliest_day_is_taken_and_that_of_an_update_only_if_it_is_very_likely(
    found: list[Candidate], first: list[bool], chances: list[float], taken: str | None
) -> None:
    assert likeliest(found, first, chances) == taken
