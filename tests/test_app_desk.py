"""The desk by keyboard: every action of the registry through a key, the panes tied together, and small terminals."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app_driven import desk, settled, until
from tests.app_made import MadeApp, made_analysis, made_article
from tui.analysis.model import Actor
from tui.app.actions import ACTIONS, Action, Place, keymap
from tui.app.key_names import key_of
from tui.app.screens.chooser import Chooser
from tui.app.screens.desk import DeskScreen
from tui.app.screens.opening import OpenPath
from tui.app.screens.output import OutputScreen
from tui.app.screens.review import ReviewScreen
from tui.app.view import View
from tui.settings import Settings
from tui.shipped import samples

pytestmark = pytest.mark.usefixtures("made_briefs")

ON_THE_DESK = [action for action in ACTIONS if action.place not in (Place.REVIEW, Place.OUTPUT)]
"""The actions of a review session, and of a command's output, have tests of their own."""


def marked(screen: DeskScreen) -> str:
    return screen.reader.unit_text


def line_text(screen: DeskScreen) -> str:
    assert screen.brief.line is not None
    return screen.brief.line.text


async def test_the_first_article_is_shown_with_statistics_and_brief() -> None:
    async with desk() as (screen, _):
        assert screen.pane is screen.list
        assert marked(screen) == "Harbour talks end with a promise on magnets"
        assert "118 words · 1 min · 10 sentences" in screen.facts.text
        assert "1 persons 3  2 organisations 2  3 places 5  6 law 1" in screen.facts.text
        assert line_text(screen).startswith("Lindqvist: two shipments")
        assert "S1 · title" in screen.status.words


async def test_the_status_counts_the_sentences_that_the_statistics_count() -> None:
    async with desk() as (screen, pilot):
        await pilot.press("tab", "j")
        assert "S2 · sentence 1 of 10" in screen.status.words
        await pilot.press(*"jjjjjjjj")
        assert "S10 · caption" in screen.status.words
        await pilot.press("G")
        assert "S13 · sentence 10 of 10" in screen.status.words


async def test_text_is_there_before_the_analysis_and_the_place_is_kept_when_it_comes() -> None:
    async with desk(analysed=0) as (screen, pilot):
        await pilot.press("tab", "j", "j")
        before = marked(screen)
        assert before.startswith("“We have a handshake")
        assert screen.brief.brief is None
        from tui.worker.client import Done

        screen.desk.deliver(Done("k0", made_analysis(made_article())))
        await screen.app.workers.wait_for_complete()
        await pilot.pause()
        assert marked(screen) == before
        assert screen.reader.sentence == "S3"
        assert screen.brief.brief is not None


Check = Callable[[DeskScreen, Pilot[int]], Awaitable[None]]
CHECKS: dict[str, tuple[tuple[str, ...], Check]] = {}


def check(identity: str, *before: str) -> Callable[[Check], Check]:
    """Registers what must hold after the action's first key was pressed, with the keys `before` it."""

    def add(test: Check) -> Check:
        CHECKS[identity.replace("_", "-")] = before, test
        return test

    return add


@check("list.next")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.desk.current == 1
    assert screen.reader.article is not None
    assert screen.reader.article.id == "001"


