"""The main screen: the keys that work on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual import on
from textual.events import Key

from tui.app.actions import Action, Keymap, Place
from tui.app.chords import Chords
from tui.app.desk import Desk
from tui.app.kinds import KINDS
from tui.app.screens.desk_layout import DeskLayout
from tui.app.shelf import State
from tui.app.view import View
from tui.app.widgets.bars import Footer
from tui.app.widgets.pane import Pane
from tui.files import with_home
from tui.plain import one_line

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.brief.model import Brief
    from tui.library.model import Session
    from tui.library.store import Library
    from tui.review.query import Term

JUMPS = {"first", "last"}
"""Actions of the reader and the brief that leave a place to come back to."""


class DeskScreen(DeskLayout, inherit_bindings=False):
    """Three panes, a status line and a footer, and what the keys do."""

    def __init__(self, desk: Desk, keys: Keymap) -> None:
        super().__init__(desk, keys)
        self._chords = Chords(keys, self.say)

    # Keys

    async def on_key(self, event: Key) -> None:
        """Look the key up in the registry and do what it stands for."""
        if self.goes_to_line(event):
            return
        if not isinstance(self.focused, Pane) and self.focused is not None:
            return
        if not self.furnished and event.key != "q":
            return
        if self.targets:
            event.stop()
            self.jump_key(event.key)
        elif (action := self._chords.take(event, self.pane.place)) is not None:
            self.perform(action)

    def perform(self, action: Action) -> None:
        """Do an action."""
        self.said = ""
        target = {Place.LIST: self.list, Place.READER: self.reader, Place.BRIEF: self.brief}.get(
            action.place, self
        )
        name, *arguments = action.does or (action.name,)
        if action.name in JUMPS and self.pane is not self.list:
            self.leave()
        getattr(target, f"do_{name}")(*arguments)
        self.show_status()

    @on(Footer.Pressed)
    def _pressed(self, event: Footer.Pressed) -> None:
        self.perform(event.action)

    # Marks of entities

    def do_toggle(self, label: str) -> None:
        """One kind."""
        kind = next(k for k in KINDS if k.label == label)
        self._toggle(frozenset([kind.style]))
        self.say(f"Marks of {kind.plural} {'off' if kind.style in self.off else 'on'}.")

    def do_toggle_all(self) -> None:
        """All kinds."""
        self._toggle(frozenset(k.style for k in KINDS))
        self.say(f"Marks of all kinds {'off' if self.off else 'on'}.")

    def _toggle(self, styles: frozenset[str]) -> None:
        self.off = self.off - styles if styles <= self.off else self.off | styles
        self.reader.set_off(self.off)
        self.show_facts()

    # Files

    def do_save(self) -> None:
        """Save this brief."""
        if (entry := self.desk.entry) is not None:
            self.run_worker(self._save([entry.key]), group="save")

    def do_save_all(self) -> None:
        """Save all briefs."""
        keys = [entry.key for entry in self.desk.shelf.entries if entry.state in (State.READY, State.SAVED)]
        self.run_worker(self._save(keys), group="save")

    async def _save(self, keys: Sequence[str]) -> None:
        from tui.brief.save import BriefFileError
        from tui.library.store import LibraryError

        saved: list[Path] = []
        for number, key in enumerate(keys, 1):
            if len(keys) > 1:
                self.say(f"Saving brief {number} of {len(keys)} …")
            try:
                saved.append(await self.desk.save(key))
            except KeyError:
                self.say("There is no brief to save yet: the article is not analysed.")
                return
            except (BriefFileError, LibraryError) as error:
                self.say(one_line(str(error)))
                return
            except OSError as error:
                self.say(
                    f"The brief was not saved: {error.strerror or error}: {error.filename or self.desk.briefs}."
                )
                return
        if not keys:
            self.say("There is no brief to save yet: no article is analysed.")
        elif len(saved) == 1:
            self.say(f"Saved {saved[0]}.")
        else:
            self.say(f"Saved {len(saved)} briefs in {self.desk.briefs}.")

    def do_open(self) -> None:
        """Ask for a path."""
        from tui.app.screens.opening import OpenPath

        def chosen(path: str | None) -> None:
            if not path:
                return
            there = with_home(path)
            if there.exists():
                self.desk.open([there])
            else:
                self.say(f"There is no file or folder {one_line(path)}: what was open stays open.")

        self.app.push_screen(OpenPath(), chosen)

    def do_samples(self) -> None:
        """Open the samples."""
        from tui.shipped import NoSamplesError, samples

        try:
            self.desk.open([samples()])
        except NoSamplesError as error:
            self.say(str(error))

    # Reviewing

    def do_review(self) -> None:
        """Review what is not reviewed yet."""
        self.review()

    def do_review_found(self) -> None:
        """Ask which articles to review."""
        self.ask("Review the articles with:", self._review_words)

    def _review_words(self, words: str) -> None:
        if words.strip():
            self.review(words)
        else:
            from tui.review.query import HELP

            self.say(f"A query has {HELP}.")

    def review(self, query: str = "") -> None:
        """Review what is analysed and found by the query; without one, what is not reviewed yet."""
        self.run_worker(self._review(query), group="review", exclusive=True)

    async def _review(self, query: str) -> None:
        from tui.library.store import Library, LibraryError, default_path
        from tui.review.query import QueryError, parse

        try:
            terms = parse(query)
        except QueryError as error:
            self.say(one_line(str(error)))
            return
        accounts = await self.desk.accounts()
        if not accounts:
            self.say("There is nothing to review yet: no article is analysed.")
            return
        try:
            library = Library(self.desk.library or default_path(), self.desk.settings.reviewer)
        except LibraryError as error:
            self.say(one_line(str(error)))
            return
        self._begin_review(accounts, library, query, terms)

    def _begin_review(
        self,
        accounts: Sequence[tuple[Analysis, Brief]],
        library: Library,
        query: str,
        terms: tuple[Term, ...],
    ) -> None:
        """Go on with a session that was left, if the person wants to, or begin one."""
        from tui.app.reviewing import Reviewing
        from tui.app.screens.chooser import Chooser, narrow
        from tui.app.screens.review import ReviewScreen
        from tui.app.widgets.choices import Choice
        from tui.library.store import LibraryError

        reviewing = Reviewing(accounts, library)
        if terms and not reviewing.found(terms):
            self.say(f"No article here is found by {one_line(query)}.")
            library.close()
            return

        def begin(again: Session | None) -> None:
            try:
                reviewing.start(again, terms)
            except LibraryError as error:
                self.say(one_line(str(error)))
                library.close()
                return
            screen = ReviewScreen(reviewing, self.desk, self.keys)
            self.app.push_screen(screen, lambda _: library.close())

        left = reviewing.unfinished()
        if left is None:
            begin(None)
            return
        choices = [
            Choice(
                "Go on where the review was left",
                left.started[:16].replace("T", " "),
                left,
            ),
            Choice("Begin a new review", one_line(query), False),
        ]

        def chosen(choice: Session | Literal[False] | None) -> None:
            if choice is None:
                library.close()
            else:
                begin(choice or None)

        self.app.push_screen(Chooser("Review", lambda query: narrow(choices, query)), chosen)

    # Choosing

    def _choose_action(self, title: str, actions: Sequence[Action]) -> None:
        from tui.app.screens.chooser import choose_action

        choose_action(self.app, title, actions, self.perform)

    def do_keys(self) -> None:
        """The keys of this pane, then those of all panes."""
        place = self.pane.place
        self._choose_action(f"Keys: {place.value}", (*self.keys.of(place), *self.keys.of(Place.DESK)))

    def do_palette(self) -> None:
        """All actions of the focused pane and the desk."""
        place = self.pane.place
        self._choose_action("Actions", (*self.keys.of(Place.DESK), *self.keys.of(place)))

    def do_theme(self) -> None:
        """All themes, seen as they are gone through."""
        from tui.app.screens.chooser import Chooser, narrow
        from tui.app.widgets.choices import Choice

        app = self.app
        before = app.theme
        names = sorted(app.available_themes, key=lambda name: (not name.startswith("reex-"), name))
        choices = [Choice(n, "dark" if app.available_themes[n].dark else "light", n) for n in names]

        def show(choice: Choice) -> None:
            app.theme = choice.value

        def chosen(name: str | None) -> None:
            app.theme = name or before

        chooser = Chooser(
            "Colours", lambda query: narrow(choices, query), at=names.index(before), preview=show
        )
        app.push_screen(chooser, chosen)

    # Views

    def _step_view(self, by: int) -> None:
        self.view = self.view.step(by)
        self.show_brief()
        if not self.brief.is_on_screen:
            self.go_to_pane("brief")
        self.say(f"Beside the text: {self.view.value.lower()}.")

    def do_sort(self) -> None:
        """Another order of the figures."""
        if self.view is not View.FIGURES:
            self.say("Only the figures are sorted: v shows them.")
            return
        self.figure_order = self.figure_order.next()
        self.show_brief()
        self.say(f"Figures: {self.figure_order.value}.")

    def do_next_view(self) -> None:
        """The next view."""
        self._step_view(1)

    def do_previous_view(self) -> None:
        """The view before."""
        self._step_view(-1)

    def do_quit(self) -> None:
        """Quit."""
        self.app.exit(0)
