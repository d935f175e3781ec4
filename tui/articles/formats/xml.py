"""XML from outside, parsed without entities, DTDs or the network."""

from __future__ import annotations

from lxml import etree


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
