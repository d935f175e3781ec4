"""Text from outside, made harmless before it reaches a terminal, a file name, YAML or Markdown."""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # DCS, SOS, OSC, PM, APC
    r"|\x9b[0-?]*[ -/]*[@-~]"
    r"|\x1b[ -/]*[0-~]?"
)
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def without_controls(text: str) -> str:
    """`text` without terminal escapes and control characters (line feeds and tabs stay) and without bidi overrides."""
    text = _ESCAPES.sub("", text)
    return "".join(
        c for c in text if c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _BIDI)
    )


def one_line(text: str) -> str:
    """`text` on one line, without anything that a terminal would obey."""
    return " ".join(without_controls(text).split())


_MARKDOWN = re.compile(r"([\\`*_\[\]<>|$#&]|(?<!^)(?<! )~|~(?![\d$£€¥]))")


def markdown(text: str) -> str:
    """`text` on one line with everything escaped that CommonMark, GFM or a wiki dialect would read as markup.

    A tilde before a number ("~70%") stays as it is: it cannot open a strike-through that anything closes.
    """
    line = _MARKDOWN.sub(r"\\\1", one_line(text))
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", line))


def slug(text: str, length: int = 60) -> str:
    """A file name's part made of `text`: lower-case ASCII letters, digits, single hyphens, cut at a word; may be empty."""
    ascii_text = (
        unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    )
    words = re.findall(r"[a-z0-9]+", ascii_text)
    made = ""
    for word in words:
        if len(made) + len(word) + 1 > length:
            break
        made = f"{made}-{word}" if made else word
    return made or (words[0][:length] if words else "")
