"""Correcting actors by hand in the app: the file, all articles of the folder, the brief, the place, and faults."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import yaml
from textual.pilot import Pilot

from tests.app_driven import opened, settled, until, write_story
from tests.app_made import MadeApp, made_analysis, made_article
from tests.test_app_desk import actors
from tui.app.actors_view import bar
from tui.app.screens.chooser import Chooser
from tui.app.screens.desk import DeskScreen
from tui.app.screens.review import ReviewScreen
from tui.app.shelf import State
from tui.app.view import View
from tui.app.views import lines_of
from tui.settings import Settings


@asynccontextmanager
async def desk(folder: Path, articles: int = 3) -> AsyncIterator[tuple[DeskScreen, Pilot[int]]]:
    """The desk on made-up articles of a folder, with true briefs."""
    settings = Settings(briefs=folder / "briefs", library=folder / "library.sqlite")
    app = MadeApp(articles, settings=settings, folder=folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app.desk_screen, pilot)
        yield app.desk_screen, pilot


def kept(folder: Path) -> list[dict[str, object]]:
    """The corrections in the file."""
    found = yaml.safe_load((folder / "actors.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return list(found["corrections"] or ())


def brief_words(screen: DeskScreen) -> str:
    assert screen.brief.brief is not None
    return "\n".join(line.text for line in screen.brief.brief.lines)


async def rename(pilot: Pilot[int], screen: DeskScreen, more: str = " of Norland") -> None:
    await pilot.press("c", "r", *more, "enter")
    await settled(screen, pilot)


async def test_a_correction_is_kept_shown_and_applied_to_all_articles(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "j")
        await rename(pilot, screen)
        assert kept(tmp_path) == [{"rename": "Ada Lindqvist", "to": "Ada Lindqvist of Norland"}]
        assert "Ada Lindqvist of Norland" in brief_words(screen)
        assert screen.reader.sentence == "S2"
        await pilot.press("greater_than_sign")
        await settled(screen, pilot)
        assert screen.desk.current == 1
        assert "Ada Lindqvist of Norland" in brief_words(screen)
        assert actors(screen)[0].name == "Ada Lindqvist of Norland"


async def test_the_line_of_the_brief_says_who_is_meant_and_stays_the_current_one(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("v", "tab", "tab", *"jjjj")
        line = screen.brief.line
        assert line is not None
        assert line.actor == "A2"
        await pilot.press("c", "k", *"government", "enter")
        await settled(screen, pilot)
        assert kept(tmp_path) == [{"kind": "government", "of": "Harbour Commission"}]
        assert screen.brief.line is not None
        assert screen.brief.line.actor == "A2"
        assert screen.brief.line.cells[1] == "government"
        assert screen.pane is screen.brief


async def test_where_several_are_named_a_list_asks(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "G", "c", "r")
        chooser = screen.app.screen
        assert isinstance(chooser, Chooser)
        assert [c.text for c in chooser.list.choices] == ["Ada Lindqvist", "Vesterland"]
        await pilot.press("down", "enter")
        await pilot.press(*" East", "enter")
        await settled(screen, pilot)
        assert kept(tmp_path) == [{"rename": "Vesterland", "to": "Vesterland East"}]


async def test_the_mention_that_was_gone_to_is_the_one_meant(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "j", "right_square_bracket", "right_square_bracket")
        assert screen.reader.sentence == "S13"
        await pilot.press("c", "d")
        await settled(screen, pilot)
        assert kept(tmp_path) == [{"drop": "Lindqvist"}]


async def test_who_speaks_as_she_can_be_corrected_where_she_does(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "j", "j")
        assert "Lindqvist" not in screen.reader.unit_text
        await rename(pilot, screen)
        assert kept(tmp_path) == [{"rename": "Ada Lindqvist", "to": "Ada Lindqvist of Norland"}]


async def test_undo_goes_back_one_by_one_and_then_says_that_there_is_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "j")
        await rename(pilot, screen, "A")
        await rename(pilot, screen, "B")
        assert actors(screen)[0].name == "Ada LindqvistAB"
        for name in ("Ada LindqvistA", "Ada Lindqvist"):
            await pilot.press("u")
            await settled(screen, pilot)
            assert actors(screen)[0].name == name
            assert name in brief_words(screen)
        await pilot.press("u")
        await settled(screen, pilot)
        assert screen.status.words.startswith("Nothing was corrected since the start")
        assert kept(tmp_path) == []
        for name in ("Ada LindqvistA", "Ada LindqvistAB"):
            await pilot.press("U")
            await settled(screen, pilot)
            assert actors(screen)[0].name == name
        await pilot.press("U")
        await settled(screen, pilot)
        assert screen.status.words == "There is nothing that was taken back."


EARLIER = "# agreed on Monday\ncorrections:\n- drop: Port Clement  # a place\n- rename: Omar Reyes\n  to: O. Reyes\n"


async def test_undo_leaves_the_corrections_of_earlier_days_alone_and_the_list_removes_them(
    tmp_path: Path,
) -> None:
    (tmp_path / "actors.yaml").write_text(EARLIER, encoding="utf-8")
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "j", "u")
        await settled(screen, pilot)
        assert screen.status.words.startswith("Nothing was corrected since the start")
        assert (tmp_path / "actors.yaml").read_text(encoding="utf-8") == EARLIER
        await rename(pilot, screen)
        await pilot.press("c", "l", "up", "up")
        assert isinstance(screen.app.screen, Chooser)
        assert [c.text for c in screen.app.screen.list.choices] == [
            "“Port Clement” dropped as a false mention",
            "“Omar Reyes” renamed “O. Reyes”",
            "“Ada Lindqvist” renamed “Ada Lindqvist of Norland”",
        ]
        await pilot.press("enter")
        await settled(screen, pilot)
        assert screen.status.words.startswith("Removed: “Port Clement” dropped")
        assert [next(iter(entry)) for entry in kept(tmp_path)] == ["rename", "rename"]
        assert "Port Clement" in {m.text for m in screen.reader.analysis.mentions}  # type: ignore[union-attr]
        await pilot.press("u")
        await settled(screen, pilot)
        assert [next(iter(entry)) for entry in kept(tmp_path)] == ["drop", "rename", "rename"]
        assert "# agreed on Monday" in (tmp_path / "actors.yaml").read_text(encoding="utf-8")
        await pilot.press("u")
        await settled(screen, pilot)
        assert [next(iter(entry)) for entry in kept(tmp_path)] == ["drop", "rename"]


async def test_the_actors_pane_shows_all_corrections_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text(EARLIER, encoding="utf-8")
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("v", "tab", "j")
        await settled(screen, pilot)

        def shown() -> list[str]:
            return [p.text for p in screen.brief.layout_now.paragraphs]

        assert shown()[1].startswith("The bar shows where in the text")
        assert shown()[-2:] == [
            "• “Port Clement” dropped as a false mention",
            "• “Omar Reyes” renamed “O. Reyes”",
        ]
        await rename(pilot, screen)
        assert shown()[-1] == "• “Ada Lindqvist” renamed “Ada Lindqvist of Norland”"


async def test_the_review_follows_a_correction_made_in_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("r")
        await settled(screen, pilot)
        review = screen.app.screen
        assert isinstance(review, ReviewScreen)
        await rename(pilot, screen)
        assert kept(tmp_path) == [{"rename": "Ada Lindqvist", "to": "Ada Lindqvist of Norland"}]
        assert review.reviewing.brief is not None
        assert any("Ada Lindqvist of Norland" in line.text for line in review.reviewing.brief.lines)
        assert review.status.words.endswith("cu takes that back.")
        await pilot.press("a", "c", "u")
        await settled(screen, pilot)
        assert not any("Lindqvist of Norland" in line.text for line in review.reviewing.brief.lines)
        assert len(review.reviewing.states) == 1, "what was decided on a line stays"
        await pilot.press("q")
        await settled(screen, pilot)
        assert "Ada Lindqvist of Norland" not in brief_words(screen)


async def test_undo_of_a_correction_that_other_hands_took_out_is_told(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "j")
        await rename(pilot, screen, "A")
        await rename(pilot, screen, "B")
        (tmp_path / "actors.yaml").write_text(
            "corrections:\n- rename: Ada Lindqvist\n  to: Ada LindqvistA\n", encoding="utf-8"
        )
        await pilot.press("u")
        await settled(screen, pilot)
        assert screen.status.words == "This correction is no longer in actors.yaml."
        await pilot.press("u")
        await settled(screen, pilot)
        assert kept(tmp_path) == []
        assert actors(screen)[0].name == "Ada Lindqvist"


async def test_corrections_are_there_when_the_folder_is_opened_again(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text("corrections:\n- rename: Lindqvist\n  to: A. Lindqvist\n", "utf-8")
    async with desk(tmp_path) as (screen, _):
        assert actors(screen)[0].name == "A. Lindqvist"
        assert actors(screen)[0].aliases == ("Ada Lindqvist", "Lindqvist")
        assert "A. Lindqvist, told" in brief_words(screen)


async def test_saving_and_review_have_the_corrected_names(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "j")
        await rename(pilot, screen)
        await pilot.press("s")
        await settled(screen, pilot)
        saved = next((tmp_path / "briefs").glob("*.md")).read_text(encoding="utf-8")
        assert "Ada Lindqvist of Norland" in saved
        assert screen.desk.shelf.count(State.SAVED) == 1
        await rename(pilot, screen, " East")
        assert screen.desk.shelf.count(State.SAVED) == 0, "what was saved is no longer what is shown"
        await pilot.press("u")
        await settled(screen, pilot)
        await pilot.press("r")
        await settled(screen, pilot)
        review = screen.app.screen
        assert isinstance(review, ReviewScreen)
        assert review.reviewing.brief is not None
        assert any("Ada Lindqvist of Norland" in line.text for line in review.reviewing.brief.lines)


async def test_a_faulty_file_is_told_passed_over_and_never_overwritten(tmp_path: Path) -> None:
    faulty = "corrections: [\n# mine\n"
    (tmp_path / "actors.yaml").write_text(faulty, encoding="utf-8")
    async with desk(tmp_path) as (screen, pilot):
        assert "actors.yaml is not YAML" in screen.status.words
        assert actors(screen)[0].name == "Ada Lindqvist"
        await pilot.press("tab", "j")
        await rename(pilot, screen)
        assert "actors.yaml is not YAML" in screen.status.words
        assert actors(screen)[0].name == "Ada Lindqvist"
    assert (tmp_path / "actors.yaml").read_text(encoding="utf-8") == faulty


async def test_what_a_person_wrote_into_the_file_meanwhile_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        (tmp_path / "actors.yaml").write_text("desk: harbour\ncorrections:\n- drop: Port Clement\n", "utf-8")
        await pilot.press("tab", "j")
        await rename(pilot, screen)
        assert [next(iter(entry)) for entry in kept(tmp_path)] == ["drop", "rename"]
        assert "desk: harbour" in (tmp_path / "actors.yaml").read_text(encoding="utf-8")
        assert "Port Clement" not in {m.text for m in screen.reader.analysis.mentions}  # type: ignore[union-attr]


async def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tui.analysis.corrections_file.write_atomically", refuse)
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "j")
        await rename(pilot, screen)
        assert screen.status.words == "The correction was not kept: actors.yaml: Permission denied."
        assert actors(screen)[0].name == "Ada Lindqvist"


async def test_escape_changes_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "j")
        for keys in (("c", "r", "x", "escape"), ("c", "m", "escape"), ("c", "k", "escape")):
            await pilot.press(*keys)
            await settled(screen, pilot)
            assert screen.app.screen is screen
            assert screen.pane is screen.reader
        assert not (tmp_path / "actors.yaml").exists()


async def test_where_nobody_is_named_it_is_said(tmp_path: Path) -> None:
    async with desk(tmp_path) as (screen, pilot):
        await pilot.press("tab", "c", "m")
        assert screen.status.words.startswith("No actor is named here")
        await pilot.press("c", "d")
        assert screen.status.words.startswith("Nothing is named here that could be dropped")
        await pilot.press(*"jjjj", "c", "s")
        assert "in one form only" in screen.status.words
        await pilot.press("greater_than_sign", "greater_than_sign", "c", "m")
        assert screen.status.words == "Actors can be corrected as soon as the article is analysed."


async def test_the_file_of_a_real_folder_is_read_with_it(tmp_path: Path) -> None:
    story = write_story(tmp_path / "000_a.txt")
    (tmp_path / "actors.yaml").write_text("corrections: 12\n", encoding="utf-8")
    async with opened(story) as (screen, pilot):
        await until(pilot, lambda: screen.desk.shelf.count(State.READY) == 1)
        assert '"corrections" must be a list' in screen.desk.notice
        assert len(screen.desk.shelf.entries) == 1


def test_the_actors_view_has_roles_claims_places_and_company() -> None:
    analysis = made_analysis(made_article())
    lines = [line for line in lines_of(analysis, View.ACTORS).lines if line.actor == "A1"]
    head, role, claim, company = lines
    assert head.cells[:2] == ("Ada Lindqvist", "person")
    assert head.cells[2].endswith("named 2 times")
    assert (role.text, role.evidence[0].sentence) == ("role: trade minister", "S2")
    assert (claim.text, claim.evidence[0].sentence) == ("told: “We have a handshake, not a contract,”", "S3")
    assert (company.text, company.evidence[0].sentence) == ("named together with Vesterland", "S13")
    assert len({line.key for line in lines_of(analysis, View.ACTORS).lines}) == len(
        lines_of(analysis, View.ACTORS).lines
    )


def test_the_bar_shows_where_in_the_text_something_stands() -> None:
    assert bar([0, 1, 2, 3, 99], 100, 4) == "█··▂"
    assert bar([50], 100, 4) == "··▄·"
    assert bar([], 100) == ""
    assert bar([0], 0, 4) == "▄···"
