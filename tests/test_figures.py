"""Figures of an article: which are found, what they measure, how they are ranked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.engine import Engine
from tui.analysis.figures import find_figures
from tui.analysis.model import Actor, Figure
from tui.analysis.parsed import Parsed
from tui.analysis.same_figure import same_figure
from tui.articles.reading import find_sources, read_source

from .conftest import plain_article

Parse = Callable[..., Parsed]
Find = Callable[[str], tuple[Figure, ...]]

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def find(parse: Parse) -> Find:
    return lambda text: find_figures(parse(text), (), (), ())


def texts(figures: tuple[Figure, ...]) -> list[str]:
    return [figure.text for figure in figures]


def test_a_percentage_says_of_what_and_whose(find: Find) -> None:
    first, second = find(
        "Chile controls approximately 30% of global lithium supply and 45% of brine production."
    )
    assert (first.value, first.unit, first.kind, first.qualifier) == (30, "percent", "percent", "about")
    assert first.measure == "of global lithium supply"
    assert second.measure == "of brine production"
    assert first.subject == second.subject == "Chile"


def test_coordinated_percentages_share_the_measure(find: Find) -> None:
    first, second = find(
        "Chile runs the trade, mining about 40% and refining 60% of the metal sold in Europe."
    )
    assert first.measure == second.measure
    assert first.measure is not None
    assert first.measure.startswith("of the metal")
    assert first.subject == "Chile"


def test_finite_verbs_share_the_measure_too(find: Find) -> None:
    first, second = find("Chile mines about 40% and refines 60% of the metal.")
    assert first.measure == second.measure == "of the metal"


def test_a_share_of_which_says_nothing_of_what(find: Find) -> None:
    found = find("Chile sold 85,000 tonnes of ore, two thirds of which went to Peru.")
    assert all(figure.measure != "of which" for figure in found)


def test_a_measure_does_not_end_within_a_range(find: Find) -> None:
    (figure,) = find(
        "Chile sells 40% of the metal used to make everything from small wind turbines and heavy army trucks to cars."
    )
    assert figure.measure == "of the metal used to make everything"


def test_a_share_of_none_ranks_as_a_share(find: Find) -> None:
    (none,) = find("Germany produces virtually none of the world's copper.")
    assert none.salience >= 0.5


def test_an_age_and_the_past_years_are_background(find: Find) -> None:
    age, past = find("The 71-year-old diplomat has led the port over the past three decades.")
    assert max(age.salience, past.salience) <= 0.25


def test_counts_have_their_noun_as_unit(find: Find) -> None:
    (figure,) = find("The group bought 140 shipping containers last week.")
    assert (figure.value, figure.unit, figure.kind) == (140, "shipping container", "count")
    assert figure.subject == "group"


def test_fractions_are_shares_of_their_noun(find: Find) -> None:
    (figure,) = find("Two thirds of the mines were closed.")
    assert figure.value == pytest.approx(2 / 3)
    assert (figure.unit, figure.kind, figure.measure) == ("mine", "percent", "of the mines")


def test_a_duration_modifies_its_noun(find: Find) -> None:
    (figure,) = find("A six-hour meeting at the ministry ended without a deal.")
    assert (figure.value, figure.unit, figure.kind) == (6, "hour", "duration")
    assert figure.measure is not None
    assert figure.measure.startswith("meeting")


def test_what_is_moved_is_measured(find: Find) -> None:
    (figure,) = find("The new law cut the tax rate to 21 percent.")
    assert (figure.measure, figure.subject, figure.change) == ("the tax rate", "new law", "down")


def test_a_conversion_is_of_the_same_thing(find: Find) -> None:
    first, second = find("The firm reported a profit of 8 billion yuan ($1.1 billion).")
    assert first.measure == second.measure == "a profit"


def test_money_says_for_what(find: Find) -> None:
    (figure,) = find("The regulator imposed a fine of $3 billion on the bank.")
    assert figure.value == 3e9
    assert figure.measure == "a fine"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Exports rose 6.5% in the quarter.", "up"),
        ("Exports fell by 12 tonnes.", "down"),
        ("The ministry reported a 7% increase in output.", "up"),
        ("Output is 7% of the total.", None),
    ],
)
def test_direction_of_a_change(find: Find, text: str, change: str | None) -> None:
    assert find(text)[0].change == change


def test_a_change_has_both_ends(find: Find) -> None:
    (figure,) = find("The price fell from $2,400 to $2,300.")
    assert (figure.value, figure.high, figure.change) == (2400, 2300, "down")


@pytest.mark.parametrize(
    "text",
    [
        "The plan was agreed on June 9, 2025, in London.",
        "It opened in 1998 and closed by 2010.",
        "The talks began at 10:30 a.m. on Monday.",
        "Boeing 737 jets and the S-400 system were discussed.",
        "The iPhone 14 Pro runs iOS 26.",
        "Goalkeepers were rested before Game 6.",
        "Nvidia's H20 remains banned.",
        "See page 12 of the report.",
        "Call 212-555-0147 for tickets.",
        "It fell in the first half of 2020.",
        "Version 3.2 of the treaty leaked.",
        "Day two of the trial opened.",
        "A Level 3 out of 5 risk was declared.",
        "The rest came, and one day it closed.",
        "The first and the third plant were sold.",
        "It is one of the largest mines in Chile.",
        "No one knew, and the other one left.",
        "On one hand, the mine may open.",
        "The side won 3-1 at home.",
        "In the late 1980s the mine closed.",
        "The G7 met in Rome.",
        "Cases of Covid-19 fell.",
        "The reader is at https://example.org/2024/12/17 now.",
    ],
)
def test_what_is_no_figure(find: Find, text: str) -> None:
    assert texts(find(text)) == []


def test_list_marks_and_page_furniture_are_no_figures(find: Find) -> None:
    lines = (
        "A mine in Chile",
        "9 Min Read",
        "1. Output fell.",
        "2. Prices rose by 4 percent.",
        "0 Comments",
        "© 2025 Gazette",
    )
    text = "\n\n".join(lines)
    assert texts(find(text)) == ["4 percent"]


def test_a_manner_of_speaking_is_kept_and_marked(find: Find) -> None:
    joke, price = find('"It will be worth about $2," the minister joked. The mine was sold for $40 million.')
    assert joke.rhetorical
    assert not price.rhetorical
    assert joke.salience < 0.1 < price.salience


def test_the_title_decides_what_comes_first(engine: Engine) -> None:
    title = "Chile's lithium exports surge"
    body = (
        "The minister met two envoys for one hour. Chile now ships 80% of the lithium that Europe buys. "
        "A bus with 45 seats brought the 17 guests. The canteen served 30% of them first."
    )
    article = plain_article(f"{title}\n\n{body}", title=title)
    parsed = engine.parse(article)
    actors = (Actor("A1", "Chile", "government", mentions=2, salience=0.9),)
    figures = sorted(find_figures(parsed, (), actors, ()), key=lambda figure: -figure.salience)
    assert figures[0].text == "80%"
    assert figures[-1].unit in ("envoy", "hour", "seat")


def test_same_figure_joins_repeats_and_keeps_others_apart(find: Find) -> None:
    first, again, other, more = find(
        "Chile controls about 30% of lithium supply. The country holds 30% of the supply of lithium. "
        "Peru makes 30% of the copper. Chile will hold 31% of lithium supply."
    )
    assert same_figure(first, again)
    assert not same_figure(first, other)
    assert not same_figure(first, more)


def test_sentence_of_a_figure(find: Find) -> None:
    figures = find("Output was 5 tonnes. It rose to 9 tonnes.")
    assert [figure.sentence for figure in figures] == ["S1", "S2"]


def test_key_figures_of_the_real_accounts_come_first(engine: Engine, real_accounts: Path) -> None:
    first: dict[str, list[str]] = {}
    for source in find_sources([real_accounts])[0]:
        for article in read_source(source):
            figures = sorted(
                find_figures(engine.parse(article), (), (), ()), key=lambda figure: -figure.salience
            )
            first[article.id] = [f"{figure.value} {figure.unit}" for figure in figures]
            decoys = {"H20", "14", "26", "2025", "2010", "9", "0", "6", "1", "2"}
            assert not decoys & {figure.text for figure in figures}
            assert all(figure.measure for figure in figures[:2] if figure.kind == "percent")
    assert first["000"][0] == "15.0 year"
    assert set(first["001"][:2]) == {"70.0 percent", "90.0 percent"}
    assert first["003"][0] == "90.0 day"
    assert set(first["004"][:4]) == {"70.0 percent", "90.0 percent"}
    assert "6.0 hour" in first["004"]


def test_a_very_long_nested_sentence_is_read(find: Find) -> None:
    figures = find("It holds " + "5 % of the ore and " * 3 + "the 5 % of " * 400 + "the ore.")
    assert len(figures) == 403
    assert all(len((figure.measure or "").split()) <= 12 for figure in figures)


_WORDS = (
    *(
        "The",
        "mine",
        "sold",
        "30",
        "%",
        "of",
        "its",
        "ore",
        "for",
        "$",
        "2.5",
        "million",
        "in",
        "2019",
        ",",
        "up",
        "from",
    ),
    *("nearly", "one", "third", ";", "dozens", "left", "1e999", "½", "²", "٣", "—", "“", "”", "\n\n"),
)


@settings(max_examples=25, deadline=None)
@given(words=st.lists(st.sampled_from(_WORDS), max_size=25))
def test_any_article_gives_spans_inside_it(parse: Parse, words: list[str]) -> None:
    text = " ".join(words)
    parsed = parse(text)
    figures = find_figures(parsed, (), (), ())
    assert figures == find_figures(parsed, (), (), ())
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)
    for figure in figures:
        assert figure.text
        assert text[figure.start : figure.end] == figure.text
        assert 0 <= figure.salience <= 1
        assert figure.sentence in {sentence.id for sentence in parsed.sentences}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Agents counted 46 boats, compared to 2,106 in the same month last year.", ("boat", "boats")),
        ("The yard built 12 ships, up from about 9 a year earlier.", ("ship", "ships")),
        ("The mine sold 30 tonnes in May, versus 45 in April.", ("tonne", "The mine")),
        ("Turnout was 46 percent, compared with 52 in the last vote.", ("percent", "Turnout")),
        ("It employs 1,200 people, compared with 900 engineers at its rival.", ("engineer", None)),
        ("It sold 12 ships for 46 crowns, compared with 9 a year ago.", (None, None)),
        ("It built 12 ships. Compared to 9 a year ago, that is much.", (None, None)),
    ],
)
def test_a_bare_number_of_a_comparison_counts_the_same(
    find: Find, text: str, told: tuple[str | None, str | None]
) -> None:
    unit, measure = told
    last = find(text)[-1]
    assert last.unit == unit
    assert measure in (None, last.measure)


def test_one_hand_is_counted_but_for_the_manner_of_speaking(find: Find) -> None:
    assert [figure.text for figure in find("She put one hand on the rail.")] == ["one hand"]
    assert find("On the one hand, the mine may open.") == ()


def test_a_letter_is_a_unit_where_the_text_speaks_of_its_quantity(find: Find) -> None:
    assert [f.unit for f in find("The header is counted in bytes and takes 64 B.")] == ["byte"]
    assert "byte" not in [f.unit for f in find("He lives in flat 64 B of the tower near the harbour.")]
