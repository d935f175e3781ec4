"""E-books (.epub): the documents of the spine, in reading order, as one article."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from lxml import etree

from ..errors import UnreadableError
from ..extracted import Extracted, Stated
from .days import day_of
from .dom import neat
from .flat import Line, flat, html_lines, member, open_archive
from .html import decode_page
from .xml import DUBLIN_CORE, field, parse_xml

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_PAGES = ("application/xhtml+xml", "text/html", "application/html+xml")


def read_epub(data: bytes, name: str) -> Extracted:
    """The text of an e-book. Raises `UnreadableError`."""
    archive = open_archive(data, name, "EPUB")
    if member(archive, "META-INF/encryption.xml") and member(archive, "META-INF/rights.xml"):
        raise UnreadableError(f"{name} is protected against copying: its text cannot be read.")
    container = parse_xml(member(archive, "META-INF/container.xml") or b"")
    root = container.find(f".//{_CONTAINER}rootfile") if container is not None else None
    path = root.get("full-path") if root is not None else None
    package = parse_xml(member(archive, path) or b"") if path else None
    if package is None or path is None:
        raise UnreadableError(f"{name} is no EPUB file: its list of contents is missing.")
    lines: list[Line] = []
    for part in _spine(package, posixpath.dirname(path)):
        if page := member(archive, part):
            lines += html_lines(decode_page(page, name))
    if not lines:
        raise UnreadableError(f"{name} holds no text that can be read.")
    title = field(package, "title")
    if title and lines[0][1].casefold() == title.casefold():
        lines[0] = ("title", lines[0][1])
    authors = [neat(" ".join(one.text.split())) for one in package.iter(f"{DUBLIN_CORE}creator") if one.text]
    return flat(
        lines,
        Stated(
            title=title,
            published=day_of(field(package, "date")),
            publisher=field(package, "publisher"),
            author=", ".join(dict.fromkeys(authors)) or None,
            language=(field(package, "language") or "").split("-")[0].lower() or None,
        ),
    )


def _spine(package: etree._Element, folder: str) -> list[str]:
    """The archive paths of the documents in reading order, without the table of contents."""
    items = {}
    for item in package.iter(f"{_OPF}item"):
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split():
            href = unquote(urlsplit(item.get("href") or "").path)
            items[item.get("id")] = posixpath.normpath(posixpath.join(folder, href))
    order = [item.get("idref") for item in package.iter(f"{_OPF}itemref") if item.get("linear") != "no"]
    return list(dict.fromkeys(items[key] for key in order if key in items)) or list(items.values())
