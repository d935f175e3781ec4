"""Blocks put back and taken out in the app: kept for the source, analysed anew, undone, and nothing stale shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app_driven import opened, settled, until, write_story
from tests.app_made import MadeApp, made_analysis
from tests.test_worker import ECHO, python
from tui.analysis.version import analyser_version
from tui.app.intake import stale
from tui.app.screens.desk import DeskScreen
from tui.app.shelf import State
from tui.articles.reading import find_sources, read_source
from tui.commands import Failures, read_articles
from tui.library.store import Library, LibraryError, default_path, fingerprint
from tui.worker.client import Done

MORE = "Nobody would say when the quay opens again.\n\nShare this\n\nRelated articles\n\nMagnet prices rise again"
WORKER = python(ECHO.replace('Ready("fake")', f"Ready({analyser_version()!r})"))


def story(folder: Path, name: str = "001_story.txt") -> Path:
    return write_story(folder / name, more=MORE)


async def at_rest(screen: DeskScreen, pilot: Pilot[int]) -> None:
    """Wait until what was decided is written, shown and analysed."""
    await settled(screen, pilot)
    await until(pilot, lambda: screen.desk.analysis is not None)
    await settled(screen, pilot)


async def to_the_page(screen: DeskScreen, pilot: Pilot[int], words: str) -> None:
    """Show the page, with the block that begins with `words` marked."""
    await until(pilot, lambda: screen.desk.analysis is not None)
    await pilot.press("tab", "F", "g", "g")
    for _ in screen.reader.units:
        if screen.reader.unit_text.startswith(words):
            return
        await pilot.press("j")
    raise AssertionError(f"{words} is not on the page")


def text(screen: DeskScreen) -> str:
    assert screen.desk.article is not None
    assert screen.desk.analysis is not None
    assert not stale(screen.desk.analysis, screen.desk.article)
    return screen.desk.article.text


async def test_a_line_put_back_is_in_the_text_and_in_the_analysis_and_stays_for_this_file(
    tmp_path: Path,
) -> None:
    path = story(tmp_path)
    async with opened(path, command=WORKER) as (screen, pilot):
        await to_the_page(screen, pilot, "Magnet prices")
        assert screen.status.words.endswith("+ puts it back")
        await pilot.press("plus")
        await at_rest(screen, pilot)
        assert screen.status.words == "Put back: “Magnet prices rise again”; u takes that back."
        assert text(screen).endswith("\n\nMagnet prices rise again")
        assert screen.reader.page
        assert screen.reader.unit_text == "Magnet prices rise again", "the cursor stays on the block"
        assert screen.desk.progress == (1, 1)
        await pilot.press("F")
        assert "Magnet prices rise again" in screen.reader.words
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    path.rename(moved / "renamed.txt")
    async with opened(moved, command=WORKER) as (screen, pilot):
        await to_the_page(screen, pilot, "Magnet prices")
        assert text(screen).endswith("\n\nMagnet prices rise again")
        assert "in the article" in screen.status.words
        assert "[put back]" in [p.text for p in screen.reader.layout_now.paragraphs]


async def test_the_other_key_takes_it_back_and_the_analysis_of_before_is_there_at_once(
    tmp_path: Path,
) -> None:
    async with opened(story(tmp_path), command=WORKER) as (screen, pilot):
        await to_the_page(screen, pilot, "The harbour of Port Clement")
        before = text(screen)
        await pilot.press("minus")
        await at_rest(screen, pilot)
        assert "The harbour of Port Clement" not in text(screen)
        assert screen.status.words.startswith("Taken out: “The harbour of Port Clement stood")
        await pilot.press("minus")
        assert screen.status.words == "This block is set aside already: + puts it back."
        await pilot.press("plus")
        await settled(screen, pilot)
        assert text(screen) == before
        assert screen.status.words.startswith("Put back: “The harbour")
        assert screen.desk.shelf.count(State.READY) == 1, "the library had the analysis"


async def test_undo_and_redo_go_over_the_decisions_since_the_start(tmp_path: Path) -> None:
    path = story(tmp_path)
    async with opened(path, command=WORKER) as (screen, pilot):
        await to_the_page(screen, pilot, "The harbour of Port Clement")
        whole = text(screen)
        await pilot.press("minus")
        await at_rest(screen, pilot)
        first = text(screen)
        await pilot.press("j", "minus")
        await at_rest(screen, pilot)
        second = text(screen)
        assert len(second) < len(first) < len(whole)
        for key, then in (("u", first), ("u", whole), ("U", first), ("U", second), ("u", first)):
            await pilot.press(key)
            await at_rest(screen, pilot)
            assert text(screen) == then
        assert screen.status.words.startswith("In the article again: “The minister said")
    async with opened(path, command=WORKER) as (screen, pilot):
        await to_the_page(screen, pilot, "The harbour of Port Clement")
        assert text(screen) == first
        await pilot.press("u")
        await settled(screen, pilot)
        assert screen.status.words.startswith("No block of this page was decided on since the start")
        assert text(screen) == first
        await pilot.press("plus")
        await at_rest(screen, pilot)
        assert text(screen) == whole


async def test_the_headless_commands_read_the_file_as_it_was_left(tmp_path: Path) -> None:
    path = story(tmp_path)
    async with opened(path, command=WORKER) as (screen, pilot):
        await to_the_page(screen, pilot, "Share this")
        await pilot.press("plus")
        await at_rest(screen, pilot)
        left = text(screen)

    class Call:
        paths, plain, published, library = (path,), False, None, None

    failures = Failures()
    ((article, _),) = read_articles(Call(), failures)  # type: ignore[arg-type]
    assert article.text == left
    assert "Share this" in article.text
    Call.plain = True
    ((plain, _),) = read_articles(Call(), failures)  # type: ignore[arg-type]
    assert plain.text == path.read_text(encoding="utf-8")
    assert failures.count == 0


async def test_each_text_has_an_analysis_of_its_own_in_the_library(tmp_path: Path) -> None:
    path = story(tmp_path)
    (cleaned,) = read_source(find_sources([path])[0][0])
    async with opened(path, command=WORKER) as (screen, pilot):
        await to_the_page(screen, pilot, "Share this")
        await pilot.press("plus")
        await at_rest(screen, pilot)
        changed = screen.desk.article
    assert changed is not None
    assert changed.sha256 == cleaned.sha256
    assert fingerprint(changed) != fingerprint(cleaned)
    with Library(default_path()) as library:
        for article in (cleaned, changed):
            found = library.analysis(article, analyser_version())
            assert found is not None
            assert found.text == article.text


async def test_an_analysis_that_comes_late_for_the_text_of_before_is_not_shown() -> None:
    app = MadeApp(1, analysed=0)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.desk_screen
        await settled(screen, pilot)
        old = screen.desk.article
        assert old is not None
        await pilot.press("tab", "F", "G", "plus")
        await settled(screen, pilot)
        new = screen.desk.article
        assert new is not None
        assert new.text == f"{old.text}\n\nShare this"
        app.desk.intake._heard(Done("k0", made_analysis(old)))
        await pilot.pause()
        assert screen.desk.shelf.count(State.READY) == 0
        app.desk.intake._ahead.add("k0")
        app.desk.intake._heard(Done("k0", made_analysis(new)))
        await settled(screen, pilot)
        assert screen.desk.analysis is not None
        assert screen.desk.analysis.text == new.text
        assert screen.reader.page
        await pilot.press("F")
        assert screen.reader.words == new.text


async def test_html_pages_are_shown_as_they_were_seen(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY_LINES)
    page = f"<html><body><nav><a href='/'>Home</a></nav><article><h1>Harbour</h1>{paragraphs}</article>"
    (tmp_path / "page.html").write_text(
        f"{page}<footer><p>Port Clement Press</p></footer></body></html>", "utf-8"
    )
    async with opened(tmp_path, command=WORKER) as (screen, pilot):
        await to_the_page(screen, pilot, "The crews")
        assert "<" not in screen.reader.words
        await pilot.press("minus")
        await at_rest(screen, pilot)
        assert "The crews" not in text(screen)
        await pilot.press("G")
        assert screen.reader.unit_text == "Port Clement Press"
        await pilot.press("plus")
        await at_rest(screen, pilot)
        assert text(screen).endswith("\n\nPort Clement Press")


STORY_LINES = (
    "The harbour of Port Clement stood still for a third day while the pilots waited for word from the ministry of trade.",
    "The crews said that they would stay on board until the minister had spoken to them and to the owners of the ships.",
    "The minister said that talks would go on, that nobody had left the table, and that both sides wanted an agreement.",
)


async def test_the_title_stays_and_outside_the_page_the_keys_say_where_they_work(tmp_path: Path) -> None:
    async with opened(story(tmp_path), command=WORKER) as (screen, pilot):
        await until(pilot, lambda: screen.desk.analysis is not None)
        await pilot.press("tab", "plus")
        assert screen.status.words.startswith("F shows the page as it was")
        await pilot.press("shift+tab")
        await to_the_page(screen, pilot, "Harbour stands still")
        await pilot.press("minus")
        assert screen.status.words == "The title stays: it names the article."


async def test_the_log_tells_who_decided_what_and_when(tmp_path: Path) -> None:
    async with opened(story(tmp_path), command=WORKER, reviewer="Ada") as (screen, pilot):
        await to_the_page(screen, pilot, "Share this")
        await pilot.press("plus", "u")
        await at_rest(screen, pilot)
        source = screen.desk.article.sha256 if screen.desk.article is not None else ""
    with Library(default_path()) as library:
        first, second = library.decisions(source)
    assert (first.action, first.who, second.action, second.undoes) == (
        "keep-block",
        "Ada",
        "undo",
        first.number,
    )
    assert first.anchor is not None
    assert first.anchor.exact == "Share this"


async def test_a_library_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(story(tmp_path), command=WORKER) as (screen, pilot):
        await to_the_page(screen, pilot, "Share this")
        before = text(screen)

        def refuse(*_: object, **__: object) -> None:
            raise LibraryError("library.sqlite cannot be written (disk full); check the disk and its rights.")

        monkeypatch.setattr(Library, "decide", refuse)
        await pilot.press("plus")
        await settled(screen, pilot)
        assert screen.status.words.startswith("library.sqlite cannot be written")
        assert text(screen) == before


async def test_the_page_that_is_shown_from_the_list_takes_the_keys(tmp_path: Path) -> None:
    async with opened(story(tmp_path), command=WORKER) as (screen, pilot):
        await until(pilot, lambda: screen.desk.analysis is not None)
        assert screen.pane is screen.list
        await pilot.press("F")
        await until(pilot, lambda: screen.pane is screen.reader)
        assert screen.status.words.startswith("The page as it was")
