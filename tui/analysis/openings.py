"""Where a long pattern can match at all, found by a short one: most words of a text begin nothing that is looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator


def small(text: str) -> str:
    """`text` in small letters, of the same length, so that its offsets are those of `text`.

    The letters that `re.IGNORECASE` takes for "i" and "s" become these.
    """
    if not text.isascii():
        text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
    return text.lower()


def openings(*words: str, signs: str = "") -> re.Pattern[str]:
    """A pattern for `small` text that matches the first character of what starts with one of `words` or `signs`.

    `words` are patterns that start with a letter as it is; what they match must start where a word does. `signs` are
    patterns for a single character each, put between brackets. A match is one character wide.
    """
    rest: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        rest[word[0]].append(word[1:])
    tails = (
        f"(?<={letter})(?=" + "|".join(sorted(set(tails))) + ")" for letter, tails in sorted(rest.items())
    )
    at_word = rf"(?<![^\W_].)(?:{'|'.join(tails)})"
    letters = "".join(sorted(rest))
    return re.compile(
        rf"[{letters}{signs}](?:(?<=[{signs}])|{at_word})" if signs else f"[{letters}]{at_word}", re.S
    )


def matches(pattern: re.Pattern[str], opening: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` gives, if all that matches starts where `opening` matches."""
    end = 0
    for each in opening.finditer(small(text)):
        if each.start() >= end and (match := pattern.match(text, each.start())):
            end = match.end()
            yield match
