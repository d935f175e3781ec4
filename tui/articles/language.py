"""The language of a text, by its most frequent words."""

from __future__ import annotations

import re

_FREQUENT = {
    "en": "the of and to in that is was for with on as by it at from are this be have not",
    "de": "der die und in das den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "de la le et les des en un une du est que dans pour qui au sur par plus pas avec",
    "es": "de la que el en y los se del las un por con una para su al es lo como más",
    "it": "di e che la il un in per una è del con non si le della da dei alla sono al",
    "pt": "de a que o e do da em um para com uma os no se na por mais as dos não",
    "nl": "de het van een en in is dat op te zijn voor met die niet aan er om ook als",
}
_SETS = {language: frozenset(words.split()) for language, words in _FREQUENT.items()}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 8
"""Frequent words that have to be found."""


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of the frequent words in `text` belong to, or None.

    Told apart are English, German, French, Spanish, Italian, Portuguese and Dutch.
    """
    said = [word.casefold() for word in _WORD.findall(text[:20_000])]
    counts = {language: sum(word in words for word in said) for language, words in _SETS.items()}
    best = max(counts, key=lambda language: counts[language])
    if counts[best] < max(_ENOUGH, 0.08 * len(said)):
        return None
    return best if sum(count == counts[best] for count in counts.values()) == 1 else None
