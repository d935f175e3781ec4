"""Title, day, publisher and author of HTML pages."""

from __future__ import annotations

import pytest

from tui.articles.extracted import Stated
from tui.articles.formats.days import day_in_address, day_of, days_in
from tui.articles.formats.html import read_page
from tui.articles.formats.page_author import names_in

BODY = "<p>The ferry to the outer islands runs again since Monday, the harbour office said, and carries cars as well.</p>"


def stated(head: str = "", body: str = "", url: str | None = None, attributes: str = 'lang="en"') -> Stated:
    return read_page(
        f"<html {attributes}><head>{head}</head><body>{body}{BODY * 3}</body></html>", url
    ).stated


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Ferry runs again | Harbour Gazette</title>", "<h1>Ferry runs again</h1>"),
        (
            "<title>Ferry runs again - Harbour Gazette</title><meta property='og:site_name' content='Harbour Gazette'>",
            "",
        ),
        (
            "<meta property='og:title' content='Ferry runs again'>",
            "<h1>Harbour Gazette</h1><h2>Ferry runs again</h2>",
        ),
        (
            "<title>Harbour Gazette: Ferry runs again</title><meta property='og:site_name' content='Harbour Gazette'>",
            "",
        ),
    ],
)
def test_title_without_the_name_of_the_site(head: str, body: str) -> None:
    assert stated(head, body).title == "Ferry runs again"


def test_a_page_without_any_title_has_none() -> None:
    found = stated()
    assert (found.title, found.published, found.author, found.publisher) == (None, None, None, None)


TITLE = "<h1>Ferry runs again this week</h1>"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("", f"{TITLE}<div>Published 4 March 2025, updated 9 March 2025</div>", "2025-03-04"),
        ("", f"{TITLE}<div>March 4, 2025</div>", "2025-03-04"),
        ("", f"{TITLE}<div>Updated on March 9, 2025</div>", None),
        ("<meta property='article:published_time' content='2025-03-04T23:30:00-05:00'>", TITLE, "2025-03-04"),
        ("<meta property='article:modified_time' content='2025-03-09'>", TITLE, None),
        ("", f"{TITLE}<time datetime='2025-03-04'>a week ago</time>", "2025-03-04"),
        (
            "",
            f"{TITLE}{BODY * 4}<aside class='related'><a href=x>Quay closed</a> <time>6 May 2025</time></aside>",
            None,
        ),
        ("<script type='application/ld+json'>{broken</script>", f"{TITLE}<p>4 Mar 2025</p>", "2025-03-04"),
    ],
)
def test_published_day(head: str, body: str, day: str | None) -> None:
    assert stated(head, body).published == day


def test_a_day_in_the_address_tells_its_basis() -> None:
    found = stated("", TITLE, "https://www.example.org/news/2025/03/04/ferry")
    assert (found.published, found.published_basis, found.publisher) == ("2025-03-04", "url", "example.org")


@pytest.mark.parametrize(
    ("language", "day"), [("en-US", "2025-03-04"), ("en-GB", "2025-04-03"), ("de", "2025-04-03")]
)
def test_a_day_in_numbers_follows_the_language(language: str, day: str) -> None:
    assert stated("", f"{TITLE}<p>Published: 3/4/2025</p>", None, f'lang="{language}"').published == day


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        ("", f"{TITLE}<div>By Ada Quist, Senior Reporter | 4 March 2025</div>", "Ada Quist"),
        ("", f"{TITLE}<div>By Ada Quist and Bo Lind</div>", "Ada Quist, Bo Lind"),
        (
            "<meta name='author' content='Harbour Gazette Staff'>",
            f"{TITLE}<p class='byline'>By Ada Quist</p>",
            "Ada Quist",
        ),
        ("<meta name='author' content='admin'>", TITLE, None),
        ("", f"{TITLE}<div class='author'>Ada Quist</div>", "Ada Quist"),
        ("", f"{TITLE}<aside class='related'><span class='author'>By Cy Doe</span></aside>", None),
        (
            "<script type='application/ld+json'>[{'@type':'NewsArticle','author':[{'@type':'Person','name':'Ada Quist'},"
            "{'@type':'Person','name':'Bo Lind'}],'publisher':{'@type':'Organization','name':'Harbour Gazette'}}]</script>",
            TITLE,
            "Ada Quist, Bo Lind",
        ),
        (
            "<script type='application/ld+json'>{'@type':'Article','author':{'@type':'Organization','name':'G'}}</script>",
            TITLE,
            None,
        ),
    ],
)
def test_author(head: str, body: str, author: str | None) -> None:
    assert stated(head.replace("'@", '"@').replace("':", '":').replace("'", '"'), body).author == author


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Quist", ["Ada Quist"]),
        ("Written by Ada Quist, MD, PhD", ["Ada Quist"]),
        ("ADA QUIST", ["Ada Quist"]),
        ("Ada Quist | Reuters", ["Ada Quist"]),
        ("Ada Quist March 4, 2025", ["Ada Quist"]),
        ("Jan Mayer", ["Jan Mayer"]),
        ("Jean-Luc O’Neil & Bo van der Lind", ["Jean-Luc O’Neil", "Bo van der Lind"]),
        ("The Editorial Team", []),
        ("https://www.facebook.com/gazette", []),
        ("@gazette", []),
        ("", []),
    ],
)
def test_names_in_a_byline(byline: str, names: list[str]) -> None:
    assert names_in(byline, ["Harbour Gazette"]) == names


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-04T06:10:00+01:00", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("4th of March, 2025", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:00", "2025-03-04"),
        ("Sept. 4, 2025", "2025-09-04"),
        ("13/4/2025", "2025-04-13"),
        ("3/4/2025", None),
        ("31 February 2025", None),
        ("call 2025-03", None),
        ("1.2.3.2025", None),
        ("v2025.13.45", None),
    ],
)
def test_written_days(text: str, day: str | None) -> None:
    assert day_of(text) == day


def test_days_come_in_reading_order_with_their_places() -> None:
    text = "Posted March 4, 2025; changed 2025-03-09."
    assert [(text[start:end], day) for start, end, day in days_in(text)] == [
        ("March 4, 2025", "2025-03-04"),
        ("2025-03-09", "2025-03-09"),
    ]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2025/3/4/ferry", "2025-03-04"),
        ("https://example.org/ferry-2025-03-04.html", "2025-03-04"),
        ("https://example.org/20250304/ferry", "2025-03-04"),
        ("https://example.org/ferry-99998-12", None),
        (None, None),
    ],
)
def test_days_in_addresses(url: str | None, day: str | None) -> None:
    assert day_in_address(url) == day
