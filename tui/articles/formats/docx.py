"""Word documents (.docx), by way of the HTML that mammoth makes of them."""

from __future__ import annotations

from io import BytesIO

from ..errors import UnreadableError
from ..extracted import Extracted, Stated
from .flat import flat, html_lines, member, open_archive
from .xml import field, parse_xml

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Caption'] => figcaption:fresh
"""
_SHORT = 15
"""Words; a longer paragraph is text."""
_NO_TITLES = ("document", "untitled", "microsoft word")


def read_docx(data: bytes, name: str) -> Extracted:
    """The text of a Word document. Raises `UnreadableError`."""
    import mammoth

    archive = open_archive(data, name, "Word (.docx)")
    parts = archive.namelist()
    if "word/document.xml" not in parts and not any(part.endswith("document.xml") for part in parts):
        raise UnreadableError(f"{name} is no Word (.docx) file: it has no document in it.")
    for part in parts:
        if part.endswith((".xml", ".rels")) and b"<!ENTITY" in (member(archive, part) or b""):
            raise UnreadableError(
                f"{name} declares XML entities, which no Word document needs: it was not opened."
            )
    try:
        page = mammoth.convert_to_html(
            BytesIO(data), style_map=_STYLES, convert_image=lambda image: [], external_file_access=False
        ).value
    except Exception as error:  # whatever a damaged document makes the reader raise
        raise UnreadableError(f"{name} cannot be read as a Word document: {type(error).__name__}.") from None
    lines = html_lines(f"<html><body>{page}</body></html>")
    core = parse_xml(member(archive, "docProps/core.xml") or b"")
    title, author = field(core, "title"), field(core, "creator")
    if title is None or title.lower().startswith(_NO_TITLES):
        title = lines[0][1] if lines and lines[0][0] == "heading" else None
    if title and lines and lines[0][1] == title:
        lines[0] = ("title", title)
    for index, (kind, text) in enumerate(lines):  # a byline and a date may stand before the text
        if kind != "title" and len(text.split()) > _SHORT:
            break
        if kind == "body":
            lines[index] = (None, text)
    return flat(lines, Stated(title=title, author=author))
