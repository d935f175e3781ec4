"""Picture credits: who took or sold a picture is no part of what an article tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.articles.model import Block

_AGENCIES = "getty|reuters|afp|ap|epa|upi|xinhua|anadolu|istock|shutterstock|alamy|bloomberg"
_CREDIT = re.compile(
    rf"\([^()\n]{{0,80}}?\b(?:{_AGENCIES}|images?|photos?|file|handout|archive|courtesy|via)\b[^()\n]{{0,80}}\)"
    r"|\b(?:photo(?:graph)?|image|picture|credit|illustration)s?(?: credit)?(?: by | courtesy(?: of)? |: ?)[^\n]{0,120}$"
    r"|(?:^[^.!?|()\n]{0,30}|(?<=[.!?|”\"] )[^.!?|()\n]{0,60})"
    rf"(?:/ ?(?:{_AGENCIES})|\bgetty images|\bshutterstock|\bap photo)\b[^.\n]{{0,40}}$",
    re.IGNORECASE | re.MULTILINE,
)


def find_credits(text: str, blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """Where picture credits stand in the captions of an article: "(Reuters file)", "Photo: …", "… / AFP"."""
    captions = (block for block in blocks if block.kind == "caption")
    return [match.span() for block in captions for match in _CREDIT.finditer(text, block.start, block.end)]
