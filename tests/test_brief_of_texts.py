"""Briefs of texts, from the parse to the line: who says a thing stays with it, and no line is firmer than the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.analysis.engine import Engine
from tui.analysis.model import DateMention
from tui.brief.build import build_brief, when
from tui.brief.model import Brief

from .conftest import plain_article

pytestmark = pytest.mark.engine
Brief_of = Callable[[str], Brief]


@pytest.fixture(scope="module")
def brief_of(engine: Engine) -> Brief_of:
    return lambda text: build_brief(engine.analyse(plain_article(text, published="2025-06-11")))


def test_what_only_one_party_says_of_another_is_told_as_its_word(brief_of: Brief_of) -> None:
    brief = brief_of(
        "Premier Ana Ruiz said on Monday that Chile had agreed to sell the mine. The mine lies in the desert."
    )
    positions = {line.cells[0]: line.cells[2] for line in brief.section("actors")}
    assert positions["Chile"] == "according to Ana Ruiz: agreed: “to sell the mine”"


def test_an_actor_to_whom_the_account_refers_is_cited(brief_of: Brief_of) -> None:
    brief = brief_of("According to Ana Ruiz, the mine will close in May. The mine lies in the desert.")
    positions = {line.cells[0]: line.cells[2] for line in brief.section("actors")}
    assert positions["Ana Ruiz"] == "is cited: “the mine will close in May.”"


def test_what_is_wished_or_asked_is_no_deed(brief_of: Brief_of) -> None:
    brief = brief_of(
        "Minister Ana Ruiz hopes to see Chile grant the firm a licence. Chile produces copper in the north."
    )
    positions = {line.cells[0]: line.cells[2] for line in brief.section("actors")}
    assert "grant the firm" not in positions["Chile"]
    assert "produces copper" in positions["Chile"]


def test_a_word_in_marks_does_not_cut_a_deed_short(brief_of: Brief_of) -> None:
    brief = brief_of("Peru will “pause” all exports of copper in July. Peru is a large producer of copper.")
    (peru,) = [line for line in brief.section("actors") if line.cells[0] == "Peru"]
    assert "will “pause” all exports of copper" in peru.cells[2]


def test_the_timeline_says_who_tells_what_happened(brief_of: Brief_of) -> None:
    brief = brief_of("Ana Ruiz said the two firms signed a contract for the mine over the weekend.")
    (line,) = brief.section("timeline")
    assert line.cells[2].startswith("according to Ana Ruiz: “the two firms signed a contract")


def test_an_event_does_not_open_with_half_a_clause(brief_of: Brief_of) -> None:
    brief = brief_of("Though rain fell for hours, the ministers left for Lima on Monday.")
    (line,) = brief.section("timeline")
    assert line.cells[2] == "“the ministers left for Lima on Monday”"


def test_two_shares_of_one_thing_are_told_apart_by_their_verbs(brief_of: Brief_of) -> None:
    brief = brief_of("Chile rules the trade, mining about 40% and refining 60% of the metal sold in Europe.")
    assert [line.cells[1] for line in brief.section("figures")] == [
        "Chile: share of the metal sold in Europe (mining)",
        "Chile: share of the metal sold in Europe (refining)",
    ]


def test_an_amount_in_two_units_is_one_figure(brief_of: Brief_of) -> None:
    brief = brief_of("The ministers met for 13 hours and 10 minutes. Chile then left the talks.")
    assert [line.cells[0] for line in brief.section("figures")] == ["13 hours 10 minutes"]


def test_doubled_single_marks_are_marks(brief_of: Brief_of) -> None:
    brief = brief_of("''The port is closed for the whole of the winter,'' Ana Ruiz said.")
    assert "''" not in brief.section("claims")[0].text
    assert "“The port is closed" in brief.section("claims")[0].text


def test_no_half_of_a_word_opens_what_is_stated(brief_of: Brief_of) -> None:
    brief = brief_of("Chile sold its high-end 14-metre boats for £3 million.")
    assert not [line for line in brief.section("figures") if line.cells[2].startswith("“end")]


def test_none_of_a_thing_is_a_key_figure(brief_of: Brief_of) -> None:
    brief = brief_of("Chile leads. Germany produces virtually none of the world's copper, its ministry said.")
    (none,) = brief.section("figures")
    assert none.cells[:2] == ("virtually none", "Germany: share of the world's copper")


def test_what_is_counted_in_millions_is_told_in_the_words_of_the_text(brief_of: Brief_of) -> None:
    brief = brief_of("Chile gave its ports millions of dollars. The share rose to 8% of all ships.")
    rows = [line.cells[:2] for line in brief.section("figures")]
    assert [row[0] for row in rows if "dollars" in row[0]] == ["millions of dollars"]
    assert ("8%", "share of all ships") in rows


def test_an_age_and_a_stretch_of_time_are_background(brief_of: Brief_of) -> None:
    brief = brief_of("The 71-year-old diplomat has led the port over the past three decades.")
    assert brief.section("figures") == ()


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "shown"),
    [
        ("the 1980s", "1980-01-01", "1989-12-31", "decade", "the 1980s"),
        ("Until the 1980s", None, "1980-01-01", "decade", "until the 1980s"),
        ("since the 1980s", "1980-01-01", None, "decade", "since the 1980s"),
        ("the late 1980s", "1987-01-01", "1989-12-31", "decade", "1987 to 1989"),
        ("by the end of 2017", None, "2017-12-31", "day", "by 2017-12-31"),
        ("recent days", None, "2025-06-11", "days", "before 2025-06-11"),
        ("until May", None, "2025-05-01", "month", "until 2025-05"),
    ],
)
def test_days_are_told_as_the_text_does(
    text: str, first: str | None, last: str | None, precision: str, shown: str
) -> None:
    date = DateMention(0, len(text), text, first, last, "stated", "S1", precision)  # type: ignore[arg-type]
    assert when(date) == shown
