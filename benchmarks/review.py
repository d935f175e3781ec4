"""A whole review from the keyboard alone in tmux, ended by kill -9 in between, and what is left of it each time.

    python -m benchmarks.review [FOLDER]

Every kind of decision is made on the articles of the folder (the samples by default). Each must be in the library when its
key was answered; after each kill the next start must offer to go on and stand at the same line; at the end the summary,
the briefs and `reex-tui session log` must all tell what was decided. Ends with code 1 where something does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds that anything may take on a busy machine."""
ADDED = re.compile("was added|already")
SCROLLBAR = " ▁▂▃▄▅▆▇█"
QUESTION = re.compile(r"the (\d+) undecided lines?")


class NotSoError(Exception):
    """Something that must hold does not; the message says what."""


class Tmux:
    """The reader in a tmux server of its own, typed into and looked at as a person does."""

    def __init__(self, folder: Path, work: Path, columns: int = 120, rows: int = 40) -> None:
        self.library = work / "library.sqlite"
        self.briefs = work / "briefs"
        self._folder = folder
        self._size = (columns, rows)
        self._server = ("tmux", "-L", f"reex-review-{os.getpid()}", "-f", os.devnull)
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "TMUX"},
            "REEX_CONFIG": str(work / "config.yaml"),
            "LC_ALL": "C.UTF-8",
        }

    def _tmux(self, *words: str) -> str:
        return subprocess.run(
            [*self._server, *words], check=True, capture_output=True, text=True, env=self._environment
        ).stdout

    def start(self) -> None:
        """Start a review."""
        program = [sys.executable, "-m", "tui.cli", "review", "--library", str(self.library)]
        program += ["-o", str(self.briefs), str(self._folder)]
        columns, rows = self._size
        self._tmux(
            *("new-session", "-d", "-s", "review", "-x", str(columns), "-y", str(rows)),
            *(f"exec {shlex.join(program)}", ";", "set", "-g", "status", "off"),
        )

    def kill(self) -> None:
        """Kill -9."""
        os.kill(int(self._tmux("display-message", "-p", "-t", "review", "#{pane_pid}")), signal.SIGKILL)
        self.wait(lambda: not self.running, "the killed reader is gone")

    @property
    def running(self) -> bool:
        """Whether the reader is there."""
        found = subprocess.run([*self._server, "has-session", "-t", "review"], capture_output=True)
        return found.returncode == 0

    def close(self) -> None:
        """End the server."""
        subprocess.run([*self._server, "kill-server"], capture_output=True)

    def screen(self) -> str:
        """What is on the screen."""
        return self._tmux("capture-pane", "-p", "-t", "review")

    def status(self) -> str:
        """The status line."""
        return self.screen().rstrip("\n").split("\n")[-2]

    def keys(self, *names: str) -> None:
        """Press keys, by tmux's names."""
        self._tmux("send-keys", "-t", "review", *names)

    def type(self, words: str) -> None:
        """Type words."""
        self._tmux("send-keys", "-t", "review", "-l", words)

    def wait(self, holds: Callable[[], Any], what: str) -> Any:
        """Wait until `holds` gives something true; returns it. Raises `NotSoError`."""
        end = time.monotonic() + PATIENCE
        while not (found := holds()):
            if time.monotonic() > end:
                raise NotSoError(f"It did not come to this: {what}.\n{self.screen() if self.running else ''}")
            time.sleep(0.03)
        return found

    def shows(self, words: str) -> None:
        """Wait until the screen shows the words."""
        self.wait(lambda: words in self.screen(), f"the screen shows {words!r}")

    def asked(self, question: str, answer: str) -> None:
        """Answer a question at the foot of the screen."""
        self.shows(question)
        self.keys("C-u")
        self.type(answer)
        self.keys("Enter")

    def still(self) -> None:
        """Wait until the screen no longer changes."""
        before = ""
        while before != (now := self.screen()):
            before = now
            time.sleep(0.4)

    def marked(self) -> str:
        """The line of the brief that the bar stands beside, without the sign of what was decided."""
        rows = [row.partition("▏")[0].rstrip(SCROLLBAR).strip() for row in self.screen().split("\n")]
        return " ".join(row.lstrip("▌ ·✓✗?★") for row in rows if row.startswith("▌"))

    def log(self) -> list[tuple[str, str | None]]:
        """Action and value of every decision, from the file itself."""
        return [(row[0], row[1]) for row in self._ask("SELECT action, value FROM decisions ORDER BY number")]

    def place(self) -> tuple[Any, ...]:
        """Where the last session is."""
        rows = self._ask("SELECT at_source, at_line FROM sessions ORDER BY number DESC LIMIT 1")
        return tuple(rows[0]) if rows else ()

    def is_decided(self, place: tuple[Any, ...]) -> bool:
        """Whether a judgement about the line at a place stands."""
        names = ("number", "action", "value", "source", "line", "undoes")
        rows = self._ask(f"SELECT {', '.join(names)} FROM decisions ORDER BY number")
        return "judged" in folded([dict(zip(names, row, strict=True)) for row in rows]).get(place, {})

    def _ask(self, query: str) -> list[Any]:
        connection = sqlite3.connect(f"file:{self.library}?mode=ro", uri=True, timeout=30)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()


