"""What an analysis is made of, and its JSON.

Offsets are code points, end exclusive, into `Analysis.text`; wherever an item has a `text`, it equals `text[start:end]`.
Lists are in reading order. What the article does not give is None.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct, field

from tui.articles.model import Block, Furniture, PublishedBasis, Stretch

SCHEMA = "reex-analysis/1"

Label = Literal["PERSON", "ORG", "PLACE", "GROUP", "EVENT", "LAW", "PRODUCT"]
ActorKind = Literal["person", "organisation", "government", "media", "unnamed"]
FigureKind = Literal["percent", "money", "count", "duration", "distance", "mass", "rate", "other"]
ClaimForm = Literal["direct", "mixed", "indirect"]
Reason = Literal[
    "asked",
    "undecided",
    "hope",
    "unsourced",
    "no-number",
    "one-side",
    "undated",
    "missing-words",
    "clock",
    "conflict",
]
SignalKind = Literal[
    "machine-text", "missing-words", "undated", "unsourced", "hedge-dropped", "declared-interest"
]
Grade = Literal["strong", "medium", "weak"]
Precision = Literal["day", "days", "week", "month", "quarter", "season", "year", "decade", "century"]


class Sentence(Struct, frozen=True):
    """A sentence; `block` is the index of its block, ids run S1, S2 … over title, body and captions."""

    id: str
    start: int
    end: int
    block: int


class Mention(Struct, frozen=True):
    """A place where an entity is named, without a leading "the" and a trailing 's."""

    start: int
    end: int
    text: str
    label: Label
    actor: str | None = None


class Role(Struct, frozen=True):
    """A post or description that the text gives to an actor; `organisation` is the body it belongs to, as written."""

    text: str
    start: int
    end: int
    sentence: str
    organisation: str | None = None


class Position(Struct, frozen=True):
    """What an actor does, in words of the text: the verb of which it is the subject, with what belongs to it."""

    start: int
    end: int
    sentence: str


class Actor(Struct, frozen=True):
    """Somebody who does or says something. `aliases` are the other forms in which the text names it."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: int = 0
    salience: float = 0.0
    position: Position | None = None


class Figure(Struct, frozen=True):
    """A quantity.

    `value` is the number in full ("$2 billion" is 2e9), `high` the upper end of a range. `unit` is a unit's name
    ("percent", "dollar", "tonne") or, of counted things, the noun. `qualifier` is one of `QUALIFIERS` in
    `figures/qualifiers.py`. `measure` is what the number is of, `subject` whose it is, both in words of the text.
    `change` is the direction where the figure tells of one. A `rhetorical` figure is a manner of speaking.
    """

    start: int
    end: int
    text: str
    value: float | None
    high: float | None
    unit: str | None
    kind: FigureKind
    qualifier: str | None
    measure: str | None
    subject: str | None
    sentence: str
    salience: float = 0.0
    change: Literal["up", "down"] | None = None
    rhetorical: bool = False


class Claim(Struct, frozen=True):
    """Something that somebody says. `speaker` is as written at the cue; `actor` is who that is, where it is known.

    `stance` groups the cue: said, denied, warned, reportedly, asked …; `cue` is the word of the text.
    """

    start: int
    end: int
    text: str
    form: ClaimForm
    speaker: str | None
    actor: str | None
    cue: str | None
    sentence: str
    stance: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None


class DateMention(Struct, frozen=True):
    """An expression of time; the first and last day it may mean, or None where no day can be known.

    `basis` says how the days were found ("stated", "relative to published", "none"); `working` shows it in words.
    `event_start` and `event_end` bound the clause that tells what happened then. What was then agreed for a time ("a 90-day
    truce") runs out from `expires_from` to `expires_to`, by the sum in `expires_working`.
    """

    start: int
    end: int
    text: str
    from_day: str | None = field(name="from")
    to_day: str | None = field(name="to")
    basis: str
    sentence: str
    precision: Precision | None = None
    working: str | None = None
    event_start: int | None = None
    event_end: int | None = None
    expires_from: str | None = None
    expires_to: str | None = None
    expires_working: str | None = None


class Question(Struct, frozen=True):
    """Something that the text leaves open; `question` is as an analyst would ask it."""

    start: int
    end: int
    sentence: str
    question: str
    reason: Reason
    salience: float = 0.0


class KeyPoint(Struct, frozen=True):
    """A sentence that a reader would miss."""

    sentence: str
    salience: float


class Signal(Struct, frozen=True):
    """A mark of how far the source can be leaned on. A signal about the whole article points to its first sentence."""

    kind: SignalKind
    grade: Grade
    sentence: str
    start: int
    end: int


class Statistics(Struct, frozen=True):
    """Counts and shares (0 to 1) of the body; `readability` is the Flesch reading ease."""

    words: int
    sentences: int
    reading_minutes: int
    furniture_share: float
    readability: float | None
    mentions: dict[str, int]
    quoted_share: float
    hedged_sentences: int
    hedged: tuple[str, ...] = ()


class Analysis(Struct, frozen=True):
    """All findings of one article, with what they point into."""

    schema: str
    id: str
    file: str
    sha256: str
    title: str | None
    published: str | None
    published_basis: PublishedBasis
    publisher: str | None
    author: str | None
    language: str | None
    text: str
    blocks: tuple[Block, ...]
    source_map: tuple[Stretch, ...]
    furniture: tuple[Furniture, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    dates: tuple[DateMention, ...]
    questions: tuple[Question, ...]
    key_points: tuple[KeyPoint, ...]
    signals: tuple[Signal, ...]
    statistics: Statistics


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Analysis)


def to_json(analysis: Analysis) -> bytes:
    """The analysis as one line of UTF-8 JSON, without the line feed. Equal analyses give equal bytes."""
    return _encoder.encode(analysis)


def from_json(line: bytes | str) -> Analysis:
    """The analysis that `to_json` wrote. Raises `msgspec.ValidationError` on anything else."""
    return _decoder.decode(line)
