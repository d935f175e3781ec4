"""A query chooses articles by words, fields and days, and says what it does not understand."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.app_made import made_analysis, made_article
from tests.made import made_analysis as another
from tui.brief.build import build_brief
from tui.review.query import QueryError, holds, parse
from tui.review.session import in_words, order

ARTICLE = made_analysis(made_article(4))
"""Clement Courier, 2031-05-06, with the actors Ada Lindqvist, Harbour Commission, Omar Reyes and Vesterland."""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", True),
        ("magnets", True),
        ("MAGNETS shipments", True),
        ("magnets zebra", False),
        ("-zebra", True),
        ("-magnets", False),
        ('"trade minister of Norland"', True),
        ('"minister trade"', False),
        ("publisher:clement", True),
        ("publisher:reyes", False),
        ('actor:"omar reyes"', True),
        ("-actor:vesterland", False),
        ("title:magnets", True),
        ("title:vesterland", False),
        ("id:004", True),
        ("after:2031", True),
        ("after:2031-05-06", True),
        ("after:2031-06", False),
        ("before:2031-05-06", False),
        ("before:2031-05-07", True),
        ("-before:2031-05-07", False),
        ("after:2031-05 before:2031-06 magnets", True),
    ],
)
def test_a_query_finds(query: str, expected: bool) -> None:
    assert holds(parse(query), ARTICLE) is expected


def test_an_undated_article_is_neither_before_nor_after() -> None:
    undated = replace(ARTICLE, published=None)
    assert not holds(parse("after:1900"), undated)
    assert not holds(parse("before:2999"), undated)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("titel:x", "did you mean title"),
        ("colour:red", "there are title:, publisher:"),
        ("after:soon", "after:soon is no day"),
        ("before:2031-13", "is no day"),
    ],
)
def test_what_is_not_understood_is_told(query: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        parse(query)


@given(st.text(max_size=40))
def test_any_text_is_a_query_or_told(query: str) -> None:
    with contextlib.suppress(QueryError):
        holds(parse(query), ARTICLE)


def test_undated_articles_come_last_and_the_queue_says_so() -> None:
    brief = build_brief(another())
    briefs = [
        replace(brief, id=name, sha256=name, published=day)
        for name, day in (("a", None), ("b", "2031-05-07"), ("c", "2030-01-01"), ("d", None))
    ]
    queue = order(briefs)
    assert [b.id for b in queue] == ["c", "b", "a", "d"]
    assert in_words(queue) == "4 articles to review, the oldest first; 2 undated ones come last."
    assert in_words(queue[:3]) == "3 articles to review, the oldest first; an undated one comes last."
    assert in_words(queue[:2]) == "2 articles to review, the oldest first."
    assert in_words(queue[2:]) == "2 articles to review, all of them undated."
    assert in_words(queue[2:3]) == "1 article to review, undated."
