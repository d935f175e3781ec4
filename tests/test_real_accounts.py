"""The five real accounts, from file to brief, when they are beside the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.analysis.model import Analysis, to_json
from tui.articles.reading import find_sources, read_source
from tui.brief.build import build_brief
from tui.brief.markdown import body

if TYPE_CHECKING:
    from tui.analysis.engine import Engine

pytestmark = pytest.mark.engine

FURNITURE = {
    "000": ("Guess You Like", "iPhone", "Screaming Deals", "Arribas", "Homepage", "Copyright"),
    "001": (
        "penguin",
        "Oilers",
        "Stanley Cup",
        "Font Resizer",
        "Advertise",
        "Privacy Policy",
        "Min Read",
        "Ciattarelli",
    ),
    "002": (),
    "003": ("Skip to content", "Read also"),
    "004": (
        "Straight Into Your Inbox",
        "Submit a Comment",
        "Inspired to launch",
        "Flying Aircraft",
        "By Daniel",
        "total reset",
    ),
}


@pytest.fixture(scope="module")
def found(engine: Engine, real_accounts: Path) -> dict[str, Analysis]:
    sources, problems = find_sources([real_accounts])
    assert problems == ()
    return {a.id: a for a in engine.analyse_all(article for s in sources for article in read_source(s))}


def test_titles_dates_and_people_behind_them(found: dict[str, Analysis]) -> None:
    assert {i: (a.published, a.author) for i, a in found.items()} == {
        "000": ("2025-10-28", None),
        "001": ("2025-06-10", "Oliver James"),
        "002": (None, None),
        "003": (None, None),
        "004": ("2025-06-09", "Daniel"),
    }
    beginnings = {
        "000": "Access to rare earth minerals looms",
        "001": "How rare earth minerals could give",
        "002": "Overview: A Rare-Earth Breakthrough",
        "003": "U.S. aims for swift action",
        "004": "Tech Meets Tension",
    }
    for number, beginning in beginnings.items():
        title = found[number].title
        assert title is not None
        assert title.startswith(beginning)
        assert found[number].text.count(title) == 1
    assert found["000"].publisher == "Baltimore News"
    assert found["004"].publisher is not None
    assert "Rare Earth Exchanges" in found["004"].publisher


@pytest.mark.parametrize("number", FURNITURE)
def test_no_furniture_is_in_the_text(found: dict[str, Analysis], number: str) -> None:
    for words in FURNITURE[number]:
        assert words not in found[number].text


@pytest.mark.parametrize("number", FURNITURE)
def test_every_span_and_sentence_id_holds(found: dict[str, Analysis], number: str) -> None:
    a = found[number]
    ids = {s.id for s in a.sentences}
    actors = {actor.id for actor in a.actors}
    for items in (a.mentions, a.figures, a.claims, a.dates):
        assert [i.start for i in items] == sorted(i.start for i in items)
        for item in items:
            assert a.text[item.start : item.end] == item.text != ""
    for actor in a.actors:
        for role in actor.roles:
            assert a.text[role.start : role.end] == role.text
            assert role.sentence in ids
    assert {
        i.sentence
        for items in (a.figures, a.claims, a.dates, a.questions, a.key_points, a.signals)
        for i in items
    } <= ids
    assert {m.actor for m in a.mentions if m.actor} | {c.actor for c in a.claims if c.actor} <= actors


@pytest.mark.parametrize("number", FURNITURE)
def test_no_line_is_without_its_citation(found: dict[str, Analysis], number: str) -> None:
    brief = build_brief(found[number])
    assert len(brief.section("bottom_line")) == 3
    assert brief.section("questions")
    assert brief.section("actors")
    lines = body(brief, found[number])
    marked = [line for line in lines if line.startswith(("- ", "> - ", "| ", "1. ", "2. "))]
    for line in marked:
        assert (
            f"[{number}:S" in line
            or f"**{number}:S" in line
            or line.startswith(("| Figure", "| Actor", "| When"))
        )


def test_the_key_figures_say_what_they_are_of(found: dict[str, Analysis]) -> None:
    for number, measures in {"001": ("materials", "materials"), "004": ("supply", "magnet")}.items():
        rows = {row.cells[0]: row.cells for row in build_brief(found[number]).section("figures")[:2]}
        assert measures[0] in rows["~70%"][1]
        assert measures[1] in rows["90%"][1]
        assert "China" in rows["~70%"][1]
        assert "China" in rows["90%"][1]


def test_roles_are_those_that_the_text_gives(found: dict[str, Analysis]) -> None:
    def role(number: str, name: str) -> str:
        (line,) = [line for line in build_brief(found[number]).section("actors") if line.cells[0] == name]
        return line.cells[1]

    assert role("004", "Scott Bessent") == "Treasury Secretary"
    assert role("004", "Howard Lutnick") == "Commerce Secretary"
    assert role("004", "Jamieson Greer") == "Trade Representative"
    assert "Vice Premier" in role("004", "He Lifeng")
    assert role("004", "Xi Jinping") == "President"
    assert role("001", "Kevin Hassett") == "Director of the National Economic Council"
    assert "President" in role("001", "Xi Jinping")
    assert role("003", "Larry Kudlow") == "Director of the National Economic Council"
    assert "Mnuchin" in {a.name.split()[-1] for a in found["003"].actors}
    assert "Trade Representative" in role("000", "Jamieson Greer")
    names = [actor.name for a in found.values() for actor in a.actors]
    for both in (("Bessent", "Mnuchin"), ("Lutnick", "Ross"), ("He Lifeng", "Liu He")):
        assert not any(all(one in name for one in both) for name in names)


def test_two_runs_give_the_same_bytes(
    engine: Engine, real_accounts: Path, found: dict[str, Analysis]
) -> None:
    for source in find_sources([real_accounts])[0]:
        for article in read_source(source):
            assert to_json(engine.analyse(article)) == to_json(found[article.id])
