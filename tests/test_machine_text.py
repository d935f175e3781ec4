"""What a chat assistant leaves in a text, on sentences written for the purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.analysis.machine_text import find_machine_text
from tui.analysis.parsed import Parsed

pytestmark = pytest.mark.engine


@pytest.mark.parametrize(
    ("text", "words", "grade"),
    [
        (
            "As of my last update in June 2024, the harbour was closed.",
            "As of my last update in June 2024",
            "strong",
        ),
        ("Up to my knowledge cutoff the wall had not been built.", "Up to my knowledge cutoff", "strong"),
        ("As an AI language model, I have no view on the wall.", "As an AI language model", "strong"),
        ("I'm sorry, but I cannot write about the harbour.", "I'm sorry, but I cannot", "strong"),
        ("I cannot fulfill this request about the port.", "I cannot fulfill this request", "strong"),
        ("Here is the rewritten article about the wall.", "Here is the rewritten article", "strong"),
        (
            "Stay tuned for official announcements from the port.",
            "Stay tuned for official announcements",
            "medium",
        ),
        (
            "Feel free to ask if you have more questions about the wall.",
            "Feel free to ask if you have",
            "medium",
        ),
    ],
)
def test_a_trace_is_found_with_the_words_that_show_it(
    parse: Callable[..., Parsed], text: str, words: str, grade: str
) -> None:
    found = find_machine_text(parse(f"The harbour is old.\n\n{text}"))
    assert [(signal.grade, signal.kind) for signal in found] == [(grade, "machine-text")]
    whole = f"The harbour is old.\n\n{text}"
    assert whole[found[0].start : found[0].end] == words
    assert found[0].sentence == "S2"


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that artificial intelligence would change the port.",
        "“As an AI language model, I cannot answer,” the machine in the lobby told visitors.",
        'The robot printed "I cannot fulfill this request" and stopped.',
        "As of last year, the harbour was closed. My last visit was in May.",
        "Stay tuned, the guitarist told the band.",
        "I cannot say more about the wall.",
        "",
    ],
)
def test_people_may_write_so(parse: Callable[..., Parsed], text: str) -> None:
    assert find_machine_text(parse(text)) == ()


def test_filler_after_a_trace_is_weak_and_alone_it_is_nothing(parse: Callable[..., Parsed]) -> None:
    filler = (
        "1. The talks about the harbour may lead to a change of policy in the sectors that the matter touches.\n\n"
        "2. Despite the talks the state of the harbour stays complex and reaches into a number of other fields."
    )
    assert find_machine_text(parse(f"The harbour is old.\n\n{filler}")) == ()
    found = find_machine_text(parse(f"As of my last check-in, the harbour was closed.\n\n{filler}"))
    assert [signal.grade for signal in found] == ["strong", "weak", "weak"]
