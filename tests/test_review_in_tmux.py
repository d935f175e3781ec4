"""A whole review by keyboard in tmux, with kill -9 in between: no decision is lost, and the place is offered again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.review import review

SAMPLES = Path(__file__).resolve().parents[1] / "seeds"


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_a_review_that_is_killed_again_and_again(tmp_path: Path) -> None:
    counts, entries, kills = review(SAMPLES, tmp_path)
    assert kills == 5
    assert counts["accepted"] > 50
    assert counts["rejected"] >= 4
    assert entries >= sum(counts.values())
