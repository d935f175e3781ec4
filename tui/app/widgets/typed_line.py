"""A line to type in that takes every key in the order in which it was typed, however fast: also those before it is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.events import Key
from textual.message import Message
from textual.widgets import Input


class TypedLine(Input):
    """Calls `answered` once: with the words at Enter, with None at Escape.

    While the focus changes, keys reach the pane that had it, the screen or this line. All are kept until a message that
    goes the same way as they did has arrived, and then taken in their order. The screen hands over what it gets (`ahead`,
    `settle`); keys typed after the answer are given back to it.
    """

    class Settled(Message):
        """Goes the way of the keys that were typed before the line had the focus."""

        def __init__(self, line: TypedLine) -> None:
            super().__init__()
            self.line = line

    class _Kept(Message, bubble=False):
        """Comes after all keys that reached the line before it settled."""

    def __init__(
        self,
        answered: Callable[[str | None], None],
        begin: str = "",
        history: Sequence[str] = (),
        *,
        id: str | None = None,
        placeholder: str = "",
    ) -> None:
        """`history` holds earlier answers, the latest last; the arrow keys go through them."""
        super().__init__(begin, compact=True, select_on_focus=False, id=id, placeholder=placeholder)
        self.cursor_blink = False
        self._answered = answered
        self._answers = [*history, begin]
        self._at = len(history)
        self._settled = self._done = False
        self._kept: list[Key] = []

    def on_mount(self) -> None:
        """Take the focus."""
        before = self.screen.focused or self.screen
        self.screen.set_focus(self)
        before.post_message(self.Settled(self))

    def ahead(self, event: Key) -> None:
        """A key that reached the screen although the line is asked for."""
        self._kept.append(event)
        if self._settled:
            self.settle()

    def settle(self) -> None:
        """No key is on its way to the screen any more."""
        self.post_message(self._Kept())

    async def on_typed_line__kept(self) -> None:
        """Take the keys in the order in which they were typed."""
        self._settled = True
        kept, self._kept = sorted(self._kept, key=lambda event: event.time), []
        for event in kept:
            await self._take(event)

    async def _on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        if self._settled:
            await self._take(event)
        else:
            self._kept.append(event)

    async def _take(self, event: Key) -> None:
        if self._done:
            self.screen.post_message(Key(event.key, event.character))
        elif event.key in ("enter", "escape"):
            self._done = True
            self._answered(self.value if event.key == "enter" else None)
        elif event.key in ("up", "down"):
            self._recall(1 if event.key == "down" else -1)
        elif event.is_printable and event.character:
            self.replace(event.character, *self.selection)
        else:
            for binding in self._bindings.key_to_bindings.get(event.key, ())[:1]:
                await self.run_action(binding.action)

    def _recall(self, by: int) -> None:
        if self._at == len(self._answers) - 1:
            self._answers[-1] = self.value
        self._at = max(0, min(self._at + by, len(self._answers) - 1))
        self.value = self._answers[self._at]
        self.cursor_position = len(self.value)
