"""Correcting actors by hand: merge, split, rename, change the kind, drop a false mention, and take that back."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, get_args

from tui.app.actions import Keymap
from tui.app.by_hand import ByHand
from tui.app.desk import Change, Desk
from tui.app.screens.desk_page import DeskPage
from tui.plain import one_line

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction
    from tui.analysis.model import Actor, Analysis, Mention
    from tui.app.by_hand import Step
    from tui.app.widgets.ask_line import AskLine
    from tui.app.widgets.choices import Choice

NOTHING_TO_TAKE_BACK = (
    "Nothing was corrected since the start: cl lists the earlier corrections of this folder."
)
NOTHING_AGAIN = "There is nothing that was taken back."

DONE = {
    "merge": "{names} merged into {value}",
    "split": "{names} split off {value}",
    "rename": "{names} renamed {value}",
    "kind": "{names} is now {value}",
    "drop": "{names} dropped as a false mention",
}
"""What a correction did, in words."""


def in_words(correction: Correction) -> str:
    """What a correction did."""
    names = ", ".join(f"“{one_line(name)}”" for name in correction.names)
    value = one_line(correction.value)
    return DONE[correction.do].format(names=names, value=value if correction.do == "kind" else f"“{value}”")


def times(count: int) -> str:
    """How often."""
    return "once" if count == 1 else f"{count} times"


class DeskActors(DeskPage, inherit_bindings=False):
    """The desk with corrections of actors. What is corrected is the actor of the brief's line, or one that is named in the
    marked sentence; where several may be meant, a list asks."""

    def __init__(self, desk: Desk, keys: Keymap, reading_width: int = 80) -> None:
        super().__init__(desk, keys, reading_width)
        self.asking: AskLine | None = None
        self._correcting = asyncio.Lock()

    def desk_changed(self, change: Change | int) -> None:
        """Show what the desk tells, and what is wrong with files of corrections."""
        if change is Change.LISTED:
            self.said = self.desk.notice or self.said
        super().desk_changed(change)
        if change is Change.NAMES and self.furnished:
            # As a function: a coroutine would be left unrun when another takes its place.
            self.run_worker(self._show_corrected, group="names", exclusive=True)  # type: ignore[arg-type]

    # What is meant

    def _mentions_here(self, analysis: Analysis) -> list[Mention]:
        """The mention that `[` or `]` went to, else those in the marked sentence; beside the text, those of the line."""
        line = self.brief.line
        if self.pane is self.brief:
            spans = self.evidence() if line is not None else []
            if line is not None and line.actor is not None:
                return [m for m in analysis.mentions if m.actor == line.actor]
        elif self.reader.page or not self.reader.units:
            spans = []
        else:
            start, end, _ = self.reader.units[self.reader.current]
            spot = self.reader.spot
            spans = [spot if spot is not None and start <= spot[0] < end else (start, end)]
        return [m for m in analysis.mentions if any(a <= m.start < b for a, b in spans)]

    def _actors_here(self, analysis: Analysis) -> list[Actor]:
        """The actors that may be meant; from the list of articles, all of the article."""
        line = self.brief.line
        if self.pane is self.list:
            return sorted(analysis.actors, key=lambda actor: -actor.salience)
        if self.pane is self.brief and line is not None and line.actor is not None:
            ids = [line.actor]
        else:
            ids = [m.actor for m in self._mentions_here(analysis) if m.actor is not None]
            sentence = None if self.pane is self.brief else self.reader.sentence
            ids += [c.actor for c in analysis.claims if c.sentence == sentence and c.actor is not None]
        known = {actor.id: actor for actor in analysis.actors}
        return [known[one] for one in dict.fromkeys(ids) if one in known]

    def _with_actor(self, title: str, then: Callable[[Analysis, Actor], None]) -> None:
        """Find out which actor is meant, and go on."""
        analysis = self.desk.analysis
        if analysis is None:
            self.say("Actors can be corrected as soon as the article is analysed.")
            return
        found = self._actors_here(analysis)
        if not found:
            self.say("No actor is named here: go to a sentence or a line that names one.")
        elif len(found) == 1:
            then(analysis, found[0])
        else:
            self._choose(title, [self._actor_choice(one) for one in found], lambda one: then(analysis, one))

    def _actor_choice(self, actor: Actor) -> Choice:
        from tui.app.widgets.choices import Choice

        note = f"{actor.kind}, {times(actor.mentions)}" if actor.mentions else actor.kind
        return Choice(one_line(actor.name), note, actor)

    def _choose(
        self, title: str, choices: Sequence[Choice], then: Callable[[Any], None], at: int = 0
    ) -> None:
        from tui.app.screens.chooser import Chooser, narrow

        def chosen(value: object) -> None:
            if value is not None:
                then(value)

        self.app.push_screen(Chooser(one_line(title), lambda query: narrow(choices, query), at=at), chosen)

    # The corrections

    def do_merge_actor(self) -> None:
        """Ask into which other actor; those of this article come first, then those of the others."""
        self._with_actor("Merge which actor?", self._merge)

    def _merge(self, analysis: Analysis, actor: Actor) -> None:
        from tui.app.widgets.choices import Choice

        here = [
            self._actor_choice(other)._replace(value=other.name)
            for other in sorted(analysis.actors, key=lambda other: -other.salience)
            if other.id != actor.id
        ]
        known = {name for one in analysis.actors for name in (one.name, *one.aliases)}
        there = [
            Choice(one_line(name), f"{kind}, in other articles", name)
            for name, kind in sorted(self.desk.names.items())
            if name not in known
        ]
        if not here and not there:
            self.say("There is no other actor to merge with.")
            return
        self._choose(
            f"Merge “{actor.name}” into …",
            [*here, *there],
            lambda name: self._correct("merge", (actor.name,), name),
        )

    def do_split_actor(self) -> None:
        """Ask which form of the name is somebody else."""
        self._with_actor("Split which actor?", self._split)

    def _split(self, analysis: Analysis, actor: Actor) -> None:
        forms = _forms(m for m in analysis.mentions if m.actor == actor.id)
        if len(forms) < 2:
            self.say(f"“{one_line(actor.name)}” is named in one form only: there is nothing to split off.")
            return
        self._choose(
            f"Split off “{actor.name}” …", forms, lambda form: self._correct("split", (form,), actor.name)
        )

    def do_rename_actor(self) -> None:
        """Ask for the name, beginning with the one there is."""
        self._with_actor("Rename which actor?", self._rename)

    def _rename(self, _: Analysis, actor: Actor) -> None:
        def renamed(words: str) -> None:
            name = one_line(words)
            if name and name != actor.name:
                self._correct("rename", (actor.name,), name)
            else:
                self.say("The name is left as it was.")

        self._ask("Name:", renamed, one_line(actor.name))

    def do_change_kind(self) -> None:
        """Ask for the kind."""
        self._with_actor("Change the kind of which actor?", self._change_kind)

    def _change_kind(self, _: Analysis, actor: Actor) -> None:
        from tui.analysis.model import ActorKind
        from tui.app.widgets.choices import Choice

        kinds = list(get_args(ActorKind))
        choices = [Choice(kind, "as it is" if kind == actor.kind else "", kind) for kind in kinds]
        self._choose(
            f"“{actor.name}” is …",
            choices,
            lambda kind: self._correct("kind", (actor.name,), kind),
            kinds.index(actor.kind),
        )

    def do_drop_mention(self) -> None:
        """Ask which form is no name, where there are several."""
        analysis = self.desk.analysis
        if analysis is None or self.pane is self.list:
            self.say("Go to a sentence or a line that names what is to be dropped.")
            return
        names = {actor.name: actor for actor in analysis.actors}
        choices = [
            choice._replace(note=f"the whole actor, {choice.note}") if choice.value in names else choice
            for choice in _forms(self._mentions_here(analysis), analysis)
        ]
        line = self.brief.line if self.pane is self.brief else None
        if not choices and line is not None and line.actor is not None:
            choices = [self._actor_choice(one) for one in analysis.actors if one.id == line.actor]
            choices = [choice._replace(value=choice.value.name) for choice in choices]
        if not choices:
            self.say("Nothing is named here that could be dropped.")
        elif len(choices) == 1:
            self._correct("drop", (choices[0].value,))
        else:
            self._choose("Drop which false mention?", choices, lambda form: self._correct("drop", (form,)))

    def do_corrections(self) -> None:
        """All corrections of the folder; the one that is chosen goes."""
        from tui.app.widgets.choices import Choice

        listed = self.desk.corrections
        if not listed:
            self.say("No actor of this folder was corrected by hand.")
            return
        choices = [Choice(in_words(one), f"{at + 1} of {len(listed)}", at) for at, one in enumerate(listed)]
        self._choose(
            "Corrections of this folder: Enter removes one",
            choices,
            lambda at: self._change(lambda by_hand, key: by_hand.remove(key, listed[at], at)),
            len(choices) - 1,
        )

    def do_undo(self) -> None:
        """Take the last correction back, or on the page the last decision about a block."""
        self._undo_or_redo(again=False)

    def do_redo(self) -> None:
        """Make it stand again."""
        self._undo_or_redo(again=True)

    def _undo_or_redo(self, *, again: bool) -> None:
        if self.reader.page:
            self.step_block(again=again)
        else:
            step = ByHand.redo if again else ByHand.undo
            nothing = NOTHING_AGAIN if again else NOTHING_TO_TAKE_BACK
            self.run_worker(
                self._write(
                    step,
                    "{words} again." if again else "Back in force: {words}.",
                    "Taken back: {words}.",
                    nothing,
                )
            )

    # Carrying out

    def _correct(self, do: Any, names: tuple[str, ...], value: str = "") -> None:
        from tui.analysis.corrections import Correction

        cleaned = tuple(one_line(name) for name in names)
        correction = Correction(do, cleaned, one_line(value))
        self._change(lambda by_hand, key: by_hand.add(key, correction))

    def _change(self, change: Callable[[ByHand, str], Step | None]) -> None:
        """Write a correction into the file or out of it."""
        self.run_worker(
            self._write(change, "{words}; u takes that back.", "Removed: {words}; u takes that back.")
        )

    async def _write(
        self, change: Callable[[ByHand, str], Step | None], added: str, removed: str, nothing: str = ""
    ) -> None:
        """Change the file and show everything anew at the same place; what was done, or what hinders it, is told."""
        from tui.analysis.corrections_file import FILE_NAME, CorrectionsError

        async with self._correcting:
            try:
                step = await self.desk.correct(change)
            except CorrectionsError as error:
                self.say(one_line(str(error)))
                return
            except OSError as error:
                self.say(f"The correction was not kept: {FILE_NAME}: {error.strerror or error}.")
                return
            await self._show_corrected()
        if step is None:
            self.say(nothing)
        else:
            self.say((added if step.added else removed).replace("{words}", in_words(step.correction)))

    async def _show_corrected(self) -> None:
        entry = self.desk.entry
        if entry is None or self.desk.analysis is None:
            return
        await self.desk.brief(entry.key)  # so that it is shown at once, and the place in it can be kept
        if self.desk.entry is not entry:  # another article was gone to meanwhile
            self.show_analysis()
            return
        line, at, top = self.brief.line, self.brief.current, self.brief.top
        self.subject = None
        self.show_analysis()
        self.brief.go_to_row(top)
        if line is not None and self.brief.brief is not None:
            keys = [self.brief.brief.lines[n].key for n in self.brief.order]
            self.brief.go(keys.index(line.key) if line.key in keys else at, tell=False)
            if self.pane is self.brief:
                self.reader.set_evidence(self.evidence())

    def _ask(
        self, question: str, take: Callable[[str], None], begin: str = "", history: Sequence[str] = ()
    ) -> None:
        """Ask for words at the foot of the screen; the arrow keys bring earlier answers back."""
        from tui.app.widgets.ask_line import AskLine

        def answered(words: str | None) -> None:
            if self.asking is not None:
                self.asking.remove()
                self.asking = None
            self.remove_class("asking")
            self.go_to_pane(self.at)
            if words is not None:
                take(words)

        self.asking = AskLine(question, answered, begin, history)
        self.add_class("asking")
        self.query_one("#ask").mount(self.asking)


def _forms(mentions: Any, analysis: Analysis | None = None) -> list[Choice]:
    """The forms of the mentions, each once; how often is counted in all of `analysis` where it is given."""
    from tui.app.widgets.choices import Choice

    found = [m.text for m in mentions]
    counts = Counter(found if analysis is None else (m.text for m in analysis.mentions))
    return [Choice(one_line(form), times(counts[form]), form) for form in dict.fromkeys(found)]
