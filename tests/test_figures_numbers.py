"""The number grammar, units and qualifiers: what a reader means by "a figure", without the parse."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.analysis.figures.numerals import find_numerals
from tui.analysis.figures.qualifiers import QUALIFIERS
from tui.analysis.figures.scan import quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("1,250", 1250),
        ("12,34,567", 1234567),
        ("3.75", 3.75),
        (".5", 0.5),
        ("-4", -4),
        ("minus 40", -40),
        ("２５", 25),
        ("٣", 3),
        ("1.5e3", 1500),
        ("6×10⁴", 60000),
        ("2 1/2", 2.5),
        ("¾", 0.75),
        ("1½", 1.5),
        ("twenty-two", 22),
        ("two hundred and five", 205),
        ("three million, two hundred thousand", 3_200_000),
        ("one and a half million", 1_500_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two dozen", 24),
        ("2.5 lakh", 250_000),
        ("3 lakh crore", 3e12),
        ("4bn", 4e9),
        ("250k", 250_000),
        ("two-thirds", 2 / 3),
        ("one in five", 0.2),
        ("9 out of 10", 0.9),
        ("three quarters", 0.75),
    ],
)
def test_value_of_a_number(text: str, value: float) -> None:
    (numeral,) = find_numerals(text)
    assert numeral.value == pytest.approx(value)
    assert text[numeral.start : numeral.end] == text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of ships", 12, 120),
        ("tens of thousands of people", 10_000, 100_000),
        ("hundreds of millions", 1e8, 1e9),
        ("between 3 and 5 percent", 3, 5),
        ("10-20 ships", 10, 20),
        ("$20 to $30 million", 2e7, 3e7),
        ("$300 to $4 million", 300, 4e6),
        ("from 4.8 percent to 4.1 percent", 4.8, 4.1),
        ("four to five thousand farmers", 4000, 5000),
        ("15, 20 years ago", 15, 20),
        ("five or six weeks", 5, 6),
        ("£900–£1,200 a month", 900, 1200),
    ],
)
def test_ranges_have_both_ends(text: str, low: float, high: float) -> None:
    (quantity,) = quantities(text)
    assert quantity.value == pytest.approx(low)
    assert quantity.high == pytest.approx(high)


def test_a_list_is_no_range() -> None:
    assert [quantity.value for quantity in quantities("gained 3, 5 and 9 seats")] == [3, 5, 9]
    assert [quantity.value for quantity in quantities("1,2,3,4")] == [1, 2, 3, 4]


def test_a_handful_is_found_but_has_no_value() -> None:
    (quantity,) = quantities("only a handful of mills")
    assert quantity.value is None


def test_virtually_none_is_nearly_nothing() -> None:
    (quantity,) = quantities("made virtually none of them")
    assert (quantity.value, quantity.qualifier) == (0, "nearly")


@pytest.mark.parametrize(
    "text", ["the third plant", "3rd", "the 21st century", "a second look", "model H20", "24703m212"]
)
def test_ordinals_and_names_are_no_numbers(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("12%", 12, "percent", "percent"),
        ("12 per cent", 12, "percent", "percent"),
        ("three percentage points", 3, "percentage point", "percent"),
        ("60 basis points", 60, "basis point", "percent"),
        ("$2 billion", 2e9, "dollar", "money"),
        ("US$4.5m", 4.5e6, "dollar", "money"),
        ("A$30", 30, "australian dollar", "money"),
        ("a $30 ticket", 30, "dollar", "money"),
        ("-$5m", -5e6, "dollar", "money"),
        ("€10M", 1e7, "euro", "money"),
        ("Rs 500 crore", 5e9, "rupee", "money"),
        ("₹1,00,000", 100_000, "rupee", "money"),
        ("RM23.50", 23.5, "malaysian ringgit", "money"),
        ("48.5 MGBP", 48.5e6, "pound sterling", "money"),
        ("MEUR 60", 60e6, "euro", "money"),
        ("75 USD million", 75e6, "dollar", "money"),
        ("20 usd", 20, "dollar", "money"),
        ("3 million Danish crowns", 3e6, "danish krone", "money"),
        ("900 malaysia ringgit", 900, "malaysian ringgit", "money"),
        ("5 million baht", 5e6, "thai baht", "money"),
        ("80 kopecks", 80, "kopeck", "money"),
        ("19 cents", 19, "cent", "money"),
        ("17 dollars and 25 cents", 17.25, "dollar", "money"),
        ("$58.24 a barrel", 58.24, "dollar per barrel", "rate"),
        ("€90 per tonne", 90, "euro per tonne", "rate"),
        ("$76 US", 76, "dollar", "money"),
        ("155mph", 155, "mile per hour", "rate"),
        ("30 miles an hour", 30, "mile per hour", "rate"),
        ("500,000 barrels a day", 500_000, "barrel per day", "rate"),
        ("1.3 A/cm2", 1.3, "ampere per square centimeter", "rate"),
        ("six-hour", 6, "hour", "duration"),
        ("60 years old", 60, "year", "duration"),
        ("1.8 billion miles", 1.8e9, "mile", "distance"),
        ("5 feet and 6 inches", 5.5, "foot", "distance"),
        ("5'6\"", 5.5, "foot", "distance"),
        ("12.3m tonnes", 12.3e6, "tonne", "mass"),
        ("500 mg", 500, "milligram", "mass"),
        ("2,000 pounds of beef", 2000, "pound", "mass"),
        ("profit of 361 million pounds", 361e6, "pound sterling", "money"),
        ("4 square kilometers", 4, "square kilometer", "other"),
        ("32m2", 32, "square meter", "other"),
        ("1,520 sq ft", 1520, "square foot", "other"),
        ("-40 degrees Celsius", -40, "celsius", "other"),
        ("98.6°F", 98.6, "fahrenheit", "other"),
        ("5.5kWh", 5.5, "kilowatt hour", "other"),
        ("4500 mAh", 4500, "milliampere hour", "other"),
        ("61.4 MPa", 61.4, "megapascal", "other"),
        ("512 GB", 512, "gigabyte", "other"),
        ("300 Mb", 300, "megabyte", "other"),
        ("120Hz", 120, "hertz", "other"),
        ("hundreds of miles", 100, "mile", "distance"),
        ("half an hour", 0.5, "hour", "duration"),
    ],
)
def test_unit_of_a_quantity(text: str, value: float, unit: str, kind: str) -> None:
    quantity = quantities(text)[-1]
    assert quantity.value == pytest.approx(value)
    assert (quantity.unit, quantity.kind) == (unit, kind)


def test_a_letter_is_a_magnitude_or_a_metre_by_what_follows() -> None:
    assert [(q.value, q.unit) for q in quantities("35m of its phones")] == [(35e6, None)]
    assert [(q.value, q.unit) for q in quantities("37m (121ft) long")] == [(37, "meter"), (121, "foot")]


def test_numbers_in_a_row_share_the_unit() -> None:
    assert [(q.value, q.unit) for q in quantities("a 7- or 8-inch screen")] == [(7, "inch"), (8, "inch")]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 70%", "about"),
        ("roughly $3m", "about"),
        ("nearly 200 ships", "nearly"),
        ("an estimated 40 tonnes", "estimated"),
        ("at least 12 plants", "at least"),
        ("no fewer than 12 plants", "at least"),
        ("up to 30 percent", "up to"),
        ("more than 500 km", "more than"),
        ("well over $2 billion", "more than"),
        ("fewer than 20 minutes", "less than"),
        ("sub-7 nanometer", "less than"),
        ("20% or more", "at least"),
        ("30 or so", "about"),
        ("60+", "at least"),
        ("70%", None),
        ("talked about 70 things", None),
        ("over a 20-year career", None),
        ("tariffs went up to 45%", None),
    ],
)
def test_qualifier(text: str, qualifier: str | None) -> None:
    (quantity,) = quantities(text)
    assert quantity.qualifier == qualifier
    assert qualifier is None or qualifier in QUALIFIERS


def test_a_conversion_in_brackets_keeps_the_qualifier() -> None:
    assert [q.qualifier for q in quantities("more than 100 kilometers (60 miles)")] == [
        "more than",
        "more than",
    ]


def test_the_whole_expression_is_the_span() -> None:
    text = "They make about 70 percent of it."
    (quantity,) = quantities(text)
    assert text[quantity.start : quantity.end] == "about 70 percent"


_PIECES = st.sampled_from(
    [
        *(
            "1",
            "2.5",
            ",000",
            "000",
            "-",
            "–",
            "to",
            "and",
            "one",
            "two",
            "hundred",
            "million",
            "bn",
            "m",
            "k",
            "%",
            "$",
        ),
        *(
            "€",
            "£",
            "USD",
            "kg",
            "/h",
            "²",
            "½",
            "1/2",
            "e9",
            ".",
            ",",
            "(",
            ")",
            "'s",
            "a",
            "an",
            "of",
            "per",
            "in",
        ),
        *(
            "″",
            "'",
            '"',
            "+",
            "±",
            "×",
            "10^",
            "٣",
            "⁵",
            "half",
            "third",
            "dozens",
            "between",
            "about",
            "or",
            "more",
        ),
        *("years", "pounds", "°C", "\n"),
    ]
)


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(_PIECES, max_size=14).map(" ".join),
        st.lists(_PIECES, max_size=14).map("".join),
    )
)
@example("1e999")
@example("9" * 400)
@example("10^" + "9" * 30)
@example("1²³ ²5 ½½ 3½/4")
@example("one-one-one and and a half")
def test_any_text_gives_spans_inside_it(text: str) -> None:
    found = quantities(text)
    assert found == quantities(text)
    end = 0
    for quantity in found:
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end
        for value in (quantity.value, quantity.high):
            assert value is None or math.isfinite(value)
