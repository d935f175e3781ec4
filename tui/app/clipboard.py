"""The clipboards that a copy goes to: the terminal's by OSC 52, through tmux and screen too, and that of the system.

A clipboard command of the system is run here and not through a library, since it must neither write on the screen nor
hold up the app when its display does not answer.
"""

from __future__ import annotations

import asyncio
import base64
import shutil
import sys
from collections.abc import Mapping
from typing import NamedTuple

SECONDS = 2.0
"""The longest that a clipboard command may take."""
_SCREEN_PART = 76
"""GNU screen passes on strings of at most 256 bytes; each part is a string of its own."""


class Command(NamedTuple):
    """A command that takes what is copied on its standard input, in `encoding`."""

    words: tuple[str, ...]
    encoding: str = "utf-8"


def escape(text: str, environment: Mapping[str, str]) -> str:
    """What asks the terminal to copy `text` (OSC 52), so that GNU screen passes it on to the terminal around it.

    A TERM of screen's says either program when it was carried over ssh; then both are asked, and each leaves the other's.
    """
    plain = f"\x1b]52;c;{base64.b64encode(text.encode('utf-8', 'replace')).decode()}\a"
    inside_screen = "STY" in environment
    if not inside_screen and not environment.get("TERM", "").startswith("screen"):
        return plain
    parts = (plain[at : at + _SCREEN_PART] for at in range(0, len(plain), _SCREEN_PART))
    wrapped = "".join(f"\x1bP{part}\x1b\\" for part in parts)
    return wrapped if inside_screen else plain + wrapped


def tmux_command(environment: Mapping[str, str]) -> Command | None:
    """tmux's own way to its buffer and the terminal's clipboard, which its default settings allow, unlike OSC 52."""
    if "TMUX" in environment and (found := shutil.which("tmux")):
        return Command((found, "load-buffer", "-w", "-"))
    return None


def system_command(environment: Mapping[str, str], platform: str = sys.platform) -> Command | None:
    """The command for the system's clipboard, if a display is there for it."""
    wanted: list[tuple[bool, tuple[str, ...], str]] = [
        (platform == "darwin", ("pbcopy",), "utf-8"),
        ("WAYLAND_DISPLAY" in environment, ("wl-copy",), "utf-8"),
        ("DISPLAY" in environment, ("xclip", "-selection", "clipboard", "-in"), "utf-8"),
        ("DISPLAY" in environment, ("xsel", "--clipboard", "--input"), "utf-8"),
        ("WSL_DISTRO_NAME" in environment, ("clip.exe",), "utf-16"),
        ("TERMUX_VERSION" in environment, ("termux-clipboard-set",), "utf-8"),
    ]
    for there, (name, *options), encoding in wanted:
        if there and (found := shutil.which(name)):
            return Command((found, *options), encoding)
    return None


async def run(command: Command, text: str) -> bool:
    """Give `text` to a clipboard command; whether it took it. One that does not answer is ended."""
    quiet = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            *command.words, stdin=asyncio.subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError:
        return False
    try:
        async with asyncio.timeout(SECONDS):
            await process.communicate(text.encode(command.encoding, "replace"))
    except (TimeoutError, OSError):
        if process.returncode is None:
            process.kill()
        return False
    return process.returncode == 0
