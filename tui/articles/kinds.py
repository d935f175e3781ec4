"""Which kind of furniture, and which kind of body line: rules on the words of a line and on what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .extracted import LineKind

_MARKER = re.compile(r"\s*(?:[•◦▪‣●○■∙·]|[-–—*+](?=\s)|\(?\d{1,3}[.)](?=\s))\s*\S")

_SHARE = re.compile(
    r"(?:share|tweet|email|e-mail|print|save|copy link|copy|link|facebook|twitter|x|whatsapp"
    r"|linked ?in|pinterest|reddit"
    r"|telegram|flipboard|messenger|bluesky|threads|instagram|youtube|tiktok|mastodon|pocket|sms|gift"
    r"|listen|bookmark"
    r"|font resizer\s*aa?|notification|share (?:this|on|via|article|by|with|full|to)\b.{0,40}"
    r"|follow (?:us|on|me)\b.{0,40}"
    r"|(?:add|set|make) .{0,30} (?:preferred|trusted) source.{0,30}|click to (?:share|print|email).{0,60})"
    r"(?:[\s,|/·•]+(?:facebook|twitter|x|copy|link|print|email|e-mail|whatsapp|linked ?in|pinterest"
    r"|reddit|telegram|share"
    r"|save|flipboard|tumblr|instagram|youtube))*\s*[:.!]?",
)
_NEWSLETTER = re.compile(
    r"newsletters?\b|\bsubscri(?:be|bing|ption)|\bsign(?:ing)? up\b|\bin(?:to)? your inbox"
    r"|\byour inbox\b|\be-?mail alerts?"
    r"|\bdaily (?:digest|briefing|news update)|\bunsubscribe|\bpush notifications?"
    r"|\byour e-?mail(?: address)?$",
)
_COMMENTS = re.compile(
    r"^(?:\(?\d[\d,]*\)? ?(?:comments?|replies|responses?)|no comments?(?: yet)?"
    r"|comments? ?\(?\d*\)?:?|comments? (?:are )?"
    r"(?:closed|off|policy).*|(?:leave|post|submit|add|write) (?:a|your) (?:comment|reply).*"
    r"|join the (?:conversation|discussion).*"
    r"|(?:view|show|read|see) (?:all )?(?:\d+ )?comments?.*|repl(?:y|ies)|(?:log"
    r"|sign) ?in to (?:comment|reply).*"
    r"|your email address will not be published.*|save my name, email.*|cancel reply|what do you think\?)$",
)
_RELATED = re.compile(
    r"^(?:(?:\W*)(?:related(?: (?:articles?|stories|posts?|content|news|topics|reading|links?"
    r"|coverage|items?|video))?"
    r"|read (?:more|also|next|this next)(?: .{0,40})?|see also|also read|more (?:from|on|about|in"
    r"|stories|news|like this|to explore"
    r"|articles|coverage|posts)\b.{0,50}|you (?:might|may|will|'ll|’ll) (?:also )?(?:like"
    r"|be interested|enjoy|want).{0,40}"
    r"|(?:guess|things|stories|articles|posts) you(?:'ll|’ll| may| might)? (?:also )?like"
    r"|recommended(?: .{0,40})?|trending(?: .{0,30})?"
    r"|most (?:read|popular|viewed|shared|commented|recent)(?: .{0,30})?|popular (?:posts?|stories"
    r"|articles|now|on .{0,30})?"
    r"|(?:latest|recent|top|other|featured|more|breaking|today'?s) (?:\w+ )?(?:news|stories|posts?"
    r"|articles|headlines|videos?|updates)"
    r"|latest|(?:our|editors?['’]?s?['’]?) picks?|don['’]?t miss(?: .{0,30})?"
    r"|must[- ]reads?(?: .{0,30})?|what to read next|up next|next up"
    r"|in (?:this|other) (?:section|news|series)|around the web|from (?:the web|our partners"
    r"|around the web)|sponsored.{0,30}"
    r"|promoted.{0,30}|paid (?:content|post).{0,20}|watch(?: (?:now|next|more|video).{0,30})?"
    r"|(?:previous|next) (?:article|post|story)\b.{0,200}"
    r"|(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|keywords?|related tags)\b ?:?.{0,80}))\W*$",
)
_FOOTER = re.compile(
    r"©|\(c\) ?(?:19|20)\d\d|^copyright\b|\ball rights reserved|^privacy (?:policy|notice)"
    r"|^terms (?:of|and|&)|^cookie|^contact us|^about us"
    r"|^about$|^contact$|^advertise|^careers?$|^jobs$|^site ?map|^accessibility|\bdo not sell\b"
    r"|^back to top|^legal|^disclaimer|^rss$|^imprint"
    r"|^powered by|^ad choices|^corrections?$|^masthead|^we use cookies|\bmay not be (?:published"
    r"|reproduced|republished)",
)
_IMPRINT = re.compile(r"\W{0,3}(?:©|\(c\) ?(?:19|20)\d\d|copyright\b.{0,6}(?:©|\d{4})|all rights reserved)")
_NAVIGATION = re.compile(
    r"^(?:skip to .{0,30}|menu|search|home|homepage|main menu|close|open|toggle .{0,30}|sign in"
    r"|log ?in|log out|my account|register"
    r"|sections?|navigation|contents|table of contents|in this article|jump to .{0,30}|show (?:more"
    r"|less|all)|view (?:more|all)|load more"
    r"|see (?:more|all)|more|next|previous|prev|back|go|submit|edition.{0,20}|all|news|expand.{0,20}"
    r"|play|pause|loading.{0,5}|advertisement|ad)\W*$"
    r"|^[\w&' ]{1,30}(?:\s*+[/>»›|→](?:\s*[^\S ])?+[\w&'’:, -]{1,120}+){1,6}$",
)
_META = re.compile(
    r"^(?:by|written by|posted by|published|updated|last (?:updated|modified|edited)|posted|date"
    r"|author|reading)\b"
    r"|\bmin(?:ute)?s? read\b|\bread time\b|\b\d+ (?:minutes?|hours?|days?|weeks?|months?) ago\b"
    r"|^\W*(?:\w+day,? )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)\w*\.? \d{1,2},? \d{4}"
    r"|^\W*\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?,? \d{4}"
    r"|^\W*\d{4}-\d\d-\d\d|^\W*\d{1,2}[./]\d{1,2}[./]\d{2,4}",
)
_CREDIT = re.compile(
    r"\((?:[^()]{0,60}[ /])?(?:getty(?: images)?|reuters|afp|ap(?: photo)?|epa|istock|shutterstock"
    r"|alamy|bloomberg|file(?: photo)?|handout)[^()]{0,60}\)\s*$"
    r"|(?:^|[.\s(|])(?:photo(?:graph)?s?|image|picture|credit|illustration|photo credit"
    r"|image credit)s?(?: by| courtesy(?: of)?|:)\s.{0,120}$"
    r"|\b(?:getty images|via getty|/ ?afp|/ ?reuters|shutterstock|ap photo)\b[^.]{0,40}$|^(?:image"
    r"|photo|picture) (?:source|caption)",
)
_CREDIT_HINTS = (
    *(
        "photo",
        "image",
        "picture",
        "credit",
        "illustration",
        "getty",
        "reuters",
        "afp",
        "epa",
        "istock",
        "shutterstock",
    ),
    *("alamy", "bloomberg", "file", "handout", "(ap", " ap)", "/ap", "/ ap"),
)
"""One of these stands in every credit."""
_NEWSLETTER_HINTS = ("newsletter", "subscri", "sign", "inbox", "mail", "digest", "briefing", "update", "push")
_FOOTER_HINTS = ("©", "(c)", "rights reserved", "not sell", "may not be")
_META_HINTS = ("read", " ago")
"""One of these stands in every line that such a pattern finds, unless at its beginning."""
_NO_HEADING = ".,;:…"
_LONGEST_CAPTION = 600
"""Characters."""


def is_list_item(text: str) -> bool:
    """Whether the line begins like an item of a list: a bullet, or a number with a full stop or a bracket."""
    return _MARKER.match(text) is not None


def doubled(text: str) -> bool:
    """Whether the text is some words said twice with nothing between: an image's text glued to its caption."""
    half, odd = divmod(len(text), 2)
    if half < 8:
        return False
    if not odd:
        return text[:half] == text[half:]
    return text[half].isspace() and text[:half] == text[half + 1 :]


