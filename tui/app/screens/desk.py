"""The main screen: the list, the reader and the brief side by side, and the keys that work on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import DescendantFocus, Key
from textual.screen import Screen
from textual.widget import Widget

from tui.app.actions import Action, Keymap, Place
from tui.app.article_text import legend, statistics_line
from tui.app.desk import Change, Desk, Engine
from tui.app.kinds import KINDS
from tui.app.page import Paragraph
from tui.app.shelf import State
from tui.app.widgets.article_list import ArticleList
from tui.app.widgets.bars import Facts, Footer, PaneTitle, StatusBar
from tui.app.widgets.brief_pane import BriefPane
from tui.app.widgets.pane import Page, Pane
from tui.app.widgets.reader import Reader

if TYPE_CHECKING:
    from tui.app.app import ReexApp

LOOKS = {
    *("list--title", "list--dim", "list--current", "list--problem", "list--sign", "list--ready"),
    *(
        "page--title",
        "page--heading",
        "page--caption",
        "page--dim",
        "page--strong",
        "page--cite",
        "page--care",
    ),
    *(
        "page--current",
        "page--evidence",
        "page--found",
        "page--gutter",
        "page--gutter-evidence",
        "page--figure",
    ),
    *(kind.style for kind in KINDS),
    *("status--bar", "status--rest", "footer--key"),
}
"""The names of all styles that are drawn with; what they look like is in styles/desk.tcss."""

SIDES = {"list": Place.LIST, "reader": Place.READER, "brief": Place.BRIEF}


class DeskScreen(Screen[None], inherit_bindings=False):
    """Three panes, a status line and a footer."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    AUTO_FOCUS = ""

    def __init__(self, desk: Desk, keys: Keymap) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-one"), (70, "-two"), (100, "-three"), (160, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
        self.desk = desk
        self.keys = keys
        self._prefix = ""
        self._said = ""
        self._off: frozenset[str] = frozenset()
        self.furnished = False
        self.list = ArticleList("list")
        self.reader = Reader("reader")
        self.brief = BriefPane("brief")
        self.list_title = PaneTitle("list-title", "Articles")
        self.reader_title = PaneTitle("reader-title", "Text")
        self.brief_title = PaneTitle("brief-title", "Brief")
        self.facts = Facts("facts")
        self.status = StatusBar("status")
        self.status.show("Looking for articles …", 0, 0)
        self.footer = Footer("footer")
        self.footer.show(self._main_keys(Place.LIST))
        self.set_class(True, "at-list", "side-list", *self._room())

    def _room(self) -> list[str]:
        """The classes that the size of the terminal will give, so that they need not be changed after the first picture."""
        size = get_terminal_size()
        breakpoints = ((self.HORIZONTAL_BREAKPOINTS, size.columns), (self.VERTICAL_BREAKPOINTS, size.lines))
        return [[name for least, name in points or () if least <= there][-1] for points, there in breakpoints]

    def compose(self) -> ComposeResult:
        """The bars, and the room for the panes, which come with `furnish`."""
        yield Container(id="panes")
        yield self.status
        yield self.footer

    async def furnish(self) -> None:
        """Put the panes in. Called when the first picture is on the screen, which is so much sooner there."""
        await self.query_one("#panes").mount(
            Container(self.list_title, self.list, id="list-pane", classes="pane"),
            Container(self.reader_title, self.reader, self.facts, id="reader-pane", classes="pane"),
            Container(self.brief_title, self.brief, id="brief-pane", classes="pane"),
        )
        self.furnished = True
        self.list.focus()

    def _main_keys(self, place: Place) -> list[Action]:
        return [a for a in (*self.keys.of(place), *self.keys.of(Place.DESK)) if a.short]

    @property
    def pane(self) -> Pane:
        """The focused pane."""
        return self.focused if isinstance(self.focused, Pane) else self.list

    # What changed on the desk

    def desk_changed(self, change: Change | int) -> None:
        """Show what the desk tells."""
        if not self.furnished:
            return
        if isinstance(change, int):
            self.list.changed(change)
            return
        match change:
            case Change.LISTED:
                self.list.set_entries(self.desk.shelf.entries, self.desk.current)
                self.show_article()
            case Change.GROWN:
                self.list.grown(self.desk.current)
            case Change.TEXT:
                self.show_article()
            case Change.ANALYSIS:
                self.show_analysis()
        self.show_status()

    def show_article(self) -> None:
        """Show the current entry: its text, or why there is none."""
        entry, article, analysis = self.desk.entry, self.desk.article, self.desk.analysis
        if entry is None or article is None:
            self.reader.show_words(self._instead_of_text())
            self.reader_title.set_title(entry.file if entry else "Text")
        else:
            self.reader.show(article, analysis)
            note = " · ".join(part for part in (article.publisher, article.published or "undated") if part)
            self.reader_title.set_title(f"{article.id} Text", note)
        self.show_facts()
        self.show_brief()
        self.list_title.set_title("Articles", str(len(self.desk.shelf.entries) or ""))

    def show_analysis(self) -> None:
        """Show the marks, the statistics and the brief of the current article."""
        analysis = self.desk.analysis
        if analysis is not None:
            self.reader.analysed(analysis)
        self.show_facts()
        self.show_brief()

    def show_facts(self) -> None:
        """Show the statistics and the legend."""
        analysis = self.desk.analysis
        statistics = analysis.statistics if analysis is not None else None
        line = statistics_line(statistics) if statistics is not None else ""
        self.facts.show(line, legend(statistics, self._off))

    def show_brief(self) -> None:
        """Show the brief of the current article, or say what is missing for it."""
        entry = self.desk.entry
        if entry is None:
            self.brief.show_words(())
        elif self.desk.analysis is None:
            self.brief.show_words([Paragraph(self._instead_of_brief(), style="page--dim")])
        else:
            self.run_worker(self._show_brief_of(entry.key), group="brief", exclusive=True)

    async def _show_brief_of(self, key: str) -> None:
        brief = await self.desk.brief(key)
        entry = self.desk.entry
        if brief is None or entry is None or entry.key != key:
            return
        self.brief.show(brief)
        self.brief_title.set_title(f"{brief.id} Brief")

    def _instead_of_text(self) -> Sequence[Paragraph]:
        entry = self.desk.entry
        if entry is not None:
            return [Paragraph(entry.problem or "This article is being read.", style="page--dim")]
        if not self.desk.found:
            return []
        where = ", ".join(str(path) for path in self.desk.paths) or "the folder"
        return [
            Paragraph(f"There are no articles in {where}."),
            Paragraph("Press o to open another folder or file, q to quit.", style="page--dim", gap=1),
        ]

    def _instead_of_brief(self) -> str:
        entry = self.desk.entry
        if entry is None or entry.state is State.UNREADABLE:
            return "There is no brief without a text."
        if entry.state is State.NO_ANALYSIS:
            return entry.problem or "This article could not be analysed."
        if self.desk.engine is Engine.STOPPED:
            return self.desk.engine_message
        return "The brief is made as soon as the article is analysed."

    def say(self, words: str) -> None:
        """Say something in the status line until the next movement."""
        self._said = words
        self.show_status()

    def show_status(self) -> None:
        """Say in words what is going on."""
        progress = self.desk.progress
        self.status.show(self._said or self._words(), progress.done, progress.total)

    def _words(self) -> str:
        desk = self.desk
        if not desk.found:
            return "Looking for articles …"
        if not desk.shelf.entries:
            return "No articles here: o opens another folder or file."
        parts = []
        if (entry := desk.entry) is not None:
            parts.append(f"{entry.id or entry.file}: {entry.state.value}")
        if self.reader.sentence:
            parts.append(f"sentence {self.reader.current + 1} of {len(self.reader.units)}")
        progress = desk.progress
        if desk.engine is Engine.STOPPED:
            parts.append(desk.engine_message)
        elif progress.done < progress.total:
            parts.append(desk.engine.value if desk.engine is not Engine.OFF else "reading")
        bad = desk.shelf.count(State.UNREADABLE) if progress.total < 2000 else 0
        if bad:
            parts.append(f"{bad} unreadable")
        return " · ".join(parts)

    # Keys

    async def on_key(self, event: Key) -> None:
        """Look the key up in the registry and do what it stands for."""
        if not isinstance(self.focused, Pane) and self.focused is not None:
            return
        place = self.pane.place
        key = event.key
        if self._prefix:
            key, self._prefix = f"{self._prefix} {key}", ""
        elif self.keys.begins_chord(place, key):
            self._prefix = key
            event.stop()
            return
        if key == "escape":
            self._said = ""
            self.reader.set_evidence(())
            self.reader.set_found(())
            self.show_status()
            return
        action = self.keys.find(place, key)
        if action is not None:
            event.stop()
            self.perform(action)

    def perform(self, action: Action) -> None:
        """Do an action."""
        self._said = ""
        target: Widget = (
            self if action.place is Place.DESK else self.query_one(f"#{action.place.name.lower()}")
        )
        getattr(target, f"do_{action.name}")()
        self.show_status()

    @on(Footer.Pressed)
    def _pressed(self, event: Footer.Pressed) -> None:
        self.perform(event.action)

    # Panes

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Let the titles, the footer and, where there is little room, the panes follow the focus."""
        if not isinstance(event.widget, Pane):
            return
        at = event.widget.id
        for name in SIDES:
            self.set_class(name == at, f"at-{name}")
            self.query_one(f"#{name}-title").set_class(name == at, "active")
        if at != "reader":
            self.set_class(at == "list", "side-list")
            self.set_class(at == "brief", "side-brief")
        self.footer.show(self._main_keys(event.widget.place))
        self.show_status()

    def go_to_pane(self, name: str) -> None:
        """Give a pane the focus, and show it if it is hidden."""
        for other in SIDES:
            self.set_class(other == name, f"at-{other}")
        if name != "reader":
            self.set_class(name == "list", "side-list")
            self.set_class(name == "brief", "side-brief")
        self.query_one(f"#{name}", Pane).focus(scroll_visible=False)

    def _step_pane(self, step: int) -> None:
        names = list(SIDES)
        self.go_to_pane(names[(names.index(self.pane.id or "list") + step) % len(names)])

    def do_next_pane(self) -> None:
        """Focus to the right."""
        self._step_pane(1)

    def do_previous_pane(self) -> None:
        """Focus to the left."""
        self._step_pane(-1)

    @on(ArticleList.Chosen)
    def _chosen(self, event: ArticleList.Chosen) -> None:
        self.desk.choose(event.index)
        self.show_article()
        self.show_status()

    @on(ArticleList.Opened)
    def _list_opened(self) -> None:
        self.go_to_pane("reader")

    @on(Reader.Moved)
    def _reader_moved(self) -> None:
        self.reader.set_evidence(())
        self.brief.rest_on(self.reader.sentence)
        self.show_status()

    @on(Reader.Opened)
    def _reader_opened(self) -> None:
        self.brief.rest_on(self.reader.sentence)
        if self.brief.go_to_resting():
            self.go_to_pane("brief")
        else:
            self.say("No line of the brief rests on this sentence.")

    @on(BriefPane.Moved)
    def _brief_moved(self) -> None:
        self.brief.rest_on(None)
        self.reader.set_evidence(self._evidence(), show=True)

    @on(BriefPane.Jumped)
    def _brief_jumped(self) -> None:
        line = self.brief.line
        spans = self._evidence()
        if line is None or not spans:
            return
        self.reader.go_to(spans[0][0])
        self.reader.set_evidence(spans)
        self.go_to_pane("reader")

    def _evidence(self) -> list[tuple[int, int]]:
        """The sentences that the brief's current line rests on."""
        line = self.brief.line
        if line is None or self.reader.analysis is None:
            return []
        where = {s.id: (s.start, s.end) for s in self.reader.analysis.sentences}
        return list(dict.fromkeys(where[e.sentence] for e in line.evidence if e.sentence in where))

    def do_next_article(self) -> None:
        """The article below in the list."""
        self.list.do_next()

    def do_previous_article(self) -> None:
        """The article above in the list."""
        self.list.do_previous()

    def _other(self) -> Page:
        return self.brief if self.pane is self.reader else self.reader

    def do_scroll_other_down(self) -> None:
        """Scroll the pane beside."""
        self._other().scroll_rows(1)

    def do_scroll_other_up(self) -> None:
        """Scroll the pane beside."""
        self._other().scroll_rows(-1)

    # Marks of entities

    def _toggle(self, styles: frozenset[str]) -> None:
        self._off = self._off - styles if styles <= self._off else self._off | styles
        self.reader.set_off(self._off)
        self.show_facts()

    def _toggle_kind(self, label: str) -> None:
        kind = next(k for k in KINDS if k.label == label)
        self._toggle(frozenset([kind.style]))
        self.say(f"Marks of {kind.plural} {'off' if kind.style in self._off else 'on'}.")

    def do_toggle_person(self) -> None:
        """Persons."""
        self._toggle_kind("PERSON")

    def do_toggle_org(self) -> None:
        """Organisations."""
        self._toggle_kind("ORG")

    def do_toggle_place(self) -> None:
        """Places."""
        self._toggle_kind("PLACE")

    def do_toggle_group(self) -> None:
        """Groups."""
        self._toggle_kind("GROUP")

    def do_toggle_event(self) -> None:
        """Events."""
        self._toggle_kind("EVENT")

    def do_toggle_law(self) -> None:
        """Laws."""
        self._toggle_kind("LAW")

    def do_toggle_product(self) -> None:
        """Products."""
        self._toggle_kind("PRODUCT")

    def do_toggle_all(self) -> None:
        """All kinds."""
        self._toggle(frozenset(k.style for k in KINDS))

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
        saved: list[Path] = []
        for number, key in enumerate(keys, 1):
            if len(keys) > 1:
                self.say(f"Saving brief {number} of {len(keys)} …")
            try:
                saved.append(await self.desk.save(key))
            except KeyError:
                self.say("There is no brief to save yet: the article is not analysed.")
                return
            except (OSError, ValueError) as error:
                self.say(f"The brief was not saved: {error}.")
                return
        if not keys:
            self.say("There is no brief to save yet: no article is analysed.")
        elif len(saved) == 1:
            self.say(f"Saved {saved[0]}.")
        else:
            self.say(f"Saved {len(saved)} briefs in {self.desk.briefs}.")

    def do_open(self) -> None:
        """Ask for a path."""
        self.say("Not there yet.")

    def do_find(self) -> None:
        """Ask for words."""

    def do_find_next(self) -> None:
        """Next."""

    def do_find_previous(self) -> None:
        """Previous."""

    def do_keys(self) -> None:
        """Help."""

    def do_palette(self) -> None:
        """Palette."""

    def do_quit(self) -> None:
        """Quit."""
        self.app.exit(0)

    @property
    def reex(self) -> ReexApp:
        """The app, with its type."""
        return self.app  # type: ignore[return-value]
