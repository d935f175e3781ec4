"""What the library keeps of a person's decisions."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Action = Literal[
    "accept",
    "reject",
    "dispute",
    "star",
    "edit",
    "note",
    "tag",
    "untag",
    "clear",
    "add",
    "keep-block",
    "drop-block",
    "undo",
]
"""What was done to a brief line, or (`keep-block`, `drop-block`) to a stretch of the page.

`clear` takes a judgement back, `undo` an entry.
"""


class Anchor(Struct, frozen=True):
    """Where a decision belongs: the words, what stands around them, and their offsets in the article's text.

    After the W3C's TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector (start, end in code points).
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class Seen(Struct, frozen=True):
    """An article as it was seen last: `file` in its folder, title, ISO day; when first and last (UTC, ISO 8601)."""

    file: str
    title: str | None
    published: str | None
    first_seen: str
    last_seen: str


class Decision(Struct, frozen=True):
    """One entry of the log. Entries are never changed: what takes one back is an `undo` entry with its number in `undoes`.

    `number` and `at` (UTC, ISO 8601) are given by the library. `source` is the SHA-256 of the source, `line` the brief
    line's key. `value` is the new wording, the note, the tag, or the reason of a dispute. `who` decided; entries of
    libraries made before names were kept have none.
    """

    number: int
    at: str
    session: int | None
    source: str
    article: str
    section: str
    line: str
    action: Action
    value: str | None = None
    anchor: Anchor | None = None
    undoes: int | None = None
    who: str | None = None


class Session(Struct, frozen=True):
    """A review session. `queue` holds the sources' SHA-256 in their order; `at_source` and `at_line` are the place."""

    number: int
    started: str
    ended: str | None
    queue: tuple[str, ...]
    at_source: str | None
    at_line: str | None
    seconds: int
