"""What the main screen shows: the list, the reader and the brief side by side, the bars, and what is going on in words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from shutil import get_terminal_size
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import DescendantFocus
from textual.screen import Screen

from tui.app.actions import Action, Keymap, Place
from tui.app.article_text import legend, statistics_line
from tui.app.desk import Change, Desk, Engine
from tui.app.looks import LOOKS
from tui.app.page import Paragraph
from tui.app.shelf import State
from tui.app.unasked import Unasked
from tui.app.view import FigureOrder, View
from tui.app.widgets.article_list import ArticleList
from tui.app.widgets.bars import Facts, Footer, PaneTitle, StatusBar
from tui.app.widgets.brief_pane import BriefPane
from tui.app.widgets.pane import Pane
from tui.app.widgets.pane_box import PaneBox
from tui.app.widgets.reader import Reader

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.brief.model import Brief

WELCOME = (
    Paragraph("reex-tui reads many accounts of one story and briefs you on them.", style="page--title"),
    Paragraph("o   opens a folder of articles, or a file", gap=1, rest=4),
    Paragraph("O   opens the five articles that come with it", rest=4),
    Paragraph("?   shows all keys", rest=4),
    Paragraph("q   quits", rest=4),
)
"""What stands in place of a text when nothing was opened."""

DRAWN = 0.03
"""Seconds that an article has to be drawn in before the next ones are prepared."""

SIDES = {"list": Place.LIST, "reader": Place.READER, "brief": Place.BRIEF}


class DeskView(Screen[None], inherit_bindings=False):
    """Three panes, a status line and a footer."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    AUTO_FOCUS = ""

    def __init__(self, desk: Desk, keys: Keymap) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-one"), (70, "-two"), (100, "-three"), (160, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
        self.desk = desk
        self.keys = keys
        self.at = "list"
        self.view = View.BRIEF
        self.figure_order = FigureOrder.IMPORTANCE
        self.said = ""
        self.unasked = Unasked(self._show_progress)
        self._altered: set[int] = set()
        self.off: frozenset[str] = frozenset()
        self.furnished = False
        self.list = ArticleList("list")
        self.reader = Reader("reader")
        self.reader.measure = desk.settings.reading_width
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
        yield Container(id="ask")
        yield self.status
        yield self.footer

    async def furnish(self) -> None:
        """Put the panes in. Called when the first picture is on the screen, which is so much sooner there."""
        await self.query_one("#panes").mount(
            PaneBox(self.list_title, self.list, id="list-pane"),
            PaneBox(self.reader_title, self.reader, self.facts, id="reader-pane"),
            PaneBox(self.brief_title, self.brief, id="brief-pane"),
        )
        self.furnished = True
        self.list.focus()

    def _main_keys(self, place: Place) -> list[Action]:
        return [a for a in (*self.keys.of(place), *self.keys.of(Place.DESK)) if a.short]

    @property
    def pane(self) -> Pane:
        """The focused pane."""
        return self.focused if isinstance(self.focused, Pane) else self.list

    def desk_changed(self, change: Change | int) -> None:
        """Show what the desk tells."""
        if not self.furnished:
            return
        if isinstance(change, int):
            self._altered.add(change)
            if self.desk.all_done:
                self.unasked.now()
            else:
                self.unasked.soon()
            return
        match change:
            case Change.LISTED:
                self._altered.clear()
                self.list.set_entries(self.desk.shelf.entries, self.desk.current, looked=self.desk.found)
                self.show_article()
            case Change.GROWN:
                self._altered.clear()
                self.list.grown(self.desk.current)
            case Change.TEXT:
                self.show_article()
            case Change.ANALYSIS:
                self.show_analysis()
        self.show_status()

    def _show_progress(self) -> None:
        """Show how far the entries are that changed, and the folder."""
        if self.is_attached:
            for index in self._altered:
                self.list.changed(index)
            self._altered.clear()
            self.show_status()

    def show_article(self, offset: int = 0) -> None:
        """Show the current entry: its text with the sentence at `offset` marked, or why there is none."""
        entry, article, analysis = self.desk.entry, self.desk.article, self.desk.analysis
        if entry is None or article is None:
            self.reader.show_words(self._instead_of_text())
            self.reader_title.set_title(entry.file if entry else "Text")
        else:
            self.reader.show(article, analysis, offset)
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
        self.facts.show(line, legend(statistics, self.off))

    def show_brief(self) -> None:
        """Show the brief of the current article, or say what is missing for it."""
        entry = self.desk.entry
        if entry is None:
            words = self._instead_of_brief() if self.desk.found else ""
            self.brief.show_words([Paragraph(words, style="page--dim")] if words else ())
        elif self.view is not View.BRIEF and self.desk.analysis is not None:
            self._put_view(self.desk.analysis)
        elif self.desk.analysis is None:
            self.brief_title.set_title("Brief")
            self.brief.show_words([Paragraph(self._instead_of_brief(), style="page--dim")])
        else:
            made = self.desk.brief_made(entry.key)
            if made is not None:
                self._put_brief(made)
            # As a function: a coroutine would be left unrun when another takes its place.
            show = partial(self._show_brief_of, entry.key)
            self.run_worker(show, group="brief", exclusive=True)  # type: ignore[arg-type]

    def _put_view(self, analysis: Analysis) -> None:
        from tui.app.statistics_view import statistics_view
        from tui.app.views import HEADINGS, lines_of

        self.workers.cancel_group(self, "brief")
        self.brief_title.set_title(f"{analysis.id} {self.view.value}")
        if self.view is View.STATISTICS:
            numbers, paragraphs = statistics_view(analysis)
            self.brief.show(numbers, None, paragraphs)
            return
        lines = lines_of(analysis, self.view, self.figure_order)
        if self.view is View.ACTORS:
            from tui.app.actors_view import actors_page
            from tui.app.by_hand import in_words

            entry = self.desk.entry
            listed = self.desk.corrections_of(entry.key if entry is not None else None)
            self.brief.show(lines, None, actors_page(lines, [in_words(one) for one in listed]))
        elif lines.lines:
            self.brief.show(lines, HEADINGS, drawn=self.view is View.TIMELINE)
        else:
            self.brief.show_words([Paragraph(f"{self.view.value}: none in this article.", style="page--dim")])

    def _put_brief(self, brief: Brief) -> None:
        if brief is not self.brief.brief:
            self.brief.show(brief)
            self.brief_title.set_title(f"{brief.id} Brief")

    async def _show_brief_of(self, key: str) -> None:
        brief = await self.desk.brief(key)
        entry = self.desk.entry
        if brief is not None and entry is not None and entry.key == key:
            self._put_brief(brief)
            await asyncio.sleep(DRAWN)
            await self.desk.make_briefs_beside()

    def _instead_of_text(self) -> Sequence[Paragraph]:
        entry = self.desk.entry
        if entry is not None:
            return [Paragraph(entry.problem or "This article is being read.", style="page--dim")]
        return WELCOME if self.desk.found else []

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
        self.said = words
        self.show_status()

    def show_status(self) -> None:
        """Say in words what is going on."""
        progress = self.desk.progress
        self.status.show(self.said or self._words(), progress.done, progress.total)

    def _words(self) -> str:
        desk = self.desk
        if not desk.found:
            return "Looking for articles …"
        if not desk.shelf.entries:
            return "Nothing is open: o opens a folder or file."
        parts = []
        if (entry := desk.entry) is not None:
            parts.append(f"{entry.id or entry.file}: {entry.state.value}")
        if where := self.reader.where:
            parts.append(where)
        progress = desk.progress
        if desk.engine is Engine.STOPPED:
            parts.append(desk.engine_message)
        elif progress.done < progress.total:
            parts.append(desk.engine.value if desk.engine is not Engine.OFF else "reading")
        if bad := desk.shelf.count(State.UNREADABLE):
            parts.append(f"{bad} unreadable")
        return " · ".join(parts)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Let the titles, the footer and, where there is little room, the panes follow the focus."""
        if not isinstance(event.widget, Pane):
            return
        at = self.at = event.widget.id or "list"
        self._set_at(at)
        for name, title in zip(SIDES, (self.list_title, self.reader_title, self.brief_title), strict=True):
            title.set_class(name == at, "active")
        self.footer.show(self._main_keys(event.widget.place))
        self.show_status()

    def go_to_pane(self, name: str) -> None:
        """Give a pane the focus, and show it if it is hidden."""
        self._set_at(name)
        self.set_focus(self.query_one(f"#{name}", Pane), scroll_visible=False)

    def _set_at(self, name: str) -> None:
        classes = {f"at-{other}": other == name for other in SIDES}
        if name != "reader":
            classes |= {"side-list": name == "list", "side-brief": name == "brief"}
        self.update_classes(classes)
