"""The line that is an article's title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .extracted import Judged
from .kinds import doubled, is_caption, is_list_item, own_kind
from .line_features import KINDS
from .words import FUNCTION_WORDS, words
from .written_days import days

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_REACH = 600
"""Lines that are looked at for the title."""
_LONGEST = 250
_BELOW = 6
"""Lines below the first line of prose that may still hold the title."""
_ENOUGH = 0.05
"""The least probability of a line to be the title."""
_BYLINE = re.compile(
    r"^\W*(?:by|written by|posted by|author|published|updated|last updated|posted|date)\b", re.IGNORECASE
)
_LABEL = re.compile(r"^(?:now reading|reading|title|headline)\s*:?\s+", re.IGNORECASE)
_SITE = re.compile(r"\s+(?:[|»«]|::)\s+[^|»«]{2,50}$")


def candidates(text: str, judged: Sequence[Judged]) -> list[int]:
    """The indexes of the lines that may be the title."""
    first = first_prose(judged)
    return [
        index
        for index, line in enumerate(judged[: min(_REACH, first + _BELOW)])
        if line.end - line.start <= _LONGEST and any(map(str.isalpha, text[line.start : line.end]))
    ]


def first_prose(judged: Sequence[Judged]) -> int:
    """The index of the first line of the body that is long enough to be prose."""
    for index, line in enumerate(judged):
        if line.body > 0.5 and line.end - line.start >= 100:
            return index
    return next((index for index, line in enumerate(judged) if line.body > 0.5), len(judged))


def title_line(judged: Sequence[Judged], title: tuple[int, int] | None) -> int | None:
    """The index of the line that holds the title; None without a title."""
    return next(
        (index for index, line in enumerate(judged) if title and line.start <= title[0] < line.end), None
    )


def last_body(judged: Sequence[Judged]) -> int:
    """The index of the last line of running text, or one past the end where there is none."""
    return max((index for index, line in enumerate(judged) if line.kind == "body"), default=len(judged))


def title_features(text: str, judged: Sequence[Judged], chosen: Sequence[int]) -> NDArray[np.float32]:
    """What the title model sees of the `chosen` lines: one row each."""
    import numpy as np

    first = first_prose(judged)
    reach = judged[: min(len(judged), _REACH + 50)]
    said = [text[line.start : min(line.end, line.start + _LONGEST + 50)] for line in reach]
    kinds = [own_kind(line) for line in said]
    dated = [len(line) < 200 and bool(days(line)) for line in said]
    signed = [_BYLINE.match(line) is not None for line in said]
    opening = _content(
        " ".join(text[line.start : min(line.end, line.start + 800)] for line in judged[first : first + 4])
    )
    prose = [line for line in judged[first:] if line.body > 0.5][:60]
    body = Counter(words(" ".join(text[line.start : min(line.end, line.start + 600)] for line in prose)))
    keys = [" ".join(words(line)) for line in said]
    counts = Counter(keys)
    joined = "\n".join(keys)
    found_long = 0
    rows = []
    for index in chosen:
        line, words_here = said[index], keys[index].split()
        content = _content(line)
        raw = line.split()
        size = len(content) + 1
        near = range(index + 1, min(len(said), index + 5))
        above = range(max(0, index - 4), index)
        found_long += len(raw) >= 4
        rows.append(
            [
                float(len(line)),
                float(len(raw)),
                sum(word[:1].isupper() for word in raw) / (len(raw) + 1),
                float(line.isupper()),
                float(line[-1] in ".;,"),
                float(line[-1] in ":"),
                float(line[-1] in "?!"),
                float(line.endswith(("…", "..."))),
                float(is_list_item(line)),
                float(is_caption(line)),
                float(doubled(line)),
                float(" / " in line or " > " in line or "»" in line),
                float(sum(map(str.isdigit, line)) / len(line)),
                *(float(kinds[index] == kind) for kind in KINDS),
                float(dated[index]),
                float(signed[index]),
                float(reach[index].body),
                float(reach[index - 1].body) if index else -1.0,
                float(reach[index + 1].body) if index + 1 < len(reach) else -1.0,
                float(index),
                float(first - index),
                float(found_long),
                float(min(5, counts[keys[index]])),
                float(min(6, joined.count(keys[index]) - counts[keys[index]]))
                if len(words_here) > 2
                else -1.0,
                float(keys[index] in keys[:index]),
                len(content & opening) / size,
                float(len(content & opening)),
                sum(body[word] > 0 for word in content) / size,
                sum(min(5, body[word]) for word in content) / size,
                float(any(dated[at] for at in near)),
                float(any(signed[at] for at in near)),
                float(any(kinds[at] == "meta" for at in near)),
                float(any(kinds[at] == "share" for at in near)),
                float(any(dated[at] for at in above)),
                float(any(kinds[at] in ("navigation", "share") for at in above)),
                float(len(said[index + 1])) if index + 1 < len(said) else 0.0,
                float(len(said[index - 1])) if index else 0.0,
                float(text[reach[index - 1].end : reach[index].start].count("\n")) if index else 3.0,
                float(text[reach[index].end : reach[index + 1].start].count("\n"))
                if index + 1 < len(reach)
                else 3.0,
            ]
        )
    table = np.array(rows, np.float32).reshape(len(rows), -1)
    if not len(rows):
        return table
    best = [table[:, column] - table[:, column].max() for column in (27, 30, 32)]
    return np.concatenate((table, np.stack(best, axis=1)), axis=1)


def _content(text: str) -> set[str]:
    return {word for word in words(text) if len(word) > 2 and word not in FUNCTION_WORDS}


def find_title(text: str, judged: Sequence[Judged], stated: str | None = None) -> tuple[int, int] | None:
    """The span of the title: of the line that says `stated`, or, without it, of the line that looks most like a title.

    A label before it and the site's name after it are left out.
    """
    if stated is not None:
        wanted = " ".join(words(stated))
        for line in judged[:_REACH]:
            if (
                line.end - line.start <= len(stated) + 20
                and " ".join(words(text[line.start : line.end])) == wanted
            ):
                return line.start, line.end
        return None
    from .weights import load

    chosen = candidates(text, judged)
    if not chosen:
        return None
    chances = load().title.predict(title_features(text, judged, chosen))
    best = int(chances.argmax())
    if chances[best] < _ENOUGH:
        return None
    line = judged[chosen[best]]
    return trimmed(text, line.start, line.end)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a label before the title and the site's name after it."""
    said = text[start:end]
    if label := _LABEL.match(said):
        start += label.end()
    if (site := _SITE.search(said)) and site.start() - (start - end + len(said)) >= 20:
        end -= len(said) - site.start()
    return start, end
