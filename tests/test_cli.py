"""The command line: what it prints, its exit codes, and that nothing goes wrong loudly."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.conftest import plain_article
from tui.cli import main
from tui.library.store import Library

STORY = """Magnet talks end in Geneva

Mar 6, 2025

Trade minister Ada Berg said on Tuesday that Norland will sell magnets again. “The door is open,” Berg told reporters.

Norland controls about 60% of global magnet supply. Whether the deal holds remains to be seen.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "001_story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "in" / "002_story.txt").write_text(STORY.replace("60%", "70%"), encoding="utf-8")
    return tmp_path / "in"


def run(*words: str | Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui.cli", *map(str, words)],
        input=stdin, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, **env},
    )  # fmt: skip


@pytest.mark.engine
def test_analyse_prints_one_object_per_article_with_true_spans(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["analyse", str(folder)]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    found = [json.loads(line) for line in lines]
    assert [a["id"] for a in found] == ["001", "002"]
    for a in found:
        assert a["title"] == "Magnet talks end in Geneva"
        assert a["published"] == "2025-03-06"
        sentences = {s["id"] for s in a["sentences"]}
        for name in ("mentions", "figures", "claims", "dates"):
            assert a[name], name
            for item in a[name]:
                assert a["text"][item["start"] : item["end"]] == item["text"]
                assert item.get("sentence", "S1") in sentences


@pytest.mark.engine
def test_two_processes_print_the_same_bytes(folder: Path) -> None:
    first, second = (run("analyse", folder, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.returncode == 0
    assert first.stdout == second.stdout != ""


@pytest.mark.engine
def test_plain_takes_the_file_as_it_is(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["analyse", "--plain", "--published", "2020-01-02", str(folder / "001_story.txt")]) == 0
    (line,) = capfdbinary.readouterr().out.decode().splitlines()
    found = json.loads(line)
    assert found["text"] == STORY
    assert (found["published"], found["published_basis"]) == ("2020-01-02", "given")
    assert {block["kind"] for block in found["blocks"]} == {"body"}


@pytest.mark.engine
def test_bad_files_are_told_and_the_rest_is_done(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "003_empty.txt").write_bytes(b"")
    (folder / "004_binary.txt").write_bytes(bytes(range(256)) * 50)
    assert main(["brief", str(folder), str(folder / "none.txt"), "-o", str(folder / "out")]) == 1
    out, err = capfd.readouterr()
    assert [Path(line).name[:4] for line in out.splitlines()] == ["001-", "002-"]
    told = err.splitlines()
    assert len(told) == 3
    for name in ("003_empty.txt", "004_binary.txt", "none.txt"):
        assert any(name in line for line in told)
    assert all(line.startswith("reex-tui: ") and line.endswith(".") for line in told)


@pytest.mark.engine
def test_tables_for_spreadsheets(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--csv", str(folder)]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    percents = [
        (row["article"], float(row["value"]), row["qualifier"]) for row in rows if row["unit"] == "percent"
    ]
    assert percents == [("001", 60.0, "about"), ("002", 70.0, "about")]
    assert main(["timeline", "--csv", str(folder)]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert {row["from"] for row in rows if row["text"] == "Tuesday"} == {"2025-03-04"}
    assert main(["actors", "--csv", str(folder)]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    berg = [row for row in rows if (row["name"], row["kind"]) == ("Ada Berg", "person")]
    assert [row["article"] for row in berg] == ["001", "002"]
    assert {row["articles"] for row in berg} == {"2"}
    assert {int(row["mentions_in_all"]) for row in berg} == {sum(int(row["mentions"]) for row in berg)}


@pytest.mark.engine
def test_the_folders_corrections_of_actors_count_in_every_command(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "actors.yaml").write_text("corrections:\n- rename: Berg\n  to: Ada Berg of Norland\n", "utf-8")
    for paths in ([folder], [folder / "001_story.txt"]):
        assert main(["actors", "--csv", *map(str, paths)]) == 0
        names = {row["name"] for row in csv.DictReader(io.StringIO(capfd.readouterr().out))}
        assert "Ada Berg of Norland" in names
        assert "Ada Berg" not in names
    assert main(["brief", str(folder), "-o", str(folder / "out")]) == 0
    made = (Path(line) for line in capfd.readouterr().out.splitlines())
    assert all("Ada Berg of Norland" in path.read_text(encoding="utf-8") for path in made)


@pytest.mark.engine
def test_actors_are_counted_over_all_articles(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "--csv", str(folder)]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    mentions = sum(int(row["mentions"]) for row in rows if row["name"] == "Ada Berg")
    assert main(["actors", str(folder)]) == 0
    found = [line.split() for line in capfd.readouterr().out.splitlines() if line.startswith("Ada Berg ")]
    assert [words[2:4] for words in found] == [["person", str(mentions)]]


@pytest.mark.engine
def test_a_faulty_file_of_corrections_is_told_and_the_rest_is_done(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "actors.yaml").write_text("corrections: [", encoding="utf-8")
    assert main(["actors", "--csv", str(folder)]) == 1
    told = capfd.readouterr()
    assert "Ada Berg" in told.out
    assert "actors.yaml is not YAML" in told.err


@pytest.mark.engine
def test_a_closed_pipe_is_no_traceback(folder: Path) -> None:
    command = f"{sys.executable} -m tui.cli analyse {folder} | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout) == 10


@pytest.mark.engine
def test_a_model_that_is_not_there_is_a_wrong_call(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "--model", "no_such_model", str(folder)]) == 2
    assert "no_such_model" in capfd.readouterr().err


@pytest.mark.parametrize(
    "words", [["analyse"], ["analyse", "--published", "soon", "x"], ["brief", "--no-such-option", "x"]]
)
def test_wrong_calls_end_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("--version", "--help"):
        with pytest.raises(SystemExit) as ended:
            main([word])
        assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("reex-tui 0.")
    for command in ("open", "analyse", "brief", "figures", "timeline", "actors"):
        assert command in out


def test_the_command_line_starts_without_heavy_imports() -> None:
    code = "import sys, tui.cli; print([m for m in ('spacy', 'textual', 'numpy', 'trafilatura') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_settings_are_made_once_checked_and_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deep" / "config.yaml"
    monkeypatch.setenv("REEX_CONFIG", str(path))
    assert main(["config", "init"]) == 0
    assert main(["config", "init"]) == 2
    assert main(["config", "check"]) == 0
    path.write_text("them: nord\n", encoding="utf-8")
    assert main(["config", "check"]) == 1
    assert "line 1: there is no setting 'them'; did you mean theme?" in capfd.readouterr().err
    path.write_text("theme: nord\n", encoding="utf-8")
    assert main(["config", "show"]) == 0
    assert "theme: nord" in capfd.readouterr().out
    monkeypatch.setenv("REEX_READING_WITH", "60")
    assert main(["config", "check"]) == 1
    assert main(["config", "show"]) == 0
    assert capfd.readouterr().err.count("did you mean REEX_READING_WIDTH?") == 2


def test_the_log_of_decisions_is_json_lines(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "library.sqlite"
    with Library(path) as library:
        article = msgspec.structs.replace(plain_article("A ferry sailed.", title="Ferry"), sha256="s")
        library.saw([msgspec.structs.replace(article, file="old.txt"), article])
        library.decide(source="s", article="001", section="claims", line="k", action="accept")
        library.decide(source="s", article="001", section="claims", line="k", action="note", value="why?")
    assert main(["session", "log", "--library", str(path)]) == 0
    found = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [(d["action"], d["value"]) for d in found] == [("accept", None), ("note", "why?")]
    assert {(d["source"], d["file"], d["title"]) for d in found} == {("s", "001.txt", "Ferry")}


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/x", "http://127.0.0.1:9/", "http://[::1]/", "nonsense"]
)
def test_addresses_that_must_not_be_fetched_are_told(
    url: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", url, "-d", str(tmp_path)]) == 1
    assert capfd.readouterr().err.startswith("reex-tui: ")
    assert list(tmp_path.iterdir()) == []
