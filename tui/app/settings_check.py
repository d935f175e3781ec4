"""What is wrong with settings that only the app can judge: the names of themes, actions and keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from textual.keys import Keys, key_to_character
from textual.theme import BUILTIN_THEMES

from tui.app.actions import ACTIONS, KeyConflictError, keymap
from tui.app.key_names import key_of
from tui.app.themes import THEMES
from tui.nearest import did_you_mean
from tui.settings import Settings

_KEYS = {key.value.rpartition("+")[2] for key in Keys if not key.value.startswith("<")}
_MODIFIERS = ("ctrl", "shift", "alt", "super", "hyper", "meta")


def faults(settings: Settings, places: Mapping[tuple[str, ...], str]) -> Iterator[str]:
    """A sentence for everything that is wrong.

    `places` says where a setting, or under "keys" an action, is set: the file with the line, or the variable.
    """

    def at(*names: str) -> str:
        place = places.get(names) or places.get(names[:1])
        return f"{place}: " if place else ""

    themes = [*(theme.name for theme in THEMES), *BUILTIN_THEMES]
    if settings.theme not in themes:
        yield f"{at('theme')}there is no theme {settings.theme!r}{did_you_mean(settings.theme, themes)}"
    identities = [action.identity for action in ACTIONS]
    usable: dict[str, tuple[str, ...]] = {}
    for identity, keys in settings.keys.items():
        if identity not in identities:
            yield f"{at('keys', identity)}there is no action {identity!r}{did_you_mean(identity, identities)}"
            continue
        usable[identity] = keys
        for key in keys:
            for near in map(_misnamed, key_of(key).split(" ")):
                if near is not None:
                    yield f"{at('keys', identity)}no key is called {key!r}{near}"
    while True:
        try:
            keymap(usable)
        except KeyConflictError as error:
            identity = next((one for one in reversed(usable) if one in error.actions and usable[one]), "")
            yield f"{at('keys', identity)}{error}"
            if not identity:
                return
            usable[identity] = ()
        else:
            return


def _misnamed(stroke: str) -> str | None:
    """None for the name of a key, else a hint at the nearest name."""
    *modifiers, last = stroke.split("+")
    known = len(last) == 1 or last in _KEYS or key_to_character(last) is not None
    if known and set(modifiers) <= set(_MODIFIERS):
        return None
    nearest = [*((get_close_matches(m, _MODIFIERS, 1) or [m])[0] for m in modifiers)]
    nearest.append(last if known else (get_close_matches(last, sorted(_KEYS), 1) or [""])[0])
    return f"; did you mean {'+'.join(nearest)}?" if "+".join(nearest) != stroke and nearest[-1] else "."
