"""Traces that a language model leaves in the text it writes, as scraped sites publish it unread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .model import Grade, Signal
from .openings import matches, openings
from .parsed import Parsed
from .quotation import in_quotation


def find_machine_text(parsed: Parsed) -> tuple[Signal, ...]:
    """Words that only a chat assistant writes, in reading order, each with the sentence that holds it.

    "strong": an assistant speaks of its own knowledge, or refuses; "medium": it addresses the person who asked, or sends
    the reader elsewhere for what it does not know; "weak": list items that say nothing new after such a place. Words
    inside quotation marks are left out, for there somebody is reported to have said them.
    """
    if not parsed.sentences:
        return ()
    found = [
        Signal("machine-text", grade, parsed.sentence_at(start).id, start, end)
        for start, end, grade in _traces(parsed.text)
        if not in_quotation(parsed.text, start)
    ]
    if found:
        found += _tail(parsed, max(signal.end for signal in found))
    return tuple(sorted(found, key=lambda signal: (signal.start, signal.end)))


_STRONG: Final = (
    r"\b(?:as of|up to|until|since) my (?:own )?(?:last|latest|most recent|current|knowledge|training) "
    r"(?:check-?in|(?:knowledge |training )?(?:update|cut-?off)(?: date)?|training(?: data)?)"
    r"(?: in (?:[A-Z]\w+ )?\d{4})?",
    r"\bmy (?:knowledge|training(?: data)?) cut-?off\b",
    r"\bas an? (?:AI|artificial intelligence)(?: language)?(?: model| assistant)?(?=,| I\b| my\b)",
    r"\bas a (?:large )?language model(?=,| I\b| my\b)",
    r"\bI(?:[’']m| am) (?:just )?an? (?:AI (?:language )?(?:model|assistant)|(?:large )?language model)\b",
    r"\bI (?:do not|don[’']t|cannot|can[’']t|am unable to) (?:have )?(?:access(?: to)?|browse|provide) "
    r"(?:real-?time|the internet|up-to-date)\b",
    r"\bI(?:[’']m sorry| am sorry| apologi[sz]e), but I (?:cannot|can[’']t|am (?:not able|unable)|do not have)\b",
    r"\bI (?:cannot|can[’']t|am unable to|won[’']t) (?:fulfil+|complete|assist with|help with|comply with) "
    r"(?:this|that|your) (?:request|task|prompt)\b",
    r"\bregenerate response\b",
    r"\bhere(?:[’']s| is) (?:the|a|your) (?:rewritten|revised|paraphrased|rephrased|reworded|summari[sz]ed) "
    r"(?:version|article|text|summary)\b",
    r"\bturn\d+(?:search|view|news)\d+\b",
    r":contentReference\[oaicite",
    r"\butm_source=(?:chatgpt\.com|openai)\b",
)
_MEDIUM: Final = (
    r"\b(?:certainly|sure|of course|absolutely)[!,] (?:here|below) (?:is|are)\b",
    r"\bI hope this (?:helps|article helps)\b",
    r"\b(?:let me know|feel free to (?:ask|let me know)) if you(?:[’']d| would)? (?:like|want|need|have)\b",
    r"\bbased on the (?:information|text|article|context|search results) (?:you )?(?:provided|given)\b",
    r"\bstay tuned (?:to|for) (?:\w+ ){0,3}(?:news|updates?|announcements?|sources?|channels?)\b(?: updates?)?",
    r"\b(?:check|consult|refer to|visit|follow|monitor) (?:\w+ ){0,3}(?:official|reliable|reputable|trusted) "
    r"(?:\w+ ){0,2}(?:sources?|websites?|announcements?|channels?|outlets?)(?: \w+){0,4} for (?:the )?(?:most )?"
    r"(?:up-to-date|current|latest|accurate|recent)\b",
    r"\bfor the most (?:up-to-date|current and accurate|accurate and up-to-date) information\b",
    r"\[(?:insert|your) (?:\w+ ){0,3}(?:name|date|company|link|quote|source|here|title|location)\]",
)
_ALL: Final = re.compile(
    f"(?P<strong>{'|'.join(_STRONG)})|(?P<medium>{'|'.join(_MEDIUM)})".replace(" ", r"[ \u00a0]+"),
    re.IGNORECASE,
)
_OPENING: Final = openings(
    *(
        start.replace(" ", r"[ \u00a0]+")
        for start in (
            *("as of my ", "up to my ", "until my ", "since my ", "my (?:knowledge |training )"),
            *("as an? (?:large |language |ai|artificial )", "i(?:['’]m| am) (?:just |an? |sorry|apolog)"),
            *("i (?:do not|don|can|am unable|won|apolog|hope this )", "regenerate", "here(?:['’]s| is) "),
            *(r"turn\d", "utm_source", "certainly[!,]", "sure[!,]", "of course[!,]", "absolutely[!,]"),
            *(
                "let me know",
                "feel free",
                "based on the ",
                "stay tuned",
                "check ",
                "consult ",
                "refer to ",
                "visit ",
            ),
            *("follow ", "monitor ", "for the most "),
        )
    ),
    signs=r":\[",
)
"""Where one of them can start, in a text in small letters."""
_NUMBERED: Final = re.compile(r"\s*(?:\d{1,2}[.)]|[-•*])\s+")
_WORDS_OF_FILLER: Final = 12


def _traces(text: str) -> Iterator[tuple[int, int, Grade]]:
    for match in matches(_ALL, _OPENING, text):
        yield match.start(), match.end(), "strong" if match.lastgroup == "strong" else "medium"


def _tail(parsed: Parsed, after: int) -> Iterator[Signal]:
    """Long list items after the last trace that bring neither a figure nor anybody's words."""
    for number, block in enumerate(parsed.article.blocks):
        if block.start < after:
            continue
        mark = _NUMBERED.match(parsed.text, block.start, block.end)
        if block.kind != "list" and mark is None:
            continue
        start = mark.end() if mark else block.start
        item = parsed.text[start : block.end].rstrip()
        if item.count(" ") < _WORDS_OF_FILLER or re.search(r"\d|[“”\"«»]", item):
            continue
        sentence = next((one for one in parsed.sentences if one.block == number and one.end > start), None)
        if sentence is not None and start < sentence.end:
            yield Signal("machine-text", "weak", sentence.id, max(start, sentence.start), sentence.end)
