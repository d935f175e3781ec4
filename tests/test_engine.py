"""The engine on long and odd texts: same findings in pieces, no text that it chokes on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import plain_article
from tui.analysis import engine as module
from tui.analysis.model import from_json, to_json

if TYPE_CHECKING:
    from tui.analysis.engine import Engine

pytestmark = pytest.mark.engine

STORY = (
    "Trade minister Ada Berg said on Tuesday that Norland would sell about 60% of its magnets. “We have time,” Berg told "
    "reporters. Whether the deal holds remains to be seen.\n\n"
)


def test_a_text_in_pieces_has_the_findings_of_the_whole(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = plain_article(STORY * 6, "2025-03-06")
    whole = engine.analyse(article)
    monkeypatch.setattr(module, "PIECE", 400)
    assert len(list(module.pieces(article))) > 1
    assert engine.analyse(article) == whole


@pytest.mark.parametrize(
    "run", ["(" * 6000, "a" * 6000, "”" * 3000, "1." * 3000, "-" * 6000, "http://" * 900]
)
def test_a_run_without_white_space_is_no_trap(engine: Engine, run: str) -> None:
    began = time.process_time()
    found = engine.analyse(plain_article(f"{STORY}{run} {STORY}"))
    assert any(mention.text == "Ada Berg" for mention in found.mentions)
    assert time.process_time() - began < 30, "minutes would mean that the time grows with the square"


def test_a_text_that_is_too_long_is_told_and_the_others_are_done(engine: Engine) -> None:
    long, short = plain_article("word " * (module.LONGEST // 5 + 1)), plain_article(STORY)
    told: list[str] = []
    assert [a.text for a in engine.analyse_all([long, short], told.append)] == [STORY]
    assert "001.txt is too long to analyse" in told[0]
    with pytest.raises(module.TooLongError):
        engine.analyse(long)


def test_an_empty_text_has_an_empty_analysis(engine: Engine) -> None:
    for text in ("", " \n\n ", "\n"):
        found = engine.analyse(plain_article(text))
        assert found.sentences == ()
        assert found.statistics.words == 0


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ada Berg said", "“", "”", '"', "about 70%", "of", "Tuesday", "\n\n", "\n", " ", "reportedly", "U.S.", "(", "…",
             "whether", "He", "$2 billion", "1e999", "¼", "٣", "👩‍👩‍👧", "é", "\u202e", "Will it?", "- ", "its", "."]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_no_input_breaks_a_promise(engine: Engine, parts: list[str]) -> None:
    article = plain_article(" ".join(parts), "2025-03-06")
    found = engine.analyse(article)
    assert from_json(to_json(found)) == found
    assert to_json(engine.analyse(article)) == to_json(found)
    ids = {s.id for s in found.sentences}
    for items in (found.mentions, found.figures, found.claims, found.dates):
        assert [i.start for i in items] == sorted(i.start for i in items)
        for item in items:
            assert 0 <= item.start < item.end
            assert found.text[item.start : item.end] == item.text
    for cited in (found.figures, found.claims, found.dates, found.questions, found.key_points, found.signals):
        assert {one.sentence for one in cited} <= ids
