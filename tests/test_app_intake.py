"""From files to the screen: bad files, hostile text, a worker that dies, and folders large and empty."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.app_driven import alive, opened, until, write_story
from tests.app_made import MadeApp, made_analysis, made_article
from tests.conftest import plain_article
from tests.test_worker import ECHO, python
from tui.analysis.version import analyser_version
from tui.app.intake import Found, Read
from tui.app.screens.desk import DeskScreen
from tui.app.shelf import Entry, Packed, Shelf, State
from tui.app.widgets.article_list import SIGNS
from tui.articles.reading import find_sources, read_source
from tui.library.store import Library, default_path


def screen_text(screen: DeskScreen) -> str:
    """Everything on the screen, as it would be drawn."""
    from textual.geometry import Region

    lines = []
    for widget in (
        screen.list,
        screen.list_title,
        screen.reader,
        screen.reader_title,
        screen.brief,
        screen.status,
    ):
        strips = widget.render_lines(Region(0, 0, widget.outer_size.width, widget.outer_size.height))
        lines += [strip.text for strip in strips]
    return "\n".join(lines)


async def test_articles_are_read_analysed_and_counted(tmp_path: Path) -> None:
    for number in range(3):
        write_story(tmp_path / f"{number:03}_a.txt")
    async with opened(tmp_path) as (screen, pilot):
        await until(pilot, lambda: screen.desk.shelf.count(State.READY) == 3)
        assert screen.desk.progress == (3, 3)
        assert screen.reader.article is not None
        assert "stood still" in screen_text(screen)


async def test_what_cannot_be_read_says_why_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "000_empty.txt").write_bytes(b"")
    (tmp_path / "001_binary.txt").write_bytes(bytes(range(256)) * 40)
    write_story(tmp_path / "002_good.txt")
    async with opened(tmp_path) as (screen, pilot):
        await until(pilot, lambda: screen.desk.shelf.count(State.READY) == 1)
        bad = [e for e in screen.desk.shelf.entries if e.state is State.UNREADABLE]
        assert len(bad) == 2
        assert all(e.problem and e.problem.endswith(".") for e in bad)
        screen.list.choose(next(n for n, e in enumerate(screen.desk.shelf.entries) if e is bad[0]))
        await pilot.pause()
        assert str(bad[0].problem)[:20] in screen_text(screen)
        assert screen.desk.progress.done == screen.desk.progress.total


async def test_a_folder_without_articles_is_told_with_what_can_be_read(tmp_path: Path) -> None:
    async with opened(tmp_path) as (screen, pilot):
        await until(pilot, lambda: screen.desk.found)
        await pilot.pause()
        (shown,) = screen.reader.layout_now.paragraphs
        assert shown.text.startswith(f"The folder {tmp_path} holds no articles (readable are ")


async def test_nothing_given_shows_a_welcome() -> None:
    async with opened() as (screen, pilot):
        await until(pilot, lambda: screen.desk.found)
        await pilot.pause()
        assert "opens a folder of articles" in screen_text(screen)


HOSTILE = (
    "[b]bold[/b] [/red] [link=file:///etc/passwd]click[/link] [@click=app.quit]quit[/] "
    "\x1b[2J\x1b]0;owned\x07\x1b]52;c;aGFjaw==\x07 \u202eesrever\u202c \x9b31m $primary :smile: {{x}} \\[esc]"
)


async def test_nothing_in_a_file_is_obeyed() -> None:
    """Neither markup nor escapes in text, title, publisher, file name and sentence of a fault; as if cleaning had failed."""
    article = msgspec.structs.replace(
        plain_article(f"Hello [Reuters] {HOSTILE}\n\n{HOSTILE}"),
        id="000",
        title=HOSTILE,
        publisher=f"[b]x[/b]{HOSTILE}",
    )
    app = MadeApp(0)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.desk_screen
        await until(pilot, lambda: screen.desk.found)
        bad = f"{HOSTILE} cannot be read."
        app.desk.deliver(Found((("a", f"000_{HOSTILE}.txt"),), ((f"001_{HOSTILE}.txt", bad),)))
        app.desk.deliver(Read("a", (("a", article),)))
        for index in (1, 0):
            screen.list.choose(index)
            await pilot.pause()
            text = screen_text(screen)
            assert "[b]bold[/b]" in text
            assert not any(c in text for c in "\x1b\x07\x9b\u202e\u202c")
        assert "[Reuters]" in text
        for keys in (("question_mark", "escape"), ("o", *"[/b]", "escape"), ("slash", *"[/red]", "enter")):
            await pilot.press(*keys)
        assert screen.status.words == "“[/red]”: 1 of 2"
        assert app.return_value is None


async def test_wide_and_combining_characters_keep_the_columns(tmp_path: Path) -> None:
    more = "漢字テスト 👩‍🚀 e\u0301a\u0308 שלום עולם مرحبا 🇳🇴 " * 6
    write_story(tmp_path / "000_wide.txt", more=more)
    async with opened(tmp_path, size=(100, 30)) as (screen, pilot):
        await until(pilot, lambda: screen.reader.article is not None)
        await pilot.pause()
        for row in range(screen.reader.height):
            assert screen.reader.render_line(row).cell_length == screen.reader.size.width


CRASH_ONCE = """
import os, sys
flag = {flag!r}
if not os.path.exists(flag):
    open(flag, "w").close()
    from tui.worker.main import read_order
    from tui.worker.protocol import Ready, frame
    sys.stdout.buffer.write(frame(Ready("fake"))); sys.stdout.buffer.flush()
    read_order(sys.stdin.buffer)
    os._exit(9)