@lru_cache(maxsize=8192)
def is_caption(text: str) -> bool:
    """Whether the line reads like the caption of a picture: it ends in a credit, or it stands twice in itself."""
    if len(text) > _LONGEST_CAPTION:
        return False
    low = text.lower()
    if any(map(low.__contains__, _CREDIT_HINTS)) and _CREDIT.search(low):
        return True
    return doubled(text) and len(text.split()) > 8


def is_cut_short(text: str, following: str) -> bool:
    """Whether a line breaks off with dots and the next one says it in full, to the end of a sentence: a picture's text that
    was cut to a length, and its caption."""
    if not text.endswith(("...", "…")) or len(following) > _LONGEST_CAPTION:
        return False
    said = text.rstrip(".… ")
    return (
        len(said) >= 20
        and len(following) > len(text)
        and following.startswith(said)
        and following.rstrip("\"”’') ").endswith((".", "!", "?"))
    )


def is_imprint(text: str) -> bool:
    """Whether the line is a copyright notice."""
    return len(text) <= 250 and _IMPRINT.match(text.lower()) is not None


def is_heading(text: str) -> bool:
    """Whether a body line reads like a heading: short, and no sentence."""
    return (
        len(text) <= 120
        and len(text.split()) <= 16
        and text[-1:] not in _NO_HEADING
        and text[:1] not in "“\"‘'"
    )


