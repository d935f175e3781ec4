"""Getting to a place in the text: finding words, and jumping to a letter."""

from __future__ import annotations

from tui.app.actions import Keymap
from tui.app.desk import Desk
from tui.app.finding import find, nearest
from tui.app.history import Visit
from tui.app.screens.asking import Asking
from tui.app.screens.desk_links import DeskLinks
from tui.app.screens.jumping import labels
from tui.app.widgets.pane import Pane


class DeskFind(DeskLinks, Asking, inherit_bindings=False):
    """The desk with a search and jump mode."""

    def __init__(self, desk: Desk, keys: Keymap) -> None:
        super().__init__(desk, keys)
        self.found: tuple[tuple[int, int], ...] = ()
        self._found_at = 0
        self._found_from = 0
        self._words_sought = ""
        self._left: Visit | None = None
        self.targets: dict[str, tuple[Pane, int]] = {}
        self._typed = ""

    # Finding

    def do_find(self) -> None:
        """Ask for words."""
        from tui.app.widgets.find_line import FindLine

        if not self.reader.units:
            self.say("There is no text to find words in.")
            return
        self._found_from = self.reader.units[self.reader.current][0]
        self._left = self.here()
        line = FindLine(self.find_words, self.find_done)
        self.open_line(line, line)

    def find_words(self, words: str) -> None:
        """Mark where the words stand, and go to the first place after where the search began."""
        self.found = find(self.reader.words, words)
        self.reader.set_found(self.found)
        self._words_sought = words
        self._go_to_found(nearest(self.found, self._found_from))

    def find_done(self, keep: bool) -> None:
        """Close the line; without `keep`, go back to where the search began."""
        self.close_line()
        if keep and self.found:
            if self._left is not None:
                self.history.leave(self._left)
            self.go_to_pane("reader")
            self._go_to_found(nearest(self.found, self._found_from))
            return
        if not keep:
            self.do_clear()
            self.reader.go_to(self._found_from)
        elif self._words_sought:
            self.say(f"“{self._words_sought}” is not in this text.")

    def _go_to_found(self, index: int) -> None:
        if not self.found:
            self.reader.set_spot(None)
            return
        self._found_at = index % len(self.found)
        span = self.found[self._found_at]
        self.reader.go_to(span[0])
        self.reader.set_spot(span)
        self.say(f"“{self._words_sought}”: {self._found_at + 1} of {len(self.found)}")

    def _step_found(self, step: int) -> None:
        if not self.found:
            self.say("Nothing was searched for: / finds words in the text.")
            return
        self._go_to_found(self._found_at + step)

    def do_find_next(self) -> None:
        """The next place found."""
        self._step_found(1)

    def do_find_previous(self) -> None:
        """The place found before."""
        self._step_found(-1)

    def do_clear(self) -> None:
        """Take away the marks of evidence and of what was found."""
        self.said = ""
        self.found = ()
        self.reader.set_evidence(())
        self.reader.set_found(())
        self.reader.set_spot(None)
        self.brief.rest_on(None)
        self.show_status()

    # Jumping

    def do_jump(self) -> None:
        """Put the labels on."""
        panes = [
            pane
            for pane in (self.list, self.reader, self.brief)
            if pane.parent is not None and pane.is_on_screen
        ]
        found = [(pane, row, number) for pane in panes for row, number in pane.targets()]
        self.targets = {
            label: (pane, number) for label, (pane, _, number) in zip(labels(len(found)), found, strict=True)
        }
        rows: dict[Pane, dict[int, str]] = {pane: {} for pane in panes}
        for label, (pane, row, _) in zip(self.targets, found, strict=True):
            rows[pane][row] = label
        for pane in panes:
            pane.set_labels(rows[pane])
        self._typed = ""
        self.say("Type the letters of the place to go to; any other key ends this.")

    def jump_key(self, key: str) -> None:
        """A key while the labels are on."""
        self._typed += key
        target = self.targets.get(self._typed)
        if target is None and any(label.startswith(self._typed) for label in self.targets):
            return
        self.targets = {}
        for pane in (self.list, self.reader, self.brief):
            pane.set_labels({})
        self.said = ""
        if target is not None:
            self.leave()
            target[0].go_to_target(target[1])
            self.go_to_pane(target[0].id or "list")
        self.show_status()
