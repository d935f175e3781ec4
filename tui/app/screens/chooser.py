"""A line to type in with a list under it: actions, keys, themes, paths. Typing narrows the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.events import Key, Resize
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.actions import Action
from tui.app.key_names import key_name
from tui.app.looks import LOOKS
from tui.app.widgets.choices import Choice, Choices

LONGEST = 20
"""The most rows of the list."""
BETWEEN = "   "
"""What stands between two hints."""
LOW = 20
"""With fewer rows on the terminal nothing is left empty around the list."""


def narrow(choices: Sequence[Choice], query: str) -> list[Choice]:
    """The choices that hold every word of the query, those whose own name holds them first."""
    words = query.casefold().split()
    if not words:
        return list(choices)
    named, noted = [], []
    for choice in choices:
        text = choice.text.casefold()
        if all(word in text for word in words):
            named.append(choice)
        elif all(word in f"{text} {choice.note} {choice.name}".casefold() for word in words):
            noted.append(choice)
    return named + noted


def choose(
    app: App[Any], title: str, choices: Sequence[Choice], then: Callable[[Any], object], at: int = 0
) -> None:
    """Let the person choose, beginning with the choice `at`; `then` is called with the value of what was chosen, if any."""

    def chosen(value: object) -> None:
        if value is not None:
            then(value)

    app.push_screen(Chooser(title, lambda query: narrow(choices, query), at=at), chosen)


def choose_action(
    app: App[Any], title: str, actions: Sequence[Action], perform: Callable[[Action], object]
) -> None:
    """Let the person find an action by its sentence, key or name."""
    choices = [Choice(a.sentence, "  ".join(map(key_name, a.keys)), a, a.identity) for a in actions]
    choose(app, title, choices, perform)


class Hints(Static):
    """What the keys of a chooser do: as much of it as there is room for, and how to go back in any case."""

    def __init__(self, hints: Sequence[str]) -> None:
        super().__init__(id="chooser-hint", markup=False)
        self._hints = hints

    def on_resize(self, event: Resize) -> None:
        """Leave out the first ones where there is little room."""
        shown = list(self._hints)
        while len(shown) > 1 and cell_len(BETWEEN.join(shown)) > self.content_size.width:
            shown.pop(0)
        self.update(BETWEEN.join(shown))


class Chooser(ModalScreen[Any], inherit_bindings=False):
    """Gives the value of what was chosen, or None.

    `find` gives the choices for what was typed; `preview` is called with each choice that becomes the current one.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    AUTO_FOCUS = "#query"

    def __init__(
        self,
        title: str,
        find: Callable[[str], Sequence[Choice]],
        *,
        hints: Sequence[str] = ("↑ ↓ move", "Enter take", "Esc back"),
        at: int = 0,
        preview: Callable[[Choice], None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._find = find
        self._hints = hints
        self._at = at
        self._preview = preview
        self.list = Choices("choices")

    def compose(self) -> ComposeResult:
        """Title, line, list, hint."""
        with Container(id="chooser"):
            yield Static(self._title, id="chooser-title", markup=False)
            line = Input(id="query", compact=True, select_on_focus=False)
            line.cursor_blink = False
            yield line
            yield self.list
            yield Hints(self._hints)

    def on_mount(self) -> None:
        """Show all choices."""
        self.list.show(self._find(""), self._at)

    def on_resize(self, event: Resize) -> None:
        """Let the list be as long as there is room for, with title, line and hint around it."""
        around = 10 if event.size.height >= LOW else 5
        self.set_class(event.size.height < LOW, "low")
        self.list.styles.max_height = max(1, min(LONGEST, event.size.height - around))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.list.show(self._find(event.value))

    @on(Choices.Highlighted)
    def _highlighted(self) -> None:
        if self._preview is not None and self.list.choice is not None:
            self._preview(self.list.choice)

    @on(Choices.Taken)
    @on(Input.Submitted)
    def _entered(self) -> None:
        self.take()

    def take(self) -> None:
        """End with the current choice."""
        choice = self.list.choice
        if choice is not None:
            self.dismiss(choice.value)

    def on_key(self, event: Key) -> None:
        """Move in the list while typing."""
        steps = {
            "down": 1,
            "up": -1,
            "ctrl+n": 1,
            "ctrl+p": -1,
            "pagedown": max(1, self.list.height - 1),
            "pageup": -max(1, self.list.height - 1),
        }
        if event.key in steps:
            self.list.step(steps[event.key])
        elif event.key == "escape":
            self.dismiss(None)
        else:
            return
        event.stop()
