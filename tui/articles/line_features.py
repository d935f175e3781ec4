"""What a line looks like by itself."""

from __future__ import annotations

import re

from .kinds import doubled, is_caption, is_list_item, own_kind
from .words import FUNCTION_WORDS, lexicon
from .written_days import days

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s|$)")
_CLOSING = "\"”’')] *"
KINDS = ("share", "newsletter", "comments", "related", "footer", "navigation", "meta")
"""The kinds of furniture that a line's words can tell, in the order of their columns."""
_PLACE = re.compile(r"^[A-Z][\w .,'’/()-]{1,50}\s[—–-]{1,2}\s")
_YOU = lexicon("you your yours you're you’re you'll you’ll we our us we're we’re sign click please")
_ME = lexicon("i me my i'm i’m i've i’ve myself mine")
_SAID = lexicon("said says told added according wrote asked announced explained argued noted")
_ASKS = lexicon("how what why when who where which")
_CLOCK = lexicon("ago am pm utc gmt est edt pst pdt bst ist")
_MARKS = ("http", "www.", ".com", "@", "#", "|", "»", "›", "©", "→", "$")
_REPLY_WORDS = lexicon(
    "says say reply permalink quote report upvote like likes log wrote at ago point points vote votes replies"
)
_REPLY = re.compile(
    r"\bsays?:?$|^(?:reply|permalink|quote|report|upvote|like|log in to reply|reply to)\b|\breply$"
    r"|\bwrote (?:on|at)\b"
    r"|^\W*\d+ (?:likes?|points?|votes?|replies)\b|\bat \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?(?: said:?)?$"
    r"|\b\d+ (?:minutes|hours|days|months|years) ago$",
    re.IGNORECASE,
)
"""What stands at the head or foot of a reader's comment; it has one of the words above."""
_BIO_WORDS = lexicon("freelance correspondent contributing")
_BIO = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}(?:is|was|has been|covers|writes|joined|works|serves) (?:an? |the )?"
    r"|about the author|follow "
)
_BIO_PHRASES = (
    "staff writer",
    "senior editor",
    "senior writer",
    "senior reporter",
    "can be reached",
    "ollow him",
)
_CODE = re.compile(
    r"^(?:[{}()\[\]]+[;,)]*$|//|/\*|#include|\$ |>>> |def \w+\(|</?\w+[^>]*>|@\w+$|\w+\(.*\)[;{]?$)"
    r"|[{};]$|\w\(\)|[=!]==?|=>|->|&&|\w\.\w+\(|\w_\w"
)
"""What looks like a line of a program; it has one of the symbols below."""
_SYMBOLS = re.compile(r"[{}\[\]()<>=;_/\\|#$*&^~`+@!-]")

LENGTH, COUNT, FINAL, CAPITAL, ITEM, DATED = 0, 1, 3, 13, 19, 22
OWN = 31
"""Where the kinds that a line tells itself begin."""
META = OWN + len(KINDS) - 1
CODE = OWN + len(KINDS)
REPLY = CODE + 1
N_LINE = REPLY + 8


def line_features(clip: str, said: list[str]) -> list[float]:
    """What a line looks like by itself; `said` are its words."""
    length, count = len(clip), len(said)
    raw = clip.split()
    capital = sum(map(str.isupper, [word[0] for word in raw]))
    upper = sum(map(str.isupper, raw))
    bare = clip.rstrip(_CLOSING)
    last, first = bare[-1:], clip[:1]
    ends = len(_SENTENCE_END.findall(clip))
    function = sum(map(FUNCTION_WORDS.__contains__, said))
    digits = sum(map(clip.count, "0123456789"))
    kind = own_kind(clip)
    item = is_list_item(clip)
    head = clip[:300]
    symbols = len(_SYMBOLS.findall(head))
    return [
        length,
        float(count),
        length / (count + 1),
        last in (".", "!", "?", "…") and not clip.endswith("..."),
        last in (":", ";", ","),
        clip.endswith(("...", "…", "[…]")),
        last == "?",
        float(ends),
        count / (ends + 1),
        first.isupper(),
        first.islower(),
        first.isdigit(),
        first in "\"“‘'«",
        capital / (len(raw) + 1),
        upper / (len(raw) + 1),
        function / (count + 1),
        digits / (length + 1),
        clip.count(",") / (count + 1),
        clip.count("“") + clip.count('"'),
        item,
        item and first.isdigit(),
        sum(map(head.count, _MARKS)),
        digits > 2 and length < 400 and bool(days(clip[:200])),
        length < 200 and not _CLOCK.isdisjoint(said),
        _PLACE.match(clip) is not None,
        _BIO.match(clip) is not None
        or not _BIO_WORDS.isdisjoint(said)
        or any(map(head.__contains__, _BIO_PHRASES)),
        sum(map(_YOU.__contains__, said)) / (count + 1),
        not _SAID.isdisjoint(said),
        is_caption(clip),
        doubled(clip),
        len({*said}) / (count + 1),
        *[kind == name for name in KINDS],
        symbols > 0 and length < 200 and _CODE.search(clip) is not None,
        length < 160 and not _REPLY_WORDS.isdisjoint(said) and _REPLY.search(clip) is not None,
        symbols / (len(head) + 1),
        sum(map(_ME.__contains__, said)) / (count + 1),
        head.count("!"),
        last == ",",
        clip[:3] in ("By ", "by ", "BY "),
        not clip.isascii(),
        count > 0 and said[0] in _ASKS,
    ]
