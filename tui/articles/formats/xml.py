"""XML from outside, parsed without entities, DTDs or the network."""

from __future__ import annotations

from lxml import etree

from .dom import neat

DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def parse_xml(data: bytes) -> etree._Element | None:
    """The root element; None for what is no XML at all. Slips are mended as libxml2 mends them."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def field(root: etree._Element | None, name: str) -> str | None:
    """The text of the first element of the Dublin Core with this name, on one line; None without one."""
    element = root.find(f".//{DUBLIN_CORE}{name}") if root is not None else None
    return neat(" ".join((element.text or "").split())) or None if element is not None else None