@check("list.previous", "j", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.desk.current == 1


@check("list.first", "j", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.desk.current == 0


@check("list.last")
@check("list.half_down")
@check("list.page_down")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.desk.current == 2


@check("list.half_up", "G")
@check("list.page_up", "G")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.desk.current == 0


@check("list.enter")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.pane is screen.reader


@check("reader.next", "tab")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert marked(screen).startswith("Ada Lindqvist")
    assert screen.brief.resting, "the brief lines that rest on the sentence are marked"


@check("reader.previous", "tab", "j", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert marked(screen).startswith("Ada Lindqvist")


@check("reader.first", "tab", "j", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.reader.current == 0


@check("reader.last", "tab")
@check("reader.page_down", "tab")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.reader.sentence == "S13"


@check("reader.half_down", "tab")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.reader.current > 3


@check("reader.half_up", "tab", "G")
@check("reader.page_up", "tab", "G")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.reader.current < 12


@check("reader.enter", "tab", "j", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.pane is screen.brief
    assert line_text(screen) == "“We have a handshake, not a contract.”"


@check("brief.next", "tab", "tab")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert line_text(screen) == "“We have a handshake, not a contract.”"
    assert len(screen.reader.evidence) == 1, "the sentence that the line rests on is marked"


@check("brief.previous", "tab", "tab", "j", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert line_text(screen) == "“We have a handshake, not a contract.”"


@check("brief.first", "tab", "tab", "G")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.brief.current == 0


@check("brief.last", "tab", "tab")
@check("brief.page_down", "tab", "tab")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert line_text(screen) == "Will the second ship sail?"


@check("brief.half_down", "tab", "tab")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.brief.current > 1


@check("brief.half_up", "tab", "tab", "G")
@check("brief.page_up", "tab", "tab", "G")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.brief.current < 8


@check("brief.enter", "tab", "tab", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.pane is screen.reader
    assert marked(screen).startswith("“We have a handshake")
    assert screen.reader.evidence


@check("desk.next_pane")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.pane is screen.reader


@check("desk.previous_pane")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.pane is screen.brief


@check("desk.next_article", "tab")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.desk.current == 1
    assert screen.pane is screen.reader


@check("desk.previous_article", "tab", "greater_than_sign", "greater_than_sign")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.desk.current == 1


@check("desk.next_mention", "tab", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.status.words == "Ada Lindqvist: 1 of 2"
    await pilot.press("right_square_bracket")
    assert screen.status.words == "Ada Lindqvist: 2 of 2"
    assert marked(screen).startswith("Lindqvist reportedly")


@check("desk.previous_mention", "tab", "G")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.status.words == "Ada Lindqvist: 1 of 2"
    assert marked(screen).startswith("Ada Lindqvist")


@check("desk.back", "tab", "tab", "j", "enter")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.pane is screen.brief
    assert screen.reader.current == 0


@check("desk.forward", "tab", "tab", "j", "enter", "backspace")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.pane is screen.reader
    assert marked(screen).startswith("“We have a handshake")


@check("desk.jump")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.reader.labels
    assert screen.brief.labels
    row, label = list(screen.reader.labels.items())[-1]
    await pilot.press(*label)
    assert screen.pane is screen.reader
    assert screen.reader.marked_rows().start == row
    assert not screen.reader.labels


@check("desk.scroll_other_down", "tab", "tab")
@check("desk.scroll_other_up", "tab", "tab")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.reader.top == 0, "all of the text is on the screen, so there is nothing to scroll"
    await pilot.resize_terminal(120, 20)
    await pilot.press("J", "J")
    assert screen.reader.top == 2
    await pilot.press("K")
    assert screen.reader.top == 1
    assert screen.pane is screen.brief


@check("desk.find")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await pilot.press(*"norland", "enter")
    assert screen.pane is screen.reader
    assert screen.status.words == "“norland”: 1 of 2"
    assert marked(screen).startswith("Ada Lindqvist")


@check("desk.find_next", "slash", *"norland", "enter")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.status.words == "“norland”: 2 of 2"
    assert marked(screen).startswith("Analysts")


@check("desk.find_previous", "slash", *"norland", "enter")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.status.words == "“norland”: 2 of 2"


@check("desk.clear", "slash", *"norland", "enter", "enter")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert not screen.reader.found
    assert screen.reader.spot is None
    assert not screen.reader.evidence
    assert not screen.brief.resting


def _off(kind: str) -> Check:
    async def test(screen: DeskScreen, pilot: Pilot[int]) -> None:
        assert screen.reader.off == {f"page--{kind}"}

    return test


for _name in ("person", "organisation", "place", "group", "event", "law", "product"):
    check(f"desk.toggle_{_name}")(_off(_name))


@check("desk.toggle_all")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert len(screen.reader.off) == 7
    await pilot.press("0")
    assert not screen.reader.off


@check("desk.zoom", "tab")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert not screen.list.is_on_screen
    assert screen.reader.is_on_screen
    await pilot.press("z")
    await pilot.pause()
    assert screen.list.is_on_screen


@check("desk.wider")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.list.outer_size.width == 34


@check("desk.narrower")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.list.outer_size.width == 26


@check("desk.next_view", "j", "k")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.brief_title.title == "000 Actors"
    assert line_text(screen) == "Ada Lindqvist: trade minister"
    await pilot.press("tab", "tab", "j", "j", "enter")
    assert marked(screen).startswith("“We have a handshake"), "a line of a view leads to its sentence too"
    await pilot.press("v")
    assert line_text(screen) == "about 40%"
    await pilot.press("v", "v")
    assert "words a sentence" in "".join(p.text for p in screen.brief.layout_now.paragraphs)
    await pilot.press("v")
    await pilot.pause()
    assert line_text(screen).startswith("Lindqvist: two shipments")


@check("desk.previous_view")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.brief_title.title == "000 Statistics"
    await pilot.press("j")
    assert screen.brief_title.title == "001 Statistics", "the view stays from article to article"


@check("desk.page", "tab", "j", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.reader.page
    assert "“We have a handshake" in marked(screen)

    def rows() -> str:
        return "\n".join(screen.reader.render_line(y).text for y in range(screen.reader.height))

    assert "[navigation]" in rows()
    await pilot.press("slash", *"share", "enter")
    assert marked(screen) == "Share this"
    assert "[share]" in rows()
    await pilot.press("F")
    assert not screen.reader.page


@check("desk.copy_sentence", "tab", "j", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert (
        screen.app.clipboard == "“We have a handshake, not a contract,” she told reporters in Port Clement."
    )


@check("desk.copy_line")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.app.clipboard == "Lindqvist: two shipments of magnets would sail within a week. [000:S2]"


@check("desk.review_found")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await until(pilot, lambda: screen.line is not None)
    await pilot.press(*"id:001", "enter")
    await until(pilot, lambda: isinstance(screen.app.screen, ReviewScreen))
    review = screen.app.screen
    assert isinstance(review, ReviewScreen)
    assert [brief.id for brief in review.reviewing.queue] == ["001"]


@check("desk.pipe")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await screen.app.workers.wait_for_complete()
    assert screen.line is not None
    await pilot.press(*"wc -w", "enter")
    await until(pilot, lambda: isinstance(screen.app.screen, OutputScreen))


@check("desk.save")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await screen.app.workers.wait_for_complete()
    saved = list(screen.desk.briefs.glob("*.md"))
    assert [p.name[:4] for p in saved] == ["000-"]
    assert "shipments of magnets" in saved[0].read_text(encoding="utf-8")
    assert "Saved" in screen.status.words


@check("desk.save_all")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await screen.app.workers.wait_for_complete()
    assert sorted(p.name[:4] for p in screen.desk.briefs.glob("*.md")) == ["000-", "001-"]
    assert "Saved 2 briefs" in screen.status.words


@check("desk.open")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert isinstance(screen.app.screen, OpenPath)


@check("desk.samples")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await until(pilot, lambda: screen.desk.article is not None)
    assert screen.desk.paths == (samples(),)
    assert len(screen.desk.shelf.entries) == len(list(samples().glob("*.txt")))


@check("desk.keys")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    chooser = screen.app.screen
    assert isinstance(chooser, Chooser)
    await pilot.press(*"half a page", "down", "up")
    assert {c.value.name for c in chooser.list.choices} == {"half_down", "half_up"}
    await pilot.press("escape")
    assert screen.app.screen is screen


@check("desk.palette")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await pilot.press(*"only this pane", "enter")
    await pilot.pause()
    assert screen.has_class("zoomed"), "the chosen action is done"


@check("desk.theme")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    before = screen.app.theme
    await pilot.press("down")
    assert screen.app.theme != before, "a theme is seen before it is chosen"
    await pilot.press("escape")
    assert screen.app.theme == before


@check("desk.quit")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.app.return_value == 0


@check("desk.review")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await screen.app.workers.wait_for_complete()
    assert isinstance(screen.app.screen, ReviewScreen)


@check("desk.merge_actor", "tab", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await pilot.press(*"vesterland", "enter")
    await settled(screen, pilot)
    assert {a.name for a in actors(screen)} == {"Vesterland", "Harbour Commission", "Omar Reyes"}
    assert screen.status.words.startswith("“Ada Lindqvist” merged into “Vesterland”")


@check("desk.split_actor", "tab", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await pilot.press("down", "enter")
    await settled(screen, pilot)
    assert {a.name: a.mentions for a in actors(screen) if "Lindqvist" in a.name} == {
        "Ada Lindqvist": 1,
        "Lindqvist": 1,
    }


@check("desk.rename_actor", "tab", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await pilot.press(*" of Norland", "enter")
    await settled(screen, pilot)
    assert "Ada Lindqvist of Norland" in {a.name for a in actors(screen)}
    assert screen.pane is screen.reader
    assert marked(screen).startswith("Ada Lindqvist")


@check("desk.change_kind", "tab", "j")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await pilot.press(*"media", "enter")
    await settled(screen, pilot)
    assert {a.kind for a in actors(screen) if a.name == "Ada Lindqvist"} == {"media"}


@check("desk.drop_mention", "tab", *"jjjj")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await settled(screen, pilot)
    assert "Harbour Commission" not in {a.name for a in actors(screen)}
    assert screen.reader.analysis is not None
    assert "Harbour Commission" not in {m.text for m in screen.reader.analysis.mentions}


@check("desk.undo", "tab", *"jjjj", "c", "d")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await settled(screen, pilot)
    assert "Harbour Commission" in {a.name for a in actors(screen)}
    assert screen.status.words == "Taken back: “Harbour Commission” dropped as a false mention."


def actors(screen: DeskScreen) -> tuple[Actor, ...]:
    """The actors as the reader marks them."""
    assert screen.reader.analysis is not None
    return screen.reader.analysis.actors


@check("desk.redo", "tab", *"jjjj", "c", "d", "u")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await settled(screen, pilot)
    assert "Harbour Commission" not in {a.name for a in actors(screen)}
    assert screen.status.words == "“Harbour Commission” dropped as a false mention again."


@check("desk.undo_correction", "tab", *"jjjj", "c", "d")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await settled(screen, pilot)
    assert screen.status.words == "Taken back: “Harbour Commission” dropped as a false mention."


@check("desk.redo_correction", "tab", *"jjjj", "c", "d", "u")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await settled(screen, pilot)
    assert screen.status.words == "“Harbour Commission” dropped as a false mention again."


@check("desk.corrections", "tab", *"jjjj", "c", "d")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    chooser = screen.app.screen
    assert isinstance(chooser, Chooser)
    assert [c.text for c in chooser.list.choices] == ["“Harbour Commission” dropped as a false mention"]
    await pilot.press("enter")
    await settled(screen, pilot)
    assert "Harbour Commission" in {a.name for a in actors(screen)}
    assert screen.status.words.startswith("Removed: “Harbour Commission”")


@check("reader.put_back", "tab", "F", "G")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await settled(screen, pilot)
    assert screen.status.words == "Put back: “Share this”; u takes that back."
    assert screen.desk.article is not None
    assert screen.desk.article.text.endswith("\n\nShare this")


@check("reader.take_out", "tab", "j", "j", "F")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    await settled(screen, pilot)
    assert screen.status.words.startswith("Taken out: “Ada Lindqvist, the trade minister")
    assert screen.desk.article is not None
    assert "We have a handshake" not in screen.desk.article.text
    assert "We have a handshake" in screen.reader.unit_text, (
        "the page still has the block, and the cursor is on it"
    )


@check("desk.sort", "v", "v")
async def _(screen: DeskScreen, pilot: Pilot[int]) -> None:
    assert screen.view is View.FIGURES
    assert "the largest first" in screen.status.words
    largest = line_text(screen)
    await pilot.press("comma")
    assert "in the order of the text" in screen.status.words
    await pilot.press("comma", "comma")
    assert line_text(screen) == largest


def test_every_action_of_the_desk_has_a_check() -> None:
    assert set(CHECKS) == {action.identity for action in ON_THE_DESK}


@pytest.mark.parametrize("action", ON_THE_DESK, ids=lambda action: action.identity)
async def test_action(action: Action, tmp_path: Path) -> None:
    before, holds = CHECKS[action.identity]
    async with desk(settings=Settings(briefs=tmp_path), folder=tmp_path) as (screen, pilot):
        for key in before:
            await pilot.press(key)
            await screen.app.workers.wait_for_complete()
        await pilot.press(*action.keys[0].split())
        await pilot.pause()
        await holds(screen, pilot)


@pytest.mark.parametrize(
    "action", [a for a in ACTIONS if len(a.keys) > 1], ids=lambda action: action.identity
)
async def test_the_other_keys_of_an_action_do_the_same(action: Action) -> None:
    keys = keymap()
    assert {keys.find(action.place, key) for key in action.keys} == {action}


async def test_a_key_of_the_settings_replaces_the_usual_one() -> None:
    async with desk(settings=Settings(keys={"list.next": ("x",)})) as (screen, pilot):
        await pilot.press("j")
        assert screen.desk.current == 0
        await pilot.press("x")
        assert screen.desk.current == 1


async def test_escape_ends_a_search_and_goes_back() -> None:
    async with desk() as (screen, pilot):
        await pilot.press("tab", "j", "slash", *"vesterland")
        assert marked(screen).startswith("Lindqvist reportedly")
        await pilot.press("escape")
        await pilot.pause()
        assert marked(screen).startswith("Ada Lindqvist")
        assert screen.pane is screen.reader
        assert not screen.reader.found


async def test_what_is_not_in_the_text_is_said() -> None:
    async with desk() as (screen, pilot):
        await pilot.press("slash", *"zebra", "enter")
        assert screen.status.words == "“zebra” is not in this text."


async def test_a_path_is_completed_and_opened(tmp_path: Path) -> None:
    (tmp_path / "harbour-news").mkdir()
    (tmp_path / "harbour-notes").mkdir()
    async with desk() as (screen, pilot):
        await pilot.press("o")
        line = screen.app.screen.query_one("#query", Input)
        line.value = f"{tmp_path}/har"
        await pilot.press("tab")
        assert line.value == f"{tmp_path}/harbour-n"
        await pilot.press("e", "tab", "enter")
        await until(pilot, lambda: screen.desk.paths == (tmp_path / "harbour-news",))


@pytest.mark.parametrize("typed", ["nowhere/at/all", "~nobody-of-this-name/x"])
async def test_a_path_that_is_not_there_leaves_open_what_was(typed: str) -> None:
    async with desk() as (screen, pilot):
        entries = screen.desk.shelf.entries
        await pilot.press("o")
        screen.app.screen.query_one("#query", Input).value = typed
        await pilot.press("enter")
        await pilot.pause()
        assert screen.status.words.startswith(f"There is no file or folder {typed}")
        assert screen.desk.shelf.entries == entries != []


async def test_the_first_key_of_a_chord_tells_what_can_follow() -> None:
    async with desk() as (screen, pilot):
        await pilot.press("tab", "c")
        assert "m merge actor" in screen.status.words
        await pilot.press("escape")
        assert "m merge actor" not in screen.status.words


@pytest.mark.parametrize(
    ("width", "focus", "shown"),
    [
        (69, 0, "list"),
        (69, 1, "reader"),
        (69, 2, "brief"),
        (99, 0, "list reader"),
        (99, 1, "list reader"),
        (99, 2, "reader brief"),
        (100, 0, "list reader brief"),
        (60, 1, "reader"),
    ],
)
async def test_as_many_panes_as_there_is_room_for(width: int, focus: int, shown: str) -> None:
    async with desk(size=(width, 16)) as (screen, pilot):
        await pilot.press(*["tab"] * focus)
        await pilot.pause()
        assert [p.id for p in (screen.list, screen.reader, screen.brief) if p.is_on_screen] == shown.split()
        assert screen.pane.is_on_screen


async def test_resizing_keeps_the_place() -> None:
    async with desk() as (screen, pilot):
        await pilot.press("tab", *"jjjjjjjjjjj")
        before = marked(screen)
        for width, height in ((80, 24), (60, 16), (200, 50), (69, 20), (120, 40)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert marked(screen) == before
            rows = screen.reader.marked_rows()
            assert screen.reader.top <= rows.start
            assert rows.stop <= screen.reader.top + screen.reader.height
            assert screen.pane is screen.reader


async def test_the_place_in_an_article_is_kept_when_coming_back() -> None:
    async with desk() as (screen, pilot):
        await pilot.press("tab", "j", "j", "greater_than_sign")
        assert screen.reader.current == 0
        await pilot.press("less_than_sign")
        assert screen.reader.sentence == "S3"


async def test_a_key_before_the_panes_are_there_does_no_harm() -> None:
    app = MadeApp()
    furnish = app.desk_screen.furnish

    async def slowly() -> None:
        for key in ("tab", "j", "slash", "f", "question_mark", "o", "v", "greater_than_sign"):
            await app.desk_screen.on_key(Key(key, None))
        await furnish()

    app.desk_screen.furnish = slowly  # type: ignore[method-assign]
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.return_value is None
        assert app.screen is app.desk_screen


async def test_the_mouse_chooses_sentences_and_articles() -> None:
    async with desk() as (screen, pilot):
        row = next(r for r in range(40) if "handshake" in screen.reader.render_line(r).text)
        column = screen.reader.render_line(row).text.index("handshake")
        await pilot.click("#reader", offset=(column, row))
        assert marked(screen).startswith("“We have a handshake")
        await pilot.click("#list", offset=(5, screen.list.rows))
        assert screen.desk.current == 1


async def test_the_footer_can_be_clicked() -> None:
    async with desk() as (screen, pilot):
        text = screen.footer.render_line(0).text
        await pilot.click("#footer", offset=(text.index("pane"), 0))
        assert screen.pane is screen.reader


async def test_selected_text_is_copied_as_it_was_before_it_was_wrapped() -> None:
    from textual.selection import SELECT_ALL

    async with desk() as (screen, _):
        found = screen.reader.get_selection(SELECT_ALL)
        assert found is not None
        assert "the trade minister of Norland, said on Tuesday that two shipments" in found[0]


def test_two_actions_on_one_key_are_told_with_both_names() -> None:
    with pytest.raises(
        ValueError, match=r"s is the key of both desk\.save and desk\.find|desk\.find and desk\.save"
    ):
        keymap({"desk.find": ["s"]})
    with pytest.raises(ValueError, match=r"did you mean desk\.save"):
        keymap({"desk.safe": ["x"]})


@pytest.mark.parametrize(
    ("written", "key"), [("F1", "f1"), ("up", "up"), ("gg", "g g"), ("Ctrl+D", "ctrl+d"), ("c m", "c m")]
)
def test_keys_may_be_written_as_people_do(written: str, key: str) -> None:
    assert key_of(written) == key


async def test_an_action_is_found_by_its_name_as_well() -> None:
    async with desk() as (screen, pilot):
        await pilot.press("ctrl+p", *"zoom", "enter")
        await pilot.pause()
        assert screen.has_class("zoomed")


def test_the_places_key_hides_the_one_that_counts_everywhere() -> None:
    keys = keymap({"list.enter": ["s"]})
    found = keys.find(Place.LIST, "s")
    assert found is not None
    assert found.identity == "list.enter"


async def test_back_leads_to_where_a_search_began() -> None:
    async with desk() as (screen, pilot):
        await pilot.press("tab", "j", "slash", *"vesterland", "enter")
        await pilot.pause()
        assert marked(screen).startswith("Lindqvist reportedly")
        await pilot.press("backspace")
        await pilot.pause()
        assert marked(screen).startswith("Ada Lindqvist")
