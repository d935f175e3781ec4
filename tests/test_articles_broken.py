"""Random and broken files of every kind end in an article that keeps its promises, or in a sentence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.cleaning import fuzz, growth, samples
from tui.articles import formats
from tui.articles.reading import Source, read_source


def test_the_samples_are_read() -> None:
    for suffix, files in samples.samples().items():
        for data in files:
            if suffix != ".txt":
                found = formats.read(suffix, data, f"file{suffix}")
                assert any("ramp" in part.text for part in found)


def test_broken_files_crash_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.run(250, seed=11, seeds=samples.samples()) == []
    assert "read" in capsys.readouterr().out


def test_a_crash_would_be_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def crash(*_: object, **__: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(fuzz, "read_source", crash)
    assert len(fuzz.run(3, seed=1, seeds=samples.samples(), keep=tmp_path / "kept")) == 3
    assert len([*(tmp_path / "kept").iterdir()]) == 3


def test_the_same_seed_makes_the_same_inputs() -> None:
    seeds = {".txt": [samples.text().encode()]}
    assert fuzz.make(random.Random(3), seeds) == fuzz.make(random.Random(3), seeds)


def test_a_header_of_many_brackets_is_no_crash() -> None:
    data = samples.mail().as_bytes().replace(b"From: ", b"From: " + b"(" * 3000, 1)
    (found,) = formats.read(".eml", data, "file.eml")
    assert "broke its ramp" in found.text


def test_deeply_nested_pages_are_read(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text(samples.HTML.replace("<p>", "<div>" * 1500 + "<p>", 1), encoding="utf-8")
    (article,) = read_source(Source(path, path.name, "1"))
    assert "broke its ramp" in article.text


@pytest.mark.parametrize("name", sorted(growth.FORMS))
def test_twice_the_size_takes_about_twice_the_time(name: str) -> None:
    suffix, form = growth.FORMS[name]
    growth.seconds(suffix, form(20_000))
    small = min(growth.seconds(suffix, form(60_000)) for _ in range(2))
    large = min(growth.seconds(suffix, form(240_000)) for _ in range(2))
    assert large < 8 * small
