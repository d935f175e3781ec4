"""What kind of actor an organisation is, by its name."""

from __future__ import annotations

import re

from ..model import ActorKind

_GOVERNMENT = re.compile(
    r"\b(?:ministry|ministries|government|department of|state department|treasury|white house|kremlin|pentagon|"
    r"congress|senate|parliament|knesset|diet|duma|state council|politburo|cabinet|embassy|consulate|"
    r"house of (?:representatives|commons|lords)|administration|customs|army|navy|air force|police|federal reserve|"
    r"central bank|supreme court|high court|municipality|(?:city|county) council|trade representative|"
    r"european (?:union|commission|council|parliament)|nato|united nations)\b",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"\b(?:news|times|post|herald|tribune|gazette|journal|daily|press|radio|television|tv|broadcasting|magazine|"
    r"newspaper|observer|guardian|telegraph|media|weekly|chronicle|mirror|reuters|bloomberg|xinhua|afp|cnn|cnbc|nbc|"
    r"abc|cbs|bbc|npr|pbs|msnbc|al jazeera|nikkei|kyodo|yonhap|tass|interfax|dpa|ansa|efe|politico|axios|economist|"
    r"le monde|der spiegel|haaretz|cctv|cgtn|caixin)\b",
    re.IGNORECASE,
)
_ASSOCIATION = re.compile(
    r"\b(?:chamber|association|federation|union of|institute|university|party)\b", re.IGNORECASE
)


def organisation_kind(name: str) -> ActorKind:
    """ "media" or "government" where the name says so, else "organisation"."""
    if _MEDIA.search(name) and not re.search(r"\bpost office|postal\b", name, re.IGNORECASE):
        return "media"
    if _ASSOCIATION.search(name):
        return "organisation"
    return "government" if _GOVERNMENT.search(name) else "organisation"
