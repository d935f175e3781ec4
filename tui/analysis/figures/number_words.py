"""Numbers written in words: their vocabulary and how they are read."""

from __future__ import annotations

import math

SMALL = {
    word: float(value)
    for value, word in enumerate(
        [
            *(
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        ]
    )
}
TENS = {
    word: 20.0 + 10 * index
    for index, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    )
}
VALUES = SMALL | TENS
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "dozen": 12.0,
}
LETTERS: dict[str, float] = {
    "k": 1e3, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mio": 1e6, "m": 1e6, "cr": 1e7,
    "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
"""Scale suffixes that are tied to digits ("$3bn")."""

DENOMINATORS: dict[str, int] = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9,
}  # fmt: skip
JOINERS = frozenset({"and", "&", ","})

Word = tuple[str, int, int]
"""A word of a number in lower case, with its start and end."""


def read_number(words: list[Word], index: int) -> tuple[float, int, bool]:
    """The value of the number that begins at `index`, the index behind it, and whether a scale word is in it.

    Reads as far as the words make one number: "two hundred and five thousand" is one, "five six" are two.
    """
    total = current = 0.0
    scaled = False
    ceiling = math.inf
    begin = index
    while index < len(words):
        word = words[index][0]
        if word in JOINERS:
            if not _continues(words, index):
                break
        elif word in VALUES:
            value = VALUES[word]
            taken = current % 100 if value >= 10 or current % 100 < 20 else current % 10
            if (current and taken) or (index > begin and value == 0):
                break
            current += value
        elif word == "hundred":
            if current >= 100 or (scaled and not current):
                break
            current, scaled = (current or 1.0) * 100, True
        elif SCALES[word] >= ceiling:
            if current:
                break
            total *= SCALES[word]
        else:
            ceiling = SCALES[word]
            total, current, scaled = total + (current or 1.0) * ceiling, 0.0, True
        index += 1
    while words[index - 1][0] in JOINERS:
        index -= 1
    return total + current, max(index, begin + 1), scaled


def _continues(words: list[Word], index: int) -> bool:
    """Whether "and" or a comma at `index` stands inside a number ("two hundred and five", "one million, two hundred")."""
    before = words[index - 1][0]
    after = words[index + 1][0] if index + 1 < len(words) else ""
    beyond = words[index + 2][0] if index + 2 < len(words) else ""
    if before not in SCALES or before == "dozen" or after not in VALUES:
        return False
    return words[index][0] != "," or beyond in ("hundred", "thousand")
