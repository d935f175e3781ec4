"""The kinds of entity on the screen: their keys, names and marks. Colours are in the themes."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of entity; `style` names its look, in which colour, weight and line differ from every other kind."""

    label: str
    key: str
    name: str
    plural: str
    style: str


KINDS = (
    Kind("PERSON", "1", "person", "persons", "page--person"),
    Kind("ORG", "2", "organisation", "organisations", "page--organisation"),
    Kind("PLACE", "3", "place", "places", "page--place"),
    Kind("GROUP", "4", "group", "groups", "page--group"),
    Kind("EVENT", "5", "event", "events", "page--event"),
    Kind("LAW", "6", "law", "laws", "page--law"),
    Kind("PRODUCT", "7", "product", "products", "page--product"),
)
STYLES = {kind.label: kind.style for kind in KINDS}
