"""Finding and opening source files."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.articles import reading
from tui.articles.names import article_id, natural
from tui.articles.reading import Source, UnreadableError, find_sources, read_source

STORY = (
    "Bridge opens\n\nThe bridge over the river opened on Tuesday after four years of work, the mayor said.\n"
)


def folder_of(path: Path, *names: str) -> Path:
    for name in names:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(STORY)
    return path


def test_a_folder_gives_its_texts_in_natural_order(tmp_path: Path) -> None:
    folder_of(tmp_path, "10_b.txt", "2_a.md", "notes.xyz", ".hidden.txt", "deeper/3_c.txt", "story.TXT")
    found, problems = find_sources([tmp_path])
    assert [source.file for source in found] == ["2_a.md", "10_b.txt", "story.TXT"]
    assert [source.id for source in found] == ["2", "10", "story"]
    assert not problems


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    folder_of(tmp_path, "1.txt")
    found, _ = find_sources([tmp_path / "1.txt", tmp_path, tmp_path / "." / "1.txt"])
    assert len(found) == 1


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("004_abc.txt", "004"),
        ("12.txt", "12"),
        ("2024-05-01_harbour.txt", "2024-05-01-harbour"),
        ("Ferry returns [to] islands!.md", "ferry-returns-to-islands"),
        ("4x4 cars.txt", "4x4-cars"),
    ],
)
def test_ids_come_from_names(file: str, expected: str) -> None:
    assert article_id(file, ()) == expected


def test_an_id_is_given_once() -> None:
    taken: set[str] = set()
    for file in ("004_a.txt", "004_b.txt", "004_b.md", "004_b.text"):
        taken.add(article_id(file, taken))
    assert taken == {"004", "004-b", "004-2", "004-3"}


@given(st.text(min_size=1, max_size=80))
@example("𝟎")
def test_every_id_can_stand_in_a_citation(name: str) -> None:
    made = article_id(name, ())
    assert made
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in made)
    assert natural(name) == natural(name)


def test_paths_that_cannot_be_read_are_told_in_sentences(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty").mkdir()
    outside = tmp_path / "outside.txt"
    outside.write_text(STORY)
    linked = folder_of(tmp_path / "linked", "1.txt")
    (linked / "2.txt").symlink_to(outside)
    (linked / "3.txt").symlink_to(linked / "1.txt")
    (linked / "4.txt").symlink_to(linked / "4.txt")
    found, problems = find_sources(
        [tmp_path / "missing.txt", tmp_path / "empty", tmp_path / "pipe.txt", linked, Path("/dev/null")]
    )
    assert [source.file for source in found] == ["1.txt"]
    messages = [problem.message for problem in problems]
    assert all(message.endswith(".") for message in messages)
    for part in ("no file or folder", "holds no articles", "pipe", "leads out of its folder", "/dev/null"):
        assert any(part in message for message in messages), part


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xff\xfe", bytes(500), b"\x00\x01\x02\x03" * 50])
def test_files_without_a_text_are_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "5_x.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=r"^5_x\.txt .*\.$"):
        read_source(Source(path, path.name, "5"))


def test_a_file_that_has_gone_or_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Source(tmp_path / "gone.txt", "gone.txt", "gone")
    with pytest.raises(UnreadableError, match=r"gone\.txt cannot be read"):
        read_source(gone)
    monkeypatch.setattr(reading, "LARGEST", 10)
    gone.path.write_text(STORY)
    with pytest.raises(UnreadableError, match="larger than"):
        read_source(gone)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(STORY.encode())

    monkeypatch.setattr("sys.stdin", Input)
    (source,), _ = find_sources([Path("-")])
    (found,) = read_source(source)
    assert (found.id, found.title) == ("stdin", "Bridge opens")


def test_plain_text_is_the_file_itself(tmp_path: Path) -> None:
    text = "\ufeffBy Ann\r\n\r\nShare\r\n  One sentence.\r\n"
    path = tmp_path / "7.txt"
    path.write_bytes(text.encode())
    (found,) = read_source(Source(path, "7.txt", "7"), plain=True, published="2024-02-03")
    assert found.text == found.source == text
    assert (found.published, found.published_basis) == ("2024-02-03", "given")
    assert not found.furniture


def test_a_given_day_fills_in_for_a_missing_one_only(tmp_path: Path) -> None:
    path = folder_of(tmp_path, "8.txt") / "8.txt"
    (found,) = read_source(Source(path, "8.txt", "8"), published="2024-02-03")
    assert (found.published, found.published_basis) == ("2024-02-03", "given")
    path.write_text(STORY.replace("\n\nThe", "\n\nMarch 5, 2021\n\nThe"))
    (found,) = read_source(Source(path, "8.txt", "8"), published="2024-02-03")
    assert (found.published, found.published_basis) == ("2021-03-05", "stated")


@pytest.mark.parametrize("shape", ["lines", "one line", "blank lines", "escapes", "mojibake"])
def test_the_time_is_linear(tmp_path: Path, shape: str) -> None:
    unit = {
        "lines": "The ferry sailed again on Monday, a year after a storm broke its ramp and left many stranded.\n\n",
        "one line": "The ferry sailed again on Monday, a year after a storm broke its ramp and left many stranded. ",
        "blank lines": "\n \n",
        "escapes": "\x1b]\x1b[1m",
        "mojibake": "cafÃ© â€œquite\n",
    }[shape]

    def seconds(size: int) -> float:
        path = tmp_path / "9.txt"
        path.write_text("Bridge opens.\n" + unit * (size // len(unit)), encoding="utf-8")
        start = time.process_time()
        read_source(Source(path, "9.txt", "9"))
        return time.process_time() - start

    seconds(1000)
    small, large = seconds(60_000), seconds(480_000)
    assert large < 8 * 2.5 * small + 0.5
