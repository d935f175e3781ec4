"""The registry of actions: what can be done, where, by which keys. Footer, help, palette and docs/keys.md come from it.

A key is named as Textual names it ("ctrl+d", "question_mark"); a chord is two keys with a space between ("g g").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from tui.app.key_names import key_name, key_of
from tui.app.kinds import KINDS
from tui.nearest import did_you_mean


class Place(Enum):
    """Where a key counts. The value is the place's name on the screen."""

    DESK = "Article list, reader and brief"
    LIST = "Article list"
    READER = "Reader"
    BRIEF = "Brief"
    REVIEW = "Review"
    OUTPUT = "Output of a command"

    @property
    def reach(self) -> tuple[Place, ...]:
        """The places whose keys count here, in their order: a pane of the desk takes those of all its panes too."""
        return (self, Place.DESK) if self in (Place.LIST, Place.READER, Place.BRIEF) else (self,)


class Action(NamedTuple):
    """Something that can be done.

    `name` is unique in the place; `sentence` says what it does; `short` is its label in the footer, empty for an action that
    is not shown there. The method `do_NAME` does it, or with `does` the method `do_` and its first word, called with the
    others.
    """

    name: str
    place: Place
    keys: tuple[str, ...]
    sentence: str
    short: str = ""
    does: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """As it is called in a key map: place and name."""
        return f"{self.place.name.lower()}.{self.name.replace('_', '-')}"


def _moves(place: Place, one: str, short: str, many: str) -> tuple[Action, ...]:
    return (
        Action("next", place, ("j", "down"), f"Go to the next {one}.", short),
        Action("previous", place, ("k", "up"), f"Go to the previous {one}.", short),
        Action("first", place, ("g g", "home"), f"Go to the first {one}."),
        Action("last", place, ("G", "end"), f"Go to the last {one}."),
        Action("half_down", place, ("ctrl+d",), f"Go half a page of {many} down."),
        Action("half_up", place, ("ctrl+u",), f"Go half a page of {many} up."),
        Action("page_down", place, ("pagedown", "ctrl+f"), f"Go a page of {many} down."),
        Action("page_up", place, ("pageup", "ctrl+b"), f"Go a page of {many} up."),
    )


def _corrections(place: Place) -> tuple[Action, ...]:
    return tuple(
        Action(name, place, (key,), sentence, does=("correct", does))
        for name, key, does, sentence in (
            ("merge_actor", "c m", "merge", "Merge the actor here into another one."),
            ("split_actor", "c s", "split", "Split a form of the name off as an actor of its own."),
            ("rename_actor", "c r", "rename", "Rename the actor here."),
            (
                "change_kind",
                "c k",
                "kind",
                "Change the kind of the actor here, such as person or organisation.",
            ),
            ("drop_mention", "c d", "drop", "Drop a false mention, in all articles of the folder."),
            ("corrections", "c l", "listed", "List all corrections of the folder's actors, and remove one."),
            ("undo_correction", "c u", "undo", "Take the last correction of the folder's actors back."),
            ("redo_correction", "c U", "redo", "Make a correction stand again that was taken back."),
        )
    )


