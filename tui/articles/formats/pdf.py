"""PDF: the text layer, its lines joined to paragraphs again."""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from ..errors import UnreadableError
from ..extracted import Extracted, LineKind, Stated
from .dom import neat
from .flat import Line, flat

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 2000
_MOST_CHARS = 20_000_000
_EDGE = 3
"""Lines at the head and at the foot of a page in which running heads are looked for."""
_LONGEST_HEAD = 150
_LONGEST_HEADING = 30
"""Words."""
_FIRST = 8
"""Paragraphs among which the title stands."""
_LARGER = 1.12
"""How much larger than the body a heading is set."""
_SENTENCE_END = re.compile(r"[.!?:…]['\"”’»)\]]*$")
_LONGEST_WORD = 80
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_BULLET = re.compile(r"(?:[•◦▪‣●○■–—*-]|\(?\d{1,2}[.)])\s+\S")
_PAGE_NUMBER = re.compile(
    r"(?i)(?:page\s+)?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*$"
)
_TOOL_TITLE = re.compile(
    r"(?i)^(?:microsoft |untitled|document\d*$|print|.*\.(?:docx?|indd|qxd|pdf|pptx?|xlsx?|tex)$)"
)


@dataclass
class _Line:
    """A line as it stands on its page: left end, baseline and size of its letters in points; 0 where they are not known."""

    text: str
    x: float
    y: float
    size: float
    page: int
    running: bool = False


def read_pdf(data: bytes, name: str) -> Extracted:
    """The text layer of a PDF. Raises `UnreadableError`."""
    lines, information = _read(data, name)
    if not lines:
        raise UnreadableError(
            f"{name} has no text layer (it may be a scan): run text recognition over it first."
        )
    _mark_running(lines)
    size = _body_size(lines)
    paragraphs = _paragraphs([line for line in lines if not line.running], size)
    running: list[Line] = [
        ("footer", text) for text in dict.fromkeys(line.text for line in lines if line.running)
    ]
    title = neat(" ".join(str(information.get("/Title") or "").split()))
    first = [text for _, text in paragraphs[:_FIRST]]
    if (
        len(title) < 4
        or _TOOL_TITLE.search(title)
        or not any(_squeezed(title) in _squeezed(text) for text in first)
    ):
        title = next((text for kind, text in paragraphs[:_FIRST] if kind == "title"), "")
    paragraphs = [
        ("title" if text == title else "heading" if kind == "title" else kind, text)
        if i < _FIRST
        else (kind, text)
        for i, (kind, text) in enumerate(paragraphs)
    ]
    author = neat(" ".join(str(information.get("/Author") or "").split()))
    return flat(
        [*paragraphs, *running], Stated(title=title or None, author=author if " " in author else None)
    )


