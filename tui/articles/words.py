"""Words, and small lists of them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def words(text: str) -> list[str]:
    """The words of `text`, case folded."""
    return _WORD.findall(text.casefold())


def lexicon(listed: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(listed.split())


FUNCTION_WORDS = lexicon(
    "a about after all also an and any are as at be because been before being but by can could did do does for from had has "
    "have he her him his how i if in into is it its just like may me more most my no not of on one only or other our out "
    "over said she should so some such than that the their them then there these they this those through to up was we "
    "were what when where which while who will with would you your"
)
"""The most frequent words of English that carry no topic."""