def body_kind(text: str) -> LineKind:
    """The kind of a line of the body."""
    if is_caption(text):
        return "caption"
    return "list" if is_list_item(text) else "heading" if is_heading(text) else "body"


@lru_cache(maxsize=8192)
def own_kind(text: str) -> LineKind | None:
    """The kind of furniture that the words of a line themselves tell, or None."""
    bare = text.strip(" \t•-–—|*·>:").lower() if len(text) <= 300 else ""
    if not bare:
        return None
    if _SHARE.fullmatch(bare):
        return "share"
    if _COMMENTS.match(bare):
        return "comments"
    if _RELATED.match(bare):
        return "related"
    if _found(_FOOTER, bare, _FOOTER_HINTS):
        return "footer"
    if len(text) <= 200 and any(map(bare.__contains__, _NEWSLETTER_HINTS)) and _NEWSLETTER.search(bare):
        return "newsletter"
    if _NAVIGATION.match(bare):
        return "navigation"
    if len(text) <= 120 and _found(_META, bare, _META_HINTS):
        return "meta"
    return None


def _found(pattern: re.Pattern[str], text: str, hints: tuple[str, ...]) -> bool:
    """Whether `pattern` is in `text`; away from the beginning it cannot be without one of the `hints`."""
    if pattern.match(text):
        return True
    return any(map(text.__contains__, hints)) and pattern.search(text) is not None


def furniture_kinds(texts: Sequence[str], inside: Sequence[bool]) -> list[LineKind]:
    """For each line the kind of furniture it would be; `inside` tells which lines are body.

    A line that does not tell it itself has the kind of its section (related, comments, newsletter), else that of its place:
    navigation before the body, related after it.
    """
    kinds: list[LineKind] = []
    first = next((index for index, is_body in enumerate(inside) if is_body), len(inside))
    section: LineKind | None = None
    for index, text in enumerate(texts):
        kind = own_kind(text)
        if inside[index]:
            section = None
        elif kind in ("related", "comments", "newsletter") and len(text) <= 80:
            section = kind
        elif kind in ("footer", "navigation"):
            section = None
        kinds.append(kind or section or ("navigation" if index < first else "related"))
    return kinds
