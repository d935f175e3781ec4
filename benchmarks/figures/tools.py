"""What other tools find in a text, in the form of this project's figures.

Each maker takes texts and gives, for each, a list of figures with `start`, `end`, `text`, `value`, `high` and `unit`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from tui.analysis.engine import Engine
from tui.analysis.figures.scan import quantities

Found = list[dict[str, Any]]
Maker = Callable[[Sequence[str]], list[Found]]

_LABELS = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL"})


def _figure(
    start: int, end: int, text: str, value: float, high: float | None, unit: str | None
) -> dict[str, Any]:
    return {
        "start": start, "end": end, "text": text[start:end], "value": value, "high": high, "unit": unit,
        "qualifier": None, "measure": None, "subject": None,
    }  # fmt: skip


def quantulum(texts: Sequence[str]) -> list[Found]:
    """quantulum3 as it comes; a value with an uncertainty is taken as a range."""
    parse = import_module("quantulum3.parser").parse
    result, failures = [], 0
    for text in texts:
        found: Found = []
        try:
            items = parse(text)
        except (ValueError, KeyError, IndexError, AttributeError):  # such texts count as empty
            items, failures = [], failures + 1
        for item in items:
            low, high = float(item.value), None
            if item.uncertainty:
                low, high = low - item.uncertainty, low + item.uncertainty
            found.append(_figure(item.span[0], item.span[1], text, low, high, item.unit.name))
        result.append(found)
    if failures:
        print(f"  quantulum3 fails on {failures} texts")
    return result


def recognizers(texts: Sequence[str]) -> list[Found]:
    """Recognizers-Text: amounts with units first, then the numbers that are in none of them."""
    units, numbers = import_module("recognizers_number_with_unit"), import_module("recognizers_number")
    makers = (
        units.recognize_currency, units.recognize_dimension, units.recognize_temperature, units.recognize_age,
        numbers.recognize_percentage, numbers.recognize_number,
    )  # fmt: skip
    result = []
    for text in texts:
        found: Found = []
        for make in makers:
            for item in make(text, "en-us"):
                start, end = item.start, item.end + 1
                if any(start < other["end"] and other["start"] < end for other in found):
                    continue
                resolved = item.resolution or {}
                try:
                    value = float(str(resolved.get("value", "")).rstrip("%"))
                except ValueError:
                    continue
                unit = "percent" if item.type_name == "percentage" else resolved.get("unit")
                found.append(_figure(start, end, text, value, None, unit))
        result.append(sorted(found, key=lambda figure: int(figure["start"])))
    return result


def spacy_labels(engine: Engine) -> Maker:
    """spaCy's entities of the kinds that are figures; they have no values, so ours are read from each entity's own text."""

    def make(texts: Sequence[str]) -> list[Found]:
        result = []
        for doc in engine.model.pipe(texts):
            found: Found = []
            for entity in doc.ents:
                if entity.label_ in _LABELS and (inside := quantities(entity.text)):
                    first = inside[0]
                    if first.value is not None:
                        found.append(
                            _figure(
                                entity.start_char,
                                entity.end_char,
                                doc.text,
                                first.value,
                                first.high,
                                first.unit,
                            )
                        )
            result.append(found)
        return result

    return make


def installed(engine: Engine) -> dict[str, Maker]:
    """The other tools that can be run here, by name."""
    makers: dict[str, Maker] = {"spaCy labels": spacy_labels(engine)}
    if find_spec("recognizers_number_with_unit"):
        makers["Recognizers-Text"] = recognizers
    if find_spec("quantulum3"):
        makers["quantulum3"] = quantulum
    return makers