ACTIONS: tuple[Action, ...] = (
    *_moves(Place.LIST, "article", "move", "articles"),
    Action("enter", Place.LIST, ("enter",), "Read the article: go to the reader.", "read"),
    *_moves(Place.READER, "sentence", "sentence", "text"),
    Action(
        "enter",
        Place.READER,
        ("enter",),
        "Go to the first brief line that rests on this sentence.",
        "to brief",
    ),
    Action(
        "put_back", Place.READER, ("plus",), "On the page as it was (F): put this block into the article."
    ),
    Action(
        "take_out", Place.READER, ("minus",), "On the page as it was (F): take this block out of the article."
    ),
    *_moves(Place.BRIEF, "line", "line", "lines"),
    Action(
        "enter",
        Place.BRIEF,
        ("enter",),
        "Jump to the sentence that the line rests on, and mark it.",
        "to sentence",
    ),
    Action("next_pane", Place.DESK, ("tab", "l", "right"), "Go to the next pane.", "pane"),
    Action("previous_pane", Place.DESK, ("shift+tab", "h", "left"), "Go to the previous pane."),
    Action("next_article", Place.DESK, ("greater_than_sign",), "Show the next article, from any pane."),
    Action("previous_article", Place.DESK, ("less_than_sign",), "Show the previous article, from any pane."),
    Action(
        "next_mention",
        Place.DESK,
        ("right_square_bracket",),
        "Go to the next mention of the same actor or figure.",
    ),
    Action(
        "previous_mention",
        Place.DESK,
        ("left_square_bracket",),
        "Go to the previous mention of the same actor or figure.",
    ),
    Action("back", Place.DESK, ("backspace", "alt+left"), "Go back to the place visited before."),
    Action("forward", Place.DESK, ("alt+right",), "Go forward again."),
    Action(
        "jump", Place.DESK, ("f",), "Put letters on everything that can be gone to; type one to go there."
    ),
    Action(
        "scroll_other_down", Place.DESK, ("J",), "Scroll the text, or beside the text the brief, a line down."
    ),
    Action(
        "scroll_other_up", Place.DESK, ("K",), "Scroll the text, or beside the text the brief, a line up."
    ),
    Action("find", Place.DESK, ("slash",), "Find words in the text.", "find"),
    Action("find_next", Place.DESK, ("n",), "Go to the next place found."),
    Action("find_previous", Place.DESK, ("N",), "Go to the previous place found."),
    Action(
        "clear",
        Place.DESK,
        ("escape",),
        "Take away the marks of what was found, and of what a line rests on.",
    ),
    *(
        Action(
            f"toggle_{kind.name}",
            Place.DESK,
            (kind.key,),
            f"Show or hide the marks of {kind.plural}.",
            does=("toggle", kind.label),
        )
        for kind in KINDS
    ),
    Action("toggle_all", Place.DESK, ("0",), "Show or hide the marks of all kinds of entity."),
    Action("zoom", Place.DESK, ("z",), "Show only this pane, or all of them again."),
    Action("wider", Place.DESK, ("right_curly_bracket",), "Make this pane wider."),
    Action("narrower", Place.DESK, ("left_curly_bracket",), "Make this pane narrower."),
    Action(
        "next_view",
        Place.DESK,
        ("v",),
        "Show beside the text: brief, actors, figures, timeline, statistics.",
        "view",
    ),
    Action("previous_view", Place.DESK, ("V",), "Show the view before this one beside the text."),
    Action(
        "sort",
        Place.DESK,
        ("comma",),
        "Sort the figures beside the text: by importance, by value, or in the order of the text.",
    ),
    Action(
        "page", Place.DESK, ("F",), "Show the page as it was, with its furniture named, or the text again."
    ),
    Action(
        "copy_sentence",
        Place.DESK,
        ("y", "ctrl+c"),
        "Copy what the mouse selected, or the marked sentence.",
    ),
    Action("copy_line", Place.DESK, ("Y",), "Copy the brief line with its citations."),
    Action(
        "pipe",
        Place.DESK,
        ("vertical_line",),
        "Pipe what the mouse selected, the brief or the article to a command.",
    ),
    Action("save", Place.DESK, ("s",), "Save the brief of this article as Markdown.", "save"),
    Action("save_all", Place.DESK, ("S",), "Save the briefs of all articles that are analysed."),
    Action("review", Place.DESK, ("r",), "Review the briefs line by line.", "review"),
    Action("review_found", Place.DESK, ("R",), "Review the articles that hold the words you give."),
    *_corrections(Place.DESK),
    Action(
        "undo",
        Place.DESK,
        ("u",),
        "Take the last correction of the folder's actors back; on the page as it was, the last decision about a block.",
    ),
    Action("redo", Place.DESK, ("U",), "Make what was taken back stand again."),
    Action("open", Place.DESK, ("o",), "Open another folder or file.", "open"),
    Action("samples", Place.DESK, ("O",), "Open the sample articles that come with the reader."),
    Action("keys", Place.DESK, ("question_mark",), "Show the keys of this pane.", "keys"),
    Action("theme", Place.DESK, ("T",), "Choose the colours."),
    Action("palette", Place.DESK, ("ctrl+p",), "Find an action by its name and do it."),
    Action("quit", Place.DESK, ("q", "ctrl+q"), "Quit.", "quit"),
    Action("judge_accept", Place.REVIEW, ("a",), "Accept the line.", "accept", ("judge", "accept")),
    Action("judge_reject", Place.REVIEW, ("x",), "Reject the line.", "reject", ("judge", "reject")),
    Action("dispute", Place.REVIEW, ("d",), "Dispute the line, with a reason.", "dispute"),
    Action("edit", Place.REVIEW, ("e",), "Put the line in other words; its citation stays.", "edit"),
    Action("note", Place.REVIEW, ("n",), "Write a note on the line.", "note"),
    Action("tag", Place.REVIEW, ("t",), "Tag the line.", "tag"),
    Action("star", Place.REVIEW, ("asterisk",), "Star the line, or take the star away."),
    Action(
        "add", Place.REVIEW, ("plus",), "Add the marked sentence of the text as a line of the bottom line."
    ),
    Action(
        "repeat",
        Place.REVIEW,
        ("full_stop",),
        "Do the last judgement on all lines like this one; asks first.",
    ),
    Action("next_undecided", Place.REVIEW, ("enter",), "Go to the next line that is not decided.", "next"),
    Action("next", Place.REVIEW, ("j", "down"), "Go to the next line."),
    Action("previous", Place.REVIEW, ("k", "up"), "Go to the line before."),
    Action("next_sentence", Place.REVIEW, ("J",), "Mark the next sentence of the text."),
    Action("previous_sentence", Place.REVIEW, ("K",), "Mark the sentence before."),
    Action("next_article", Place.REVIEW, ("greater_than_sign",), "Go to the next article."),
    Action("previous_article", Place.REVIEW, ("less_than_sign",), "Go to the article before."),
    Action("undo", Place.REVIEW, ("u",), "Take the last decision back.", "undo"),
    Action("redo", Place.REVIEW, ("U",), "Make a decision stand again that was taken back."),
    *_corrections(Place.REVIEW),
    Action("finish", Place.REVIEW, ("F",), "Write the briefs with what stands, and end the session."),
    Action("keys", Place.REVIEW, ("question_mark",), "Show the keys of the review.", "keys"),
    Action("leave", Place.REVIEW, ("q", "escape"), "Leave; the session can be gone on with.", "leave"),
    *_moves(Place.OUTPUT, "line", "move", "lines"),
    Action("copy", Place.OUTPUT, ("y", "ctrl+c"), "Copy what the mouse selected, or the output.", "copy"),
    Action(
        "close", Place.OUTPUT, ("q", "escape"), "Go back; a command that still runs is ended first.", "back"
    ),
)


