"""Correcting actors by hand: merge, split, rename, change the kind, drop a false mention, and take that back."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, get_args

from tui.app.by_hand import ByHand, in_words
from tui.app.meant import Here, actors_at, mentions_at
from tui.plain import one_line

if TYPE_CHECKING:
    from textual.app import App

    from tui.analysis.corrections import Do
    from tui.analysis.model import Actor, Analysis, Mention
    from tui.app.by_hand import Step
    from tui.app.desk import Desk
    from tui.app.widgets.choices import Choice

NOT_ANALYSED = "Actors can be corrected as soon as the article is analysed."
NOTHING_TO_TAKE_BACK = (
    "Nothing was corrected since the start: cl lists the earlier corrections of this folder."
)
NOTHING_AGAIN = "There is nothing that was taken back."


class CorrectingScreen(Protocol):
    """A screen on which actors are corrected: it says what is meant, and shows what has changed."""

    desk: Desk
    takes_back: str
    """The key that takes a correction back here."""

    @property
    def app(self) -> App[Any]:
        """The app."""

    def say(self, words: str) -> None:
        """Say something in the status line."""

    def ask(self, question: str, take: Callable[[str], object], begin: str = "") -> None:
        """Ask for words."""

    def run_worker(self, work: Coroutine[None, None, None]) -> object:
        """Do something beside the drawing."""

    def meant(self) -> tuple[str | None, Analysis | None]:
        """The key of the article that is meant, and its analysis."""

    def meant_here(self) -> Here | None:
        """The place in it, or None for all of it."""

    async def show_corrected(self) -> None:
        """Show the article anew, at the same place."""


class Correcting:
    """Corrects the actors of the article that a screen shows. Where several may be meant, a list asks."""

    def __init__(self, screen: CorrectingScreen) -> None:
        self._screen = screen
        self._writing = asyncio.Lock()

    def _choose(
        self, title: str, choices: Sequence[Choice], then: Callable[[Any], object], at: int = 0
    ) -> None:
        from tui.app.screens.chooser import choose

        choose(self._screen.app, one_line(title), choices, then, at)

    def _with_actor(self, title: str, then: Callable[[Analysis, Actor], None]) -> None:
        """Find out which actor is meant, and go on."""
        _, analysis = self._screen.meant()
        if analysis is None:
            self._screen.say(NOT_ANALYSED)
            return
        found = actors_at(analysis, self._screen.meant_here())
        if not found:
            self._screen.say("No actor is named here: go to a sentence or a line that names one.")
        elif len(found) == 1:
            then(analysis, found[0])
        else:
            self._choose(title, [_choice(one, one) for one in found], lambda one: then(analysis, one))

    # The corrections

    def merge(self) -> None:
        """Ask into which other actor; those of this article come first, then those of the others."""
        self._with_actor("Merge which actor?", self._merge)

    def _merge(self, analysis: Analysis, actor: Actor) -> None:
        from tui.app.widgets.choices import Choice

        here = [_choice(other, other.name) for other in actors_at(analysis, None) if other.id != actor.id]
        known = {name for one in analysis.actors for name in (one.name, *one.aliases)}
        there = [
            Choice(one_line(name), f"{kind}, in other articles", name)
            for name, kind in sorted(self._screen.desk.names.items())
            if name not in known
        ]
        if not here and not there:
            self._screen.say("There is no other actor to merge with.")
            return
        self._choose(
            f"Merge “{actor.name}” into …",
            [*here, *there],
            lambda name: self._correct("merge", actor.name, name),
        )

    def split(self) -> None:
        """Ask which form of the name is somebody else."""
        self._with_actor("Split which actor?", self._split)

    def _split(self, analysis: Analysis, actor: Actor) -> None:
        named = mentions_at(analysis, Here(actor=actor.id))
        forms = _forms(named, named)
        if len(forms) < 2:
            self._screen.say(
                f"“{one_line(actor.name)}” is named in one form only: there is nothing to split off."
            )
            return
        self._choose(
            f"Split off “{actor.name}” …", forms, lambda form: self._correct("split", form, actor.name)
        )

    def rename(self) -> None:
        """Ask for the name, beginning with the one there is."""
        self._with_actor("Rename which actor?", self._rename)

    def _rename(self, _: Analysis, actor: Actor) -> None:
        def renamed(words: str) -> None:
            name = one_line(words)
            if name and name != actor.name:
                self._correct("rename", actor.name, name)
            else:
                self._screen.say("The name is left as it was.")

        self._screen.ask("Name:", renamed, one_line(actor.name))

    def kind(self) -> None:
        """Ask for the kind."""
        self._with_actor("Change the kind of which actor?", self._kind)

    def _kind(self, _: Analysis, actor: Actor) -> None:
        from tui.analysis.model import ActorKind
        from tui.app.widgets.choices import Choice

        kinds = list(get_args(ActorKind))
        choices = [Choice(kind, "as it is" if kind == actor.kind else "", kind) for kind in kinds]
        self._choose(
            f"“{actor.name}” is …",
            choices,
            lambda kind: self._correct("kind", actor.name, kind),
            kinds.index(actor.kind),
        )

    def drop(self) -> None:
        """Ask which form is no name, where there are several."""
        (_, analysis), here = self._screen.meant(), self._screen.meant_here()
        if analysis is None:
            self._screen.say(NOT_ANALYSED)
            return
        if here is None:
            self._screen.say("Go to a sentence or a line that names what is to be dropped.")
            return
        names = {actor.name for actor in analysis.actors}
        choices = [
            choice._replace(note=f"the whole actor, {choice.note}") if choice.value in names else choice
            for choice in _forms(mentions_at(analysis, here), analysis.mentions)
        ]
        if not choices:  # who is described and never named has no mentions
            choices = [_choice(one, one.name) for one in actors_at(analysis, here) if one.kind == "unnamed"]
        if not choices:
            self._screen.say(
                "Nothing is named here that could be dropped: go to a sentence or a line that names it."
            )
        elif len(choices) == 1:
            self._correct("drop", choices[0].value)
        else:
            self._choose("Drop which false mention?", choices, lambda form: self._correct("drop", form))

    def listed(self) -> None:
        """All corrections of the folder; the one that is chosen goes."""
        from tui.app.widgets.choices import Choice

        key, _ = self._screen.meant()
        listed = self._screen.desk.corrections_of(key)
        if not listed:
            self._screen.say("No actor of this folder was corrected by hand.")
            return
        choices = [Choice(in_words(one), f"{at + 1} of {len(listed)}", at) for at, one in enumerate(listed)]
        self._choose(
            "Corrections of this folder: Enter removes one",
            choices,
            lambda at: self._change(lambda by_hand, key: by_hand.remove(key, listed[at], at)),
            len(choices) - 1,
        )

    def undo(self) -> None:
        """Take the last correction back that was made since the start."""
        self._screen.run_worker(
            self._write(ByHand.undo, "Back in force: {words}.", "Taken back: {words}.", NOTHING_TO_TAKE_BACK)
        )

    def redo(self) -> None:
        """Make it stand again."""
        self._screen.run_worker(
            self._write(ByHand.redo, "{words} again.", "Taken back: {words}.", NOTHING_AGAIN)
        )

    # Carrying out

    def _correct(self, do: Do, name: str, value: str = "") -> None:
        from tui.analysis.corrections import Correction

        correction = Correction(do, (one_line(name),), one_line(value))
        self._change(lambda by_hand, key: by_hand.add(key, correction))

    def _change(self, change: Callable[[ByHand, str], Step | None]) -> None:
        """Write a correction into the file or out of it."""
        back = f"{self._screen.takes_back} takes that back."
        self._screen.run_worker(self._write(change, f"{{words}}; {back}", f"Removed: {{words}}; {back}"))

    async def _write(
        self, change: Callable[[ByHand, str], Step | None], added: str, removed: str, nothing: str = ""
    ) -> None:
        """Change the file and show everything anew at the same place; what was done, or what hinders it, is told."""
        from tui.analysis.corrections_file import FILE_NAME, CorrectionsError

        screen = self._screen
        async with self._writing:
            try:
                key, _ = screen.meant()
                step = await screen.desk.correct(key, change) if key is not None else None
            except CorrectionsError as error:
                screen.say(one_line(str(error)))
                return
            except OSError as error:
                screen.say(f"The correction was not kept: {FILE_NAME}: {error.strerror or error}.")
                return
            await screen.show_corrected()
        if step is None:
            screen.say(nothing)
        else:
            screen.say((added if step.added else removed).replace("{words}", in_words(step.correction)))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _choice(actor: Actor, value: object) -> Choice:
    from tui.app.widgets.choices import Choice

    note = f"{actor.kind}, {_times(actor.mentions)}" if actor.mentions else actor.kind
    return Choice(one_line(actor.name), note, value)


def _forms(mentions: Iterable[Mention], counted: Iterable[Mention]) -> list[Choice]:
    """The forms of the mentions, each once, with how often it is among those that are counted."""
    from tui.app.widgets.choices import Choice

    counts = Counter(mention.text for mention in counted)
    forms = dict.fromkeys(mention.text for mention in mentions)
    return [Choice(one_line(form), _times(counts[form]), form) for form in forms]
