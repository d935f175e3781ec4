"""The file of a folder's corrections: YAML that a person can edit and share, applied in its order.

    corrections:
      - merge: [Trump, President Trump]
        into: Donald Trump
      - split: Rajapaksa
        from: Mahinda Rajapaksa
      - rename: Xi
        to: Xi Jinping
      - kind: media
        of: Rare Earth Exchanges
      - drop: Global Trade

Keys that the tool does not know are kept, and so are a person's comments.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from tui.files import write_atomically
from tui.plain import one_line

from .corrections import Correction, Corrections, Do
from .corrections_text import edited
from .model import ActorKind

FILE_NAME = "actors.yaml"

LARGEST = 1_000_000
"""Bytes of the largest file of corrections that is read."""

_KINDS: tuple[str, ...] = get_args(ActorKind)


class CorrectionsError(Exception):
    """A file of corrections cannot be read; the message says which, why and what to do."""


_SECOND: dict[Do, str] = {"merge": "into", "split": "from", "rename": "to", "kind": "of", "drop": ""}


def parse_corrections(text: str, name: str = FILE_NAME) -> Corrections:
    """The corrections of a YAML text; `name` is the file's, for messages. Raises `CorrectionsError`."""
    import yaml

    where = one_line(name)
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + 1}" if mark is not None else ""
        raise CorrectionsError(f"{where} is not YAML{line}; mend it or move it away.") from error
    if data is None:
        return Corrections()
    if not isinstance(data, dict):
        raise CorrectionsError(f'{where} must hold a list under "corrections:"; mend it or move it away.')
    entries = data.get("corrections")
    if not isinstance(entries, list | None):
        raise CorrectionsError(f'In {where}, "corrections" must be a list.')
    items = tuple(_correction(entry, number, where) for number, entry in enumerate(entries or (), 1))
    return Corrections(items, {key: value for key, value in data.items() if key != "corrections"})


def _correction(entry: object, number: int, where: str) -> Correction:
    def refuse(why: str) -> CorrectionsError:
        return CorrectionsError(f"In {where}, correction {number} {why}.")

    if not isinstance(entry, dict):
        raise refuse("is not a list of keys and values")
    kinds = [each for each in _SECOND if each in entry]
    if len(kinds) != 1:
        raise refuse("must have one of the keys merge, split, rename, kind or drop")
    do = kinds[0]
    first, second = entry[do], entry.get(_SECOND[do], "")
    if do == "kind":
        first, second = second, first
    names = first if isinstance(first, list) and do in ("merge", "drop", "kind") else [first]
    if not names or not all(isinstance(each, str) and each.strip() for each in names):
        raise refuse(f'must give a name for "{_SECOND[do] if do == "kind" else do}"')
    if do != "drop" and not (isinstance(second, str) and second.strip()):
        raise refuse(f'must say "{do if do == "kind" else _SECOND[do]}: …"')
    if do == "kind" and second not in _KINDS:
        raise refuse(f"has an unknown kind; the kinds are {', '.join(_KINDS)}")
    extra = {key: value for key, value in entry.items() if key not in (do, _SECOND[do] or do)}
    cleaned = tuple(one_line(each) for each in names)
    return Correction(do, cleaned, one_line(second) if do != "drop" else "", extra)


def format_corrections(corrections: Corrections) -> str:
    """The YAML text that `parse_corrections` reads back as the same corrections."""
    import yaml

    data = {**corrections.extra, "corrections": [_entry(item) for item in corrections.items]}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def _entry(item: Correction) -> dict[str, Any]:
    names: str | list[str] = (
        item.names[0] if len(item.names) == 1 and item.do != "merge" else list(item.names)
    )
    if item.do == "kind":
        entry: dict[str, Any] = {"kind": item.value, "of": names}
    else:
        entry = {str(item.do): names}
        if _SECOND[item.do]:
            entry[_SECOND[item.do]] = item.value
    return {**entry, **item.extra}


def _edited(text: str, corrections: Corrections, name: str) -> str:
    """`text` with these corrections, and all else as it was written. Raises `CorrectionsError`."""
    import yaml

    try:
        before = parse_corrections(text, name)
        entries = [[_entry(item) for item in each.items] for each in (before, corrections)]
        made = edited(text, *entries)
        if made is not None and parse_corrections(made) == corrections:
            return made
    except (CorrectionsError, yaml.YAMLError, TypeError):
        pass
    raise CorrectionsError(
        f"{one_line(name)} is written in a way that cannot be changed without losing some of it; change it by hand."
    )


def read_corrections(path: Path) -> Corrections:
    """The corrections of a file; none where there is no file. Raises `CorrectionsError`."""
    try:
        if path.exists() and not path.is_file():
            raise CorrectionsError(
                f"{one_line(path.name)} is no file (a folder, pipe or device); move it away."
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Corrections()
    except OSError as error:
        raise CorrectionsError(f"{one_line(path.name)} cannot be read ({error.strerror}).") from error
    if len(data) > LARGEST:
        raise CorrectionsError(f"{one_line(path.name)} is larger than a file of corrections can be (1 MB).")
    try:
        return parse_corrections(data.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise CorrectionsError(f"{one_line(path.name)} is not UTF-8 text; save it as UTF-8.") from error


def write_corrections(path: Path, corrections: Corrections) -> None:
    """Write the file, whole or not at all; comments and whatever else a person wrote stay.

    Raises `OSError`, and `CorrectionsError` where that cannot be done.
    """
    try:
        raw = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raw = ""
    except UnicodeDecodeError as error:
        raise CorrectionsError(f"{one_line(path.name)} is not UTF-8 text; save it as UTF-8.") from error
    before = raw.removeprefix("\ufeff").replace("\r\n", "\n")
    made = _edited(before, corrections, path.name) if before.strip() else format_corrections(corrections)
    if "\r\n" in raw:
        made = made.replace("\n", "\r\n")
    write_atomically(path, "\ufeff" + made if raw.startswith("\ufeff") else made)


def corrections_in(folders: Iterable[Path]) -> tuple[dict[Path, Corrections], list[str]]:
    """The corrections that each folder has, and a sentence for each file that cannot be read and is passed over."""
    found: dict[Path, Corrections] = {}
    faults: list[str] = []
    for folder in dict.fromkeys(folders):
        try:
            corrections = read_corrections(folder / FILE_NAME)
        except CorrectionsError as error:
            faults.append(f"{error} Its corrections are passed over.")
        else:
            if corrections.items:
                found[folder] = corrections
    return found, faults
