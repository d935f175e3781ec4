"""Keys looked up as they are typed: the first of a chord is kept until the second comes."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Key

from tui.app.actions import Action, Keymap, Place
from tui.app.key_names import key_name


class Chords:
    """What the keys of a screen stand for, one after another."""

    def __init__(self, keys: Keymap, say: Callable[[str], None]) -> None:
        """`say` is given what can follow the first key of a chord, and nothing when the second has come."""
        self._keys = keys
        self._say = say
        self._first = ""

    def take(self, event: Key, place: Place) -> Action | None:
        """The action that a key, or the chord that it ends, stands for in a place; an event that is used is stopped."""
        key = event.key
        if self._first:
            key, self._first = f"{self._first} {key}", ""
            self._say("")
        elif self._keys.begins_chord(place, key):
            self._first = key
            event.stop()
            self._say(what_follows(self._keys, key, place))
            return None
        action = self._keys.find(place, key)
        if action is not None:
            event.stop()
        return action


def what_follows(keys: Keymap, first: str, place: Place) -> str:
    """The second keys of the chords that begin with the key `first` in a place, each with its action's name."""
    found: dict[str, str] = {}
    for action in (action for there in place.reach for action in keys.of(there)):
        for key in action.keys:
            begin, _, second = key.partition(" ")
            if second and begin == first:
                found.setdefault(second, action.name.replace("_", " "))
    return f"{key_name(first)} …  " + " · ".join(f"{key_name(key)} {name}" for key, name in found.items())
