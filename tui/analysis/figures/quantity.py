"""A quantity as the text writes it, before the parse tells what it measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model import FigureKind

Form = Literal["digits", "words", "fraction", "vague"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start`..`end` of a text.

    `value` is None where the words give no number ("a handful"); `high` is the upper end of what is itself a range
    ("dozens"). `scaled` tells that a scale word or suffix ("million", "bn") is part of it, `plain` that it is a bare whole
    number in digits, which may be a year, a label or part of a name, `signed` that a plus or minus is written.
    """

    start: int
    end: int
    value: float | None
    high: float | None = None
    form: Form = "digits"
    scaled: bool = False
    plain: bool = False
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found at `start`..`end`; `factor` is a magnitude that is written with it ("MGBP")."""

    start: int
    end: int
    name: str
    kind: FigureKind
    factor: float = 1.0
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral, or two that make a range, with its unit and qualifier.

    `start`..`end` is the whole expression; `number` the first numeral, `last` the second of a range, whose value is then
    `high`. `unit` is a name of the unit table, or None; `hyphen` tells that the unit or noun is tied to the number with a
    hyphen ("six-hour").
    """

    start: int
    end: int
    number: Numeral
    last: Numeral | None = None
    value: float | None = None
    high: float | None = None
    unit: str | None = None
    kind: FigureKind | None = None
    qualifier: str | None = None
    hyphen: bool = False
