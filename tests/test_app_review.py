"""The review session by keyboard: every action through its key, nothing lost, the same place offered again."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.app_driven import until
from tests.app_made import MadeApp
from tui.app.actions import ACTIONS, Action, Place
from tui.app.screens.chooser import Chooser
from tui.app.screens.desk import DeskScreen
from tui.app.screens.review import ReviewScreen
from tui.app.screens.summary import SummaryScreen
from tui.library.model import Decision
from tui.library.store import Library
from tui.review.decisions import LineState, standing
from tui.settings import Settings

ON_REVIEW = [action for action in ACTIONS if action.place is Place.REVIEW]

Check = Callable[[ReviewScreen, Pilot[int]], Awaitable[None]]
CHECKS: dict[str, tuple[tuple[str, ...], Check]] = {}


pytestmark = pytest.mark.usefixtures("made_briefs")


def library() -> Path:
    return Path(os.environ["REEX_LIBRARY"])


@asynccontextmanager
async def session(
    tmp_path: Path, *keys: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[ReviewScreen, Pilot[int]]]:
    """A review of two made-up articles."""
    settings = Settings(briefs=tmp_path / "briefs", library=library())
    app = MadeApp(2, analysed=2, settings=settings, folder=tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        yield screen, pilot


def decided() -> tuple[Decision, ...]:
    with Library(library()) as there:
        return standing(there.decisions())


def state(screen: ReviewScreen, index: int = 0) -> LineState:
    brief = screen.reviewing.brief
    assert brief is not None
    return screen.reviewing.state_of(brief.lines[index])


def at(screen: ReviewScreen) -> tuple[str, int]:
    brief, line = screen.reviewing.brief, screen.reviewing.line
    assert brief is not None
    assert line is not None
    return brief.id, brief.lines.index(line)


def check(identity: str, *before: str) -> Callable[[Check], Check]:
    def add(function: Check) -> Check:
        CHECKS[identity] = (before, function)
        return function

    return add


@check("review.judge-accept")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert state(screen).judgement == "accepted"
    assert at(screen) == ("000", 1)
    assert [d.action for d in decided()] == ["accept"]
    await pilot.press("k", "a")
    assert state(screen).judgement is None, "the same judgement again takes it back"


@check("review.judge-reject")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert state(screen).judgement == "rejected"


@check("review.dispute")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await pilot.press(*"too old", "enter")
    assert state(screen) == LineState("disputed", "too old")


@check("review.edit")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await pilot.press("ctrl+u", *"Two ships.", "enter")
    assert state(screen).wording == "Two ships."
    assert at(screen) == ("000", 0)


@check("review.note")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await pilot.press(*"ask", "escape", "n", *"ask Ada", "enter")
    assert state(screen).notes == ("ask Ada",), "Escape writes nothing"


@check("review.tag")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await pilot.press(*"ships", "enter")
    assert state(screen).tags == ("ships",)
    await pilot.press("t", *"ships", "enter")
    assert state(screen).tags == ()


@check("review.star")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert state(screen).starred
    await pilot.press("asterisk")
    assert not state(screen).starred


@check("review.add", "J", "J")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    brief = screen.reviewing.brief
    assert brief is not None
    assert brief.section("bottom_line")[-1].text == "What the ministry says"
    await pilot.press("u")
    brief = screen.reviewing.brief
    assert brief is not None
    assert len(brief.section("bottom_line")) == 2


@check("review.repeat", "x", "j", "j", "j")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await pilot.press("n", "enter")
    assert len(decided()) == 1, "it asks first"
    await pilot.press("full_stop", "y", "enter")
    assert len(decided()) == 3
    assert all(d.action == "reject" for d in decided())


@check("review.next-undecided", "a", "k")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert at(screen) == ("000", 1)
    await pilot.press("a", "a", "a", "a", "a", "a", "a", "a")
    assert at(screen) == ("001", 0), "the next article follows the last line"


@check("review.next")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert at(screen) == ("000", 1)
    assert screen.reader.evidence


@check("review.previous", "j", "j")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert at(screen) == ("000", 1)


@check("review.next-sentence")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert screen.reader.sentence == "S3"


@check("review.previous-sentence")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert screen.reader.sentence == "S1"


@check("review.next-article")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert at(screen) == ("001", 0)
    assert screen.reader.article is not None
    assert screen.reader.article.id == "001"


@check("review.previous-article", "greater_than_sign")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert at(screen) == ("000", 0)


@check("review.undo", "a", "x")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert [d.action for d in decided()] == ["accept"]
    assert at(screen) == ("000", 1)
    await pilot.press("u", "u")
    assert decided() == ()
    assert "nothing to take back" in screen.status.words


@check("review.redo", "a", "u")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert [d.action for d in decided()] == ["accept"]


@check("review.finish", "a", "x")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await pilot.press("n", "enter")
    assert not isinstance(screen.app.screen, SummaryScreen), "it asks first while lines are undecided"
    assert not list(screen.desk.briefs.glob("*.md"))
    await pilot.press("F", "y", "enter")
    await screen.app.workers.wait_for_complete()
    await pilot.pause()
    summary = screen.app.screen
    assert isinstance(summary, SummaryScreen)
    assert any(line.split() == ["1", "accepted"] for line in summary.words)
    text = next(screen.desk.briefs.glob("000-*.md")).read_text(encoding="utf-8")
    assert "review_state: in review\nlines_confirmed: 1\n" in text
    assert "We have a handshake" not in text.partition("## Key figures")[0]
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(screen.app.screen, DeskScreen)
    with Library(library()) as there:
        assert there.sessions()[0].ended is not None


@check("review.keys")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    assert isinstance(screen.app.screen, Chooser)
    await pilot.press(*"star the line", "enter")
    await pilot.pause()
    assert state(screen).starred


@check("review.leave", "j", "j")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await pilot.pause()
    assert isinstance(screen.app.screen, DeskScreen)
    with Library(library()) as there:
        (left,) = there.sessions()
    assert left.ended is None
    assert left.at_line is not None


def test_every_action_of_a_review_has_a_check() -> None:
    assert set(CHECKS) == {action.identity for action in ON_REVIEW}


def corrections(screen: ReviewScreen) -> list[tuple[str, tuple[str, ...], str]]:
    """The corrections of the folder."""
    analysis = screen.reviewing.analysis
    assert analysis is not None
    listed = screen.desk.corrections_of(screen.desk.key_of(analysis.sha256))
    return [(one.do, one.names, one.value) for one in listed]


async def shown(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    """Wait until a correction is written and shown."""
    await pilot.pause()
    await screen.app.workers.wait_for_complete()
    await pilot.pause()


async def choose(pilot: Pilot[int], words: str) -> ReviewScreen:
    """Choose from the list that is shown; returns the review below it."""
    screen = pilot.app.screen
    assert isinstance(screen, Chooser)
    await pilot.press(*words, "enter")
    review = pilot.app.screen
    assert isinstance(review, ReviewScreen)
    await shown(review, pilot)
    return review


RENAME = ("c", "r", *" of Norland", "enter")


@check("review.merge-actor")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    screen = await choose(pilot, "omar")
    assert corrections(screen) == [("merge", ("Ada Lindqvist",), "Omar Reyes")]
    assert screen.status.words == "“Ada Lindqvist” merged into “Omar Reyes”; cu takes that back."


@check("review.split-actor")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await pilot.press("down")
    screen = await choose(pilot, "")
    assert corrections(screen) == [("split", ("Lindqvist",), "Ada Lindqvist")]


@check("review.rename-actor")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await pilot.press(*" of Norland", "enter")
    await shown(screen, pilot)
    assert corrections(screen) == [("rename", ("Ada Lindqvist",), "Ada Lindqvist of Norland")]
    assert screen.reviewing.analysis is not None
    assert screen.reviewing.analysis.actors[0].name == "Ada Lindqvist of Norland"
    assert screen.reader.analysis is screen.reviewing.analysis
    assert at(screen) == ("000", 0)


@check("review.change-kind")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    screen = await choose(pilot, "government")
    assert corrections(screen) == [("kind", ("Ada Lindqvist",), "government")]


@check("review.drop-mention")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    screen = await choose(pilot, "norland")
    assert corrections(screen) == [("drop", ("Norland",), "")]


@check("review.corrections", *RENAME)
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    screen = await choose(pilot, "")
    assert corrections(screen) == []
    assert screen.status.words.startswith("Removed: “Ada Lindqvist” renamed")


@check("review.undo-correction", *RENAME)
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await shown(screen, pilot)
    assert corrections(screen) == []
    assert screen.status.words.startswith("Taken back: “Ada Lindqvist” renamed")
    assert decided() == ()


@check("review.redo-correction", *RENAME, "c", "u")
async def _(screen: ReviewScreen, pilot: Pilot[int]) -> None:
    await shown(screen, pilot)
    assert corrections(screen) == [("rename", ("Ada Lindqvist",), "Ada Lindqvist of Norland")]


@pytest.mark.parametrize("action", ON_REVIEW, ids=lambda action: action.identity)
async def test_action(action: Action, tmp_path: Path) -> None:
    before, holds = CHECKS[action.identity]
    async with (
        session(tmp_path, *before, *action.keys[0].split())
        if action.name not in ENDING
        else ended(tmp_path, *before, *action.keys[0].split()) as (screen, pilot)
    ):
        await holds(screen, pilot)


ENDING = (
    *("finish", "keys", "leave"),
    *("merge_actor", "split_actor", "change_kind", "drop_mention", "corrections"),
)
"""Actions after which another screen is on top."""


@asynccontextmanager
async def ended(tmp_path: Path, *keys: str) -> AsyncIterator[tuple[ReviewScreen, Pilot[int]]]:
    async with session(tmp_path, *keys[:-1]) as (screen, pilot):
        await pilot.press(keys[-1])
        await pilot.pause()
        yield screen, pilot


async def test_a_session_that_was_left_is_offered_again_at_the_same_line(tmp_path: Path) -> None:
    async with session(tmp_path, "a", "x", "j") as (screen, _):
        place = at(screen)
    async with session(tmp_path, "enter") as (screen, _):
        assert at(screen) == place
        assert state(screen, 0).judgement == "accepted"
        assert state(screen, 1).judgement == "rejected"


async def test_a_new_session_begins_at_what_is_left(tmp_path: Path) -> None:
    async with session(tmp_path, "a", "x", "a") as (screen, _):
        assert at(screen) == ("000", 3)
    async with session(tmp_path, "down", "enter") as (screen, _):
        assert at(screen) == ("000", 3)


@pytest.mark.parametrize("pause", [0, 0.004, 0.01, 0.02, 0.04])
async def test_keys_typed_faster_than_the_line_opens_and_closes_are_taken_in_their_order(
    tmp_path: Path, pause: float
) -> None:
    async with session(tmp_path) as (screen, pilot):
        for key in ("n", *"quick", "enter", "n", *"note", "enter", "a"):
            screen.app.post_message(Key(key, key if len(key) == 1 else None))
            if key == "n":
                await asyncio.sleep(pause)
        await until(pilot, lambda: len(decided()) == 3)
        assert [(d.action, d.value) for d in decided()] == [
            ("note", "quick"),
            ("note", "note"),
            ("accept", None),
        ]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 50)])
async def test_it_works_at_any_size(size: tuple[int, int], tmp_path: Path) -> None:
    async with session(tmp_path, "j", size=size) as (screen, pilot):
        rows = screen.review.marked_rows()
        assert rows.start >= screen.review.top
        assert rows.start < screen.review.top + screen.review.height
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert at(screen) == ("000", 1)


async def test_a_library_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    library().write_bytes(b"no library " * 99)
    app = MadeApp(1, analysed=1, settings=Settings(briefs=tmp_path, library=library()))
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("r")
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, DeskScreen)
        assert "cannot be used as a library" in app.screen.status.words


async def test_saving_from_the_desk_keeps_what_was_decided(tmp_path: Path) -> None:
    async with ended(tmp_path, "j", "x", "q") as (screen, pilot):
        await pilot.pause()
        await pilot.press("s")
        await screen.app.workers.wait_for_complete()
        text = next((tmp_path / "briefs").glob("000-*.md")).read_text(encoding="utf-8")
        assert "We have a handshake" not in text.partition("## Key figures")[0]


async def test_the_queue_is_told_at_the_start(tmp_path: Path) -> None:
    async with session(tmp_path) as (screen, pilot):
        assert screen.status.words == "2 articles to review, the oldest first."
        await pilot.press("j")
        assert screen.status.words.startswith("0 of 18 lines decided")


async def test_a_query_that_finds_nothing_or_cannot_be_understood_is_told(tmp_path: Path) -> None:
    for query, told in (
        ("zebra", "No article here is found by zebra."),
        ("publsher:x", "There is no field publsher: to look in; did you mean publisher?"),
    ):
        settings = Settings(briefs=tmp_path, library=library())
        app = MadeApp(2, analysed=2, settings=settings, review=True, query=query)
        async with app.run_test() as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert app.desk_screen.status.words == told


async def test_the_log_says_who_decided(tmp_path: Path) -> None:
    settings = Settings(briefs=tmp_path, library=library(), reviewer="Ada [L]")
    app = MadeApp(1, analysed=1, settings=settings, review=True)
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("a")
        assert [(d.action, d.who) for d in decided()] == [("accept", "Ada [L]")]


async def test_a_new_review_ends_the_one_that_was_left(tmp_path: Path) -> None:
    async with session(tmp_path, "a"):
        pass
    async with session(tmp_path, "down", "enter", "a"):
        pass
    with Library(library()) as there:
        new, old = there.sessions()
    assert new.ended is None
    assert old.ended is not None


async def test_a_review_can_be_asked_for_at_the_start(tmp_path: Path) -> None:
    app = MadeApp(2, analysed=2, settings=Settings(briefs=tmp_path, library=library()), review=True)
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)


async def test_a_dispute_is_repeated_with_its_reason(tmp_path: Path) -> None:
    async with session(tmp_path) as (_, pilot):
        await pilot.press("j", "j", "j", "d", *"why", "enter", "full_stop", "y", "enter")
        await pilot.pause()
        assert {(one.action, one.value) for one in decided()} == {("dispute", "why")}
        assert len(decided()) > 1


async def test_a_sentence_that_is_a_line_already_is_gone_to(tmp_path: Path) -> None:
    async with session(tmp_path) as (screen, pilot):
        for presses, line, said in (
            (("plus",), 0, "already"),
            (("J", "J", "plus"), -1, "was added"),
            (("plus",), -1, "already"),
        ):
            await pilot.press(*presses)
            brief = screen.reviewing.brief
            assert brief is not None
            assert screen.reviewing.line == brief.section("bottom_line")[line]
            assert said in screen.status.words
        assert [one.action for one in decided()] == ["add"]


async def test_an_added_line_stands_in_its_order(tmp_path: Path) -> None:
    async with session(tmp_path, "J", "J", "plus") as (screen, pilot):
        brief = screen.reviewing.brief
        assert brief is not None
        there = brief.section("bottom_line")
        assert screen.reviewing.line == there[-1]
        await pilot.press("k")
        assert screen.reviewing.line == there[-2]
        await pilot.press("j", "j")
        line = screen.reviewing.line
        assert line is not None
        assert line.section != "bottom_line"
        assert at(screen)[0] == "000", "the rest of the article comes before the next one"
