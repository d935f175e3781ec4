"""The blocks of an HTML page: its text, cut where a browser would begin a new line box, with what the tree says of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from ftfy import fix_encoding
from ftfy.badness import is_bad
from lxml import etree, html

from tui.plain import one_line

_UNSEEN = """
script style noscript template svg math iframe object embed applet canvas audio video map head title meta link base
textarea select option datalist progress meter rt rp frameset frame noframes
"""
DROPPED = frozenset(_UNSEEN.split())
"""Elements whose text no reader sees."""
_BOXES = """
html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table
tbody td tfoot th thead tr ul
"""
BLOCK_TAGS = frozenset(_BOXES.split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = HEADINGS | {"b", "strong"}
_CELLS = frozenset(("td", "th"))
_HIDDEN_STYLE = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)\]]*\s*$")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LONG_CELL = 250
_LABEL = 80
"""Characters; a shorter block may be a label rather than prose."""


@dataclass
class PageBlock:
    """A run of text with no block boundary inside. `element` is the block element that holds it.

    `raw` is the text as the page has it but for its white space, `text` is fit to be shown. Of a table row (`row`) the
    cells are divided by ` | `.
    """

    raw: str
    text: str
    element: etree._Element
    link_chars: int
    links: int
    bold_chars: int
    hidden: bool
    row: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is shown and most of it is no link."""
        return not self.hidden and self.link_chars < 0.5 * len(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it is that, and longer than a label."""
        return len(self.text) >= _LABEL and self.is_own


@dataclass
class Page:
    """A parsed page: its tree (None when there is nothing to parse) and its blocks in reading order."""

    root: etree._Element | None
    blocks: list[PageBlock] = field(default_factory=list)


def parse(source: str) -> etree._Element | None:
    """The tree of `source`, mended as libxml2 mends it; no entity is resolved and nothing is fetched. None for no tree."""
    parser = html.HTMLParser(
        encoding="utf-8",
        recover=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def neat(text: str) -> str:
    """`text` on one line, its mojibake mended, in NFC, with nothing in it that a terminal would obey."""
    if text.isascii():
        return text if text.isprintable() else one_line(text)
    if is_bad(text):
        text = fix_encoding(text)
    if not text.isprintable():
        text = one_line(_INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", text)


def hides(element: etree._Element) -> bool:
    """Whether the element's own markup keeps it off the screen."""
    get = element.attrib.get
    return (
        "hidden" in element.attrib
        or get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(get("style") or ""))
    )


def tag_of(element: etree._Element) -> str:
    """The element's name in lower case, without a namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def heading_level(element: etree._Element) -> int:
    """1 to 6 for an element that is a heading or stands at most two levels below one, otherwise 0."""
    current: etree._Element | None = element
    for _ in range(3):
        if current is None:
            break
        if (tag := tag_of(current)) in HEADINGS:
            return int(tag[1])
        current = current.getparent()
    return 0


def _is_data_row(row: etree._Element) -> bool:
    """Whether a table row is read as one line: its cells are short and hold no blocks."""
    chars = 0
    for inner in row.iterdescendants():
        tag = tag_of(inner)
        if tag in BLOCK_TAGS and tag not in _CELLS and tag != "p":
            return False
        chars += len(inner.text or "") + len(inner.tail or "")
        if chars > _LONG_CELL * 4:
            return False
    return all(len("".join(cell.itertext())) <= _LONG_CELL for cell in row)


class _Cutter:
    """Gathers text into blocks while the tree is walked."""

    def __init__(self) -> None:
        self.blocks: list[PageBlock] = []
        self.parts: list[str] = []
        self.link_chars = self.links = self.bold_chars = 0
        self.in_link = self.in_bold = self.in_hidden = self.in_row = 0
        self.breaks = 0

    def text(self, text: str | None) -> None:
        if not text:
            return
        if not text.isspace():
            self.breaks = 0
            count = len(text.strip())
            if self.in_link:
                self.link_chars += count
            if self.in_bold:
                self.bold_chars += count
        self.parts.append(text)

    def end(self, element: etree._Element) -> None:
        """End the block, which belongs to `element`."""
        self.breaks = 0
        if self.parts:
            raw = _SPACE.sub(" ", "".join(self.parts)).strip("| ")
            if text := neat(raw):
                self.blocks.append(
                    PageBlock(
                        raw,
                        text,
                        element,
                        self.link_chars,
                        self.links,
                        self.bold_chars,
                        bool(self.in_hidden),
                        bool(self.in_row),
                    )
                )
            self.parts = []
        self.link_chars = self.links = self.bold_chars = 0

    def line_break(self, element: etree._Element) -> None:
        """Two line breaks, or one after the end of a sentence, end a paragraph; another one is white space."""
        self.breaks += 1
        if self.breaks > 1 or any(_SENTENCE_END.search(part) for part in self.parts[-1:]):
            self.end(element)
        else:
            self.parts.append(" ")


def _events(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Starts and ends of elements in document order, without recursion and without what is dropped."""
    stack: list[tuple[etree._Element, Iterator[etree._Element]]] = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif tag_of(child) in DROPPED or not tag_of(child):
            yield "tail", child
        else:
            yield "start", child
            stack.append((child, iter(child)))


def cut(root: etree._Element) -> list[PageBlock]:
    """The blocks of the tree in document order."""
    cutter = _Cutter()
    owners: list[etree._Element] = [root]
    rows: list[etree._Element] = []
    for event, element in _events(root):
        if event == "tail":
            cutter.text(element.tail)
            continue
        tag = tag_of(element)
        step = 1 if event == "start" else -1
        boundary = tag in BLOCK_TAGS and not (rows and element is not rows[-1])
        if boundary and event == "start":
            cutter.end(owners[-1])
            owners.append(element)
            if tag == "tr" and _is_data_row(element):
                rows.append(element)
                cutter.in_row += 1
        elif rows and event == "start" and tag in _CELLS:
            cutter.parts.append(" | " if any(not part.isspace() for part in cutter.parts) else " ")
        elif event == "start" and tag == "br":
            cutter.line_break(owners[-1])
        if event == "end" and boundary:
            cutter.end(element)
            owners.pop()
            if rows and element is rows[-1]:
                rows.pop()
                cutter.in_row -= 1
        if tag == "a":
            cutter.in_link += step
            cutter.links += event == "start"
        elif tag in _BOLD:
            cutter.in_bold += step
        if hides(element):
            cutter.in_hidden += step
        if event == "start":
            cutter.text(element.text)
        elif element is not root:
            cutter.text(element.tail)
    cutter.end(root)
    return cutter.blocks


def read(source: str) -> Page:
    """The page that `source` holds. Any text gives a page; broken markup gives what can be saved of it."""
    root = parse(source)
    return Page(None) if root is None else Page(root, cut(root))
