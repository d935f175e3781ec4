"""The names of keys: as Textual names them, and as people write them."""

from __future__ import annotations

_SHOWN = {
    "question_mark": "?",
    "asterisk": "*",
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "slash": "/",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "vertical_line": "|",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "backspace": "Backspace",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
}


def key_name(key: str) -> str:
    """A key or chord as people write it: "gg", "Ctrl+D", "?"."""
    parts = key.split(" ")
    if len(parts) > 1:
        return "".join(key_name(part) for part in parts)
    *modifiers, last = key.split("+")
    shown = _SHOWN.get(last, last.upper() if modifiers and len(last) == 1 else last)
    return "+".join([*(m.capitalize() for m in modifiers), shown])


_NAMES = {shown: key for key, shown in _SHOWN.items()} | {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
}

_SHORT = {"up", *(f"f{number}" for number in range(1, 10))}


def key_of(written: str) -> str:
    """The name of a key or chord that people wrote: "?" is "question_mark", "gg" is "g g", "Ctrl+D" is "ctrl+d"."""
    if len(written) == 1:
        return _NAMES.get(written, written)
    parts = written.split()
    if len(parts) > 1:
        return " ".join(key_of(part) for part in parts)
    if len(written) == 2 and written.isascii() and written.lower() not in _SHORT:
        return " ".join(key_of(letter) for letter in written)
    *modifiers, last = written.split("+")
    name = _NAMES.get(last) or _NAMES.get(last.lower()) or _NAMES.get(last.capitalize()) or last.lower()
    return "+".join([*(m.lower() for m in modifiers), name])
