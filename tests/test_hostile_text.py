"""Text made to be slow: eight times as much of it takes about eight times as long, and not 64 times."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tui.analysis.claims.quotes import find_quotes
from tui.analysis.figures.scan import quantities
from tui.analysis.sentences import certain_starts
from tui.analysis.who.organisations import without_suffix
from tui.articles.formats.dom import parse
from tui.articles.formats.jsonld import Item, items
from tui.articles.kinds import own_kind
from tui.articles.paragraphs import paragraphs

from .conftest import plain_article


def seconds(work: Callable[[str], object], text: str) -> float:
    """CPU seconds, the best of three."""

    def once() -> float:
        start = time.process_time()
        work(text)
        return time.process_time() - start

    return min(once() for _ in range(3))


def data_of(page: str) -> list[Item]:
    """The data that a page has in JSON-LD."""
    root = parse(page)
    assert root is not None
    return items(root)


@pytest.mark.parametrize(
    ("work", "part"),
    [
        (lambda text: certain_starts(plain_article(text)), "."),
        (lambda text: certain_starts(plain_article("a." + text)), '"'),
        (lambda text: find_quotes(text, paragraphs(text)), "«"),
        (quantities, "11,"),
        (quantities, "1²"),
        (lambda text: without_suffix(f"Acme{text}Works"), " ,"),
        (lambda text: data_of(f"<script type='application/ld+json'>{{}}-->{text}x</script>"), " "),
    ],
    ids=[
        "full stops",
        "quotation marks",
        "opening marks",
        "short groups of digits",
        "raised digits",
        "commas in a name",
        "spaces after data of a page",
    ],
)
def test_the_time_grows_with_the_length(work: Callable[[str], object], part: str) -> None:
    small, large = (seconds(work, part * (size // len(part))) for size in (4_000, 32_000))
    assert large < 24 * small + 0.01


def test_spaces_between_the_parts_of_a_path_are_no_trap() -> None:
    assert own_kind("quay" + ("/" + " " * 45) * 6 + "!") is None
    assert own_kind("Quay / World /  News") == "navigation"