class Review:
    """What is typed, and what the log must hold after it."""

    def __init__(self, tmux: Tmux) -> None:
        self.tmux = tmux
        self.expected: list[tuple[str, str | None]] = []
        self.kills = 0

    def expect(self, *entries: tuple[str, str | None]) -> None:
        """Wait until these entries follow in the log, and nothing else."""
        self.expected += entries
        self.tmux.wait(lambda: len(self.tmux.log()) >= len(self.expected), f"the log holds {entries}")
        if (log := self.tmux.log()) != self.expected:
            there, wanted = (f"{len(one)} entries with {one[-5:]} at the end" for one in (log, self.expected))
            raise NotSoError(f"The log has {there}, not {wanted}.\n{self.tmux.screen()}")

    def key(self, key: str, action: str, value: str | None = None) -> None:
        """One key that decides."""
        self.tmux.keys(key)
        self.expect((action, value))

    def words(self, key: str, question: str, words: str, action: str) -> None:
        """A key that asks."""
        self.tmux.keys(key)
        self.tmux.asked(question, words)
        self.expect((action, words))

    def repeat(self, action: str) -> None:
        """`.`: the last judgement on all lines of the section."""
        self.tmux.keys(".")
        asked = self.tmux.wait(
            lambda: QUESTION.search(self.tmux.screen()) or "are decided" in self.tmux.status(),
            "the repetition is asked for",
        )
        if asked is not True:
            self.tmux.asked("(y/n)", "y")
            self.expect(*[(action, None)] * int(asked[1]))

    def kill_and_go_on(self, *typed: str) -> None:
        """Kill -9, with keys typed that ask and decide nothing; start again, and go on at the same line."""
        if typed:
            self.tmux.keys(*typed)
        self.tmux.still()
        place, marked = self.tmux.place(), self.tmux.marked()
        self.tmux.kill()
        if self.tmux.log() != self.expected or self.tmux.place() != place:
            raise NotSoError("The killed session left another log or place than it had.")
        self.tmux.start()
        self.tmux.shows("Go on where the review was left")
        self.tmux.keys("Enter")
        self.tmux.shows("at the same line")
        # How many of its rows are in sight depends on where the pane was scrolled to.
        self.tmux.wait(
            lambda: (now := self.tmux.marked()) and (now.startswith(marked) or marked.startswith(now)),
            f"the line {marked!r} is offered again",
        )
        if self.tmux.place() != place:
            raise NotSoError(f"The session is at {self.tmux.place()}, not {place}.")
        self.kills += 1

    def run(self) -> None:
        """The whole review, up to its summary."""
        tmux = self.tmux
        tmux.start()
        tmux.shows("to review")
        self.key("a", "accept")
        self.key("x", "reject")
        self.words("d", "Why is it disputed?", "two sources differ", "dispute")
        self.kill_and_go_on()
        self.key("*", "star")
        self.words("n", "Note:", "ask the ministry; [bold] stays as typed", "note")
        self.words("t", "Tag:", "exports", "tag")
        self.words("e", "Wording:", "Worded by hand, and it stays.", "edit")
        self.key("u", "undo")
        self.key("U", "undo")
        tmux.keys("Enter")
        self.words("e", "Wording:", "Worded by hand, and rejected after.", "edit")
        self.key("x", "reject")
        self.kill_and_go_on("n", "h", "a", "l", "f")
        for sentences in (3, 5):
            tmux.keys(*["J"] * sentences)
            tmux.wait(lambda: not ADDED.search(tmux.status()), "another sentence is marked")
            tmux.keys("+")
            said = tmux.wait(lambda: ADDED.search(tmux.status()), "a line is added, or is there already")
            if said[0] == "was added":
                self.expect(("add", None))
        tmux.keys("Enter")
        self.key("a", "accept")
        self.repeat("accept")
        tmux.keys(">")
        self.key("x", "reject")
        self.key("u", "undo")
        tmux.keys("<", ">")
        self.key("a", "accept")
        self.kill_and_go_on()
        before = len(self.expected)
        tmux.keys(*"axaxa")  # faster than the screen is drawn
        self.expect(*[(action, None) for action in ("accept", "reject", "accept", "reject", "accept")])
        self.kill_and_go_on()
        assert len(self.expected) == before + 5
        self._decide_the_rest()
        self.kill_and_go_on()
        tmux.keys("F")
        tmux.shows("The review is done.")

    def _decide_the_rest(self) -> None:
        """Accept line after line, section after section, until none is left."""
        tmux = self.tmux
        while True:
            tmux.keys("Enter")
            tmux.wait(
                lambda: not tmux.is_decided(tmux.place()) or "All lines are decided" in tmux.status(),
                "the next undecided line is offered, or there is none",
            )
            if tmux.is_decided(tmux.place()):
                return
            self.key("a", "accept")
            self.repeat("accept")


