"""The settings: what there is to set, where the file is, and what is wrong with it, told with its line.

An option on the command line overrides an environment variable (`REEX_` and the name in capitals), which overrides the
file, which overrides the default.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.nearest import did_you_mean

if TYPE_CHECKING:
    import yaml

FILE_VARIABLE = "REEX_CONFIG"
PREFIX = "REEX_"


@dataclass(frozen=True)
class Setting:
    """One setting: what it is for, and `read`, which gives its value for a YAML value or raises `ValueError`."""

    sentence: str
    read: Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be a word or name")
    return value


def _path(value: Any) -> Path:
    try:
        return Path(_text(value)).expanduser()
    except RuntimeError:
        raise ValueError("must not begin with the home of a user that there is not") from None


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    known = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if isinstance(value, str) and value.lower() in known:
        return known[value.lower()]
    raise ValueError("must be true or false")


def _number(least: int, most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        try:
            number = int(str(value))
        except ValueError:
            number = least - 1
        if isinstance(value, bool) or not least <= number <= most:
            raise ValueError(f"must be a whole number from {least} to {most}")
        return number

    return read


def _keys(value: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError("must be a list of actions, each with its key or keys")
    found = {}
    for action, keys in value.items():
        several = keys if isinstance(keys, list) else [keys]
        if not all(isinstance(key, str | int) and not isinstance(key, bool) for key in several):
            raise ValueError(f"{action} must be given a key, or keys in [ ]")
        found[str(action)] = tuple(str(key) for key in several)
    return found


SETTINGS: dict[str, Setting] = {
    "theme": Setting("Colours: reex-dark, reex-light, or any other that T offers in the reader.", _text),
    "briefs": Setting("The folder in which briefs are saved.", _path),
    "library": Setting(
        "The file with decisions and cached analyses; by default in the user's data folder.", _path
    ),
    "reviewer": Setting("Your name in the log of decisions; by default that of your account.", _text),
    "model": Setting("The spaCy model: an installed package, or a folder.", _text),
    "reading_width": Setting("The widest that text is set, in columns (40 to 120).", _number(40, 120)),
    "fetch_seconds": Setting("The longest that fetching a page may take.", _number(1, 600)),
    "fetch_megabytes": Setting("The largest page that is fetched.", _number(1, 200)),
    "pipe_seconds": Setting("The longest that a command that a text is piped to may run.", _number(1, 3600)),
    "fetch_private": Setting("Whether addresses inside the own network may be fetched.", _flag),
    "keys": Setting("Keys by action, as docs/keys.md names them, such as  desk.save: [s, ctrl+s].", _keys),
}
VARIABLES = {f"{PREFIX}{name.upper()}": name for name in SETTINGS if name != "keys"}
"""The environment variables with the settings that they set; keys are set in the file alone."""


@dataclass(frozen=True)
class Settings:
    """The values in force.

    A `library` of None is the file in the user's data folder, a `model` of None the default one, a `reviewer` of None
    the user's account.
    """

    theme: str = "reex-dark"
    briefs: Path = Path("briefs")
    library: Path | None = None
    reviewer: str | None = None
    model: str | None = None
    reading_width: int = 80
    fetch_seconds: int = 30
    fetch_megabytes: int = 20
    pipe_seconds: int = 60
    fetch_private: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """Something that is wrong with the settings: a sentence with the file's line or the variable's name."""

    message: str


def default_path() -> Path:
    """Where the settings file is: `REEX_CONFIG`, else `config.yaml` in the user's configuration folder."""
    if named := os.environ.get(FILE_VARIABLE):
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_config_dir("reex-tui", appauthor=False)) / "config.yaml"


def load(path: Path, environment: Mapping[str, str]) -> tuple[Settings, tuple[Fault, ...]]:
    """The settings of the file (which need not be there) and the environment; a faulty value keeps its default."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, value, place in (*_from_file(path, faults), *_from_environment(environment)):
        setting = SETTINGS.get(name)
        if setting is None:
            hint = did_you_mean(name, SETTINGS, f"; known are {', '.join(SETTINGS)}.")
            faults.append(Fault(f"{place}: there is no setting {name!r}{hint}"))
            continue
        if value is None:
            continue
        try:
            values[name] = setting.read(value)
        except ValueError as error:
            faults.append(Fault(f"{place}: {name} {error}, not {value!r}; the default is used."))
    return Settings(**values), (*faults, *_unknown_variables(environment))


def _from_file(path: Path, faults: list[Fault]) -> Iterator[tuple[str, Any, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(f"{path} cannot be read ({error}); the defaults are used."))
        return
    import yaml

    try:
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        faults.append(
            Fault(f"{_place(path, getattr(error, 'problem_mark', None))} is not YAML ({_why(error)}).")
        )
        return
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        faults.append(Fault(f"{path} must be a list of settings, one a line, such as  theme: reex-dark."))
        return
    loader = yaml.SafeLoader("")
    for key, node in root.value:
        yield (
            str(loader.construct_object(key, deep=True)),
            loader.construct_object(node, deep=True),
            _place(path, key.start_mark),
        )


def places(path: Path, environment: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Where each setting in force is set: ("theme",) or, for the keys of one action, ("keys", "desk.save")."""
    import yaml

    found: dict[tuple[str, ...], str] = {(name,): place for name, _, place in _from_file(path, [])}
    if ("keys",) in found:
        root: Any = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
        maps = [
            node for key, node in root.value if key.value == "keys" and isinstance(node, yaml.MappingNode)
        ]
        for key, _ in (pair for node in maps for pair in node.value):
            found["keys", str(key.value)] = _place(path, key.start_mark)
    return found | {(name,): place for name, _, place in _from_environment(environment)}


def _why(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or "it cannot be parsed")


def _place(path: Path, mark: Any) -> str:
    return f"{path}, line {mark.line + 1}" if mark is not None else str(path)


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, Any, str]]:
    for variable, name in VARIABLES.items():
        if variable in environment:
            yield name, environment[variable], f"The environment variable {variable}"


def _unknown_variables(environment: Mapping[str, str]) -> Iterator[Fault]:
    known = (*VARIABLES, FILE_VARIABLE)
    for variable in sorted(environment):
        if variable.upper().startswith(PREFIX) and variable not in known:
            hint = did_you_mean(variable.upper(), known, f"; known are {', '.join(known)}.")
            yield Fault(f"There is no environment variable {variable} to set anything by{hint}")


def as_yaml(settings: Settings, *, commented: bool) -> str:
    """The settings as a YAML file with what each is for; with `commented`, every value is commented out."""
    import yaml

    parts = ["# Settings of reex-tui. What is not set here has the value shown.\n"] if commented else []
    for one in fields(settings):
        value = getattr(settings, one.name)
        plain: Any = str(value) if isinstance(value, Path) else value
        if one.name == "keys":
            plain = {action: list(keys) for action, keys in value.items()}
        line = yaml.safe_dump({one.name: plain}, allow_unicode=True).rstrip()
        shown = "\n".join(f"# {part}" for part in line.split("\n")) if commented else line
        parts.append(f"# {SETTINGS[one.name].sentence}\n{shown}\n")
    return "\n".join(parts)
