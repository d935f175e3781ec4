"""The speakers of the five real accounts, when they are beside the checkout."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tui.analysis.model import Analysis

pytestmark = pytest.mark.engine


def quoted(analysis: Analysis) -> Counter[str]:
    """How many direct and mixed claims each actor makes; names without "a" and "the"."""
    names = {actor.id: re.sub(r"^(?:an?|the) ", "", actor.name) for actor in analysis.actors}
    return Counter(names.get(c.actor or "", "nobody") for c in analysis.claims if c.form != "indirect")


@pytest.mark.parametrize(
    ("account", "speakers"),
    [
        ("000", {"Donald Trump": 1, "Jamieson Greer": 1, "Steven Lewis": 3}),
        (
            "001",
            {
                "Kevin Hassett": 2,
                "Xinhua": 2,
                "Chinese Commerce Ministry": 2,
                "automotive industry official": 2,
                "Jens Eskelund": 1,
                "Patrik Andersson": 4,
                "John Seaman": 3,
                "experts": 1,
            },
        ),
        ("003", {"Larry Kudlow": 1}),
        ("004", {"Howard Lutnick": 1, "He Lifeng": 1}),
    ],
)
def test_quotations_have_the_full_name_of_their_speaker(
    real_analyses: dict[str, Analysis], account: str, speakers: dict[str, int]
) -> None:
    counted = quoted(real_analyses[account])
    assert {name: counted[name] for name in speakers} == speakers
    assert counted["nobody"] == 0


def test_quoted_words_that_nobody_says_are_no_claims(real_analyses: dict[str, Analysis]) -> None:
    assert quoted(real_analyses["002"]) == Counter()


def test_a_report_without_a_source_has_no_speaker(real_analyses: dict[str, Analysis]) -> None:
    hearsay = [claim for claim in real_analyses["004"].claims if claim.stance == "reportedly"]
    assert [(claim.speaker, claim.actor) for claim in hearsay] == [(None, None)]


def test_the_lost_words_are_found(real_analyses: dict[str, Analysis]) -> None:
    holes = [s for a in real_analyses.values() for s in a.signals if s.kind == "missing-words"]
    assert len([s for s in real_analyses["000"].signals if s.kind == "missing-words"]) == 3
    assert len(holes) == 3


def test_the_machine_written_account_shows_it(real_analyses: dict[str, Analysis]) -> None:
    grades = {
        name: [s.grade for s in a.signals if s.kind == "machine-text"] for name, a in real_analyses.items()
    }
    assert "strong" in grades["003"]
    assert "weak" in grades["003"]
    assert all(not grades[name] for name in ("000", "001", "002", "004"))