def folded(log: Sequence[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """What stands for each line, by source and key, told from the log alone."""
    undone: set[int] = set()
    for entry in reversed(log):
        if entry["action"] == "undo" and entry["number"] not in undone:
            undone.add(entry["undoes"])
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    for entry in log:
        if entry["action"] == "undo" or entry["number"] in undone:
            continue
        line = lines.setdefault((entry["source"], entry["line"]), Counter())
        if entry["action"] in ("accept", "reject", "dispute"):
            line["judged"] = entry["action"]
        elif entry["action"] == "edit":
            line["edit"] = entry["value"]
        else:
            line[entry["action"]] += 1
    return lines


def check_end(tmux: Tmux, expected: Sequence[tuple[str, str | None]]) -> dict[str, int]:
    """Hold summary, briefs and `session log` against each other; returns the summary's counts. Raises `NotSoError`."""
    program = [sys.executable, "-m", "tui.cli", "session", "log", "--library", str(tmux.library)]
    printed = subprocess.run(program, check=True, capture_output=True, text=True).stdout
    log = [json.loads(line) for line in printed.splitlines()]
    if [(entry["action"], entry["value"]) for entry in log] != list(expected):
        raise NotSoError("`session log` tells other decisions than were made.")
    if not all(entry["who"] and entry["at"] for entry in log):
        raise NotSoError("`session log` does not tell who decided and when.")
    lines = folded(log)
    judged = Counter(line["judged"] for line in lines.values())
    counts = {
        "accepted": judged["accept"],
        "rejected": judged["reject"],
        "disputed": judged["dispute"],
        "in your words": sum("edit" in line for line in lines.values()),
        "starred": sum(line["star"] % 2 for line in lines.values()),
        "notes": sum(line["note"] for line in lines.values()),
        "tags": sum(line["tag"] for line in lines.values()),
    }
    shown = dict(re.findall(r"(\d+)  ([a-z ]+?)\s*(?:│|$)", tmux.screen(), re.MULTILINE))
    summary = {name: int(count) for count, name in shown.items()} if shown else {}
    for name, count in counts.items():
        if not re.search(rf"\b{count}  {name if count != 1 else name.removesuffix('s')}\b", tmux.screen()):
            raise NotSoError(f"The summary does not tell {count} {name}: {summary}\n{tmux.screen()}")
    sources = {entry["source"]: entry["article"] for entry in log}
    for source, article in sources.items():
        (path,) = tmux.briefs.glob(f"{article}-*.md")
        text = path.read_text(encoding="utf-8")
        own = [line for (there, _), line in lines.items() if there == source]
        stands = [line for line in own if line["judged"] != "reject"]
        confirmed = sum(bool(line["judged"] == "accept" or "edit" in line or line["add"]) for line in stands)
        if f"A person confirmed {confirmed} of these {len(stands)} line" not in text:
            raise NotSoError(
                f"{path.name} does not say that {confirmed} of {len(stands)} lines were confirmed."
            )
        for line in own:
            if "edit" in line and (line["edit"] in text) == (line["judged"] == "reject"):
                raise NotSoError(
                    f"{path.name}: what is rejected is in it, or what stands is not: {line['edit']}"
                )
    return counts


def review(folder: Path, work: Path) -> tuple[dict[str, int], int, int]:
    """Do it all; returns the summary's counts, the entries of the log, and the kills. Raises `NotSoError`."""
    tmux = Tmux(folder, work)
    try:
        typed = Review(tmux)
        typed.run()
        return check_end(tmux, typed.expected), len(typed.expected), typed.kills
    finally:
        tmux.close()


def main() -> int:
    """Review the folder, and print what came of it."""
    parser = argparse.ArgumentParser(description="A whole review by keyboard, killed in between.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"))
    folder = parser.parse_args().folder
    if shutil.which("tmux") is None:
        print("tmux is not installed.")
        return 2
    with tempfile.TemporaryDirectory() as work:
        try:
            counts, entries, kills = review(folder.resolve(), Path(work))
        except NotSoError as error:
            print(error)
            return 1
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    print(f"{entries} entries in the log, {kills} times killed, every decision and place kept: {told}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
