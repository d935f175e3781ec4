"""What can follow the first key of a chord, in words."""

from __future__ import annotations

from tui.app.actions import Keymap, Place, key_name


def what_follows(keys: Keymap, first: str, *places: Place) -> str:
    """The second keys of the chords that begin with the key `first` in the places, each with its action's name."""
    found: dict[str, str] = {}
    for action in (action for place in places for action in keys.of(place)):
        for key in action.keys:
            begin, _, second = key.partition(" ")
            if second and begin == first:
                found.setdefault(second, action.name.replace("_", " "))
    return f"{key_name(first)} …  " + " · ".join(f"{key_name(key)} {name}" for key, name in found.items())