class KeyConflictError(ValueError):
    """Two actions want the same key in the same place; the message and `actions` name both."""

    def __init__(self, message: str, *actions: str) -> None:
        super().__init__(message)
        self.actions = actions


class UnknownActionError(ValueError):
    """A key map names an action that there is not; the message says which, and the nearest that there is."""


class Keymap:
    """Which key does what in which place. A place's own keys come before the others in its reach."""

    def __init__(self, actions: Iterable[Action]) -> None:
        """Raises `KeyConflictError`."""
        self.actions = tuple(actions)
        self._by_key: dict[tuple[Place, str], Action] = {}
        chords: dict[tuple[Place, str], Action] = {}
        for action in self.actions:
            for key in action.keys:
                there = self._by_key.setdefault((action.place, key), action)
                if there is not action:
                    raise KeyConflictError(
                        f"{key_name(key)} is the key of both {there.identity} and {action.identity}.",
                        there.identity,
                        action.identity,
                    )
                if " " in key:
                    chords.setdefault((action.place, key.partition(" ")[0]), action)
        self._prefixes = frozenset(chords)
        for (place, prefix), chord in chords.items():
            if (other := self.find(place, prefix)) is not None:
                raise KeyConflictError(
                    f"{key_name(prefix)} is the key of {other.identity} and begins a chord of {chord.identity}.",
                    other.identity,
                    chord.identity,
                )

    def find(self, place: Place, key: str) -> Action | None:
        """The action that `key` (a key or a whole chord) stands for in `place`."""
        return next((one for there in place.reach if (one := self._by_key.get((there, key)))), None)

    def begins_chord(self, place: Place, key: str) -> bool:
        """Whether `key` is the first of two in `place`."""
        return any((there, key) in self._prefixes for there in place.reach)

    def of(self, place: Place) -> tuple[Action, ...]:
        """The actions of one place, in their order."""
        return tuple(action for action in self.actions if action.place is place)


def keymap(changes: Mapping[str, Iterable[str]] | None = None) -> Keymap:
    """The registry's keys, with the keys of the actions that `changes` names (by `Action.identity`) replaced.

    Keys may be written as Textual names them or as people do ("?", "Ctrl+D", "gg"). Raises `KeyConflictError`, and
    `UnknownActionError` for an identity that there is not.
    """
    changes = dict(changes or {})
    made = []
    for action in ACTIONS:
        keys = changes.pop(action.identity, None)
        made.append(action if keys is None else action._replace(keys=tuple(key_of(key) for key in keys)))
    if changes:
        unknown = next(iter(changes))
        hint = did_you_mean(unknown, (action.identity for action in ACTIONS))
        raise UnknownActionError(f"There is no action {unknown!r} to give a key to{hint}")
    return Keymap(made)


def keys_page(actions: Iterable[Action] = ACTIONS) -> str:
    """The page docs/keys.md: every action with its keys, by place."""
    known = tuple(actions)
    lines = [
        "# Keys",
        "",
        "Made from the registry of actions (`tui/app/actions.py`); the names are those of a key map.",
    ]
    for place in Place:
        here = [a for a in known if a.place is place]
        if not here:
            continue
        lines += ["", f"## {place.value}", "", "| Keys | What it does | Name |", "|---|---|---|"]
        lines += [
            f"| {' '.join(f'`{key_name(k)}`' for k in a.keys)} | {a.sentence} | `{a.identity}` |"
            for a in here
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(keys_page())
