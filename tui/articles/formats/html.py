"""HTML → article: the page's blocks, those of the body told from the furniture, with their places in the source."""

from __future__ import annotations

import re

from ..decode import decode
from ..extracted import Extracted, Piece
from ..model import Furniture, Stretch
from . import dom
from .judging import THRESHOLD, body_chances
from .kinds import block_kind, furniture_kind
from .page_metadata import find_metadata
from .places import SourceText

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([a-zA-Z0-9_:.-]{2,40})["']""")
_HEAD = 4096
"""Bytes in which a page may name its encoding (the HTML standard looks at 1024)."""
_WEB_LABELS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
}
"""Names that pages give to encodings which are larger in use (WHATWG Encoding Standard)."""


def decode_page(data: bytes, name: str) -> str:
    """The page as text: by its byte order mark, as UTF-8, by the encoding that it names, else guessed.

    Bytes that the encoding does not know become U+FFFD. Raises `UnreadableError` for what is no text.
    """
    named = _CHARSET.search(data, 0, _HEAD) or _XML_ENCODING.search(data, 0, _HEAD)
    label = named.group(1).decode("ascii").lower() if named else None
    return decode(data, name, hint=_WEB_LABELS.get(label, label) if label else None)


def read_page(source: str, url: str | None = None) -> Extracted:
    """The article on the page that `source` holds. `url` is the page's address, when it is known.

    The pieces are its blocks without the title; the other visible blocks are furniture. Any text gives an answer.
    """
    page = dom.read(source)
    if page.root is None:
        return Extracted(source, pieces=())
    found = find_metadata(page, url)
    finder = SourceText(source)
    pieces: list[Piece] = []
    furniture: list[Furniture] = []
    title_stretches: tuple[Stretch, ...] = ()
    for index, (block, chance) in enumerate(zip(page.blocks, body_chances(page), strict=True)):
        place = finder.find(block.raw, row=block.row)
        stretches = place.stretches if place and block.text == block.raw else ()
        if index == found.title_block:
            title_stretches = stretches if block.text == found.stated.title else ()
        elif chance >= THRESHOLD:
            pieces.append(Piece(block_kind(block), block.text, stretches))
        elif place and not block.hidden:
            furniture.append(Furniture(place.start, place.end, furniture_kind(block)))
    return Extracted(
        source,
        stated=found.stated,
        pieces=tuple(pieces),
        title_stretches=title_stretches,
        furniture=tuple(furniture),
    )
