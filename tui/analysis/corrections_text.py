"""Putting a correction into the YAML text of a file, or taking one out, and leaving all else as it was written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

Entry = dict[str, Any]
KEY = "corrections"


class _Span(NamedTuple):
    start: int
    end: int


def edited(text: str, before: Sequence[Entry], after: Sequence[Entry]) -> str | None:
    """`text`, whose list under `corrections` has the entries `before`, with the entries `after` in their place.

    Comments, other keys and the entries that stay are left as they were written, but for comments between entries when
    more than one comes or goes. None where the text is written in a way that this does not know.
    """
    import yaml

    if list(before) == list(after):
        return text
    root = yaml.compose(text, yaml.SafeLoader)
    if root is None:
        return f"{_ended(text)}{KEY}:\n{dump(after)}"
    if not isinstance(root, yaml.MappingNode):
        return None
    value = next((value for key, value in root.value if key.value == KEY), None)
    if value is None:
        return None if root.flow_style else f"{_ended(text)}{KEY}:\n{dump(after)}"
    if isinstance(value, yaml.SequenceNode) and value.value and not value.flow_style:
        return _in_block(text, [_span(text, node) for node in value.value], before, after)
    start, end = value.start_mark.index, value.end_mark.index
    if root.flow_style or (isinstance(value, yaml.SequenceNode) and not after):
        return f"{text[:start]}{json.dumps(list(after), ensure_ascii=False)}{text[end:]}"
    if isinstance(value, yaml.SequenceNode):
        rest, _, below = text[end:].partition("\n")
        return f"{text[:start].rstrip()}{rest}\n{dump(after)}{below}"
    bare = text[:start] + text[end:]  # nothing, or a word for nothing
    line = bare.find("\n", start) + 1
    return f"{bare[:line]}{dump(after)}{bare[line:]}" if line else f"{bare}\n{dump(after)}"


def dump(entries: Sequence[Entry]) -> str:
    """The entries as items of a YAML list; "" for none."""
    import yaml

    return yaml.safe_dump(list(entries), allow_unicode=True, sort_keys=False, width=100) if entries else ""


def _in_block(text: str, spans: Sequence[_Span], before: Sequence[Entry], after: Sequence[Entry]) -> str:
    first = text[: spans[0].start].rpartition("\n")[2]
    line = text[spans[0].start : spans[0].end]
    indent = line[: len(line) - len(line.lstrip())] if not first else ""
    same = _common(before, after)
    if len(after) == len(before) + 1 and after[same + 1 :] == before[same:]:
        at = spans[same].start if same < len(spans) else spans[-1].end
        return f"{_ended(text[:at])}{_indented(dump(after[same : same + 1]), indent)}{text[at:]}"
    if len(before) == len(after) + 1 and before[same + 1 :] == after[same:]:
        return text[: spans[same].start] + text[spans[same].end :]
    return text[: spans[0].start] + _indented(dump(after), indent) + text[spans[-1].end :]


def _common(before: Sequence[Entry], after: Sequence[Entry]) -> int:
    """How many entries at the beginning are the same."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    return same


def _span(text: str, node: Any) -> _Span:
    """The lines of an item of a block list, from that of its dash on."""
    dash = text.rfind("-", 0, node.start_mark.index)
    leaf = node
    while isinstance(leaf.value, list) and leaf.value and not leaf.flow_style:
        leaf = leaf.value[-1][1] if isinstance(leaf.value[-1], tuple) else leaf.value[-1]
    end = leaf.end_mark.index
    if leaf.end_mark.column or end == leaf.start_mark.index:
        end = text.find("\n", end) + 1 or len(text)
    return _Span(text.rfind("\n", 0, dash) + 1, end)


def _indented(lines: str, indent: str) -> str:
    return "".join(f"{indent}{line}" for line in lines.splitlines(keepends=True))


def _ended(text: str) -> str:
    """`text` with a line feed at its end, if there is anything."""
    return text if not text or text.endswith("\n") else f"{text}\n"