def _squeezed(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _read(data: bytes, name: str) -> tuple[list[_Line], dict[str, Any]]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(
                f"{name} is protected by a password: save a copy without one and open that."
            )
        return _lines(reader), dict(reader.metadata or {})
    except UnreadableError:
        raise
    except DependencyError:
        raise UnreadableError(f"{name} is encrypted: save a copy without protection and open that.") from None
    except (PyPdfError, RecursionError) as error:
        raise UnreadableError(f"{name} is no PDF, or it is damaged: {neat(str(error))[:200]}.") from None
    except Exception as error:  # whatever a damaged file makes the reader raise
        raise UnreadableError(f"{name} cannot be read as a PDF: {type(error).__name__}.") from None


def _lines(reader: PdfReader) -> list[_Line]:
    """The lines of all pages in the order in which they were drawn."""
    lines: list[_Line] = []
    total = 0
    for number, page in enumerate(reader.pages):
        if number >= MOST_PAGES or total > _MOST_CHARS:
            break
        parts: list[tuple[str, float, float, float]] = []

        def visit(
            text: str,
            matrix: list[float],
            text_matrix: list[float],
            font: object,
            size: float,
            parts: list[tuple[str, float, float, float]] = parts,
        ) -> None:
            scale = abs(text_matrix[3] * matrix[3]) or 1.0
            x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
            y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
            parts.append((text, x, y, size * scale))

        page.extract_text(visitor_text=visit)
        for line in _assembled(parts, number):
            total += len(line.text)
            lines.append(line)
    return lines


def _assembled(parts: list[tuple[str, float, float, float]], page: int) -> list[_Line]:
    """Runs of text, which may hold line feeds, as lines."""
    lines: list[_Line] = []
    open_line: _Line | None = None
    for text, x, y, size in parts:
        for index, piece in enumerate(text.split("\n")):
            if index:
                open_line = None
            if not piece.strip():
                if open_line and piece:
                    open_line.text += " "
                continue
            if open_line is None or abs(y - open_line.y) > 0.8 * max(size, open_line.size):
                open_line = _Line(piece, x, y, size, page)
                lines.append(open_line)
            else:
                open_line.text += piece
                open_line.size = max(open_line.size, size)
    for line in lines:
        line.text = neat(" ".join(line.text.split()))
    return [line for line in lines if line.text]


def _mark_running(lines: list[_Line]) -> None:
    """Page numbers, and heads and feet that come back on at least half of the pages, digits apart, a gap off the text."""
    pages: dict[int, list[_Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    seen: Counter[str] = Counter()
    edges: list[tuple[_Line, str]] = []
    for page in pages.values():
        by_height = sorted(page, key=lambda line: -line.y)
        edge = [(line, _pattern(line)) for line in (*_apart(by_height), *_apart(by_height[::-1]))]
        edges += edge
        seen.update({pattern for _, pattern in edge})
    for line, pattern in edges:
        often = seen[pattern] >= max(2, len(pages) / 2) and len(line.text) < _LONGEST_HEAD
        line.running = often or bool(_PAGE_NUMBER.match(line.text))


def _pattern(line: _Line) -> str:
    return f"{re.sub(r'[0-9]+', '#', line.text.casefold())} {round(line.y / 3)}"


def _apart(lines: list[_Line]) -> list[_Line]:
    """The lines at the edge of a page, outermost first, that a gap divides from the rest; at most `_EDGE`."""
    steps = [abs(a.y - b.y) for a, b in pairwise(lines)]
    usual = median([step for step in steps if step > 1] or [0.0])
    last = next((i for i in range(min(_EDGE, len(steps)) - 1, -1, -1) if steps[i] > 1.4 * usual > 0), -1)
    return lines[: last + 1] if len(lines) > 1 else lines


def _body_size(lines: list[_Line]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _paragraphs(lines: list[_Line], size: float) -> list[Line]:
    """Lines joined to paragraphs. Few words set larger than the body are a heading, the largest at first the title."""
    if not lines:
        return []
    gaps = [a.y - b.y for a, b in pairwise(lines) if a.page == b.page and 0 < a.y - b.y < 4 * (size or 12)]
    leading = median(gaps) if gaps else 0.0
    full = sorted(len(line.text) for line in lines)[int(0.75 * (len(lines) - 1))]
    known = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).casefold()))
    paragraphs: list[list[_Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _ends(before, line, leading, full, size):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    found: list[Line] = []
    largest = max(min(line.size for line in group) for group in paragraphs[:_FIRST])
    for index, group in enumerate(paragraphs):
        text = _joined([line.text for line in group], known)
        own = min(line.size for line in group)
        kind: LineKind | None = None
        if own > _LARGER * size > 0 and len(text.split()) <= _LONGEST_HEADING and any(map(str.isalpha, text)):
            kind = "title" if index < _FIRST and own == largest > 1.25 * size else "heading"
        found.append((kind, text))
    return found


def _ends(before: _Line, line: _Line, leading: float, full: int, size: float) -> bool:
    """Whether a paragraph ends between two lines."""
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size, 1.0):
        return True
    if _BULLET.match(line.text):
        return True
    ended = bool(_SENTENCE_END.search(before.text))
    gap = before.y - line.y
    if line.size > _LARGER * size:
        return not 0 < gap < 1.6 * line.size
    if before.page == line.page and leading and gap > 1.35 * leading:
        return True
    short = len(before.text) < 0.75 * full
    if before.page != line.page or gap < 0:  # the next page or column
        return ended and (short or not line.text[:1].islower())
    indented = line.x > before.x + 0.6 * (line.size or 10) and not _BULLET.match(before.text)
    return (ended and (short or indented)) or (
        short and len(before.text) < 0.5 * full and not line.text[:1].islower()
    )


def _joined(texts: list[str], known: set[str]) -> str:
    """The lines of a paragraph as one; a hyphen that only the line end asked for goes."""
    parts = texts[:1]
    for line in texts[1:]:
        last = parts[-1]
        hyphen = _HYPHEN.search(last, max(0, len(last) - _LONGEST_WORD))
        if hyphen and line[:1].islower():
            head, tail = hyphen.group(1), re.match(r"[^\W\d_]+", line)
            rest = tail.group() if tail else ""
            together, apart = f"{head}{rest}".casefold(), f"{head}-{rest}".casefold()
            keeps = apart in known and together not in known
            parts[-1] = last if keeps else last[: hyphen.end(1)]
            parts.append(line)
        else:
            parts += (" ", line)
    return "".join(parts)
