"""Correcting actors by hand: merge, split, rename, change the kind, drop a false mention, and take that back."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, get_args

from textual.screen import Screen

from tui.app.by_hand import ByHand, in_words
from tui.plain import one_line

if TYPE_CHECKING:
    from tui.analysis.model import Actor, Analysis, Mention
    from tui.app.by_hand import Step
    from tui.app.desk import Desk
    from tui.app.widgets.choices import Choice

NOTHING_TO_TAKE_BACK = (
    "Nothing was corrected since the start: cl lists the earlier corrections of this folder."
)
NOTHING_AGAIN = "There is nothing that was taken back."


def times(count: int) -> str:
    """How often."""
    return "once" if count == 1 else f"{count} times"


class Correcting(Screen[None], inherit_bindings=False):
    """What a screen has on which actors are corrected: it says what is meant, and shows what has changed.

    Where several actors may be meant, a list asks.
    """

    desk: Desk
    takes_back: ClassVar[str]
    """The key that takes a correction back here."""

    def __init__(self) -> None:
        super().__init__()
        self._correcting = asyncio.Lock()

    def say(self, words: str) -> None:
        """Say something in the status line."""
        raise NotImplementedError

    def _ask(self, question: str, take: Callable[[str], None], begin: str = "") -> None:
        """Ask for words."""
        raise NotImplementedError

    def _meant(self) -> tuple[str | None, Analysis | None]:
        """The key of the article that is meant, and its analysis."""
        raise NotImplementedError

    def _mentions_here(self, analysis: Analysis) -> list[Mention]:
        """The mentions that may be meant."""
        raise NotImplementedError

    def _actors_here(self, analysis: Analysis) -> list[Actor]:
        """The actors that may be meant."""
        raise NotImplementedError

    async def _show_corrected(self) -> None:
        """Show the article anew, at the same place."""
        raise NotImplementedError

    def _with_actor(self, title: str, then: Callable[[Analysis, Actor], None]) -> None:
        """Find out which actor is meant, and go on."""
        _, analysis = self._meant()
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
        _, analysis = self._meant()
        if analysis is None:
            self.say("Actors can be corrected as soon as the article is analysed.")
            return
        names = {actor.name: actor for actor in analysis.actors}
        mentions = self._mentions_here(analysis)
        choices = [
            choice._replace(note=f"the whole actor, {choice.note}") if choice.value in names else choice
            for choice in _forms(mentions, analysis)
        ]
        if not choices:  # who is described and never named has no mentions
            choices = [
                self._actor_choice(one)._replace(value=one.name)
                for one in self._actors_here(analysis)
                if one.kind == "unnamed"
            ]
        if not choices:
            self.say("Nothing is named here that could be dropped: go to a sentence or a line that names it.")
        elif len(choices) == 1:
            self._correct("drop", (choices[0].value,))
        else:
            self._choose("Drop which false mention?", choices, lambda form: self._correct("drop", (form,)))

    def do_corrections(self) -> None:
        """All corrections of the folder; the one that is chosen goes."""
        from tui.app.widgets.choices import Choice

        key, _ = self._meant()
        listed = self.desk.corrections_of(key)
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

    def do_undo_correction(self) -> None:
        """Take the last correction back that was made since the start."""
        self._step_correction(again=False)

    def do_redo_correction(self) -> None:
        """Make it stand again."""
        self._step_correction(again=True)

    def _step_correction(self, *, again: bool) -> None:
        step = ByHand.redo if again else ByHand.undo
        added = "{words} again." if again else "Back in force: {words}."
        nothing = NOTHING_AGAIN if again else NOTHING_TO_TAKE_BACK
        self.run_worker(self._write(step, added, "Taken back: {words}.", nothing))

    # Carrying out

    def _correct(self, do: Any, names: tuple[str, ...], value: str = "") -> None:
        from tui.analysis.corrections import Correction

        cleaned = tuple(one_line(name) for name in names)
        correction = Correction(do, cleaned, one_line(value))
        self._change(lambda by_hand, key: by_hand.add(key, correction))

    def _change(self, change: Callable[[ByHand, str], Step | None]) -> None:
        """Write a correction into the file or out of it."""
        back = f"{self.takes_back} takes that back."
        self.run_worker(self._write(change, f"{{words}}; {back}", f"Removed: {{words}}; {back}"))

    async def _write(
        self, change: Callable[[ByHand, str], Step | None], added: str, removed: str, nothing: str = ""
    ) -> None:
        """Change the file and show everything anew at the same place; what was done, or what hinders it, is told."""
        from tui.analysis.corrections_file import FILE_NAME, CorrectionsError

        async with self._correcting:
            try:
                key, _ = self._meant()
                step = await self.desk.correct(key, change) if key is not None else None
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


def _forms(mentions: Any, analysis: Analysis | None = None) -> list[Choice]:
    """The forms of the mentions, each once; how often is counted in all of `analysis` where it is given."""
    from tui.app.widgets.choices import Choice

    found = [m.text for m in mentions]
    counts = Counter(found if analysis is None else (m.text for m in analysis.mentions))
    return [Choice(one_line(form), times(counts[form]), form) for form in dict.fromkeys(found)]
