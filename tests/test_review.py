"""What decisions make of a brief, and that each can be taken back."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.made import made_analysis
from tui.brief.build import build_brief
from tui.brief.save import save_brief
from tui.library.model import Action, Decision
from tui.review import session
from tui.review.anchors import anchor
from tui.review.decisions import (
    LineState,
    line_states,
    orphans,
    standing,
    to_redo,
    to_undo,
    with_decisions,
)


def entry(
    number: int, action: Action, line: str = "k", value: str | None = None, undoes: int | None = None
) -> Decision:
    return Decision(
        number, "2025-01-01T00:00:00+00:00", 1, "s", "001", "claims", line, action, value, None, undoes
    )


def test_the_last_judgement_counts_and_the_rest_adds_up() -> None:
    log = [
        entry(1, "accept"), entry(2, "dispute", value="no source"), entry(3, "star"), entry(4, "note", value="one"),
        entry(5, "note", value="two"), entry(6, "tag", value="t"), entry(7, "tag", value="t"),
        entry(8, "edit", value="New."),
    ]  # fmt: skip
    assert line_states(log) == {
        ("s", "k"): LineState("disputed", "no source", True, "New.", ("one", "two"), ("t",))
    }


def test_undo_and_redo_walk_the_log() -> None:
    log = [entry(1, "accept"), entry(2, "reject")]
    log.append(entry(3, "undo", undoes=2))
    assert line_states(log)[("s", "k")].judgement == "accepted"
    undo = to_undo(log)
    assert undo is not None
    assert undo.decision.number == 1
    redo = to_redo(log)
    assert redo is not None
    assert (redo.entry.number, redo.decision.number) == (3, 2)
    log.append(entry(4, "undo", undoes=redo.entry.number))
    assert line_states(log)[("s", "k")].judgement == "rejected"
    assert to_redo(log) is None


@given(st.lists(st.sampled_from(["accept", "reject", "star", "note", "undo", "redo"]), max_size=30))
def test_undo_and_redo_are_what_a_stack_of_states_would_give(keys: list[str]) -> None:
    log: list[Decision] = []
    past: list[tuple[Decision, ...]] = [()]
    future: list[tuple[Decision, ...]] = []
    for number, key in enumerate(keys, 1):
        if key == "undo":
            target = to_undo(log)
            assert (target is None) == (len(past) == 1)
            if target:
                log.append(entry(number, "undo", undoes=target.entry.number))
                future.append(past.pop())
        elif key == "redo":
            target = to_redo(log)
            assert (target is None) == (not future)
            if target:
                log.append(entry(number, "undo", undoes=target.entry.number))
                past.append(future.pop())
        else:
            new = entry(number, key, value="v")  # type: ignore[arg-type]
            log.append(new)
            past.append((*past[-1], new))
            future.clear()
        assert standing(log) == past[-1]


def test_only_what_stands_is_given_to_others(tmp_path: Path) -> None:
    analysis = made_analysis()
    brief = build_brief(analysis)
    claim, figure = brief.section("claims")[0], brief.section("figures")[0]
    question, point = brief.section("questions")[0], brief.section("bottom_line")[0]

    def decide(
        number: int, action: Action, line: str, value: str | None = None, undoes: int | None = None
    ) -> Decision:
        return replace(entry(number, action, line, value, undoes), source=brief.sha256)

    sentence = analysis.sentences[-1]
    log = [
        decide(1, "reject", claim.key),
        decide(2, "dispute", figure.key, "old number"),
        decide(3, "edit", question.key, "Does it hold?"),
        decide(4, "note", question.key, "ask Ada"),
        decide(5, "accept", point.key),
        replace(decide(6, "add", "mine"), anchor=anchor(analysis.text, sentence.start, sentence.end)),
    ]
    after = with_decisions(brief, analysis, log)
    assert after.section("claims") == ()
    assert after.section("figures")[0].cells[-1].endswith("(disputed: old number)")
    assert after.section("questions")[0].text == "Does it hold? (note: ask Ada)"
    assert after.section("questions")[0].evidence == question.evidence
    assert [line.text for line in after.section("bottom_line")][-1] == "Nobody knows."
    assert (after.confirmed, after.judged) == (3, 4)
    assert with_decisions(brief, analysis, []) == brief
    assert with_decisions(brief, analysis, [*log[:1], decide(7, "undo", claim.key, undoes=1)]) == brief
    text = save_brief(after, analysis, tmp_path).read_text(encoding="utf-8")
    assert "review_state: in review\nlines_confirmed: 3\n" in text
    assert f"A person confirmed 3 of these {len(after.lines)} lines" in text


def test_decisions_on_lines_that_are_gone_are_orphans_and_not_lost() -> None:
    brief = build_brief(made_analysis())
    log = [replace(entry(1, "note", "gone", "remember"), source=brief.sha256)]
    assert orphans(brief, log) == tuple(log)
    known = replace(log[0], line=brief.lines[0].key)
    assert orphans(brief, [known]) == ()


def test_a_session_goes_through_the_oldest_article_first_and_offers_the_same_place_again() -> None:
    new = build_brief(made_analysis())
    old = replace(new, id="003", sha256="cd" * 32, published="2024-01-01")
    undated = replace(new, id="001", sha256="ef" * 32, published=None)
    queue = session.order([undated, new, old])
    assert [brief.id for brief in queue] == ["003", "007", "001"]
    first = session.start(queue, {})
    assert first == session.Place(old.sha256, old.lines[0].key)
    second = session.step(queue, first, 1)
    assert second == session.Place(old.sha256, old.lines[1].key)
    assert session.start(queue, {}, second) == second
    assert session.step(queue, first, -1) == first
    assert session.step_article(queue, {}, second, 1) == session.Place(new.sha256, new.lines[0].key)
    assert session.step_article(queue, {}, second, -1) == second


def test_progress_and_what_is_left() -> None:
    brief = build_brief(made_analysis())
    states = {(brief.sha256, line.key): LineState("accepted") for line in brief.lines[:2]}
    done = session.progress([brief], states)
    assert (done.lines_done, done.lines, done.articles_done, done.articles) == (2, len(brief.lines), 0, 1)
    place = session.Place(brief.sha256, brief.lines[0].key)
    assert session.next_undecided([brief], states, place) == session.Place(brief.sha256, brief.lines[2].key)
    states = {(brief.sha256, line.key): LineState("accepted") for line in brief.lines}
    assert session.next_undecided([brief], states, place) is None
    assert session.unreviewed([brief], states) == []


def test_alike_are_the_undecided_lines_of_the_section() -> None:
    brief = build_brief(made_analysis())
    one, other = brief.section("care")
    assert session.alike(brief, {}, one) == (other,)
    assert session.alike(brief, {(brief.sha256, other.key): LineState("accepted")}, one) == ()


def test_the_summary_counts_what_stands() -> None:
    log = [
        entry(1, "accept"), entry(2, "reject"), entry(3, "accept", "l"), entry(4, "edit", "l", "New."),
        entry(5, "note", "l", "one"), entry(6, "note", "l", "two"), entry(7, "undo", undoes=6),
    ]  # fmt: skip
    found = session.summary(log, 150)
    assert (found.accepted, found.rejected, found.edited, found.notes, found.minutes) == (1, 1, 1, 1, 2)
