"""A small analysis made by hand, for tests of what is built on analyses. Offsets are found by the words."""

from __future__ import annotations

from tui.analysis.model import (
    SCHEMA,
    Actor,
    Analysis,
    Claim,
    DateMention,
    Figure,
    KeyPoint,
    Mention,
    Question,
    Role,
    Sentence,
    Signal,
    Statistics,
)
from tui.articles.model import Block, BlockKind, Stretch

PARTS: tuple[tuple[BlockKind, str], ...] = (
    ("title", "Magnet talks [draft] end in *Geneva*"),
    ("list", "Norland holds 60% of magnet supply."),
    ("body", "Trade minister Ada Berg said on Tuesday that “the door is open” for a deal."),
    ("body", "Norland controls about 60% of global magnet supply, reportedly for years."),
    ("body", "Will the pipe | in <b>this</b> sentence hold? Nobody knows."),
)


def made_analysis() -> Analysis:
    """An account with one of each kind of finding, and with markup in its words."""
    text = "\n\n".join(words for _, words in PARTS)
    blocks, at = [], 0
    for kind, words in PARTS:
        blocks.append(Block(kind, at, at + len(words)))
        at += len(words) + 2

    def span(words: str, after: str = "") -> tuple[int, int]:
        start = text.index(words, text.index(after))
        return start, start + len(words)

    spans = [(b.start, b.end) for b in blocks[:4]] + [
        span("Will the pipe | in <b>this</b> sentence hold?"),
        span("Nobody knows."),
    ]
    sentences = tuple(Sentence(f"S{n}", s, e, min(n - 1, 4)) for n, (s, e) in enumerate(spans, 1))
    flat, hedged = span("60%"), span("about 60%")
    role = span("Trade minister")
    berg = span("Ada Berg")
    door = span("the door is open")
    tuesday = span("Tuesday")
    reportedly = span("reportedly")
    asked = span("Will the pipe | in <b>this</b> sentence hold?")
    return Analysis(
        schema=SCHEMA,
        id="007",
        file="007_made.txt",
        sha256="ab" * 32,
        title=PARTS[0][1],
        published="2025-03-06",
        published_basis="stated",
        publisher="The Geneva Sheet",
        author=None,
        language="en",
        text=text,
        blocks=tuple(blocks),
        source_map=(Stretch(0, len(text), 0),),
        furniture=(),
        sentences=sentences,
        mentions=(Mention(*berg, "Ada Berg", "PERSON", "A1"),),
        actors=(Actor("A1", "Ada Berg", "person", (), (Role("Trade minister", *role, "S3"),), 1, 0.9),),
        figures=(
            Figure(
                *flat, "60%", 60, None, "percent", "percent", None, "of magnet supply", "Norland", "S2", 0.8
            ),
            Figure(
                *hedged,
                "about 60%",
                60,
                None,
                "percent",
                "percent",
                "about",
                "of global magnet supply",
                "Norland",
                "S4",
                0.9,
            ),
        ),
        claims=(Claim(*door, "the door is open", "mixed", "Ada Berg", "A1", "said", "S3", "said", *berg),),
        dates=(
            DateMention(
                *tuesday,
                "Tuesday",
                "2025-03-04",
                "2025-03-04",
                "relative to published",
                "S3",
                "day",
                "“Tuesday” before 2025-03-06",
            ),
        ),
        questions=(Question(*asked, "S5", "Will the pipe | in <b>this</b> sentence hold?", "asked", 0.7),),
        key_points=(KeyPoint("S3", 0.9), KeyPoint("S4", 0.8)),
        signals=(
            Signal("hedge-dropped", "medium", "S2", *flat),
            Signal("unsourced", "medium", "S4", *reportedly),
        ),
        statistics=Statistics(44, 6, 1, 0.0, 60.0, {"PERSON": 1}, 0.1, 1, ("S4",)),
    )
