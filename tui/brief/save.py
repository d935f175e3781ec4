"""Briefs as files: named by the article, written atomically, with everything kept that the tool did not write."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tui import __version__
from tui.analysis.model import Analysis
from tui.files import write_atomically
from tui.plain import one_line, slug

from .kept import merge, seal
from .markdown import body
from .model import Brief

SCHEMA = "reex-brief/1"
REVIEW_STATES = ("unreviewed", "in review", "reviewed")
"""What the tool writes; any other word in its place is the person's and stays."""
_OWN_TAGS = ("brief",)
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


class BriefFileError(Exception):
    """A brief cannot be written; the message is a sentence: what, which file, what to do."""


def front_matter(brief: Brief) -> dict[str, Any]:
    """The tool's own keys of the YAML front matter, in order. Flat: values are scalars or lists of strings."""
    cited = {e.citation for e in brief.byline_evidence} | {
        e.citation for line in brief.lines for e in line.evidence
    }
    state = (
        "unreviewed"
        if brief.judged is None
        else "in review"
        if brief.judged < len(brief.lines)
        else "reviewed"
    )
    return {
        "title": f"Brief {brief.id} · {one_line(brief.title)}",
        "type": "brief",
        "schema": SCHEMA,
        "source_id": brief.id,
        "source_file": one_line(brief.file),
        "source_sha256": brief.sha256,
        "publisher": _line_or_none(brief.publisher),
        "author": _line_or_none(brief.author),
        "published": date.fromisoformat(brief.published) if brief.published else None,
        "published_basis": brief.published_basis,
        "language": brief.language,
        "signals": list(brief.signals),
        "review_state": state,
        **({} if brief.confirmed is None else {"lines_confirmed": brief.confirmed}),
        "generator": f"reex-tui {__version__}",
        "citations": len(cited),
        "tags": list(_OWN_TAGS),
    }


def _line_or_none(text: str | None) -> str | None:
    return one_line(text) if text else None


def as_document(brief: Brief, analysis: Analysis, old: str | None = None) -> str:
    """The brief as a file's text. With `old`, the text of the file so far, the person's keys, tags and lines are kept.

    Raises `ValueError` when the front matter of `old` is not a YAML mapping.
    """
    front, written = front_matter(brief), body(brief, analysis)
    lines = written
    if old is not None:
        kept, rest = split_document(old)
        own = kept.get("review_state")
        if own and own not in REVIEW_STATES:
            front["review_state"] = own
        tags = kept.get("tags") or []
        front["tags"] += [
            tag for tag in (tags if isinstance(tags, list) else [tags]) if tag not in front["tags"]
        ]
        front |= {key: value for key, value in kept.items() if key not in front}
        lines = merge(written, rest.split("\n"))
    head = yaml.safe_dump(front, sort_keys=False, allow_unicode=True, width=10_000)
    text = "\n".join(lines)
    return f"---\n{head}---\n\n{text}\n\n{seal(written)}\n"


def split_document(text: str) -> tuple[dict[str, Any], str]:
    """Front matter and body of a Markdown file. Raises `ValueError` when the front matter is not a YAML mapping."""
    found = _FRONT.match(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    if found is None:
        return {}, text
    try:
        front = yaml.safe_load(found[1])
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    if front is None:
        front = {}
    if not isinstance(front, dict):
        raise ValueError("it is not a list of keys and values")
    return front, found.string[found.end() :].removeprefix("\n")


def file_name(brief: Brief) -> str:
    """`NNN-slug.md`, made of the article's id and title."""
    words = slug(brief.title)
    return f"{brief.id}-{words}.md" if words else f"{brief.id}.md"


def save_brief(brief: Brief, analysis: Analysis, folder: Path) -> Path:
    """Write the brief into `folder` (made when it is not there); returns the file's path.

    A brief of the same source that is there already is written anew under its own name; a file of that name that is no
    brief of this source is left alone and the name is given a number. Raises `BriefFileError`.
    """
    path = folder / file_name(brief)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = _earlier(brief, folder)
        old = found.read_text(encoding="utf-8") if found else None
        path = found or _free(path)
        write_atomically(path, as_document(brief, analysis, old))
    except UnicodeDecodeError as error:
        raise BriefFileError(
            f"{path} is not UTF-8 and was not written over; mend it or move it away."
        ) from error
    except ValueError as error:
        raise BriefFileError(
            f"The front matter of {path} cannot be read ({one_line(str(error))}); mend it or move the file away."
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise BriefFileError(
            f"{path} could not be written ({reason}); check the folder, or choose another."
        ) from error
    return path


def _earlier(brief: Brief, folder: Path) -> Path | None:
    """The file in `folder` that holds a brief of the same source."""
    wanted = file_name(brief)
    candidates = sorted(folder.glob(f"{brief.id}*.md"), key=lambda path: (path.name != wanted, path.name))
    return next((path for path in candidates if path.is_file() and _is_brief_of(brief, path)), None)


def _is_brief_of(brief: Brief, path: Path) -> bool:
    """By the keys themselves, so that front matter which a person has broken still says whose it is."""
    with path.open(encoding="utf-8", errors="replace") as file:
        head = file.read(20_000)
    if not re.search(rf"^schema: ['\"]?{re.escape(SCHEMA)}['\"]?\s*$", head, re.MULTILINE):
        return False
    return re.search(rf"^source_sha256: ['\"]?{brief.sha256}['\"]?\s*$", head, re.MULTILINE) is not None


def _free(path: Path) -> Path:
    number, free = 2, path
    while free.exists() or free.is_symlink():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free