"""


async def test_a_worker_that_dies_is_started_again_and_the_screen_says_so(tmp_path: Path) -> None:
    for number in range(2):
        write_story(tmp_path / f"{number:03}_a.txt")
    said: list[str] = []
    command = python(CRASH_ONCE.format(flag=str(tmp_path / "crashed")) + ECHO)
    async with opened(tmp_path, command=command) as (screen, pilot):
        show = screen.status.show

        def listen(words: str, done: int, total: int) -> None:
            said.append(words)
            show(words, done, total)

        screen.status.show = listen  # type: ignore[method-assign]
        await until(pilot, lambda: screen.desk.shelf.count(State.READY) == 2)
        assert any("being restarted" in words for words in said)


async def test_an_article_that_always_kills_the_worker_is_left_out(tmp_path: Path) -> None:
    write_story(tmp_path / "000_bad.txt", more="CRASH now.")
    write_story(tmp_path / "001_good.txt")
    async with opened(tmp_path) as (screen, pilot):
        await until(pilot, lambda: screen.desk.progress.done == 2)
        assert [e.state for e in screen.desk.shelf.entries] == [State.NO_ANALYSIS, State.READY]
        await until(pilot, lambda: "left out" in screen_text(screen))
        await until(pilot, lambda: "stood still" in screen_text(screen))  # its text can still be read


async def test_a_worker_that_cannot_start_leaves_the_text(tmp_path: Path) -> None:
    write_story(tmp_path / "000_a.txt")
    async with opened(tmp_path, command=("/nonexistent/python",)) as (screen, pilot):
        await until(pilot, lambda: "cannot be started" in screen.status.words)
        await until(pilot, lambda: "stood still" in screen_text(screen))


async def test_opening_another_folder_forgets_the_first(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    write_story(one / "000_a.txt", "First harbour story of the day")
    write_story(two / "007_b.txt", "Second harbour story of the day")
    async with opened(one) as (screen, pilot):
        await until(pilot, lambda: screen.desk.shelf.count(State.READY) == 1)
        screen.desk.open([two])
        await until(
            pilot, lambda: screen.desk.shelf.count(State.READY) == 1 and screen.reader.analysis is not None
        )
        assert [e.id for e in screen.desk.shelf.entries] == ["007"]
        assert "Second harbour" in screen_text(screen)
        assert "First harbour" not in screen_text(screen)


async def test_ten_thousand_articles_are_listed_at_once() -> None:
    app = MadeApp(0)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.desk_screen
        await until(pilot, lambda: screen.desk.found)
        app.desk.deliver(Found(tuple((f"k{n}", f"{n:05}_a.txt") for n in range(10_000)), ()))
        await pilot.pause()
        screen.list.do_last()
        await pilot.pause()
        assert "09999_a.txt" in "\n".join(screen.list.render_line(y).text for y in range(screen.list.height))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a pseudo-terminal")
@pytest.mark.parametrize("hang_up", [True, False])
async def test_app_and_worker_end_when_the_terminal_is_closed(tmp_path: Path, hang_up: bool) -> None:
    import pty

    write_story(tmp_path / "000_a.txt")
    mark = tmp_path / "worker.pid"
    worker = f"import os; open({str(mark)!r}, 'w').write(str(os.getpid()))\n" + ECHO
    code = (
        "from pathlib import Path\nfrom tui.app.app import ReexApp\n"
        f"ReexApp([Path({str(tmp_path / '000_a.txt')!r})], None, {python(worker)!r}).run()"
    )
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=slave, stdout=slave, stderr=slave, start_new_session=True
    )
    os.close(slave)
    os.set_blocking(master, False)

    async def wait(condition: Callable[[], bool]) -> bool:
        for _ in range(600):
            if condition():
                return True
            with suppress(OSError):
                os.read(master, 65536)
            await asyncio.sleep(0.02)
        return False

    try:
        assert await wait(lambda: mark.exists() and bool(mark.read_text()))
        pid = int(mark.read_text())
        assert alive(pid)
        os.close(master)
        if hang_up:
            process.send_signal(signal.SIGHUP)
        for _ in range(500):
            if not alive(pid) and process.poll() is not None:
                break
            await asyncio.sleep(0.02)
        assert not alive(pid), "the worker lives on"
        assert process.poll() is not None, "the app lives on"
    finally:
        process.kill()
        process.wait()


def test_what_is_packed_comes_back_the_same() -> None:
    store = Packed[str](str.encode, bytes.decode, recent=2)
    for number in range(5):
        store.put(str(number), f"text {number}")
    assert [store.get(str(n)) for n in range(5)] == [f"text {n}" for n in range(5)]
    assert store.get("9") is None
    assert "4" in store


def test_entries_put_in_between_keep_the_order() -> None:
    shelf = Shelf()
    for key in "abc":
        shelf.add(Entry(key, f"{key}.txt"))
    shelf.add(Entry("a.1", "a.txt"), after="a")
    assert [e.key for e in shelf.entries] == ["a", "a.1", "b", "c"]
    assert [shelf.index(e.key) for e in shelf.entries] == [0, 1, 2, 3]


def test_every_state_has_a_sign_of_its_own() -> None:
    assert len({SIGNS[state] for state in State}) == len(State)


async def test_an_article_analysed_before_needs_no_analysis(tmp_path: Path) -> None:
    path = write_story(tmp_path / "001_story.txt")
    (article,) = read_source(find_sources([path])[0][0])
    known = replace(made_analysis(made_article(0, "Seen before")), text=article.text)
    with Library(default_path()) as library:
        library.keep_analysis(article, analyser_version(), known)
    async with opened(path, command=python("import time; time.sleep(60)")) as (screen, pilot):
        await until(pilot, lambda: screen.desk.analysis is not None)
        assert screen.desk.analysis is not None
        assert screen.desk.analysis.title == "Seen before"
        assert screen.desk.progress == (1, 1)


async def test_a_new_analysis_is_kept_for_the_next_time(tmp_path: Path) -> None:
    path = write_story(tmp_path / "001_story.txt")
    (article,) = read_source(find_sources([path])[0][0])
    worker = ECHO.replace('Ready("fake")', f"Ready({analyser_version()!r})")
    async with opened(path, command=python(worker)) as (screen, pilot):
        await until(pilot, lambda: screen.desk.analysis is not None)
    with Library(default_path()) as library:
        assert library.analysis(article, analyser_version()) is not None
