"""The library keeps what was decided, whatever happens to the process or the file."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.conftest import plain_article
from tests.made import made_analysis
from tui.library.schema import MIGRATIONS
from tui.library.store import Library, LibraryError, default_path
from tui.review.anchors import anchor, find


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


def test_an_analysis_seen_before_is_there_under_the_files_new_name(path: Path) -> None:
    article = plain_article("One sentence.")
    with Library(path) as library:
        assert library.analysis(article, "v1") is None
        library.keep_analysis(article, "v1", made_analysis())
    with Library(path) as library:
        moved = replace(article, id="042", file="moved.txt")
        found = library.analysis(moved, "v1")
        assert found == replace(made_analysis(), id="042", file="moved.txt")
        assert library.analysis(article, "v2") is None
        assert library.analysis(plain_article("Another."), "v1") is None
        library.keep_analysis(article, "v2", made_analysis())
        assert library.analysis(article, "v1") is None


def test_decisions_are_only_added(path: Path) -> None:
    with Library(path) as library:
        first = library.decide(source="s", article="001", section="claims", line="k", action="accept")
        words = anchor("before the words after", 7, 16)
        second = library.decide(
            source="s", article="001", section="claims", line="k", action="note", value="why?", anchor=words
        )
        assert library.decisions() == library.decisions("s") == (first, second)
        assert library.decisions("other") == ()
    raw = sqlite3.connect(path)
    for statement in ("DELETE FROM decisions", "UPDATE decisions SET action = 'reject'"):
        with pytest.raises(sqlite3.IntegrityError, match="only added"):
            raw.execute(statement)


def test_a_killed_process_loses_nothing_that_was_decided(path: Path) -> None:
    code = f"""
from pathlib import Path
from tui.library.store import Library
library = Library(Path({str(path)!r}))
session = library.start_session(["s"])
for n in range(1000000):
    library.decide(source="s", article="001", section="claims", line=str(n), action="accept", session=session.number)
    library.place_session(session.number, "s", str(n), n)
    print(n, flush=True)
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for _ in range(20):
        last = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with Library(path) as library:
        assert [d.line for d in library.decisions()][: last + 1] == [str(n) for n in range(last + 1)]
        (session,) = library.sessions()
        assert session.ended is None
        assert int(session.at_line or -1) >= last
        library.end_session(session.number)
        assert library.sessions()[0].ended is not None


def test_two_processes_can_write_at_once(path: Path) -> None:
    with Library(path) as one, Library(path) as two:
        for library in (one, two, one):
            library.decide(source="s", article="001", section="claims", line="k", action="star")
        assert [d.number for d in two.decisions()] == [1, 2, 3]


def test_a_file_of_an_earlier_version_is_brought_forward_with_its_decisions(path: Path) -> None:
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.executescript(f"{MIGRATIONS[0]}; PRAGMA user_version = 1;")
    raw.execute(
        "INSERT INTO decisions (at, source, article, section, line, action) VALUES ('t', 's', '001', 'c', 'k', 'star')"
    )
    raw.commit()
    raw.close()
    with Library(path, who="Ada") as library:
        library.decide(source="s", article="001", section="claims", line="k", action="accept")
        assert [(d.action, d.who) for d in library.decisions()] == [("star", None), ("accept", "Ada")]


def test_several_can_open_a_new_file_at_once(path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        for library in threads.map(lambda _: Library(path).path, range(16)):
            assert library == path


def test_what_is_kept_is_there_at_the_next_start(path: Path) -> None:
    with Library(path) as library:
        assert library.kept("widths") is None
        library.keep("widths", "[30]")
        library.keep("widths", "[40]")
    with Library(path) as library:
        assert library.kept("widths") == "[40]"


def test_a_file_of_a_later_version_is_left_alone(path: Path) -> None:
    Library(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    raw.close()
    with pytest.raises(LibraryError, match="later version"):
        Library(path)


def test_a_file_that_is_no_library_is_told_and_not_touched(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"my shopping list\n" * 500)
    with pytest.raises(LibraryError, match="move it away"):
        Library(path)
    assert path.read_bytes() == b"my shopping list\n" * 500


def test_the_environment_names_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REEX_LIBRARY", str(path))
    assert default_path() == path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So it was said: yes. End.", "yes"),
        ("Longer now. So it was said: yes. End.", "yes"),
        ("yes and So it was said: yes. End. and yes", "yes"),
        ("So it was said: no. End.", None),
        ("yes, yes, yes", None),
    ],
)
def test_an_anchor_is_found_by_its_words_or_not_at_all(text: str, expected: str | None) -> None:
    original = "So it was said: yes. End."
    place = find(anchor(original, 16, 19), text)
    assert (text[slice(*place)] if place else None) == expected
    if place and text.startswith("yes and"):
        assert place[0] == text.index("said: yes") + 6
