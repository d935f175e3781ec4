"""What the five real accounts leave open, say first of all, and how far they can be leaned on; when they are there."""

from __future__ import annotations

import pytest

from tui.analysis.model import Analysis

pytestmark = pytest.mark.engine


def signals(analysis: Analysis) -> set[tuple[str, str]]:
    return {(s.kind, analysis.text[s.start : s.end]) for s in analysis.signals}


def asked(analysis: Analysis, reason: str) -> str:
    return " ".join(question.question for question in analysis.questions if question.reason == reason)


def test_how_far_each_can_be_leaned_on(real_analyses: dict[str, Analysis]) -> None:
    undated = {i for i, a in real_analyses.items() if any(s.kind == "undated" for s in a.signals)}
    assert undated == {"002", "003"}
    assert {
        ("unsourced", "reportedly"),
        ("unsourced", "privately admit"),
        ("hedge-dropped", "70%"),
    } <= signals(real_analyses["004"])
    assert any(
        kind == "declared-interest" and "REEx" in words for kind, words in signals(real_analyses["004"])
    )
    assert {kind for kind, _ in signals(real_analyses["000"])} >= {"missing-words"}
    assert {kind for kind, _ in signals(real_analyses["003"])} >= {"machine-text"}
    assert not {"declared-interest", "machine-text", "undated"} & {
        kind for kind, _ in signals(real_analyses["001"])
    }


@pytest.mark.parametrize(
    ("account", "reason", "words"),
    [
        ("000", "hope", "Will China grant the U.S. a deferral"),
        ("001", "undecided", "Will Beijing ease the flow"),
        ("001", "no-number", "How many European companies"),
        ("001", "hope", "Will China completely remove the restrictions?"),
        ("002", "undecided", "long-term policy changes?"),
        ("003", "clock", "When does the 90-day truce end?"),
        ("003", "one-side", "only Trump says so"),
        ("004", "unsourced", "Is Beijing seeking partial relief"),
        ("004", "asked", "waiting game?"),
        ("004", "undecided", "What came of the six-hour closed-door meeting?"),
    ],
)
def test_the_questions_of_an_analyst(
    real_analyses: dict[str, Analysis], account: str, reason: str, words: str
) -> None:
    assert words in asked(real_analyses[account], reason)


def test_as_many_questions_as_a_brief_can_carry(real_analyses: dict[str, Analysis]) -> None:
    for analysis in real_analyses.values():
        assert 4 <= len(analysis.questions) <= 9
        assert len({question.question for question in analysis.questions}) == len(analysis.questions)


def test_the_shares_of_the_supply_are_a_key_point(real_analyses: dict[str, Analysis]) -> None:
    for account in ("001", "004"):
        analysis = real_analyses[account]
        texts = {s.id: analysis.text[s.start : s.end] for s in analysis.sentences}
        assert any("70%" in texts[p.sentence] and "90%" in texts[p.sentence] for p in analysis.key_points)
        kinds = {s.id: analysis.blocks[s.block].kind for s in analysis.sentences}
        assert {kinds[point.sentence] for point in analysis.key_points} == {"body"}
