"""Mentions: the places where people, organisations, places and the like are named."""

from __future__ import annotations

from ..model import Mention
from ..parsed import Parsed
from .agree import agree
from .candidates import candidates
from .credits import find_credits
from .spans import Tokens


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """The mentions of the article in reading order, without picture credits; none overlaps another or has an actor yet."""
    text = parsed.text
    tokens = Tokens(parsed)
    breaks = [sentence.start for sentence in parsed.sentences]
    names = agree(text, candidates(parsed.doc, text, tokens, breaks), tokens)
    credited = {at for credit in find_credits(text, parsed.article.blocks) for at in range(*credit)}
    return tuple(
        Mention(name.start, name.end, text[name.start : name.end], name.label)
        for name in names
        if name.start not in credited
    )
