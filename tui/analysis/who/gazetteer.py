"""Countries, their people and the seats of their governments.

Names of countries, capitals and demonyms come from the package `countryinfo` (MIT). The short forms of news English
and the seats that are no capitals are a closed table here, since no package has them.
"""

from __future__ import annotations

from functools import cache

import countryinfo

from .folding import fold

_SHORT_FORMS = {
    "US": "United States",
    "U.S.": "United States",
    "U.S": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "America": "United States",
    "States": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "Britain": "United Kingdom",
    "UAE": "United Arab Emirates",
    "U.A.E.": "United Arab Emirates",
    "PRC": "China",
    "Mainland China": "China",
    "DPRK": "North Korea",
    "ROK": "South Korea",
    "DRC": "Democratic Republic of the Congo",
    "EU": "European Union",
    "E.U.": "European Union",
    "European Union": "European Union",
    "Eswatini": "Eswatini",
    "North Macedonia": "North Macedonia",
    "Türkiye": "Turkey",
}
"""Short forms and newer names. Forms without a small letter count only as written, so that "us" is no country."""

_RENAMED = {
    "Swaziland": "Eswatini",
    "Republic of Macedonia": "North Macedonia",
    "Burma": "Myanmar",
    "The Bahamas": "Bahamas",
    "The Gambia": "Gambia",
}

_SEATS = {
    "Washington": "United States",
    "Washington, D.C.": "United States",
    "Washington, DC": "United States",
    "Washington D.C.": "United States",
    "Brussels": "European Union",
    "Kremlin": "Russia",
    "Delhi": "India",
    "New Delhi": "India",
    "Downing Street": "United Kingdom",
    "Whitehall": "United Kingdom",
    "Zhongnanhai": "China",
    "Kiev": "Ukraine",
    "Tel Aviv": "Israel",
    "Astana": "Kazakhstan",
    "The Hague": "Netherlands",
    "Abuja": "Nigeria",
    "La Paz": "Bolivia",
}
"""Seats of government that news writing names for the government, where they are no capital by name."""

_DEMONYMS = {
    "American": "United States",
    "Americans": "United States",
    "Briton": "United Kingdom",
    "European": "European Union",
    "Argentine": "Argentina",
    "Ecuadorian": "Ecuador",
    "Saudi": "Saudi Arabia",
    "Kazakh": "Kazakhstan",
    "Uzbek": "Uzbekistan",
    "Tajik": "Tajikistan",
    "Kyrgyz": "Kyrgyzstan",
    "Azeri": "Azerbaijan",
    "Maldivian": "Maldives",
    "Icelandic": "Iceland",
    "Swazi": "Eswatini",
    "Spaniard": "Spain",
    "Basotho": "Lesotho",
    "Batswana": "Botswana",
    "New Zealand": "New Zealand",
}

_NO_DEMONYM = frozenset({"Hong Kong", "Macau"})
"""Their demonym in the package is that of another country."""


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    countries: dict[str, str] = {}
    capitals: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for entry in sorted(
        (country.info() for country in countryinfo.all_countries()), key=lambda e: str(e["name"])
    ):
        name = str(entry["name"])
        if "," in name or "(" in name or name == "Serbia and Montenegro":
            continue
        name = _RENAMED.get(name, name)
        for form in (str(entry["name"]), name, *entry.get("altSpellings", ())):
            if isinstance(form, str) and len(form) > 3 and "," not in form and "(" not in form:
                countries.setdefault(fold(form.removeprefix("the ")), name)
        capital = entry.get("capital")
        if isinstance(capital, str) and len(capital) > 2 and fold(capital) not in countries:
            capitals.setdefault(fold(capital), name)
        for form in str(entry.get("demonym") or "").replace("/", ",").split(","):
            if form and name not in _NO_DEMONYM and " " not in form.removeprefix(name.split()[0]).strip():
                demonyms.setdefault(fold(form), name)
    for form, name in _SHORT_FORMS.items():
        countries[fold(form)] = name
    for own, table in ((_SEATS, capitals), (_DEMONYMS, demonyms)):
        for form, name in own.items():
            table[fold(form)] = name
    for form, name in list(demonyms.items()):
        if form not in countries and form.endswith(("n", "i")):
            demonyms.setdefault(form + "s", name)
    return countries, capitals, {form: name for form, name in demonyms.items() if form not in countries}


def country(name: str) -> str | None:
    """The country (or the European Union) that `name` names, in its usual English form, or None."""
    key = fold(name)
    if len(key) <= 3 and any(letter.islower() for letter in name):
        return None
    return _tables()[0].get(key)


def seat(name: str) -> str | None:
    """The country whose government sits in the place called `name`, or None."""
    return _tables()[1].get(fold(name))


def demonym(name: str) -> str | None:
    """The country whose people or things are called `name` ("Chinese", "Americans"), or None."""
    return _tables()[2].get(fold(name))
