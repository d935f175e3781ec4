"""Titles and posts: what stands before or after a name and is no part of it.

The lists are closed: forms of address of English, ranks of armed forces and police, offices of state, church and law.
"""

from __future__ import annotations

import re

ADDRESS = (
    "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Hon|Honourable|Honorable|"
    "Excellency|Madam|Messrs"
)
RANKS = (
    "General|Gen|Lieutenant|Lt|Colonel|Col|Major|Maj|Captain|Capt|Sergeant|Sgt|Corporal|Cpl|Admiral|Adm|Commander|Cmdr|"
    "Brigadier|Brig|Marshal|Inspector|Superintendent|Constable|Detective|Private|Commodore|Rear|Vice"
)
OFFICES = (
    "President|Premier|Minister|Chancellor|Secretary|Senator|Sen|Representative|Rep|Congressman|Congresswoman|Governor|Gov|"
    "Mayor|Ambassador|Chairman|Chairwoman|Chair|Chief|Director|Judge|Committeeman|Committeewoman|Sec|Justice|Attorney|Prosecutor|Speaker|Spokesman|Spokeswoman|"
    "Spokesperson|Leader|Commissioner|Envoy|King|Queen|Prince|Princess|Emperor|Sultan|Emir|Pope|Cardinal|Archbishop|Bishop|"
    "Imam|Ayatollah|Rabbi|Councillor|Councilor|Deputy|CEO|CFO|COO|Founder|Analyst|Lawyer|Coach|Officer|Counsel|Undersecretary"
)
_WORDS = f"(?:{ADDRESS}|{RANKS}|{OFFICES})"
_LEADING = re.compile(rf"(?:{_WORDS}\b\.?(?:[-–]elect)?\s+)+(?=\w)")
_TITLE_ONLY = re.compile(rf"(?:[A-Z][\w’'-]*\s+){{0,2}}{_WORDS}\.?$")
_POST_AFTER = re.compile(r"\s(?:Under[- ]?)?(?:Secretary|Minister|Representative|Commissioner)\b(?!\s+of\b)")


def strip_titles(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without the forms of address, ranks and offices that lead the name."""
    if match := _LEADING.match(text[start:end]):
        start += match.end()
    return start, end


def is_title(text: str, start: int, end: int) -> bool:
    """Whether the stretch is a title or a post, or the first half of one, and names nobody ("Trade Representative")."""
    piece = text[start:end]
    return bool(_TITLE_ONLY.match(piece)) or (not piece.isupper() and bool(_POST_AFTER.match(text, end)))
