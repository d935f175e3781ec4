"""Key points: which sentences are taken, and which never are."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.analysis.key_points import find_key_points
from tui.analysis.model import Claim, KeyPoint, Signal
from tui.analysis.parsed import Parsed
from tui.articles.model import Block, BlockKind

pytestmark = pytest.mark.engine
Parse = Callable[..., Parsed]

STORY = (
    "The Danish port of Aarhus will close two of its three docks in March, the harbour board said on Monday. "
    "The docks handled 40 percent of the port's grain last year. "
    "He shrugged. "
    "Is there another way? "
    "“It is the worst day of my life.” "
    "Harbour board chairwoman Lise Holm said the docks lose money and the port cannot pay for repairs. "
    "Dockers in Aarhus fear that 300 jobs will go. "
    "Rain fell over much of the country in the evening, and it was cold for the season. "
    "Their union has called a strike at the port for Friday. "
    "The city council in Aarhus meets on Thursday to vote on a loan to the port."
)


def points(
    parsed: Parsed, claims: tuple[Claim, ...] = (), signals: tuple[Signal, ...] = ()
) -> tuple[KeyPoint, ...]:
    return find_key_points(parsed, (), (), (), claims, (), signals)


def texts(parsed: Parsed, found: tuple[KeyPoint, ...]) -> list[str]:
    sentences = {sentence.id: parsed.text[sentence.start : sentence.end] for sentence in parsed.sentences}
    return [sentences[point.sentence] for point in found]


def test_the_best_three_tell_the_story(parse: Parse) -> None:
    parsed = parse(STORY)
    best = sorted(points(parsed), key=lambda point: -point.salience)[:3]
    words = " ".join(texts(parsed, tuple(best)))
    assert "Aarhus" in words
    assert "docks" in words
    assert len(words.split()) <= 80
    assert "Rain fell" not in words


def test_at_most_five_in_reading_order_with_falling_salience(parse: Parse) -> None:
    parsed = parse(STORY)
    found = points(parsed)
    assert 3 <= len(found) <= 5
    numbers = [int(point.sentence[1:]) for point in found]
    assert numbers == sorted(numbers)
    assert len({point.salience for point in found}) == len(found)
    assert all(0 < point.salience <= 1 for point in found)


@pytest.mark.parametrize("never", ["He shrugged", "Is there another", "worst day", "Their union"])
def test_questions_pronouns_and_bare_quotes_are_never_key_points(parse: Parse, never: str) -> None:
    parsed = parse(STORY)
    assert not any(never in text for text in texts(parsed, points(parsed)))


def test_a_text_that_opens_with_its_title_has_no_key_point_of_it(parse: Parse) -> None:
    parsed = parse(f"Aarhus will close two of the three docks of its port.\n\n{STORY}")
    assert parsed.article.title is None
    assert "S1" not in [point.sentence for point in points(parsed)]


def test_a_subject_that_only_the_sentence_before_explains_is_none(parse: Parse) -> None:
    alone = "In a letter to the port of Aarhus, {} said the docks of Aarhus lose money every single year."
    assert len(points(parse(f"{STORY} {alone.format('Lise Holm')}"))) == 5
    parsed = parse(f"{alone.format('she')} {STORY}")
    assert "S1" not in [point.sentence for point in points(parsed)]


def test_headings_and_captions_are_never_key_points(parse: Parse) -> None:
    text = "Aarhus closes two docks.\n\nThe port of Aarhus closes two docks in March.\n\nDocks of the port of Aarhus."
    parsed = parse(text)
    kinds: tuple[BlockKind, ...] = ("heading", "body", "caption")
    blocks = tuple(Block(kind, b.start, b.end) for kind, b in zip(kinds, parsed.article.blocks, strict=True))
    article = msgspec.structs.replace(parsed.article, blocks=blocks)
    marked = Parsed(article, parsed.doc, parsed.sentences)
    assert texts(marked, points(marked)) == ["The port of Aarhus closes two docks in March."]


@pytest.mark.parametrize("kind", ["machine-text", "missing-words"])
def test_a_marred_sentence_is_no_key_point(parse: Parse, kind: str) -> None:
    parsed = parse(STORY)
    first = parsed.sentences[0]
    assert "S1" in [point.sentence for point in points(parsed)]
    signal = Signal(kind, "strong", "S1", first.start, first.end)  # type: ignore[arg-type]
    assert "S1" not in [point.sentence for point in points(parsed, signals=(signal,))]


def test_that_with_its_noun_may_open_a_key_point_and_that_alone_may_not(parse: Parse) -> None:
    text = "The port of Oslo closes a dock in May. {} costs the port of Oslo 40 jobs at the dock in May."
    assert len(points(parse(text.format("That closure")))) == 2
    assert len(points(parse(text.format("That")))) == 1


def test_what_was_done_comes_before_how_it_was_put(parse: Parse) -> None:
    said = "“The docks of the port of Aarhus are the pride of Aarhus and of the port,” said chairwoman Lise Holm."
    told = "The docks of the port of Aarhus are the pride of Aarhus and of the port for chairwoman Lise Holm."
    parsed = parse(f"{said} {told} {STORY}")
    first = parsed.sentences[0]
    claim = Claim(first.start, first.start + 77, "", "direct", "Lise Holm", None, "said", first.id)
    found = {point.sentence: point.salience for point in points(parsed, claims=(claim,))}
    assert found.get("S1", 0.0) < found["S2"]


def test_a_section_that_sums_up_is_heard_however_late(parse: Parse) -> None:
    filler = "\n\n".join(
        f"The dock of the port had {n} cranes in its yard number {n} at that time." for n in range(20, 50)
    )
    end = "Aarhus has to choose between its docks and a loan that nobody has yet offered to the port."
    parsed = parse(f"{STORY}\n\n{filler}\n\nThe bottom line\n\n{end}")
    blocks = tuple(
        Block("heading", b.start, b.end) if parsed.text[b.start : b.end] == "The bottom line" else b
        for b in parsed.article.blocks
    )
    headed = Parsed(msgspec.structs.replace(parsed.article, blocks=blocks), parsed.doc, parsed.sentences)
    assert end in texts(headed, points(headed))
    assert end not in texts(parsed, points(parsed))


def test_the_same_thing_is_not_told_twice(parse: Parse) -> None:
    twice = "The port of Aarhus will close two docks in March."
    text = (
        f"{twice} {twice} Dockers in Aarhus fear for 300 jobs. The city council votes on a loan on Thursday."
    )
    parsed = parse(text)
    best = sorted(points(parsed), key=lambda point: -point.salience)[:3]
    assert len(set(texts(parsed, tuple(best)))) == 3


def test_an_empty_text_has_none(parse: Parse) -> None:
    assert points(parse("")) == ()
    assert points(parse("***\n\nWhy?")) == ()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["The", "port", "closes", "5", ".", "?", "“", "”", "\n\n", "He", "Aarhus", "é", "and"]
        ),
        max_size=40,
    )
)
def test_no_run_of_words_breaks_it(parse: Parse, words: list[str]) -> None:
    parsed = parse(" ".join(words))
    ids = {sentence.id for sentence in parsed.sentences}
    found = points(parsed)
    assert found == points(parsed)
    assert all(point.sentence in ids for point in found)
